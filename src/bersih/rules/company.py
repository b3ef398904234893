"""How sure a rule is, where the line that it matches cannot decide by itself.

Some markers are also words that an article uses for a subheading: "Comments", "IKLAN", "Editor". The
company they keep tells: a subheading stands alone before running text, an interface comes in rows, or at
the head and tail of a page.
"""

from collections.abc import Iterator, Mapping
from itertools import islice, takewhile

from bersih.layout.shape import continues, ends_sentence, is_field, is_prose
from bersih.rules.form import folded
from bersih.rules.matcher import Match
from bersih.rules.surroundings import COLONS, SURE, Surroundings

_ADVERTISEMENT = "boilerplate.advertisement"
# They name people, as the fields of a table on a book or a film do.
_NAMING = ("boilerplate.byline", "boilerplate.credit")
# Of its confidence, what a noun for advertising keeps in small letters, once, beside running text.
_ALONE_IN_SMALL_LETTERS = 0.78
_SHORTEST_TITLE = 20
# So many lines on either side are looked at for other fields of a table.
_FIELDS_AROUND = 6
# Of its confidence, what a word that may be a subheading keeps outside the text, or with a marker next to it.
_OUTSIDE = 0.72
# The same, where nothing that it could be the subheading of stands below it.
_AT_THE_EDGE = 0.95
# From here on a line's looks are enough for a word that may be boilerplate (0.6 is the point of mode `balanced`).
_LOOKS_ENOUGH = 0.55
_PLACES = {"head": "above the text", "tail": "below the text"}


def judged(around: Surroundings, layout: Mapping[int, float]) -> Iterator[tuple[int, Match, float, str]]:
    """Yield (index, match, confidence, reason) for each match that is a finding, sure or not.

    *layout* says for lines of the head and tail how sure their looks alone are that they are boilerplate.
    """
    for index, match in around.matches.items():
        if not _in_zone(around, index, match):
            continue
        confidence, reason = match.confidence, match.reason
        if match.rule.needs == "company":
            confidence, reason = _in_its_company(around, index, match, layout)
        elif match.rule.needs == "label-shape":
            confidence = _as_label(around, index, match)
        elif (match.rule.category == _ADVERTISEMENT and not match.rest and _is_topic(around, index, match)) or (
            _is_field(match) and _in_table(around, index)
        ):
            confidence /= 2
        if match.rule.where == "short-line" and index in around.structure:
            confidence /= 2
        if confidence:
            yield index, match, confidence, reason


def _in_zone(around: Surroundings, index: int, match: Match) -> bool:
    """Return whether the line stands where the rule allows it."""
    asked = match.rule.zone
    if asked == "anywhere":
        return True
    zone = around.zone(index)
    return zone == asked or (asked == "outside" and zone != "body")


def _in_its_company(around: Surroundings, index: int, match: Match, layout: Mapping[int, float]) -> tuple[float, str]:
    """Return confidence and reason for a word that may be a subheading."""
    sure, marker = match.rule.confidence, f"“{match.marker}”"
    if _is_part_of_a_sentence(around, index):
        return 0.0, ""
    if index in around.row_of_markers:
        return sure, f"{marker} in a row of such lines."
    below = around.line_below(index)
    if index in around.structure or is_prose(below):
        return 0.0, ""
    found = [(0.0, "")]
    edge = _above_title(around, index) or around.is_last(index)
    if index in layout and (edge or around.is_beyond_a_marker(index) or _before_rules(around, index)):
        # Two signs that do not depend on each other: the word, and its place and looks.
        looks = sure if layout[index] >= _LOOKS_ENOUGH else min(sure, layout[index])
        place = _PLACES.get(around.zone(index), "outside the text")
        found.append((looks, f"{marker} {place}, with the looks of boilerplate."))
    if edge:
        found.append((sure * _AT_THE_EDGE, f"{marker} at the edge of the page, with no text of its own."))
    elif around.zone(index) != "body" and not around.lines[index].rstrip().endswith(COLONS):
        found.append((sure * _OUTSIDE, f"{marker} outside the text."))
    if any(near in around.matches and around.matches[near].confidence >= SURE for near in around.near(index)):
        found.append((sure * _OUTSIDE, f"{marker} next to a line that a rule knows."))
    return max(found, key=lambda each: each[0])


def _as_label(around: Surroundings, index: int, match: Match) -> float:
    """Return how sure it is that a line which may be a subheading labels something.

    Repetition makes it sure for capitals and brackets; a word in small letters must also stand next
    to running text, since in a table or list words repeat; there, and once, it is half sure. Capitals
    alone, not repeated, and not beside running text, count for little in a document that sets other lines
    in capitals. Where what stands right below speaks of the word it is a subheading.
    """
    line = around.lines[index]
    if _is_topic(around, index, match):
        return match.confidence / 2
    beside_prose = any(is_prose(around.lines[near]) for near in around.near(index))
    if around.times[line.strip()] > 1:
        return match.rule.confidence if match.confidence or beside_prose else 0.0
    if not match.confidence and beside_prose:
        return match.rule.confidence * _ALONE_IN_SMALL_LETTERS
    if line.isupper() and around.other_capitals and not beside_prose:
        return match.confidence / 2
    return match.confidence


def _is_topic(around: Surroundings, index: int, match: Match) -> bool:
    """Return whether the sentence or paragraph right below the line speaks of its word: a subheading then."""
    after = next(around.below(index), None)
    if after is None or after in around.matches:
        return False  # two labels, one below the other
    below = around.lines[after]
    return (is_prose(below) or ends_sentence(below)) and folded(match.marker) in folded(below)


def _is_field(match: Match) -> bool:
    """Return whether a field of a table could match like this: a name of something, a colon, a value."""
    needs = match.rule.needs
    return needs == "colon-and-value" or (match.rule.category in _NAMING and needs in ("colon-and-names", "colon"))


def _in_table(around: Surroundings, index: int) -> bool:
    """Return whether the line stands in a row of fields, and no rule knows one of the nearest of them."""
    rows = (around.above(index), around.below(index))
    fields = (
        other for row in rows for other in takewhile(lambda at: is_field(around.lines[at]), islice(row, _FIELDS_AROUND))
    )
    return any(other not in around.matches for other in fields)


def _before_rules(around: Surroundings, index: int) -> bool:
    """Return whether the line is the last one, or rules know the next: a subheading has a text of its own below."""
    after = next(around.below(index), None)
    return after is None or after in around.matches


def _above_title(around: Surroundings, index: int) -> bool:
    """Return whether the line is one of the first two, and one long enough for a title follows."""
    below = around.line_below(index).strip()
    return around.place(index) <= 1 and len(below) >= _SHORTEST_TITLE and not ends_sentence(below)


def _is_part_of_a_sentence(around: Surroundings, index: int) -> bool:
    """Return whether the line ends in a full stop, or goes on from one that no rule knows."""
    if around.lines[index].rstrip().endswith("."):
        return True
    before = around.line_before(index)
    if before is None or before in around.matches or not continues(around.lines[index]):
        return False
    return not ends_sentence(around.lines[before])
