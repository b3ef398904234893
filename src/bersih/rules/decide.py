"""Which lines are boilerplate: every reason is heard, and the surest counts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bersih.layout.scorecard import Scored, confidence, score_lines
from bersih.model.lines import Lines
from bersih.model.removal import Verdict
from bersih.rules.after_label import after_label
from bersih.rules.bare import bare_lines
from bersih.rules.below_text import below_signature
from bersih.rules.company import judged
from bersih.rules.matcher import Match
from bersih.rules.surroundings import Surroundings
from bersih.rules.tastes import tastes

# Of its confidence, what a line's looks keep where no line that rules know stands between it and the main
# text, and where it is an item of a list.
_ALONE = 0.75
_IN_A_LIST = 0.7
_BARS = ("|", "·", "•", "›", "»")
_FEWEST_BARS = 2
_YEAR = re.compile(r"\b[12]\d{3}\b")


class Decision(NamedTuple):
    """What is to go, by the index of its line. A line may stand in both parts: one may be switched off."""

    verdicts: dict[int, Verdict]
    tastes: dict[int, Verdict]
    """Those in categories that are a matter of taste."""


def decide(lines: Lines, matches: Mapping[int, Match], *, layout: bool) -> Decision:
    """Return the verdicts on *lines*; *matches* are the rules that each matches by itself.

    Without *layout* no line is judged by its looks; nor is one in a document where no rule knows any line.
    """
    around = Surroundings(lines, matches)
    scored = score_lines(around.page) if layout and matches else {}
    return Decision(
        _surest(
            (
                _by_looks({index: line for index, line in scored.items() if index not in matches}, around),
                _by_rules(around, scored),
                below_signature(around),
                bare_lines(around),
            )
        ),
        _surest((tastes(around),)),
    )


def _surest(sources: Iterable[Iterator[tuple[int, Verdict]]]) -> dict[int, Verdict]:
    """Return the surest verdict on each line; of equally sure ones the last."""
    found: dict[int, Verdict] = {}
    for verdicts in sources:
        for index, verdict in verdicts:
            if index not in found or verdict.confidence >= found[index].confidence:
                found[index] = verdict
    return found


def _by_rules(around: Surroundings, scored: Mapping[int, Scored]) -> Iterator[tuple[int, Verdict]]:
    """Yield the verdicts on lines that rules know, and on what their labels introduce."""
    looks = {index: confidence(line.score) for index, line in scored.items()}
    for index, match, sure, reason in judged(around, looks):
        if index == around.first and match.rule.needs == "colon-and-headline":
            # "Video: …" on the first line is how the page's own title begins.
            sure /= 2  # noqa: PLW2901
        yield index, Verdict(match.name, around.category(index, match), sure, reason)
        if not match.rest:
            yield from after_label(around, index, match, sure)


def _by_looks(scored: Mapping[int, Scored], around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield the verdicts of the score card.

    Looks are never sure between the main text and the line nearest to it that rules know; nor are they in a list.
    """
    for index, line in scored.items():
        sure = confidence(line.score)
        if not sure:
            continue
        if not around.is_beyond_a_marker(index) and not _is_no_heading(around.lines[index]):
            sure *= _ALONE
        if index in around.structure:
            sure *= _IN_A_LIST
        terms = ", ".join(words for words, _ in line.terms)
        yield index, Verdict("layout.card", "boilerplate.layout", sure, f"By its place and looks: {terms}.")


def _is_no_heading(line: str) -> bool:
    """Return whether *line* can be neither a heading nor a last sentence: a counter, a sign, a menu between bars."""
    if any(map(str.isalpha, line)):
        return sum(map(line.count, _BARS)) >= _FEWEST_BARS
    return not _YEAR.search(line)
