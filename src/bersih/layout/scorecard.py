"""How much like boilerplate the lines of head and tail look: whole numbers, added up from a card.

The card (`card.json`) holds for each measure of a line its bins, and for each bin a weight above and one
below the main text. The sum of the weights is the score, the same on every machine, and the largest weights
are the reasons. It is trained by `benchmarks/train_card.py`.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from bersih.layout.features import FEATURES, STOPS, Features, LineFeatures, end_of
from bersih.layout.shape import continues
from bersih.layout.structure import fenced
from bersih.layout.zones import KNOWN, PERHAPS, SECTION, UNKNOWN, Page

_QUOTES = "\"“”„«‹‘'「『"
_COMMAS = ",，、،"
# A sum of money or a percentage: the cell of a table, a price in a list.
_AMOUNT = re.compile(r"[$€£¥₩]\s?\d|\d\s?[$€£¥₩%]")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)、]\s*\S")
_BULLETED = re.compile(r"[•●▪◦✓✔○‣*+–—-]\s+\S")
# A sentence of so many columns is text, of the article or of somebody else, as is anything longer: the card is for
# labels. A colon ends a sentence too.
_SENTENCE, _LONG = 60, 120
_SENTENCE_ENDS = (*STOPS, 3)
# Columns of a line that is but a part of a sentence, and so many of them make one.
_PART = 40
_PARTS = 4
_LETTER = re.compile(r"[^\W\d_]")
# Kinds of the last character (`end_of`) after which a sentence may go on: letters, digits, commas, brackets, quotes.
_MAY_GO_ON = (0, 5, 6, 8, 9, 10)
# Rules at least this sure know a line.
_SURE = 0.8
_SECTIONS = ("comments", "related", "share", "follow", "newsletter")

# What a report says of a measure that speaks for boilerplate.
_WORDS: Mapping[str, str] = {
    "width": "its length",
    "words": "its number of words",
    "end": "its last character",
    "capitals": "words in capitals",
    "title": "the first letters of its words",
    "digits": "its digits",
    "separators": "separators between its parts",
    "segment": "the short parts between separators",
    "date": "a date or time",
    "address": "an address",
    "clauses": "no sentence inside",
    "letters": "its share of letters",
    "counted": "a count",
    "colon": "a colon inside",
    "symbols": "the signs in it, or their absence",
    "menu": "a row of short parts, like a menu",
    "before": "the length of the line before",
    "after": "the length of the line after",
    "before_end": "the end of the line before",
    "run": "the row of lines without running text",
    "shorts": "short lines around it",
    "like": "lines of the same looks next to it",
    "known_near": "boilerplate next to it",
    "known_wide": "boilerplate around it",
    "since_known": "boilerplate before it",
    "until_known": "boilerplate after it",
    "since_section": "the label of a section before it",
    "known_share": "boilerplate in this part of the page",
    "perhaps": "a word that often is boilerplate",
    "perhaps_near": "words next to it that often are boilerplate",
    "to_text": "its distance from the main text",
    "to_edge": "its distance from the edge of the page",
    "zone": "the number of lines in this part of the page",
    "text": "the length of the main text",
    "beyond": "the running text between it and the edge of the page",
    "repeats": "lines like it elsewhere on the page",
    "headlines": "its place among the headlines",
}


class Scored(NamedTuple):
    """The score of a line."""

    score: int
    terms: tuple[tuple[str, int], ...]
    """The three measures that speak most for boilerplate, in words a user knows, and how much."""


class Card(NamedTuple):
    """A score card."""

    edges: tuple[tuple[float, ...], ...]
    """For each measure where its bins end: a value belongs to the bin with as many edges at or below it."""
    head: tuple[tuple[int, ...], ...]
    """For each measure the weight of each bin, for lines above the main text."""
    tail: tuple[tuple[int, ...], ...]
    bias: tuple[int, int]
    """What every score begins with, above and below the main text."""
    knots: tuple[tuple[int, float], ...]
    """Scores and their confidences, both rising; between them it rises evenly."""

    def score(self, measures: LineFeatures, *, below: bool) -> tuple[int, list[int]]:
        """Return the score of a line with these *measures*, and what each of them adds."""
        weights = self.tail if below else self.head
        terms = [
            row[bisect_right(edges, value)] for value, edges, row in zip(measures, self.edges, weights, strict=True)
        ]
        return sum(terms) + self.bias[below], terms


@cache
def own_card() -> Card:
    """Return the card that comes with bersih."""
    return read_card(files(__package__).joinpath("card.json").read_text("utf-8"))


def read_card(text: str) -> Card:
    """Return the card that is written in *text*, JSON as `benchmarks/train_card.py` writes it."""
    data = json.loads(text)
    rows = [data["measures"][name] for name in FEATURES]
    return Card(
        edges=tuple(tuple(row["edges"]) for row in rows),
        head=tuple(tuple(row["head"]) for row in rows),
        tail=tuple(tuple(row["tail"]) for row in rows),
        bias=(data["bias"]["head"], data["bias"]["tail"]),
        knots=tuple((score, sure) for score, sure in data["knots"]),
    )


def mark_of(confidence: float, category: str) -> int:
    """Return how a line is to be marked which a rule of *category* matches by itself with this *confidence*."""
    if confidence < _SURE:
        return PERHAPS
    return SECTION if category.rpartition(".")[2] in _SECTIONS else KNOWN


def score_lines(page: Page) -> dict[int, Scored]:
    """Return, by index, the scores of the lines of *page* above and below the main text that are not protected.

    Lines that rules know, and lines of running text, have no score; nor has anything in a document without
    a main text.
    """
    card = own_card()
    found: dict[int, Scored] = {}
    features = Features(page)
    for place in candidates(features):
        score, terms = card.score(features.measure(place), below=place > features.page.last)
        largest = sorted(range(len(terms)), key=terms.__getitem__, reverse=True)[:3]
        named = tuple((_WORDS[FEATURES[number]], terms[number]) for number in largest if terms[number] > 0)
        found[features.page.index[place]] = Scored(score, named)
    return found


def confidence(score: int) -> float:
    """Return how sure a *score* makes it that a line is boilerplate: 0 to 1.

    0.8 is the point of the mode `precise`, 0.6 that of `balanced`, 0.4 that of `thorough`.
    """
    knots = own_card().knots
    if score <= knots[0][0]:
        return knots[0][1]
    for (low, less), (high, more) in pairwise(knots):
        if score <= high:
            return less + (more - less) * (score - low) / (high - low)
    return knots[-1][1]


def candidates(features: Features) -> list[int]:
    """Return the places of the lines that may be scored: outside the main text, no prose, not protected."""
    page = features.page
    places = [place for place in page.outside() if page.marks[place] in (UNKNOWN, PERHAPS) and not page.prose[place]]
    if not places:
        return []
    kept = _titles(features) | _listed(page) | _tables(features) | set(fenced(page.lines))
    return [place for place in places if place not in kept and not _is_protected(page, place)]


def _is_protected(page: Page, place: int) -> bool:
    """Return whether the line at *place* must stay whatever it scores.

    What opens with a quotation mark or ends in a comma; sums of money and percentages; whole sentences of some
    length; parts of a sentence that goes on in a line below; and below the main text a line right before prose,
    a subheading, unless a rule knows one of the two lines above.
    """
    line = page.lines[place]
    if line[0] in _QUOTES or line[-1] in _COMMAS or continues(line) or _AMOUNT.search(line):
        return True
    if page.width[place] >= (_SENTENCE if end_of(line) in _SENTENCE_ENDS else _LONG):
        return True
    if place > page.last and page.is_before_prose(place) and not any(page.known[max(0, place - 2) : place]):
        return True
    return _goes_on(page, place)


def _goes_on(page: Page, place: int) -> bool:
    """Return whether the line at *place* is part of a sentence that goes on in the next line, or two or three on.

    Names that were links stand on lines of their own: "Ibu", "Kartini", ", pahlawan dari Jepara".
    """
    if end_of(page.lines[place]) not in _MAY_GO_ON:
        return False
    for other in range(place + 1, min(place + _PARTS, len(page))):
        if page.known[other]:
            return False
        if continues(page.lines[other]):
            return other == place + 1 or page.width[place] <= _PART
        if end_of(page.lines[other]) not in _MAY_GO_ON or page.width[other] > _PART:
            return False
    return False


def _titles(features: Features) -> set[int]:
    """Return what may be the title: the first and last headline-like line of the head, and its longest lines."""
    page, before = features.page, features.headlines
    like = [place for place in range(page.first) if before[place + 1] > before[place]]
    plain = [place for place in range(page.first) if not page.prose[place] and features.is_plain(place)]
    longest = max((page.width[place] for place in plain), default=0)
    return {*like[:1], *like[-1:], *(place for place in plain if page.width[place] == longest)}


def _listed(page: Page) -> set[int]:
    """Return the rows of two or more numbered lines, and of bulleted ones that a line with a colon introduces."""
    found: set[int] = set()
    for pattern, needs_colon in ((_NUMBERED, False), (_BULLETED, True)):
        row: list[int] = []
        for place, line in enumerate(page.lines):
            if not pattern.match(line):
                row = []
                continue
            row.append(place)
            if len(row) > 1 and (not needs_colon or _introduces(page, row[0] - 1)):
                found.update(row[-2:])
    return found


def _introduces(page: Page, place: int) -> bool:
    """Return whether the line at *place* ends in a colon and is not known as boilerplate."""
    return place >= 0 and page.lines[place][-1] in ":：" and not page.known[place]


def _tables(features: Features) -> set[int]:
    """Return the rows of tables: two lines or more with as many bars each, unless all of them are menus."""
    found: set[int] = set()
    page = features.page
    places = [place for place in range(len(page)) if "|" in page.lines[place]]
    row: list[int] = []
    for place in [*places, len(page) + 1]:  # the last one ends the last row
        if row and (place != row[-1] + 1 or page.lines[place].count("|") != page.lines[row[-1]].count("|")):
            lettered = [other for other in row if _LETTER.search(page.lines[other])]
            if len(lettered) > 1 and not all(features.looks(other).menu for other in lettered):
                found.update(row)
            row = []
        row.append(place)
    return found
