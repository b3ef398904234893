"""What the lines around a marker say about it, where the line by itself cannot decide.

Some markers are also words that an article uses for a subheading: "Comments", "IKLAN", "Editor". The
company they keep tells: a subheading stands alone before running text, an interface comes in rows, or at
the head and tail of a page.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Literal

from bersih.layout.shape import continues, ends_sentence, is_field, is_label, is_prose
from bersih.layout.structure import in_structure
from bersih.layout.zones import Page, Zone
from bersih.model.lines import Lines
from bersih.rules.form import folded
from bersih.rules.marks import marks
from bersih.rules.matcher import Match

# These stand alone inside an article, right before a subheading too: they are no company.
_INSIDE = ("boilerplate.advertisement", "boilerplate.scroll", "boilerplate.continue", "boilerplate.credit")
# They name people, as the fields of a table on a book or a film do.
_RELATED = "boilerplate.related"
_ADVERTISEMENT = "boilerplate.advertisement"
_BYLINE = "boilerplate.byline"
_NAMING = (_BYLINE, "boilerplate.credit")
# Three different labels in a row are an interface; two may be a subheading and its kicker.
_ROW = 3
# Of its confidence, what a noun for advertising keeps in small letters, once, beside running text.
_ALONE_IN_SMALL_LETTERS = 0.78
_SHORTEST_TITLE = 20
# Below this a match is no witness for another.
_SURE = 0.8
# Of its confidence, what a word that may be a subheading keeps where a marker is next to it inside the text.
_BESIDE_A_MARKER = 0.72
# From here on a line's looks are enough for a word that may be boilerplate (0.6 is the point of mode `balanced`).
_LOOKS_ENOUGH = 0.55


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

    def judged(self, layout: Mapping[int, float]) -> Iterator[tuple[int, Match, float, str]]:
        """Yield (index, match, confidence, reason) for each match that is a finding, sure or not.

        *layout* says for lines of the head and tail how sure their looks alone are that they are boilerplate.
        """
        for index, match in self.matches.items():
            if not self._in_zone(index, match):
                continue
            confidence, reason = match.confidence, match.reason
            if match.rule.needs == "company":
                confidence, reason = self._in_its_company(index, match, layout)
            elif match.rule.needs == "label-shape":
                confidence = self._as_label(index, match)
            elif (match.rule.category == _ADVERTISEMENT and not match.rest and self._is_topic(index, match)) or (
                _is_field(match) and self._in_table(index)
            ):
                confidence /= 2
            if match.rule.where == "short-line" and index in self.structure:
                confidence /= 2
            if confidence:
                yield index, match, confidence, reason

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

    def _in_zone(self, index: int, match: Match) -> bool:
        """Return whether the line stands where the rule allows it."""
        asked = match.rule.zone
        if asked == "anywhere":
            return True
        zone = self.zone(index)
        return zone == asked or (asked == "outside" and zone != "body")

    def _in_its_company(self, index: int, match: Match, layout: Mapping[int, float]) -> tuple[float, str]:
        """Return confidence and reason for a word that may be a subheading."""
        sure = match.rule.confidence
        if self._is_part_of_a_sentence(index):
            return 0.0, ""
        if index in self.row_of_markers:
            return sure, f"“{match.marker}” in a row of such lines."
        if index in self.structure or self._before_prose(index):
            return 0.0, ""
        outside = self.is_beyond_a_marker(index) or self._before_rules(index) or self._above_title(index)
        if index in layout and outside:
            place = {"head": "above the text", "tail": "below the text"}.get(self.zone(index), "outside the text")
            # Two signs that do not depend on each other: the word, and its place and looks.
            looks = sure if layout[index] >= _LOOKS_ENOUGH else min(sure, layout[index])
            return looks, f"“{match.marker}” {place}, with the looks of boilerplate."
        if any(near in self.matches and self.matches[near].confidence >= _SURE for near in self._near(index)):
            return sure * _BESIDE_A_MARKER, f"“{match.marker}” next to a line that a rule knows."
        return 0.0, ""

    def _as_label(self, index: int, match: Match) -> float:
        """Return how sure it is that a line which may be a subheading labels something.

        Repetition makes it sure for capitals and brackets; a word in small letters must also stand next
        to running text, since in a table or list words repeat; there, and once, it is half sure. Capitals
        alone, not repeated, and not beside running text, count for little in a document that sets other lines
        in capitals. Where what stands right below speaks of the word it is a subheading.
        """
        line = self.lines[index]
        if self._is_topic(index, match):
            return match.confidence / 2
        beside_prose = any(is_prose(self.lines[near]) for near in self._near(index))
        if self._times[line.strip()] > 1:
            return match.rule.confidence if match.confidence or beside_prose else 0.0
        if not match.confidence and beside_prose:
            return match.rule.confidence * _ALONE_IN_SMALL_LETTERS
        if line.isupper() and self._other_capitals and not beside_prose:
            return match.confidence / 2
        return match.confidence

    def _is_topic(self, index: int, match: Match) -> bool:
        """Return whether the sentence or paragraph right below the line speaks of its word: a subheading then."""
        below = self._line_below(index)
        return (is_prose(below) or ends_sentence(below)) and folded(match.marker) in folded(below)

    def _in_table(self, index: int) -> bool:
        """Return whether a neighbour of the line is a field that no rule knows."""
        return any(near not in self.matches and is_field(self.lines[near]) for near in self._near(index))

    def _before_rules(self, index: int) -> bool:
        """Return whether the line is the last one, or rules know the next: a subheading has a text of its own below."""
        after = next(self.below(index), None)
        return after is None or after in self.matches

    def _above_title(self, index: int) -> bool:
        """Return whether the line is one of the first two, and one long enough for a title follows."""
        below = self._line_below(index).strip()
        return self._place[index] <= 1 and len(below) >= _SHORTEST_TITLE and not is_prose(below)

    def _is_part_of_a_sentence(self, index: int) -> bool:
        """Return whether the line ends in a full stop, or goes on from one that no rule knows."""
        if self.lines[index].rstrip().endswith("."):
            return True
        place = self._place[index]
        before = self._visible[place - 1] if place else None
        if before is None or before in self.matches or not continues(self.lines[index]):
            return False
        return not ends_sentence(self.lines[before])

    def _before_prose(self, index: int) -> bool:
        """Return whether the next visible line is running text."""
        return is_prose(self._line_below(index))

    def _line_below(self, index: int) -> str:
        """Return the next visible line, or nothing."""
        return next((self.lines[after] for after in self.below(index)), "")

    def _near(self, index: int) -> Iterator[int]:
        """Yield the visible lines before and after *index*."""
        if self._place[index]:
            yield self._visible[self._place[index] - 1]
        yield from islice(self.below(index), 1)

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(line.strip() for line in self.lines)

    @cached_property
    def _visible(self) -> list[int]:
        return [index for index in range(len(self.lines)) if not self.lines.is_blank(index)]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {index: place for place, index in enumerate(self._visible)}

    @cached_property
    def _other_capitals(self) -> bool:
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
            if before is not None and self.lines[before].rstrip().endswith((":", "：")):
                continue
            known = [self.matches[index] for index in row]
            outside = self.zone(row[0]) != "body" and self.zone(row[-1]) == self.zone(row[0])
            sure = any(match.confidence >= _SURE for match in known)
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


def _is_field(match: Match) -> bool:
    """Return whether a field of a table could match like this: a word for somebody's part, a colon, names."""
    return match.rule.category in _NAMING and match.rule.needs in ("colon-and-names", "colon")
