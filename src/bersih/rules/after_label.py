"""Links on the lines after a label such as "Baca juga:" or "Related articles"."""

from collections.abc import Iterator

from bersih.layout.shape import UNSPACED, continues, ends_sentence, is_headline, is_prose
from bersih.layout.structure import is_item
from bersih.model.removal import Verdict
from bersih.rules.matcher import Match
from bersih.rules.surroundings import Surroundings

_RELATED = "boilerplate.related"
# The shortest headline under 20 labels "Baca juga:" had 6 words; subheadings have 2 to 4 (extractor output, 2026).
_FEWEST_WORDS = 5
# Below the text, a label may head a list of links; a longer one than this is something else.
_MOST_LINKS = 12
_LONGEST_LINK = 160
# Without title case a link must be longer: subheadings of six words are rare (no line read as content was hurt).
_FEWEST_WORDS_OF_A_LINK = 6
_FEWEST_CHARACTERS_OF_A_LINK = 11
_COLONS = (":", "：")
# Of the label's confidence: a headline in title case right after it, and any other line of a list below the text.
_HEADLINE = 0.9
_LINK = 0.9
_SURE = 0.8


def after_label(around: Surroundings, label: int, match: Match, confidence: float) -> Iterator[tuple[int, Verdict]]:
    """Yield verdicts on the links that the *label* alone on its line introduces, of its *confidence*.

    Inside the text that is one headline without a final stop, of five words or more in title case, or of six in
    any case that is not the last line; after a label that has a colon or is the heading of a section. It stays if
    the line after it goes on from it: what follows may be the article itself, or a subheading. Below the text it
    is up to twelve of them, and under a heading every line down to the first stop.
    """
    if match.rule.category != _RELATED:
        return
    lines = around.lines
    tail = around.is_below_all(label)
    if not tail and not lines[label].rstrip().endswith(_COLONS) and match.rule.where != "whole-line":
        return
    heading = match.rule.where == "whole-line" and confidence >= _SURE and not lines[label].rstrip().endswith(_COLONS)
    reason = f"A headline on the line after “{match.marker}”."
    below = f"In the list below “{match.marker}”."
    for count, index in enumerate(_following(around, label)):
        if count >= (_MOST_LINKS if tail else 1):
            return
        after = next(around.below(index), None)
        if after is not None and continues(lines[after]):
            return
        if is_headline(lines[index]) and len(lines[index].split()) >= _FEWEST_WORDS:
            yield index, Verdict(match.name, _RELATED, confidence * _HEADLINE, reason)
        elif heading and tail and around.zone(index) == "tail" and not ends_sentence(lines[index]):
            yield index, Verdict(match.name, _RELATED, confidence * _LINK, below)
        elif _is_link(lines[index]) and after is not None:
            yield index, Verdict(match.name, _RELATED, confidence * _LINK, reason)
        else:
            return


def _is_link(line: str) -> bool:
    """Return whether *line*, in whatever case, is longer than a subheading and no sentence."""
    line = line.strip()
    if ends_sentence(line) or line.endswith(_COLONS) or is_item(line):
        return False
    unspaced = sum(1 for _ in UNSPACED.finditer(line))
    return len(line.split()) >= _FEWEST_WORDS_OF_A_LINK or unspaced >= _FEWEST_CHARACTERS_OF_A_LINK


def _following(around: Surroundings, label: int) -> Iterator[int]:
    """Yield the visible lines after *label*, up to running text or a line that a rule knows."""
    for index in around.below(label):
        line = around.lines[index]
        if index in around.matches or is_prose(line) or len(line) > _LONGEST_LINK:
            return
        yield index
