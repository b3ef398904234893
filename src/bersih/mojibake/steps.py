"""ftfy's repair of a line, on ftfy's own tables and codecs: the same result, and the name of each step.

`ftfy.fix_text` ignores some of its options here, and what it explains cannot always be replayed; so the
steps of `ftfy.fix_encoding` (6.3) are taken one by one. A test compares the two on random damage.
"""

import re
from functools import partial
from typing import NamedTuple

from bersih.mojibake.suspicion import is_bad
from bersih.mojibake.tables import tables


class Repaired(NamedTuple):
    """A line after its repair."""

    text: str
    steps: tuple[str, ...] = ()
    """What was undone, in words, in the order in which it was."""


class Step(NamedTuple):
    """A line after one step of its repair."""

    text: str
    name: str = ""
    """What was undone; empty where nothing was."""
    in_part: bool = False
    """True: only a part of the line was mojibake."""


def repaired(line: str) -> Repaired:
    """Return what `ftfy.fix_encoding` makes of *line*, and how."""
    steps: list[str] = []
    while True:
        step = one_step(line)
        if step.text == line:
            return Repaired(line, tuple(steps))
        line = step.text
        steps.append(step.name)


def one_step(line: str) -> Step:
    """Return *line* after one step of repair; as it is where ftfy sees nothing to repair."""
    if line.isascii() or not is_bad(line):
        return Step(line)
    known = tables()
    whole = _whole(line)
    if whole is not None:
        return whole
    part = known.stretch.sub(partial(_part, len(line)), line)
    if part != line:
        return Step(part, "UTF-8 read as another encoding, in part of the line", in_part=True)
    if known.fits["latin-1"].match(line):
        try:
            text = line.encode("latin-1").decode("windows-1252")
        except UnicodeDecodeError:
            pass
        else:
            if text != line:
                return Step(text, "windows-1252 read as latin-1")
    if known.c1.search(line):
        return Step(known.fix_c1(line), "windows-1252 read as latin-1, in part of the line", in_part=True)
    return Step(line)


def _whole(line: str) -> Step | None:
    """Return *line* read as UTF-8, by the first encoding in which the whole of it is UTF-8."""
    known = tables()
    for encoding in known.encodings:
        if not known.fits[encoding].match(line):
            continue
        data = line.encode(encoding)
        if encoding != "macroman" and known.altered.search(data):
            data = known.restore_a0(data)
        if encoding.startswith("sloppy"):
            data = known.restore_lost(data)
        try:
            text = data.decode("utf-8-variants" if b"\xed" in data or b"\xc0" in data else "utf-8")
        except UnicodeDecodeError:
            continue
        return Step(text, f"UTF-8 read as {encoding.removeprefix('sloppy-')}")
    return None


def _part(length: int, found: "re.Match[str]") -> str:
    """Return a stretch of a line of *length* repaired, if it is only a part of it and mojibake by itself."""
    stretch = found[0]
    return repaired(stretch).text if len(stretch) < length and is_bad(stretch) else stretch
