"""What the lines around a marker say about it, where the line by itself cannot decide.

Some markers are also words that an article uses for a subheading: "Comments", "IKLAN", "Editor". The
company they keep tells: a subheading stands alone before running text, an interface comes in rows.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from bersih.layout.shape import is_field, is_label, is_prose
from bersih.model.lines import Lines
from bersih.rules.matcher import Match

# These stand alone inside an article, right before a subheading too: they are no company.
_INSIDE = ("boilerplate.advertisement", "boilerplate.scroll", "boilerplate.continue", "boilerplate.credit")
# They name people, as the fields of a table on a book or a film do.
_NAMING = ("boilerplate.byline", "boilerplate.credit")
# Three different labels in a row are an interface; two may be a subheading and its kicker.
_ROW = 3
# Below this a match is no witness for another.
_SURE = 0.8


class Surroundings:
    """The lines of a document, and the rules they match."""

    def __init__(self, lines: Lines, matches: Mapping[int, Match]) -> None:
        """Take the *lines*, and by index what each of them matches by itself."""
        self._lines = lines
        self._matches = matches

    def judged(self) -> Iterator[tuple[int, Match, float, str]]:
        """Yield (index, match, confidence, reason) for each match that is a finding, sure or not."""
        for index, match in self._matches.items():
            confidence, reason = match.confidence, match.reason
            if match.rule.needs == "company":
                if index in self._in_company:
                    confidence, reason = match.rule.confidence, f"“{match.marker}” in a row of such lines."
            elif match.rule.needs == "label-shape":
                confidence = self._as_label(index, match)
            elif _is_field(match) and self._in_table(index):
                confidence /= 2
            if confidence:
                yield index, match, confidence, reason

    def _as_label(self, index: int, match: Match) -> float:
        """Return how sure it is that a line which may be a subheading labels something.

        Repetition makes it sure for capitals and brackets; a word in small letters must also stand next
        to running text, since in a table or list words repeat. Capitals alone, not repeated, count for
        little in a document that sets other lines in capitals.
        """
        line = self._lines[index]
        if self._times[line.strip()] > 1:
            if match.confidence or any(is_prose(self._lines[near]) for near in self._near(index)):
                return match.rule.confidence
            return 0.0
        if line.isupper() and self._other_capitals:
            return match.confidence / 2
        return match.confidence

    def _in_table(self, index: int) -> bool:
        """Return whether a neighbour of the line is a field that no rule knows."""
        return any(near not in self._matches and is_field(self._lines[near]) for near in self._near(index))

    def _near(self, index: int) -> Iterator[int]:
        """Yield the visible lines before and after *index*."""
        place = self._place[index]
        if place:
            yield self._visible[place - 1]
        if place + 1 < len(self._visible):
            yield self._visible[place + 1]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(line.strip() for line in self._lines)

    @cached_property
    def _visible(self) -> list[int]:
        return [index for index in range(len(self._lines)) if not self._lines.is_blank(index)]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {index: place for place, index in enumerate(self._visible)}

    @cached_property
    def _other_capitals(self) -> bool:
        """Whether a line that no rule knows has the shape of a label."""
        return any(index not in self._matches and is_label(self._lines[index]) for index in self._visible)

    @cached_property
    def _in_company(self) -> frozenset[int]:
        """The lines in rows that are an interface.

        A row of three different markers is one; so are two, one of them sure, before the first or after
        the last line of running text. A row that a colon introduces is a list of the article's own.
        """
        prose = [index for index in self._visible if is_prose(self._lines[index])]
        found: list[int] = []
        for row, before in self._rows():
            if before is not None and self._lines[before].rstrip().endswith((":", "：")):
                continue
            known = [self._matches[index] for index in row]
            outside = not prose or row[-1] < prose[0] or row[0] > prose[-1]
            sure = any(match.confidence >= _SURE for match in known)
            if len({match.marker for match in known}) >= _ROW or (outside and sure and len(row) > 1):
                found += row
        return frozenset(found)

    def _rows(self) -> Iterator[tuple[list[int], int | None]]:
        """Yield each row of lines that rules know, and the visible line before it."""
        row: list[int] = []
        before: int | None = None
        for index in self._visible:
            match = self._matches.get(index)
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
