"""Lines that belong to a structure of the text itself: code, lists, what a colon introduces.

Markers and layout must not judge them one by one: the third item of a list is short, has no final stop,
and may well read "Share".
"""

import re
from collections.abc import Container, Iterator, Sequence

_FENCE = re.compile(r"\s*(?:```|~~~)")
_CODE = re.compile(r"(?:\t| {4,})\S.*[{}();=<>\[\]]|\s*(?:[{}\])]+[;,]?|</?\w+[^<>]*>)\s*$")
# A number, letter or Roman numeral and a sign, or a bullet, and something after it.
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)、]|[•●▪◦✓✔○‣*+–—-])\s+\S|\s*\d{1,3}[、.]\D")
# Longer lines are paragraphs of their own.
_LONGEST_ITEM = 100
_COLONS = (":", "：")


def in_structure(lines: Sequence[str], marked: Container[int] = ()) -> frozenset[int]:
    """Return the lines that are code or items of a list.

    Code is what stands between fences, and indented or bare lines of brackets and statements. A list is two
    items or more in a row that begin with a number, letter or bullet, and the short lines after a line that
    ends in a colon, up to the first long one or the first line that ends in a stop, if there are two of them.
    Lines that are *marked*, since rules know them as boilerplate, introduce nothing.
    """
    return frozenset([*fenced(lines), *_code(lines), *_items(lines), *_introduced(lines, marked)])


def is_item(line: str) -> bool:
    """Return whether *line* begins as an item of a list does: with a number, letter or bullet."""
    return bool(_ITEM.match(line))


def fenced(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines of each fenced block that is closed, its fences too."""
    opened: int | None = None
    for index, line in enumerate(lines):
        if not _FENCE.match(line):
            continue
        if opened is None:
            opened = index
        else:
            yield from range(opened, index + 1)
            opened = None


def _code(lines: Sequence[str]) -> Iterator[int]:
    for index, line in enumerate(lines):
        if line and (line[0] in " \t" or line[0] in "{}])<") and _CODE.match(line):
            yield index


def _items(lines: Sequence[str]) -> Iterator[int]:
    """Yield the items of each row of two or more."""
    row: list[int] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if _ITEM.match(line):
            row.append(index)
            continue
        if len(row) > 1:
            yield from row
        row = []
    if len(row) > 1:
        yield from row


def _introduced(lines: Sequence[str], marked: Container[int]) -> Iterator[int]:
    """Yield the short lines that a line with a colon at its end introduces."""
    row: list[int] | None = None
    for index, line in enumerate(lines):
        shown = line.strip()
        if not shown:
            continue
        if row is not None and len(shown) <= _LONGEST_ITEM and not shown.endswith((*_COLONS, ".", "。")):
            row.append(index)
            continue
        if row is not None and len(row) > 1:
            yield from row
        row = [] if shown.endswith(_COLONS) and index not in marked else None
    if row is not None and len(row) > 1:
        yield from row
