"""The lines around a marker: what part of the document they are, and which of them rules know too."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Literal

from bersih.layout.shape import is_label, is_prose
from bersih.layout.structure import in_structure
from bersih.layout.zones import Page, Zone
from bersih.model.lines import Lines
from bersih.rules.marks import marks
from bersih.rules.matcher import Match

# Below this a match is no witness for another.
SURE = 0.8
COLONS = (":", "：")
# These stand alone inside an article, right before a subheading too: they are no company.
_INSIDE = ("boilerplate.advertisement", "boilerplate.scroll", "boilerplate.continue", "boilerplate.credit")
_RELATED = "boilerplate.related"
_BYLINE = "boilerplate.byline"
# Three different labels in a row are an interface; two may be a subheading and its kicker.
_ROW = 3


class Surroundings:
    """The lines of a document, and the rules they match."""

    def __init__(self, lines: Lines, matches: Mapping[int, Match]) -> None:
        """Take the *lines*, and by index what each of them matches by itself."""
        self.lines = lines
        self.matches = matches

    def category(self, index: int, match: Match) -> str:
        """Return what the line is: names above the text are a byline, below it a signature."""
        category = match.rule.category
        return "boilerplate.signature" if category == _BYLINE and self.zone(index) == "tail" else category

    @cached_property
    def structure(self) -> frozenset[int]:
        """The lines that are code or items of a list, which no rule knows."""
        return in_structure(list(self.lines), self.matches)

    @property
    def first(self) -> int:
        """The first visible line; -1 if there is none."""
        return self._visible[0] if self._visible else -1

    @cached_property
    def first_below(self) -> int:
        """The first line below the main text; where there is none, or nothing below it, the one after the last line."""
        below = (index for index, zone in self._zones.items() if zone == "tail")
        return next(below, len(self.lines))

    def zone(self, index: int) -> Zone | Literal["outside"]:
        """Return the part of the document that the line at *index* is in: head, body or tail.

        Without any running text everything is head, and tail: "outside".
        """
        return self._zones[index] if self._has_prose else "outside"

    @cached_property
    def _has_prose(self) -> bool:
        return any(is_prose(self.lines[index]) for index in self._visible)

    @cached_property
    def page(self) -> Page:
        """The lines as the layout sees them: head, main text and tail."""
        return Page(list(self.lines), marks(len(self.lines), self.matches))

    @cached_property
    def _zones(self) -> dict[int, Zone]:
        return {index: self.page.zone(place) for place, index in enumerate(self.page.index)}

    def below(self, index: int) -> Iterator[int]:
        """Yield the visible lines below the visible line at *index*."""
        return (self._visible[place] for place in range(self._place[index] + 1, len(self._visible)))

    def above(self, index: int) -> Iterator[int]:
        """Yield the visible lines above the visible line at *index*, the nearest first."""
        return (self._visible[place] for place in range(self._place[index] - 1, -1, -1))

    def place(self, index: int) -> int:
        """Return how many visible lines stand above the visible line at *index*."""
        return self._place[index]

    def line_before(self, index: int) -> int | None:
        """Return the index of the visible line before, or None."""
        place = self._place[index]
        return self._visible[place - 1] if place else None

    def is_last(self, index: int) -> bool:
        """Return whether the line stands below the text, with nothing below it but lines that rules know.

        Nor does it introduce those: a line that ends in a colon must be the last.
        """
        introduces = index != self._visible[-1] and self.lines[index].rstrip().endswith(COLONS)
        return index >= self._last_unknown and self.zone(index) == "tail" and not introduces

    @cached_property
    def _last_unknown(self) -> int:
        return max((index for index in self._visible if index not in self.matches), default=-1)

    def is_below_all(self, index: int) -> bool:
        """Return whether no running text stands below the line at *index*."""
        return index > self._last_prose

    @cached_property
    def _last_prose(self) -> int:
        page = self.page
        return max((page.index[place] for place in range(len(page)) if page.prose[place]), default=-1)

    def is_beyond_a_marker(self, index: int) -> bool:
        """Return whether a line that rules surely know stands between the line at *index* and all prose.

        What stands between the last paragraph and the first such line may well be the end of the text: "Thank
        you, Dora.", "Conclusion"; and what stands right above the first paragraph its title or subheading.
        """
        return index in self._beyond_markers

    @cached_property
    def _beyond_markers(self) -> frozenset[int]:
        page = self.page
        prose = [place for place in range(len(page)) if page.prose[place]]
        found: set[int] = set()
        if not prose:
            return frozenset()
        for places in (range(prose[-1] + 1, len(page)), range(prose[0] - 1, -1, -1)):
            marked = False
            for place in places:
                if marked and page.zone(place) != "body":
                    found.add(page.index[place])
                marked = marked or (page.known[place] and self._is_of_the_frame(page.index[place]))
        return frozenset(found)

    def _is_of_the_frame(self, index: int) -> bool:
        """Return whether the line at *index* belongs around a text, unlike what stands inside one too: ads, links."""
        rule = self.matches[index].rule
        link = rule.category == _RELATED and rule.where != "whole-line"
        return rule.category not in _INSIDE and not link

    def line_below(self, index: int) -> str:
        """Return the next visible line, or nothing."""
        return next((self.lines[after] for after in self.below(index)), "")

    def near(self, index: int) -> Iterator[int]:
        """Yield the visible lines before and after *index*."""
        if self._place[index]:
            yield self._visible[self._place[index] - 1]
        yield from islice(self.below(index), 1)

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line stands in the document, trimmed."""
        return Counter(line.strip() for line in self.lines)

    @cached_property
    def _visible(self) -> list[int]:
        return [index for index in range(len(self.lines)) if not self.lines.is_blank(index)]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {index: place for place, index in enumerate(self._visible)}

    @cached_property
    def other_capitals(self) -> bool:
        """Whether a line that no rule knows has the shape of a label."""
        return any(index not in self.matches and is_label(self.lines[index]) for index in self._visible)

    @cached_property
    def row_of_markers(self) -> frozenset[int]:
        """The lines in rows that are an interface.

        A row of three different markers is one; so are two, one of them sure, before the first or after
        the last line of running text. A row that a colon introduces is a list of the article's own.
        """
        found: list[int] = []
        for row, before in self._rows():
            if before is not None and self.lines[before].rstrip().endswith(COLONS):
                continue
            known = [self.matches[index] for index in row]
            outside = self.zone(row[0]) != "body" and self.zone(row[-1]) == self.zone(row[0])
            sure = any(match.confidence >= SURE for match in known)
            if len({match.marker for match in known}) >= _ROW or (outside and sure and len(row) > 1):
                found += row
        return frozenset(found)

    def _rows(self) -> Iterator[tuple[list[int], int | None]]:
        """Yield each row of lines that rules know, and the visible line before it."""
        row: list[int] = []
        before: int | None = None
        for index in self._visible:
            match = self.matches.get(index)
            if match is not None and match.rule.category not in _INSIDE:
                row.append(index)
                continue
            if row:
                yield row, before
            row, before = [], index
        if row:
            yield row, before
