"""Edits that take whole lines out of a text."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bersih.model.edit import Edit
from bersih.model.lines import Lines


class Verdict(NamedTuple):
    """Why a line should go."""

    rule: str
    category: str
    confidence: float
    """0 to 1."""
    reason: str


def remove_lines(lines: Lines, verdicts: Mapping[int, Verdict]) -> Iterator[Edit]:
    """Yield one edit for each line in *verdicts* (by its index), so that the text closes up around them."""
    for index, span in lines.removals(verdicts).items():
        rule, category, confidence, reason = verdicts[index]
        yield Edit(span.start, span.end, "", rule, category, confidence, reason)
