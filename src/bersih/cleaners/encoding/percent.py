"""Percent-encoding outside of addresses ("Gesch%C3%A4ft")."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit

_NAME = "encoding.percent"

# What is between backticks is matched first, and passed over.
_RUN = re.compile(r"(?<!`)(?P<ticks>`++)[^`\n]+(?P=ticks)(?!`)|(?P<run>(?:%[0-9A-Fa-f]{2})++)")
# A byte that begins a character beyond ASCII, and one that goes on.
_SIGN = re.compile("%[C-Fc-f][0-9A-Fa-f]%[89ABab]")

# What makes an address or a path of the token before; code points looked back for them.
_ADDRESS = frozenset("/=&?#@\\")
_TOKEN_REACH = 200


@cleaner(_NAME, needs=Needs(search=_SIGN))
def percent(doc: Document) -> Iterator[Edit]:
    """Decode the characters beyond ASCII that are written as bytes of UTF-8, percent-encoded (RFC 3986).

    Leaves alone: addresses and paths, code between backticks, bytes that are no UTF-8, and ASCII:
    "50%20" may be meant, and "%20" is part of an address.
    """
    text = doc.text
    for found in _RUN.finditer(text):
        run, start = found["run"], found.start()
        if run is None or _SIGN.search(run) is None or _in_address(text, start):
            continue
        for low, high, new in _characters(run):
            yield Edit(start + low, start + high, new, _NAME, "encoding.escape", 1.0, "Percent-encoded text.")


def _characters(run: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for each stretch of *run* that is characters beyond ASCII."""
    start = at = 0
    new = ""
    for character in bytes.fromhex(run.replace("%", "")).decode("utf-8", "surrogateescape"):
        end = at + 3 * len(character.encode("utf-8", "surrogateescape"))
        if character > "\x9f" and not "\ud800" <= character <= "\udfff":
            new += character
        else:
            if new:
                yield start, at, new
            start, new = end, ""
        at = end
    if new:
        yield start, at, new


def _in_address(text: str, at: int) -> bool:
    """Return whether what stands at *at* goes on an address or a path."""
    if not at or text[at - 1].isspace():
        return False
    return not _ADDRESS.isdisjoint(text[max(0, at - _TOKEN_REACH) : at].rsplit(maxsplit=1)[-1])
