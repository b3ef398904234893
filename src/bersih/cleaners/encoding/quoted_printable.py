"""Quoted-printable, the encoding of mail, that was never decoded ("caf=C3=A9")."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit

_NAME = "encoding.quoted_printable"

# Bytes and soft line breaks (RFC 2045, 6.7), one after another; a character may be parted by a break.
_RUN = re.compile(r"(?:=[0-9A-F]{2}|=[ \t]*+\r?\n)++")
_STEP = re.compile(r"=(?:([0-9A-F]{2})|[ \t]*+\r?\n)")
_SIGN = re.compile(r"=[C-F][0-9A-F]=")

# Bytes of characters beyond ASCII, and soft breaks beside them, that make sure.
_ENOUGH = 3
# ASCII that quoted-printable must escape, or may: tab, space, "=".
_ESCAPED = frozenset("\t =")


@cleaner(_NAME, needs=Needs(search=_SIGN))
def quoted_printable(doc: Document) -> Iterator[Edit]:
    r"""Decode quoted-printable in a text that holds at least three valid bytes of it, counting soft breaks.

    Valid are bytes that make a character beyond ASCII in UTF-8. Soft breaks (``=`` at the end of a line)
    and ``=3D``, ``=20``, ``=09`` are decoded only where every ``=`` of the text begins a sequence, as it
    does in mail. Leaves alone: everything else, and bytes that are no UTF-8.
    """
    text = doc.text
    runs = [(run.start(), run[0]) for run in _RUN.finditer(text)]
    pieces = [(start + low, start + high, new) for start, run in runs for low, high, new in _decoded(run)]
    foreign = sum(len(new.encode()) for _, _, new in pieces if new > "\x7f")
    if not foreign:
        return
    strict = text.count("=") == sum(run.count("=") for _, run in runs)
    breaks = sum(1 for _, _, new in pieces if new == "") if strict else 0
    if foreign + breaks < _ENOUGH:
        return
    for start, end, new in pieces:
        if strict or new > "\x7f":
            yield Edit(start, end, new, _NAME, "encoding.escape", 1.0, "Quoted-printable text of mail.")


def _decoded(run: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for each soft break, each escaped ASCII and each stretch of others in *run*."""
    steps = list(_STEP.finditer(run))
    held = [step for step in steps if step[1] is not None]
    raw = bytes.fromhex("".join(step[1] for step in held))
    at = 0
    parts: list[tuple[int, int, str]] = []
    for character in raw.decode("utf-8", "surrogateescape"):
        size = len(character.encode("utf-8", "surrogateescape"))
        if (character > "\x9f" and not "\ud800" <= character <= "\udfff") or character in _ESCAPED:
            parts.append((held[at].start(), held[at + size - 1].end(), character))
        at += size
    covered = {step.start() for step in steps if step[1] is None}
    # A break inside a character goes with it; any other is a piece of its own.
    for start, end, _ in parts:
        covered -= {place for place in range(start, end) if place in covered}
    parts += [(step.start(), step.end(), "") for step in steps if step.start() in covered]
    start = end = 0
    new = ""
    for low, high, character in sorted(parts):
        if new > "\x7f" and character > "\x7f" and low == end:
            end, new = high, new + character
            continue
        if end:
            yield start, end, new
        start, end, new = low, high, character
    if end:
        yield start, end, new
