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


class _Run(NamedTuple):
    """Where a run of spaces stands in its line, and what comes after it up to the next run."""

    start: int
    end: int
    cell_end: int
    has_digit: bool


@cleaner(_NAME, needs=Needs(any_of=("  ",)))
def spaces(doc: Document) -> Iterator[Edit]:
    """Shorten every run of spaces inside a line to one space.

    Leaves alone: indentation, spaces at the end of a line, indented lines (code), code between backticks
    or before a comment, what is not U+0020, and columns, that is lines of which a run ends in the same
    column as one of the line above or below, or figures after a run do (columns set flush right).
    """
    lines = Lines(doc.text)
    runs = {index: _runs(line) for index, line in enumerate(lines) if "  " in line}
    for index, here in runs.items():
        if here and not any(_are_columns(here, runs.get(near, ())) for near in (index - 1, index + 1)):
            start = lines.starts[index]
            for run in here:
                yield Edit(start + run.start, start + run.end, " ", _NAME, "normalization.space")


def _runs(line: str) -> list[_Run]:
    """Return the runs of spaces inside *line*; none if it is indented."""
    if line[0].isspace():
        return []
    found = [run.span() for run in _RUN.finditer(line) if run["ticks"] is None]
    if not found:
        return []
    ends = [start for start, _ in found[1:]] + [len(line.rstrip())]
    return [
        _Run(start, end, cell_end, any(map(str.isdigit, line[end:cell_end])))
        for (start, end), cell_end in zip(found, ends, strict=True)
    ]


def _are_columns(one: list[_Run], two: list[_Run] | tuple[()]) -> bool:
    """Return whether runs of two lines in a row line up, or figures after them do."""
    if not two:
        return False
    if not {run.end for run in one}.isdisjoint(run.end for run in two):
        return True
    figures = {run.cell_end for run in one if run.has_digit}
    return not figures.isdisjoint(run.cell_end for run in two if run.has_digit)
