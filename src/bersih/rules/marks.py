"""What the layout is told of each line: whether rules know it, and as what."""

from collections.abc import Mapping

from bersih.layout.scorecard import mark_of
from bersih.layout.zones import KNOWN, SECTION, UNKNOWN
from bersih.rules.matcher import Match


def marks(count: int, matches: Mapping[int, Match]) -> list[int]:
    """Return the marks of *count* lines, of which *matches* says by index what rules know by themselves.

    Only a heading of its own opens a section: "Baca juga: …" stands between two paragraphs.
    """
    marked = [UNKNOWN] * count
    for index, match in matches.items():
        mark = mark_of(match.confidence, match.rule.category)
        marked[index] = KNOWN if mark == SECTION and match.rule.where != "whole-line" else mark
    return marked
