"""Time the look-up of markers, for 500 and for 5,000 of them, beside one `re` alternation of the same.

    python benchmarks/bench_matcher.py [--rounds 5] [--kind residue]

The markers are made up by a seeded draw, half of them whole lines and half line starts; a hundred of them
are planted among the lines. MB/s are bytes of UTF-8 over CPU seconds of one core, the median of the rounds.
Read the ratio: the matcher costs the same for ten times as many markers, an alternation ten times as much.
"""

import argparse
import re
import statistics
import time
from collections.abc import Callable, Sequence
from random import Random

from bersih.rules.matcher import Matcher
from bersih.rules.pack import Rule, Where
from documents import KINDS, documents

_SYLLABLES = (
    "ba",
    "ca",
    "di",
    "ku",
    "la",
    "ma",
    "na",
    "pe",
    "ra",
    "sa",
    "ti",
    "ber",
    "lah",
    "kan",
    "mem",
    "ing",
    "ver",
)
_PLANTED = 100


def markers(number: int) -> list[str]:
    """Return *number* phrases of two to five made-up words."""
    draw = Random(number)  # noqa: S311 - the same markers every time is the point

    def word() -> str:
        return "".join(draw.choices(_SYLLABLES, k=draw.randint(2, 3)))

    return [" ".join(word() for _ in range(draw.randint(2, 5))) for _ in range(number)]


def matcher(phrases: Sequence[str]) -> Matcher:
    """Return a matcher that knows half of *phrases* as whole lines and half as line starts."""

    def rule(where: Where, some: Sequence[str]) -> tuple[str, Rule]:
        return "xx", Rule(
            id=f"made.{where}",
            category="boilerplate.related",
            where=where,
            any=list(some),
            confidence=0.9,
            hits=[],
            misses=[],
            note="Made up.",
        )

    return Matcher([rule("whole-line", phrases[::2]), rule("line-start", phrases[1::2])])


def alternation(phrases: Sequence[str]) -> Callable[[str], object]:
    """Return the plain way: one pattern of all *phrases*."""
    whole, starts = "|".join(map(re.escape, phrases[::2])), "|".join(map(re.escape, phrases[1::2]))
    return re.compile(rf"\s*(?:(?:{whole})\s*$|(?:{starts})\b)", re.IGNORECASE).match


def speed(find: Callable[[str], object], lines: Sequence[str], rounds: int) -> float:
    """Return how many MB/s *find* looks through."""
    size = sum(len(line.encode()) for line in lines) / 1e6
    spent = []
    for _ in range(rounds):
        clock = time.process_time()
        for line in lines:
            find(line)
        spent.append(time.process_time() - clock)
    return size / statistics.median(spent)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kind", choices=sorted(KINDS), default="residue")
    args = parser.parse_args()
    lines = [line for made in documents() if made.kind == args.kind for line in made.text.split("\n") if line]
    print("| markers | Matcher, MB/s | re alternation, MB/s | ratio |\n|---|---|---|---|")
    for number in (500, 5_000):
        phrases = markers(number)
        planted = lines[:4_000] + phrases[:_PLANTED]
        ours = speed(matcher(phrases).find, planted, args.rounds)
        theirs = speed(alternation(phrases), planted[-400:], 1)
        print(f"| {number:,} | {ours:.0f} | {theirs:.1f} | {ours / theirs:.0f} |")


if __name__ == "__main__":
    main()
