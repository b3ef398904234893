"""Runs of spaces inside a line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "normalize.spaces"
# Two or more spaces between visible characters: indentation and line ends are not ours to judge, and what stands
# beside "|" is a table. Before "#" and "//" programmers set two (PEP 8, 2013: a comment behind code).
# What is between backticks is matched first, and passed over.
_RUN = re.compile(r"(?<!`)(?P<ticks>`++)[^`]+(?P=ticks)(?!`)|(?<=[^\s|])  +(?=[^\s|])(?!# |// )")
_DIGIT = re.compile(r"\d")


class _Row(NamedTuple):
    """A line, looked at as a row of a table whose cells are parted by runs of spaces. Offsets are in the line."""

    runs: tuple[tuple[int, int], ...]
    """(start, end) of each run."""
    starts: frozenset[int]
    """Where a cell starts behind a run."""
    figures: frozenset[int]
    """Where a cell with a digit in it ends, behind a run or at the end of the line."""


@cleaner(_NAME, needs=Needs(any_of=("  ",)))
def spaces(doc: Document) -> Iterator[Edit]:
    """Shorten every run of spaces inside a line to one space.

    Leaves alone: indentation, spaces at the end of a line, indented lines (code), code between backticks
    or before a comment, what is not U+0020, and columns, that is lines of which a run ends in the same
    column as one of the line above or below, or figures after a run do (columns set flush right).
    """
    lines = Lines(doc.text)
    rows = {index: _row(line) for index, line in enumerate(lines) if "  " in line}
    for index, row in rows.items():
        if not row.runs or any(_are_columns(row, other) for other in _beside(lines, rows, index)):
            continue
        at = lines.starts[index]
        for start, end in row.runs:
            yield Edit(at + start, at + end, " ", _NAME, "normalization.space")


def _row(line: str) -> _Row:
    """Return *line* as a row; an indented line has no runs."""
    runs: list[tuple[int, int]] = []
    if "  " in line and not line[0].isspace():
        runs = [run.span() for run in _RUN.finditer(line) if run["ticks"] is None]
    length = len(line.rstrip())
    ends = [start for start, _ in runs[1:]] + [length]
    figures = {end for (_, start), end in zip(runs, ends[: len(runs)], strict=True) if _DIGIT.search(line, start, end)}
    if not runs and line[length - 1 : length].isdigit():
        figures.add(length)
    return _Row(tuple(runs), frozenset(end for _, end in runs), frozenset(figures))


def _beside(lines: Lines, rows: dict[int, _Row], index: int) -> Iterator[_Row]:
    """Yield the rows above and below the one at *index*."""
    for near in (index - 1, index + 1):
        if 0 <= near < len(lines):
            yield rows.get(near) or _row(lines[near])


def _are_columns(row: _Row, other: _Row) -> bool:
    """Return whether cells of two rows line up, on the left or as figures on the right."""
    return not (row.starts.isdisjoint(other.starts) and row.figures.isdisjoint(other.figures))
