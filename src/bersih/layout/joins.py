"""Line breaks in the middle of a sentence: where a page had a link, bold type or italics."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple

from bersih.layout.breaks import Strength, is_listed, is_wrapped, needs_space, reason, strength
from bersih.layout.dates import is_date
from bersih.layout.pieces import SPACES, Piece, piece
from bersih.layout.structure import in_structure, is_item

SURE, LIKELY, PERHAPS, DOUBTFUL = 0.95, 0.85, 0.6, 0.5
"""Confidence of a join by a sign on the break itself; by signs around it; by a wide line without an end alone; and
of one that makes no whole sentence."""

# What an inline tag held is so short; a line so wide is running text; a sentence has so many characters.
_ELEMENT, _ELEMENT_WORDS = 60, 8
_RUNNING = 80
_SHORT = 30
_SENTENCE = 60
# Words so long are small in no name.
_SMALL_WORD = 3
_ABBREVIATION = 5
# A document is full of broken lines where so many breaks are sure, and one of so many that may be some.
_FEWEST_SURE = 2
_MOST_FOR_ONE_SURE = 6
# And it has no headings in small letters, of so many words, where it has fewer than one for so many sure breaks.
_HEADING_WORDS = 3
_SURE_FOR_ONE_HEADING = 20
# Scripts whose spaces stand between phrases (Thai, Lao, Burmese, Khmer): whether there was one, nobody knows.
_PHRASED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


class Join(NamedTuple):
    """A line break to take out."""

    line: int
    """The line before the break."""
    space: bool
    """Whether a space takes its place."""
    confidence: float
    reason: str


class Joins:
    """The breaks between *lines* that are in the middle of a sentence.

    *words* are those of the language that nothing ends in, and those that seldom end anything; *small* its commonest
    words, no names; *is_known* says of a line whether a rule knows it as boilerplate.
    """

    def __init__(
        self,
        lines: Sequence[str],
        words: tuple[Container[str], Container[str]],
        small: Container[str],
        is_known: Callable[[str], bool],
    ) -> None:
        """Look at nothing yet."""
        self._lines = lines
        self._shown = [line.strip(SPACES) for line in lines]
        self._words = words
        self._small = small
        self._is_known = is_known
        self._structure: frozenset[int] | None = None
        self._pieces: dict[int, Piece | None] = {}
        self._strengths: dict[int, Strength] = {}
        self._damaged = False
        self._headed = True

    def find(self, candidates: Sequence[int]) -> Iterator[Join]:
        """Yield the joins at and around the *candidates*, lines after which one begins like the rest of a sentence."""
        strengths = [found for line in candidates if (found := self._strength(line))]
        sure = strengths.count(Strength.SURE)
        self._damaged = sure >= _FEWEST_SURE and sure * _MOST_FOR_ONE_SURE >= len(strengths)
        if self._damaged:
            among = set(candidates)
            unfinished = [at for at in range(len(self._shown)) if at not in among and self._is_unfinished(at)]
            candidates = sorted([*candidates, *unfinished])
            self._headed = sum(map(self._may_be_heading, range(len(self._shown)))) * _SURE_FOR_ONE_HEADING > sure
        done = -1
        for line in candidates:
            if line <= done or not self._strength(line):
                continue
            first = last = line
            while first - 1 > done and self._strength(first - 1):
                first -= 1
            while self._strength(last + 1):
                last += 1
            done = last
            yield from self._stretch(first, last)

    def _stretch(self, first: int, last: int) -> Iterator[Join]:
        """Yield the joins among the breaks *first* to *last*, each of which is possible."""
        sure: dict[int, float] = {}
        for at in range(first, last + 1):
            sure[at] = self._confidence(at, last, sure.get(at - 1, 0.0))
        at = first
        while at <= last:
            end = at
            while end <= last and sure[end]:
                end += 1
            if end > at:
                yield from self._group(at, end - 1, sure)
            at = end + 1

    def _group(self, first: int, last: int, sure: dict[int, float]) -> Iterator[Join]:
        """Yield the joins *first* to *last*, which make one sentence or paragraph: doubtful if it is none."""
        whole = self._is_sentence(first, last)
        for at in range(first, last + 1):
            left, right = self._at(at), self._at(at + 1)
            yield Join(at, needs_space(left, right), sure[at] if whole else DOUBTFUL, reason(left, right))

    def _is_sentence(self, first: int, last: int) -> bool:
        """Return whether the lines *first* to *last* + 1 together read like running text, begun and finished.

        In a document full of broken lines it need not have a beginning. An end is a stop or a wide line, or
        a plain break after which nothing can be said of the next.
        """
        pieces = [self._at(at) for at in range(first, last + 2)]
        strengths = [self._strength(at) for at in range(first, last + 1)]
        width, end = sum(each.width for each in pieces), pieces[-1]
        plain = self._damaged or max(strengths) == Strength.SURE
        ended = (
            end.end == "stop"
            or end.width >= _RUNNING
            or (plain and (strengths[-1] >= Strength.GOOD or end.width >= _SHORT))
            or (len(pieces) > 2 and pieces[0].width >= _RUNNING and end.width >= _ELEMENT)
        )
        if not ended or width < (_SENTENCE if len(pieces) == 2 else _SENTENCE / 2):
            return False
        if max(strengths) < Strength.SURE and max(each.width for each in pieces) < _SHORT:
            return False
        if self._damaged:
            return True
        if pieces[0].begin != "other" and strengths[0] < Strength.SURE:
            return False
        return max(each.width for each in pieces) >= _RUNNING or max(strengths) >= Strength.GOOD

    def _confidence(self, at: int, last: int, before: float) -> float:
        """Return how surely the break *at* is joined, judged by itself and the breaks beside it; 0 for not.

        *before* is the answer for the break before; *last* the last break there is.
        """
        found = self._strength(at)
        left, right = self._at(at), self._at(at + 1)
        after = self._strength(at + 1) if at < last and self._goes_on(self._at(at + 2)) else Strength.NO
        if right.begin == "other" and left.end != "open":
            return self._before_name(left, right, after, before)
        if found >= Strength.GOOD:
            return SURE if found == Strength.SURE else LIKELY
        # A small letter, and nothing else.
        if self._damaged or before >= LIKELY or (is_element(right) and after >= Strength.GOOD):
            return LIKELY
        if left.width >= _RUNNING and right.width >= _SHORT:
            return PERHAPS
        return DOUBTFUL if left.width >= _SHORT or right.width >= _SHORT else 0.0

    def _before_name(self, left: Piece, right: Piece, after: Strength, before: float) -> float:
        """Return how surely a line that begins with a capital, a figure or a quote goes on from the one before."""
        found = strength(left, right)
        if found == Strength.GOOD:
            goes_on = after or self._damaged or right.end in ("stop", "word") or right.width >= _RUNNING
            return LIKELY if goes_on else 0.0
        if self._damaged and before >= LIKELY and right.end == "stop" and is_element(left):
            plain = is_name(left.text) or before == SURE or (left.begin == "small" and left.words > 1)
            return LIKELY if plain and not self._begins_small(right) else 0.0
        if not (after and is_element(right) and is_name(right.text)) or right.goes_on or right.end == "word":
            return 0.0
        if _PHRASED.match(left.text[-1]) or _PHRASED.match(right.text[0]):
            return 0.0
        return self._before_element(left, right, max(after, found + 1), before)

    def _before_element(self, left: Piece, right: Piece, around: int, before: float) -> float:
        """Return how surely the name *right* goes on from *left*; *around* is the strength of its two breaks."""
        if self._damaged and (left.end == "comma" or (_may_head(left) and not self._headed)):
            return 0.0 if self._begins_small(right) else LIKELY
        if left.width >= _RUNNING or before >= LIKELY or (left.begin != "other" and left.width >= _SHORT):
            return LIKELY if self._damaged or around >= Strength.GOOD else PERHAPS
        return DOUBTFUL if around >= Strength.GOOD else 0.0

    def _goes_on(self, each: Piece) -> bool:
        """Return whether *each* begins like the rest of a sentence; in a document full of broken lines by a figure."""
        return each.begin != "other" or (self._damaged and each.text[0].isdigit())

    def _begins_small(self, each: Piece) -> bool:
        """Return whether *each* begins with one of the commonest words: a sentence does, a name does not."""
        return each.text.split()[0].lower() in self._small

    def _strength(self, at: int) -> Strength:
        """Return how surely the break after the line *at* is in a sentence; `NO` if a line is part of none."""
        if at not in self._strengths:
            self._strengths[at] = self._judge(at)
        return self._strengths[at]

    def _is_unfinished(self, at: int) -> bool:
        """Return whether the line *at* ends in a comma or a word that nothing ends in, and may go on."""
        left = self._piece(at)
        return left is not None and left.end in ("comma", "word") and bool(self._strength(at))

    def _may_be_heading(self, at: int) -> bool:
        """Return whether the line *at* looks like a heading in small letters, with a whole paragraph below it."""
        left, right = self._piece(at), self._piece(at + 1)
        if left is None or right is None or not _may_head(left) or left.width >= _RUNNING:
            return False
        return right.begin == "other" and right.end == "stop" and right.width >= _RUNNING

    def _judge(self, at: int) -> Strength:
        if not 0 <= at < len(self._shown) - 1 or is_wrapped(self._shown, at):
            return Strength.NO
        left, right = self._piece(at), self._piece(at + 1)
        if left is None or right is None or (left.end == "comma" and is_listed(self._shown, at)):
            return Strength.NO
        return strength(left, right)

    def _at(self, at: int) -> Piece:
        """Return the line *at*, beside a break that is possible."""
        found = self._piece(at)
        assert found is not None
        return found

    def _piece(self, at: int) -> Piece | None:
        """Return the line *at* as a piece, or None where it is part of no sentence."""
        if at not in self._pieces:
            self._pieces[at] = self._make(at)
        return self._pieces[at]

    def _make(self, at: int) -> Piece | None:
        if not 0 <= at < len(self._lines) or not self._shown[at]:
            return None
        if self._structure is None:
            self._structure = in_structure(self._lines)
        found = piece(self._shown[at], *self._words)
        if at in self._structure or found.barred or is_item(self._lines[at]) or _is_shout(found.text):
            return None
        if found.width < 2 * _RUNNING and (is_date(found.text) or self._is_known(found.text)):
            return None
        return found


def is_element(each: Piece) -> bool:
    """Return whether *each* may be what one inline tag held."""
    return each.width <= _ELEMENT and each.words <= _ELEMENT_WORDS


def is_name(text: str) -> bool:
    """Return whether all longer words of *text* have capitals or figures."""
    return all(len(word) <= _SMALL_WORD or not word[0].islower() for word in text.split())


def _may_head(each: Piece) -> bool:
    """Return whether *each* ends in a small word, as a sentence without its end does, and some headings."""
    return each.end == "small" and each.words >= _HEADING_WORDS


def _is_shout(text: str) -> bool:
    """Return whether *text* is a word or more in capitals, longer than most abbreviations."""
    return len(text) > _ABBREVIATION and text.isupper()
