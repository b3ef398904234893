"""Edits that take whole lines out of a text."""

from collections.abc import Iterator, Mapping
from itertools import chain
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


def remove_lines(lines: Lines, *opinions: Mapping[int, Verdict]) -> Iterator[Edit]:
    """Yield an edit for each line that one of *opinions* has a verdict on (by its index), and one for each verdict.

    The text closes up around all of them.
    """
    for index, span in lines.removals(chain.from_iterable(opinions)).items():
        for verdicts in opinions:
            if index in verdicts:
                rule, category, confidence, reason = verdicts[index]
                yield Edit(span.start, span.end, "", rule, category, confidence, reason)
