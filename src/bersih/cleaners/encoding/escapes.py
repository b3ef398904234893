r"""Escape sequences of programming languages and data formats, left in the text ("caf\u00e9")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "encoding.escapes"
_CATEGORY = "encoding.escape"

_ESCAPE = re.compile(
    r"(?<!\\)(?:"
    r"(?P<units>(?:\\u[0-9a-fA-F]{4})++)"
    r"|(?P<bytes>(?:\\x[0-9a-fA-F]{2})++)"
    r"|(?P<json>\\[/\"nt]))"
    r"|(?P<old>(?:%u[0-9a-fA-F]{4})++)"
)
_SIGN = re.compile(r"\\[ux/\"n]|%u")

# What prose seldom has and code, data and paths have: in such a line an escape is meant.
_CODE = re.compile(r"[{}`=^|<>\[\]]|\(\)|\);|\)\.\w|\\\\|\b[A-Za-z]:\\")
# Behind these a line may end: a written line end there was one. In quotes it is what a text is about.
_LINE_MAY_END = (*'.!?:;,)"\u2026\u201d\u00bb\u3002', "\\n", "\\t")

_JSON = {"/": "/", '"': '"', "n": "\n", "t": "\t"}
# As many escapes as say that a line is a string of JSON.
_ENOUGH = 2

_REASON = "An escape sequence that was never decoded."


class _Found(NamedTuple):
    start: int
    end: int
    new: str


@cleaner(_NAME, needs=Needs(search=_SIGN))
def escapes(doc: Document) -> Iterator[Edit]:
    r"""Decode ``\u201c``, ``\xe2\x80\x9c``, ``%u201C``, and with them ``\/``, ``\"``, ``\n`` and ``\t``.

    A line is decoded where two escapes of it stand for characters beyond ASCII, or one that touches a
    letter or a digit; or where two escapes are such as only a string of JSON has. Bytes are joined as
    UTF-8, halves of characters as UTF-16. Leaves alone: lines with signs of code, data or paths; a
    backslash that is escaped itself; bytes that are no UTF-8; control characters; ``\n`` and ``\t``
    between a letter and a small letter, as in a path.
    """
    lines = Lines(doc.text)
    for index, line in enumerate(lines):
        if _SIGN.search(line) is None or _CODE.search(line):
            continue
        start = lines.starts[index]
        for low, high, new in _decoded(line):
            yield Edit(start + low, start + high, new, _NAME, _CATEGORY, 1.0, _REASON)


def _decoded(line: str) -> Iterator[_Found]:
    """Yield what is to be decoded in *line*: nothing, or all of it."""
    foreign: list[_Found] = []
    plain: list[_Found] = []
    number = sure = 0
    for found in _ESCAPE.finditer(line):
        start, end = found.span()
        if found["json"] is not None:
            inside = line[start - 1 : start].isalpha() and line[end : end + 1].islower()
            if found["json"][1] in '/"' or not inside:
                plain.append(_Found(start, end, _JSON[found["json"][1]]))
                sure += found["json"][1] in '/"' or _may_end(line, start)
            continue
        for piece in _characters(found[0], start):
            (foreign if piece.new > "\x7f" else plain).append(piece)
            number += len(piece.new) if piece.new > "\x7f" else 0
    if number >= _ENOUGH or sure >= _ENOUGH or (number and _is_of_a_word(line, foreign[0])):
        yield from sorted(foreign + plain)


def _characters(run: str, at: int) -> Iterator[_Found]:
    """Yield what the escapes of one *run*, which begins at *at*, stand for; what is no character is left out."""
    width, codec = (4, "utf-8") if run[1] == "x" else (6, "utf-16-be")
    raw = bytes.fromhex("".join(run[start + 2 : start + width] for start in range(0, len(run), width)))
    errors = "surrogateescape" if codec == "utf-8" else "surrogatepass"
    start, new = at, ""
    for character in raw.decode(codec, errors):
        units = len(character.encode(codec, errors)) // (1 if codec == "utf-8" else 2)
        end = at + units * width
        foreign = character > "\x7f"
        if "\ud800" <= character <= "\udfff" or not (character.isprintable() or character.isspace() or foreign):
            if new:
                yield _Found(start, at, new)
            start, new = end, ""
        elif new and (new[-1] > "\x7f") != foreign:
            yield _Found(start, at, new)
            start, new = at, character
        else:
            new += character
        at = end
    if new:
        yield _Found(start, at, new)


def _may_end(line: str, at: int) -> bool:
    """Return whether *line* may have ended before *at*."""
    return line[max(0, at - 2) : at].endswith(_LINE_MAY_END)


def _is_of_a_word(line: str, found: _Found) -> bool:
    """Return whether what was *found* touches a letter or a digit, as text about an escape does not."""
    return line[found.start - 1 : found.start].isalnum() or line[found.end : found.end + 1].isalnum()
