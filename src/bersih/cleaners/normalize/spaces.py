"""Runs of spaces inside a line."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "normalize.spaces"
# Two or more spaces between visible characters: indentation and line ends are not ours to judge.
_RUN = re.compile(r"(?<=[^\s|])  +(?=[^\s|])")


@cleaner(_NAME, needs=Needs(any_of=("  ",)))
def spaces(doc: Document) -> Iterator[Edit]:
    """Shorten every run of spaces inside a line to one space.

    Leaves alone: indentation, spaces at the end of a line, indented lines (code), what is not U+0020,
    and columns, that is runs that end below or above one that ends at the same place.
    """
    lines = Lines(doc.text)
    runs = {index: _runs(line) for index, line in enumerate(lines) if "  " in line}
    for index, here in runs.items():
        neighbours = {end for near in (index - 1, index + 1) for _, end in runs.get(near, ())}
        if any(end in neighbours for _, end in here):
            continue
        start = lines.starts[index]
        for low, high in here:
            yield Edit(start + low, start + high, " ", _NAME, "normalization.space")


def _runs(line: str) -> list[tuple[int, int]]:
    """Return where the runs of spaces inside *line* stand; none if it is indented."""
    return [] if line[0].isspace() else [found.span() for found in _RUN.finditer(line)]
