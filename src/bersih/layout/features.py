"""What the lines of head and tail look like, in small numbers that a score card can weigh.

Measured are the looks of a line, the lines around it, its place, and which of those rules know as
boilerplate. No word is looked at, and nothing is compared with the main text.
"""

import re
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from bersih.layout.shape import is_one_clause
from bersih.layout.zones import PERHAPS, SECTION, Page

_DAY = re.compile(
    r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\d[年月日]"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|\w\.(?:com|org|net)\b", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*(?:[|›»>·•/→\\]|::|--)\s+|\s[–-]\s|(?<=\S)\s*\|\s*(?=\S)")
_SEPARATORS = re.compile(r"[|›»>·•/→\\:–-]")  # without one of these signs there is none
_MENU = re.compile(r"[|›»>·•]|::")  # signs that a title has not; a dash or a slash it may have
_COUNT = re.compile(r"[(\[]\d[\d.,]*[)\]]|^\d[\d.,]*\s|\s\d[\d.,]*$")
_LAST_COUNT = re.compile(r"[(\[]\s*\d+\s*[)\]]$")
_LAST = 12
_LETTER = re.compile(r"[^\W\d_]")
_PART = re.compile(r"\s*\\?[|｜›»>·•→]\s*|\s//?\s")
# Parts of a menu: at least so many, of at most so many words and characters each.
_TRIM = " -–"
_PARTS, _PART_WORDS, _PART_WIDTH, _MENU_WIDTH = 3, 3, 28, 400
_SYMBOL = re.compile(r"[^\w\s.,]")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_ENDINGS = (".。।۔", "!?！？؟", ":：", "…", ",;-–—", ")]）】", "|»>›→/", "\"”’»“'*")
_END = {sign: kind for kind, signs in enumerate(_ENDINGS, 1) for sign in signs}
_NUMBER_END, _OTHER_END = 9, 10
# Kinds of the last character that end a sentence, and these and others that no menu ends in.
STOPS = (1, 2)
_SENTENCE_ENDS = (1, 2, 3, 5)
_SHORT_LINE = 40
# Of the words of a line in title case.
_TITLE_SHARE = 0.6
# So many characters of a line are looked at, and so many of its words.
_PEEK = 200
_WORDS = 40
FAR = 30  # a mark so many lines away, or more, is far
_NO_SEGMENT = 99

LineFeatures = tuple[float, ...]
"""The measures of a line of head or tail, named and in the order of `FEATURES`."""


class Looks(NamedTuple):
    """What a line looks like by itself."""

    width: int
    """Characters; those of scripts without spaces count twice."""
    words: int
    end: int
    """Kind of the last character: 0 a letter, 1 a stop, 9 a digit; for the others see `_ENDINGS`."""
    capitals: float
    """Share of the words that are all capitals."""
    title: float
    """Share of the words that begin with a capital or digit."""
    digits: float
    """Share of the characters, as `letters` and `symbols` are."""
    separators: int
    segment: float
    """Words between separators; 99 without any."""
    date: int
    address: int
    clauses: int
    """Whether a sentence ends inside."""
    letters: float
    counted: int
    """Whether it has a number in brackets, in front or at the end; 2 if it ends in one in brackets."""
    colon: int
    """Whether it has a colon inside."""
    symbols: float
    menu: int
    """Whether it is a row of short parts in title case between separators, without digits."""

    @property
    def kind(self) -> tuple[bool, ...]:
        """In title case or not, with a stop at the end or not, short or not, with separators or not."""
        return self.title >= _TITLE_SHARE, self.end in STOPS, self.width < _SHORT_LINE, self.separators > 0


class Context(NamedTuple):
    """What is around a line, and where it is; distances and counts are in visible lines."""

    before: int
    """Width of the line before; -1 if there is none."""
    after: int
    before_end: int
    """Kind of the last character of the line before; -1 if there is none."""
    run: int
    """Lines in a row without prose, this one among them."""
    shorts: float
    """Share of short lines among the four on either side."""
    like: int
    """How many of its two neighbours have its looks."""
    known_near: int
    """Lines that rules know, among the two on either side."""
    known_wide: int
    """The same among the six on either side."""
    since_known: int
    """Lines since one in the same zone that rules know; 30 if far."""
    until_known: int
    since_section: int
    known_share: float
    """Share of lines in the zone that rules know."""
    perhaps: int
    """Whether a rule says that the line itself may be boilerplate."""
    perhaps_near: int
    """The same of the two lines on either side."""
    to_text: int
    """Distance to the main text."""
    to_edge: int
    """Distance to the beginning (head) or end (tail) of the document."""
    zone: int
    """Lines in the zone."""
    text: int
    """Lines of prose in the main text."""
    beyond: int
    """Lines of prose between the line and the edge."""
    repeats: int
    """How often head and tail have the line, numbers left out."""
    headlines: int
    """Lines of the head before it that could be the title; 0 in the tail."""


FEATURES: tuple[str, ...] = (*Looks._fields, *Context._fields)


class Features:
    """The measures of the lines of a page, taken as they are asked for."""

    def __init__(self, page: Page) -> None:
        """Measure the lines of *page*."""
        self.page = page
        self._seen: dict[int, Looks] = {}

    def measure(self, place: int) -> LineFeatures:
        """Return the measures of the line at *place*, in the head or tail."""
        return (*self.looks(place), *self._context(place))

    def _context(self, place: int) -> Context:
        page, size = self.page, len(self.page)
        known, prose, shorts = self._sums
        head = place < page.first
        low, high = (0, page.first) if head else (page.last + 1, size)
        two, six = (max(0, place - 2), min(size, place + 3)), (max(0, place - 6), min(size, place + 7))
        near = max(0, place - 4), min(size, place + 5)
        kind = self.looks(place).kind
        around = [other for other in (place - 1, place + 1) if 0 <= other < size]
        since, until, section = self._distances(place, low, high)
        return Context(
            before=page.width[place - 1] if place else -1,
            after=page.width[place + 1] if place + 1 < size else -1,
            before_end=end_of(page.lines[place - 1]) if place else -1,
            run=self._runs.get(place, 0),
            shorts=(shorts[near[1]] - shorts[near[0]]) / (near[1] - near[0]),
            like=sum(self.looks(other).kind == kind for other in around),
            known_near=known[two[1]] - known[two[0]],
            known_wide=known[six[1]] - known[six[0]],
            since_known=since,
            until_known=until,
            since_section=section,
            known_share=(known[high] - known[low]) / (high - low),
            perhaps=int(page.marks[place] == PERHAPS),
            perhaps_near=sum(page.marks[other] == PERHAPS for other in range(*two) if other != place),
            to_text=page.first - place if head else place - page.last,
            to_edge=place if head else size - 1 - place,
            zone=high - low,
            text=prose[page.last + 1] - prose[page.first],
            beyond=prose[place] if head else prose[size] - prose[place],
            repeats=self._repeats[self._folded[place]],
            headlines=self.headlines[place] if head else 0,
        )

    def looks(self, place: int) -> Looks:
        """Return what the line at *place* looks like by itself."""
        found = self._seen.get(place)
        if found is None:
            found = self._seen[place] = _looks(self.page.lines[place], self.page.width[place])
        return found

    @cached_property
    def headlines(self) -> list[int]:
        """How many lines before each place of the head could be the title, and before the main text."""
        return [0, *accumulate(self.may_be_title(place) for place in range(self.page.first))]

    def may_be_title(self, place: int) -> bool:
        """Return whether the line at *place* could be a headline: three words, not a day, no colon at its end."""
        line, width = self.page.lines[place], self.page.width[place]
        if width < 20 or end_of(line) == _END[":"] or not self.is_plain(place):
            return False
        return line.count(" ") > 1 or width > 1.5 * len(line)

    def is_plain(self, place: int) -> bool:
        """Return whether the line at *place* is no boilerplate that rules know, no row of parts, no day or time."""
        line = self.page.lines[place][:_PEEK]
        return not (self.page.known[place] or _MENU.search(line) or (_DIGIT.search(line) and _DAY.search(line)))

    @cached_property
    def _sums(self) -> tuple[list[int], list[int], list[int]]:
        """Known lines, lines of prose and short lines before each place."""
        shorts = (width < _SHORT_LINE for width in self.page.width)
        return [0, *accumulate(self.page.known)], [0, *accumulate(self.page.prose)], [0, *accumulate(shorts)]

    @cached_property
    def _folded(self) -> dict[int, str]:
        return {place: _NUMBER.sub("0", self.page.lines[place].casefold()) for place in self.page.outside()}

    @cached_property
    def _repeats(self) -> Counter[str]:
        return Counter(self._folded.values())

    @cached_property
    def _runs(self) -> dict[int, int]:
        """The length of the row without prose that each place of head and tail is in."""
        runs: dict[int, int] = {}
        prose = self.page.prose
        for place in self.page.outside():
            if place in runs or prose[place]:
                continue
            start = end = place
            while start > 0 and not prose[start - 1]:
                start -= 1
            while end < len(prose) and not prose[end]:
                end += 1
            runs.update(dict.fromkeys(range(place, end), end - start))
        return runs

    def _distances(self, place: int, low: int, high: int) -> tuple[int, int, int]:
        """Return the distances back and on to a known line, and back to the label of a section, in the zone."""
        known, marks = self.page.known, self.page.marks
        back = range(place - 1, max(low, place - FAR + 1) - 1, -1)
        on = range(place + 1, min(high, place + FAR))
        return (
            next((place - other for other in back if known[other]), FAR),
            next((other - place for other in on if known[other]), FAR),
            next((place - other for other in back if marks[other] == SECTION), FAR),
        )


def _looks(line: str, width: int) -> Looks:
    """Return the looks of *line*, *width* columns wide."""
    start = line[:_PEEK]
    tokens = start.split()[:_WORDS]
    words = len(line.split()) + (width - len(line)) // 2
    digits = len(_DIGIT.findall(start))
    symbols = len(_SYMBOL.findall(start))
    separators = len(SEPARATOR.findall(start)) if _SEPARATORS.search(start) else 0
    return Looks(
        width=width,
        words=words,
        end=end_of(line),
        capitals=sum(word.isupper() and len(word) > 1 for word in tokens) / len(tokens),
        title=sum(word[0].isupper() or word[0].isdigit() for word in tokens) / len(tokens),
        digits=digits / len(start),
        separators=separators,
        segment=(words - separators) / (separators + 1) if separators else _NO_SEGMENT,
        date=int(digits > 0 and (_DAY.search(start) or _YEAR.search(start)) is not None),
        address=int(("." in start or ":" in start or "@" in start) and _ADDRESS.search(start) is not None),
        clauses=int(not is_one_clause(start)),
        letters=len(_LETTER.findall(start)) / len(start),
        counted=_counted(line, start) if digits else 0,
        colon=int(": " in start or "：" in start[:-1]),
        symbols=symbols / len(start),
        menu=int(symbols > 0 and not digits and _is_menu(line)),
    )


def _counted(line: str, start: str) -> int:
    """Return 2 where *line* ends in a number in brackets, and 1 where its *start* has another count."""
    return 2 if _LAST_COUNT.search(line[-_LAST:]) else int(_COUNT.search(start) is not None)


def _is_menu(line: str) -> bool:
    """Return whether *line*, which has no digits, is like "Home | News | Sport": short parts in title case."""
    if len(line) > _MENU_WIDTH or end_of(line) in _SENTENCE_ENDS or "http" in line or "->" in line:
        return False
    parts = [part for part in _PART.split(line) if part.strip(_TRIM)]
    if len(parts) < _PARTS or any(len(part) > _PART_WIDTH or len(part.split()) > _PART_WORDS for part in parts):
        return False
    small = sum(part[0].islower() for part in parts)
    return bool(small <= (1 - _TITLE_SHARE) * len(parts))


def end_of(line: str) -> int:
    """Return the kind of the last character of *line*: 0 a letter, 1 a stop, …; dots are an ellipsis."""
    sign = line[-1]
    if sign.isalpha():
        return 0
    if line.endswith("..."):
        return _END["…"]
    return _END.get(sign) or (_NUMBER_END if sign.isdigit() else _OTHER_END)
