"""Train the score card of `bersih.layout.scorecard` on labelled lines, and measure it on sites it has not seen.

    python benchmarks/train_card.py --data DATA [--check]

DATA holds `residue/residue_lines.dev.jsonl.zst` (read with `zstd`) and `residue/judged_lines.dev.jsonl`.
Trained is on sets with a permissive licence alone: zyte and fundus (MIT), the articles of wcxb (CC BY 4.0).
Verdicts of readers replace the automatic labels. Excerpts of the content are trained on too, since a text
without boilerplate begins and ends in short lines as well. The weights are those of a logistic regression,
made whole numbers; no step is random, and nothing beyond the standard library is needed. The points of the
modes are chosen on pages whose sites the card was not trained on (five folds). With `--check` the card is only
compared with the committed one, and 1 returned where they differ.
"""

import argparse
import json
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from bersih.layout.features import FEATURES
from labelled_lines import EXCERPTS, FOLDS, Doc, Line, counted, documents
from logistic import Row, fitted

CARD = Path(__file__).parents[1] / "src" / "bersih" / "layout" / "card.json"
TRAINED = ("zyte", "fundus", "wcxb")
UNTOUCHED = ("daniel", "dragnet", "l3s", "indo")
# A line that somebody read counts as much as so many labelled by machine: of 3, 6 and 10 it made no difference.
JUDGED = 6.0
# A point of score is 1/16 of the logarithm of the odds.
SCALE = 16
# The pull of the weights to zero; best of 3 to 300.
RIDGE = 100.0
BINS = 16
# Weights that are given, not learnt. Menus in one line ("Home | News | Sport") are too rare in the sets with a
# permissive licence; of 88 above and below the main text in the others, none was content.
GIVEN = {"menu": 64}
# What the points of the modes may cost, out of fold: shares of the visible characters of content, of its short
# lines, of the content lines that somebody read, and of the lines of excerpts. Less than is promised for any
# site: 0.0003, 0.005 and 0.002 for precise, 0.006 of the lines read for balanced.
LIMITS = {
    "thorough": (0.001, 0.008, 0.012, 0.004),
    "balanced": (0.0006, 0.0045, 0.004, 0.0012),
    "precise": (0.0003, 0.0015, 0.0015, 0.0002),
}


class Trained(NamedTuple):
    """Weights for each bin of each measure, above and below the main text, and what every score begins with."""

    edges: list[list[float]]
    weights: tuple[list[list[int]], list[list[int]]]
    bias: tuple[int, int]

    def score(self, line: Line) -> int:
        """Return the score of *line*."""
        rows = zip(line.measures, self.edges, self.weights[line.below], strict=True)
        return self.bias[line.below] + sum(row[bisect_right(edges, value)] for value, edges, row in rows)


def train(docs: Iterable[Doc]) -> Trained:
    """Return the weights of a card trained on *docs*."""
    lines = [line for doc in docs for line in doc.lines if line.label >= 0]
    edges = _edges([line.measures for line in lines])
    sizes = [len(each) + 1 for each in edges]
    offsets = [0, *accumulate(sizes)]
    width = offsets[-1] + 1
    rows = [
        (
            [line.below * width + offsets[-1]]
            + [
                line.below * width + offset + bisect_right(each, value)
                for value, each, offset in zip(line.measures, edges, offsets, strict=False)
            ],
            line.label,
            JUDGED if line.read else 1.0,
        )
        for line in lines
    ]
    found = fitted(rows, width, RIDGE)
    weights, bias = zip(*(_whole(found[low : low + width], sizes, rows, low) for low in (0, width)), strict=True)
    return Trained(edges, (weights[0], weights[1]), (bias[0], bias[1]))


