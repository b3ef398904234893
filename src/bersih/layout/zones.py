"""Head, main text and tail of a document.

The main text is the stretch of lines where running text prevails; what stands above it is the head, what
stands below it the tail. No word is looked at, only lengths, ends, and what rules know as boilerplate.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from bersih.layout.shape import UNSPACED, ends_sentence

Zone = Literal["head", "body", "tail"]

# What rules say of a line: nothing; that it surely is boilerplate; that it surely is, and opens a section of
# comments, other stories, sharing, following or a newsletter; that it may be boilerplate.
UNKNOWN, KNOWN, SECTION, PERHAPS = range(4)

# A line is this much worth to the stretch it stands in, and the main text is the stretch that is worth most
# (maximum subsequence: Pasternack and Roth, 2009). So a few short lines cost less than prose after them brings.
_PROSE, _LONG, _SHORT, _SECTION = 4, 1, -1, -12
_LONG_LINE = 60
# Nothing less than one line of prose, or four long ones, is a main text.
_LEAST = 4
# Prose may stand outside the main text: one line of it, if that is at most a quarter (in the tail: below a line
# that rules know), and more, up to 60 %, below the label of a section: comments, first lines of other stories.
_STRAY = 4
_BELOW_A_SECTION = 0.6
# The same length as for `is_prose`, but scripts without spaces say as much in half as many characters.
_PROSE_WIDTH = 80
# A line so long is a paragraph, whatever it ends in.
_PARAGRAPH = 200
# A stop and the quotes and brackets after it stand within the last characters.
_TAIL = 16


class Page:
    """The visible lines of a document; a place is the number of a line among them."""

    def __init__(self, lines: Sequence[str], marked: Sequence[int]) -> None:
        """Take the *lines*, and what rules say of each: `UNKNOWN`, `KNOWN`, `SECTION` or `PERHAPS`."""
        self.index = [index for index, line in enumerate(lines) if line and not line.isspace()]
        self.lines = [_shown(lines[index]) for index in self.index]
        self.marks = [marked[index] for index in self.index]
        self.known = [mark in (KNOWN, SECTION) for mark in self.marks]
        self.width = [_width(line) for line in self.lines]
        self.prose = [
            width >= _PROSE_WIDTH and not known and ends_sentence(line[-_TAIL:])
            for line, width, known in zip(self.lines, self.width, self.known, strict=True)
        ]
        self.first, self.last = self._main_text()

    def __len__(self) -> int:
        """Return the number of visible lines."""
        return len(self.lines)

    def zone(self, place: int) -> Zone:
        """Return the zone of the line at *place*."""
        return "head" if place < self.first else "tail" if place > self.last else "body"

    def is_before_prose(self, place: int) -> bool:
        """Return whether prose follows the line at *place*, or a paragraph that ends in no stop."""
        below = place + 1
        return below < len(self) and (self.prose[below] or (self.width[below] >= _PARAGRAPH and not self.known[below]))

    def outside(self) -> Iterator[int]:
        """Yield the places of the head and the tail."""
        yield from range(self.first)
        yield from range(self.last + 1, len(self))

    def _main_text(self) -> tuple[int, int]:
        """Return the first and last place of the main text; where no stretch is one, that is the whole document."""
        best, found = _LEAST - 1, (-1, -1)
        total = start = 0
        for place in range(len(self)):
            if total <= 0:
                total, start = 0, place
            total += self._worth(place)
            if total > best:
                best, found = total, (start, place)
        return self._with_most_prose(*found) if found[0] >= 0 else (0, len(self) - 1)

    def _worth(self, place: int) -> int:
        """Return what the line at *place* adds to a stretch; what stands right before prose costs nothing."""
        if self.marks[place] == SECTION:
            return _SECTION
        if self.prose[place]:
            return _PROSE
        if self.known[place]:
            return _SHORT
        if self.width[place] >= _LONG_LINE:
            return _LONG
        return 0 if self.is_before_prose(place) else _SHORT

    def _with_most_prose(self, first: int, last: int) -> tuple[int, int]:
        """Return the main text from *first* to *last*, made longer where too much prose would stand outside."""
        prose = [place for place, is_it in enumerate(self.prose) if is_it]
        if not prose:
            return first, last
        stray = min(1, len(prose) // _STRAY)
        first = min(first, prose[stray])
        outside = sum(place > last for place in prose)
        if outside:
            marks = (KNOWN, SECTION) if outside <= stray else (SECTION,)
            last = max(last, prose[-1 - int(_BELOW_A_SECTION * len(prose))])
            last = max(last, min(self._opened_below(first, last, marks) - 1, prose[-1]))
        return first, last

    def _opened_below(self, first: int, last: int, marks: tuple[int, ...]) -> int:
        """Return the first place below *last* with one of *marks*, or that after the last line.

        Where such marks stand inside the text too, from *first* to *last*, they open nothing: the article goes
        on below them.
        """
        if not any(mark in marks for mark in self.marks[first : last + 1]):
            for place in range(last + 1, len(self)):
                if self.marks[place] in marks:
                    return place
        return len(self)


def zones(lines: Sequence[str], marked: Sequence[int]) -> dict[int, Zone]:
    """Return the zone of each visible line, by its index; without any prose or long lines, all are body."""
    page = Page(lines, marked)
    return {index: page.zone(place) for place, index in enumerate(page.index)}


def _shown(line: str) -> str:
    """Return *line* without the spaces around it, and of a row of a table with one cell filled, the cell."""
    line = line.strip()
    if line[0] != "|":
        return line
    cells = [cell for part in line.split("|") if (cell := part.strip())]
    return cells[0] if len(cells) == 1 else line


def _width(line: str) -> int:
    """Return the length of *line* in columns, more or less: from 80 characters on it need not be exact."""
    if len(line) >= _PROSE_WIDTH or line.isascii():
        return len(line)
    return len(line) + sum(1 for _ in UNSPACED.finditer(line))
