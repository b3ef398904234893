"""The smallest edits a reader understands between two texts, at a cost that stays bounded.

A full difference is quadratic (`difflib` needs 7.7 s for 20,000 characters), so this goes down in
steps: what both texts begin and end with, then lines, then words, and a step is taken only where
its table stays small. Where it would not, the changed stretch is reported as one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# Rows times columns of one alignment; above it the stretch is one edit. 40,000 cells take about 10 ms.
_MOST_CELLS = 40_000

# A word, a run of spaces, or one other character.
_PIECE = re.compile(r"\w+|[^\S\n]+|\n|.", re.DOTALL)


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Change(NamedTuple):
    """``before[start:end]`` became *new*; code points."""

    start: int
    end: int
    new: str


def changes(before: str, after: str) -> Iterator[Change]:
    """Yield what was done to *before* to get *after*: sorted, not overlapping, none without effect."""
    if before == after:
        return
    start, end, stop = _trim(before, after)
    old, new = before[start:end], after[start:stop]
    if not old or not new:
        yield Change(start, end, new)
        return
    old_lines, new_lines = _LINE.findall(old), _LINE.findall(new)
    blocks: list[tuple[Sequence[str], Sequence[str]]]
    if len(old_lines) == len(new_lines) > 1:
        blocks = [([one], [two]) for one, two in zip(old_lines, new_lines, strict=True)]
    elif len(old_lines) > 1 or len(new_lines) > 1:
        blocks = _align(old_lines, new_lines)
    else:
        blocks = [([old], [new])]
    at = start
    for left, right in blocks:
        one, two = "".join(left), "".join(right)
        yield from _within(one, two, at)
        at += len(one)


def _within(before: str, after: str, base: int) -> Iterator[Change]:
    """Yield the changes by words."""
    if before == after:
        return
    start, end, stop = _trim(before, after)
    old, new = before[start:end], after[start:stop]
    at = base + start
    if not old or not new or len(old) == len(new) == 1:
        yield Change(at, at + len(old), new)
        return
    for left, right in _align(_PIECE.findall(old), _PIECE.findall(new)):
        one, two = "".join(left), "".join(right)
        if one != two:
            yield Change(at, at + len(one), two)
        at += len(one)


def _align(old: Sequence[str], new: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Return pairs of stretches of *old* and *new*, equal ones as they are.

    Where both are long they are taken piece by piece if they have equally many, and as one pair if not.
    """
    if len(old) * len(new) > _MOST_CELLS:
        return [([one], [two]) for one, two in zip(old, new, strict=True)] if len(old) == len(new) else [(old, new)]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for _, a, b, c, d in codes]


def _trim(before: str, after: str) -> tuple[int, int, int]:
    """Return (start, end, stop): the texts differ only in ``before[start:end]`` and ``after[start:stop]``."""
    most = min(len(before), len(after))
    start = _common(most, lambda low, high: before[low:high] == after[low:high])
    b, a = len(before), len(after)
    tail = _common(most - start, lambda low, high: before[b - high : b - low] == after[a - high : a - low])
    return start, b - tail, a - tail


def _common(most: int, same: Callable[[int, int], bool]) -> int:
    """Return how far *same* holds from 0, at most *most*, by halving: each code point is compared about twice."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