def _edges(values: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return for each measure the edges of its bins, which hold about as many lines each."""
    edges = []
    for name, column in zip(FEATURES, zip(*values, strict=True), strict=True):
        if name in GIVEN:
            edges.append([1.0])
            continue
        ordered = sorted(column)
        picked = set(ordered)
        if len(picked) > BINS:
            picked = {ordered[len(ordered) * part // BINS] for part in range(1, BINS)}
        edges.append([round(float(edge), 4) for edge in sorted(picked) if edge > ordered[0]])
    return edges


def _whole(found: Sequence[float], sizes: Sequence[int], rows: Sequence[Row], low: int) -> tuple[list[list[int]], int]:
    """Return whole weights for each bin of each measure, whose average over the lines is about zero, and the bias."""
    seen = Counter(place - low for places, _, _ in rows for place in places)
    lines = max(1, seen[len(found) - 1])
    weights, bias = [], found[-1]
    for name, (start, end) in zip(FEATURES, pairwise([0, *accumulate(sizes)]), strict=True):
        if name in GIVEN:
            weights.append([0, GIVEN[name]])
            continue
        middle = sum(found[place] * seen[place] for place in range(start, end)) / lines
        bias += middle
        weights.append([round((found[place] - middle) * SCALE) for place in range(start, end)])
    return weights, round(bias * SCALE)


Scores = Sequence[tuple[Doc, Sequence[int]]]


def out_of_fold(docs: Sequence[Doc]) -> Scores:
    """Return the scores of each document by a card that was trained on other sites."""
    found: list[tuple[Doc, list[int]]] = []
    for fold in range(FOLDS):
        card = train(doc for doc in docs if doc.fold != fold)
        found += [(doc, [card.score(line) for line in doc.lines]) for doc in docs if doc.fold == fold]
    return found


def costs(scores: Scores, point: int) -> Counter[str]:
    """Return what there is in all, and what is gone if lines with a score of *point* or more go."""
    result: Counter[str] = Counter()
    for doc, each in scores:
        result.update(doc.total)
        for line, score in zip(doc.lines, each, strict=True):
            if score >= point and line.label >= 0:
                for kind in ("auto", "read")[: 1 + line.read]:
                    each_one = counted(kind, line.label, line.size, line.short, gone=True)
                    result.update({name.replace("gone", "card"): n for name, n in each_one.items() if "gone" in name})
    return result


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def harms(scores: Scores, point: int) -> tuple[float, float, float, float]:
    """Return the shares that go of content characters, short content lines, lines read as content, excerpts."""
    cost = costs([each for each in scores if not each[0].set.endswith(EXCERPTS)], point)
    excerpts = costs([each for each in scores if each[0].set.endswith(EXCERPTS)], point)
    names = ("size auto", "short auto", "keep read")
    harm, short, hurt = (_share(cost["card " + name], cost[name]) for name in names)
    return harm, short, hurt, _share(excerpts["card keep auto"], excerpts["keep auto"])


def points(scores: Scores) -> dict[str, int]:
    """Return for each mode the least score whose cost is within its limits."""
    found = {}
    for mode, limits in LIMITS.items():
        point = 160
        while all(harm <= limit for harm, limit in zip(harms(scores, point - 1), limits, strict=True)):
            point -= 1
        found[mode] = point
    return found


def report(scores: Scores, chosen: Mapping[str, int]) -> Iterable[str]:
    """Yield a table: for each mode and set, what the rules and the card remove together, and what the card costs."""
    yield "| mode | set | recall, read | recall | card: lines read as content | characters | short lines | excerpts |"
    yield "|---|---|---|---|---|---|---|---|"
    sets = [("trained, out of fold", TRAINED), *((name, (name,)) for name in TRAINED)]
    sets += [("untouched", UNTOUCHED), *((name, (name,)) for name in UNTOUCHED)]
    for mode, point in chosen.items():
        for title, names in sets:
            some = [each for each in scores if each[0].set.removesuffix(EXCERPTS) in names]
            cost = costs([each for each in some if not each[0].set.endswith(EXCERPTS)], point)
            recalls = [
                f"{_share(cost['gone drop ' + kind] + cost['card drop ' + kind], cost['drop ' + kind]):.3f}"
                f" (rules {_share(cost['gone drop ' + kind], cost['drop ' + kind]):.3f})"
                for kind in ("read", "auto")
            ]
            harm, short, hurt, excerpts = harms(some, point)
            yield (
                f"| {mode} ≥ {point} | {title} | {' | '.join(recalls)} | {cost['card keep read']} of "
                f"{cost['keep read']} = {hurt:.2%} | {harm:.3%} | {short:.2%} | {excerpts:.2%} |"
            )


def written(card: Trained, chosen: Mapping[str, int]) -> str:
    """Return *card* as it is committed, with the *chosen* points of the modes."""
    measures = {
        name: {"edges": edges, "head": head, "tail": tail}
        for name, edges, head, tail in zip(FEATURES, card.edges, *card.weights, strict=True)
    }
    thorough, balanced, precise = (chosen[mode] for mode in ("thorough", "balanced", "precise"))
    knots = [[thorough - 40, 0.0], [thorough, 0.4], [balanced, 0.6], [precise, 0.8], [precise + 48, 0.99]]
    lines = [f" {json.dumps(name)}: {json.dumps(row)}" for name, row in measures.items()]
    bias = json.dumps(dict(zip(("head", "tail"), card.bias, strict=True)))
    return f'{{"bias": {bias},\n"knots": {json.dumps(knots)},\n"measures": {{\n' + ",\n".join(lines) + "\n}}\n"


def main() -> int:
    """Train, report, and write or compare; return 1 where a comparison fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with residue/")
    parser.add_argument("--check", action="store_true", help="compare with the committed card, write nothing")
    args = parser.parse_args()
    docs = list(documents(args.data))
    ours = [doc for doc in docs if doc.set.removesuffix(EXCERPTS) in TRAINED]
    scores = out_of_fold(ours)
    chosen = points(scores)
    card = train(ours)
    theirs = [doc for doc in docs if doc.set.removesuffix(EXCERPTS) in UNTOUCHED]
    others = [(doc, [card.score(line) for line in doc.lines]) for doc in theirs]
    print("\n".join(report([*scores, *others], chosen)))
    text = written(card, chosen)
    if not args.check:
        CARD.write_text(text, "utf-8")
        return 0
    same = CARD.read_text("utf-8") == text
    print(f"{CARD.name} is {'the same' if same else 'different: commit what `train_card.py` writes'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
