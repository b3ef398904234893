"""Logistic regression for two groups of rows that have much in common: lines above and below the main text.

Plain Python, no step is random: the weights are the same wherever floating-point numbers are IEEE 754, but for
the last digits of `math.exp`, which are far below what is left after rounding.
"""

import math
from collections.abc import Callable, Sequence

Row = tuple[list[int], int, float]
"""The places of the weights that are added up, the label (1 or 0), and how much the row counts."""


def fitted(rows: Sequence[Row], width: int, ridge: float) -> list[float]:
    """Return the weights that fit *rows* best: *width* for the first group, and as many for the second.

    The last weight of each group is the bias. The others are drawn to zero with the strength *ridge*.
    """
    return minimum(lambda at: _loss(at, rows, width, ridge), [0.0] * (2 * width))


def _loss(at: Sequence[float], rows: Sequence[Row], width: int, ridge: float) -> tuple[float, list[float]]:
    """Return the loss of the weights *at*, and its gradient.

    The weights of the groups are drawn to zero, and to one another: as if each were the sum of one that
    both have and one of its own, all drawn to zero alike.
    """
    loss, slope = 0.0, [0.0] * len(at)
    for places, label, weight in rows:
        total = sum([at[place] for place in places])
        # log(1 + exp(-x)) without overflow
        margin = total if label else -total
        part = math.exp(-abs(margin))
        loss += weight * (math.log1p(part) + max(0.0, -margin))
        miss = weight * ((part if margin > 0 else 1.0) / (1.0 + part)) * (-1 if label else 1)
        for place in places:
            slope[place] += miss
    for place in range(width - 1):
        above, below = at[place], at[width + place]
        shared = (above + below) / 3
        loss += ridge / 2 * (above**2 + below**2 - 3 * shared**2)
        slope[place] += ridge * (above - shared)
        slope[width + place] += ridge * (below - shared)
    return loss, slope


def minimum(function: Callable[[Sequence[float]], tuple[float, list[float]]], start: list[float]) -> list[float]:
    """Return where *function*, which gives a value and a gradient, is least: L-BFGS, a memory of ten steps."""
    at, (value, slope) = start, function(start)
    memory: list[tuple[list[float], list[float], float]] = []
    for _ in range(500):
        if max(map(abs, slope)) < 1e-4:
            break
        direction = _direction(slope, memory)
        size = 1.0 if memory else 1.0 / max(1.0, _dot(slope, slope) ** 0.5)
        downhill = _dot(slope, direction)
        while True:
            there = [x + size * step for x, step in zip(at, direction, strict=True)]
            new_value, new_slope = function(there)
            if new_value <= value + 1e-4 * size * downhill or size < 1e-12:
                break
            size /= 2
        step = [new - old for new, old in zip(there, at, strict=True)]
        turn = [new - old for new, old in zip(new_slope, slope, strict=True)]
        if (bend := _dot(step, turn)) > 1e-12:
            memory = [*memory[-9:], (step, turn, bend)]
        at, value, slope = there, new_value, new_slope
    return at


def _direction(slope: Sequence[float], memory: Sequence[tuple[list[float], list[float], float]]) -> list[float]:
    """Return the direction to go, by the two loops of L-BFGS."""
    left = [-each for each in slope]
    shares = []
    for step, turn, bend in reversed(memory):
        share = _dot(step, left) / bend
        shares.append(share)
        left = [x - share * y for x, y in zip(left, turn, strict=True)]
    if memory:
        _, turn, bend = memory[-1]
        factor = bend / _dot(turn, turn)
        left = [factor * each for each in left]
    for (step, turn, bend), share in zip(memory, reversed(shares), strict=True):
        other = _dot(turn, left) / bend
        left = [x + (share - other) * y for x, y in zip(left, step, strict=True)]
    return left


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return math.fsum(x * y for x, y in zip(one, other, strict=True))
