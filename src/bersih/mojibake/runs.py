"""Lines of which only part is mojibake, repaired run by run."""

import re
from functools import cache, partial
from unicodedata import category

from bersih.mojibake.suspicion import is_bad
from bersih.mojibake.tables import tables

_SEQUENCE = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
# A single character of two bytes is repaired only where it looks bad together with its neighbours.
_REACH = 3
# So many runs that are mojibake beyond doubt, and the others of the line are too, though elsewhere they might be meant.
_PROOF = 2
_IMPOSSIBLE = ("Cn", "Co", "Cc")


def repaired_runs(line: str) -> str:
    """Return *line* with each run repaired that is UTF-8 read as windows-1252 or Latin-1.

    Leaves alone lines that ftfy's heuristic does not call bad; and, where fewer than two other runs of the
    line are mojibake beyond doubt, a character alone that does not look bad where it stands.
    """
    while is_bad(line):
        proofs = 0

        def repair(run: "re.Match[str]", *, proven: bool) -> str:
            nonlocal proofs
            after = _repaired(run, proven=proven)
            proofs += after != run[0]
            return after

        after = _runs().sub(partial(repair, proven=False), line)
        if proofs >= _PROOF:
            after = _runs().sub(partial(repair, proven=True), line)
        if after == line:
            break
        line = after
    return line


def _repaired(run: "re.Match[str]", *, proven: bool) -> str:
    """Return a run with what was UTF-8 in it; *proven* says that the line is mojibake beyond doubt."""
    text = run[0]
    places = _bytes()
    data = bytes([places.get(character, 0x1A) for character in text])
    parts: list[str] = []
    at = 0
    for found in _SEQUENCE.finditer(data):
        start, end = found.span()
        try:
            meant = found[0].decode("utf-8")
        except UnicodeDecodeError:
            continue
        if any(category(character) in _IMPOSSIBLE for character in meant):
            continue
        around = run.string[max(0, run.start() - _REACH) : run.end() + _REACH]
        if proven or len(meant) > 1 or end - start > 2 or is_bad(text[start:end]) or is_bad(around):
            parts += [text[at:start], meant]
            at = end
    return "".join([*parts, text[at:]])


@cache
def _runs() -> re.Pattern[str]:
    """Return the pattern of a run of characters that bytes from 0x80 on make in either encoding."""
    characters = "".join(_bytes())
    return re.compile(f"[{re.escape(characters)}]{{2,}}")


@cache
def _bytes() -> dict[str, int]:
    """Return the byte that each such character was."""
    tables()
    found = {bytes((byte,)).decode("sloppy-windows-1252"): byte for byte in range(0x80, 0x100)}
    return found | {chr(byte): byte for byte in range(0x80, 0xA0)}
