"""Make the tables of bersih.layout.headline_end: counts of what headlines and sentences look like.

    python benchmarks/train_headline_end.py LINES            # writes src/bersih/layout/headline_end.json
    python benchmarks/train_headline_end.py LINES --check    # 1 if that file would change
    python benchmarks/train_headline_end.py LINES --measure  # glues held-out headlines to held-out sentences

LINES is a JSONL file (perhaps .zst) of extracted pages, a row with id, set, lang, domain and lines for each. Only rows
of sets with a permissive licence count: fundus (MIT), zyte (MIT), wcxb (CC BY 4.0). A title is a first line
in the shape of one, a sentence begins a line of running text. Indonesian comes from headlines_id.toml.
"""

import argparse
import hashlib
import json
import math
import random
import re
import subprocess
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import msgspec

from bersih.layout import headline_end as model
from bersih.layout.shape import ends_sentence, is_prose

HERE = Path(__file__).parent
TABLES = HERE.parent / "src/bersih/layout/headline_end.json"
SETS = ("fundus", "zyte", "wcxb")
# Languages with fewer titles count for the general table only.
FEWEST = 25
LONGEST = 24
# A word must be seen so often to have a row of its own; what rare words are like weighs as much as so many words.
SEEN = 3
PRIOR = 1.0
# An opener that the list names counts as so many sentences.
NAMED = 2
# Languages written like Indonesian, in newspapers of the same style.
ALSO = ["ms", "jv", "su"]
# The words of a language are as many at most.
ROWS = 500
_STOP = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÀ-Þ\"“„])")
Pairs = tuple[list[str], list[str]]


def main() -> int:
    """Write, check or measure the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    texts = read(args.lines)
    if args.measure:
        measure(texts)
        return 0
    made = render(train(texts))
    if args.check:
        same = made == TABLES.read_text("utf-8")
        print("the same" if same else "the tables would change")
        return 0 if same else 1
    TABLES.write_text(made, "utf-8")
    return 0


def read(path: Path) -> dict[str, Pairs]:
    """Return headlines and sentences by language."""
    found: dict[str, tuple[dict[str, None], dict[str, None]]] = defaultdict(lambda: ({}, {}))
    raw = subprocess.run(["zstd", "-dcq", str(path)], check=True, capture_output=True).stdout
    for row in map(json.loads, raw.decode().splitlines()):
        if row["set"] not in SETS or row.get("page_type") not in (None, "article"):
            continue
        titles, sentences = found[row["lang"]]
        lines = [line.strip() for line in row["lines"]]
        if lines and is_title(lines[0]) and any(map(is_prose, lines)):
            titles[lines[0]] = None
        for line in filter(is_prose, lines[:40]):
            sentences.update(dict.fromkeys(_STOP.split(line[:1500])))
    texts = {lang: (sorted(titles), sorted(sentences)) for lang, (titles, sentences) in sorted(found.items())}
    own = tomllib.loads((HERE / "headlines_id.toml").read_text("utf-8"))
    texts["id"] = (own["headlines"], own["sentences"] + own["openers"] * NAMED)
    return texts


def is_title(line: str) -> bool:
    """Return whether *line* may be the title of a page: some words, a capital, no final stop."""
    words = line.split()
    return (
        4 <= len(words) <= LONGEST
        and len(line) < 160
        and (line[0].isupper() or line[0].isdigit() or line[0] in "\"“„'‘")
        and not ends_sentence(line.rstrip("?!"))
        and not any(sign in line for sign in ("|", "http", "@", "…", "..."))
        and not any(word[0].isdigit() and (":" in word or "." in word) for word in words)
    )


def train(texts: dict[str, Pairs]) -> dict[str, model.Tables]:
    """Return the tables of each language that has enough headlines, and one of all the others with case."""
    tables = {
        lang: tables_of([(titles, sentences)], words=True)
        for lang, (titles, sentences) in texts.items()
        if len(titles) >= FEWEST and has_case(titles)
    }
    general = [pair for lang, pair in texts.items() if lang not in ("id", "en", "de") and has_case(pair[0])]
    tables["id"] = msgspec.structs.replace(tables["id"], also=ALSO)
    tables["cased"] = tables_of(general, words=False)
    return tables


def has_case(titles: list[str]) -> bool:
    """Return whether *titles* are in a script with capitals."""
    return bool(titles) and any(map(str.isupper, "".join(titles)))


def tables_of(pairs: Iterable[Pairs], *, words: bool) -> model.Tables:
    """Count headlines and sentences of *pairs*."""
    titles = [model.tokenize(title) for pair in pairs for title in pair[0]]
    sentences = [model.tokenize(text) for pair in pairs for text in pair[1]]
    sizes = Counter(min(len(title), LONGEST) for title in titles)
    styles = [[t for t in titles if in_title_case(t)], [t for t in titles if not in_title_case(t)]]
    return model.Tables(
        headlines=[steps(style) for style in styles],
        styles=[unit((len(style) + 1) / (len(titles) + 2)) for style in styles],
        sentence=steps(sentences),
        words=word_rows(titles, sentences) if words else {"": (0, 0)},
        length=[unit(smoothed(sizes, size, len(titles))) for size in range(LONGEST + 1)],
    )


def in_title_case(tokens: list[model.Token]) -> bool:
    """Return whether most longer words of a headline have capitals."""
    kinds = [token.kind for token in tokens[1:] if token.kind in ("capital", "long")]
    return 5 * kinds.count("capital") >= 3 * len(kinds)


def smoothed(sizes: Counter[int], size: int, total: int) -> float:
    """Return the share of headlines of about *size* words."""
    near = sum(weight * sizes[size + off] for off, weight in ((-2, 0.1), (-1, 0.2), (0, 0.4), (1, 0.2), (2, 0.1)))
    return (near + 0.2) / (total + 0.2 * (LONGEST + 1))


def steps(texts: list[list[model.Token]]) -> dict[str, list[int]]:
    """Return the logarithms of how often each class follows each."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens in texts:
        if not tokens:
            continue
        counts[model.START][tokens[0].kind] += 1
        for one, two in pairwise(tokens):
            before = model.AFTER_COLON if one.text.endswith((":", "–", "—", "-", "|", "?", "!")) else one.kind
            counts[before][two.kind] += 1
    everything: Counter[str] = Counter()
    for count in counts.values():
        everything.update(count)
    total = everything.total()
    background = {kind: (everything[kind] + 1) / (total + len(model.CLASSES)) for kind in model.CLASSES}
    return {
        before: [
            unit((counts[before][kind] + 4 * background[kind]) / (counts[before].total() + 4)) for kind in model.CLASSES
        ]
        for before in (model.START, model.AFTER_COLON, *model.CLASSES)
    }


def word_rows(titles: list[list[model.Token]], sentences: list[list[model.Token]]) -> dict[str, tuple[int, int]]:
    """Return for each common word how much likelier it is in a sentence."""
    capital = Counter(
        model.word_of(t.text) for tokens in (*titles, *sentences) for t in tokens[1:] if t.kind not in model.SMALL
    )
    first = Counter(model.word_of(tokens[0].text) for tokens in sentences if tokens)
    small = Counter(model.word_of(t.text) for title in titles for t in title if t.kind in model.SMALL)
    inner = Counter(model.word_of(t.text) for tokens in sentences for t in tokens[1:] if t.kind in model.SMALL)
    starting, going = Likelier(first, capital), Likelier(inner, small)
    rows: dict[str, tuple[int, int]] = {}
    weight: dict[str, float] = {}
    for word in sorted({*capital, *first, *small, *inner} - {""}):
        seen = first[word] + capital[word], inner[word] + small[word]
        if seen[0] < NAMED and seen[1] < SEEN:
            continue
        opens = starting.by(word) if seen[0] >= NAMED else starting.rare
        goes = going.by(word) if seen[1] >= SEEN else going.rare
        rows[word] = (unit(math.exp(opens)), unit(math.exp(goes)))
        weight[word] = abs(opens) * seen[0] + abs(goes) * seen[1]
    rows = {word: rows[word] for word in sorted(sorted(rows, key=lambda word: (-weight[word], word))[:ROWS])}
    return {"": (unit(math.exp(starting.rare)), unit(math.exp(going.rare))), **rows}


class Likelier:
    """How much likelier a word is in one sample than in another, as a logarithm, drawn towards that of rare words."""

    def __init__(self, one: Counter[str], two: Counter[str]) -> None:
        """Take the counts of the two samples."""
        self.one, self.two = one, two
        self.totals = one.total(), two.total()
        self.rare = rare(one, two)

    def by(self, word: str) -> float:
        """Return the answer for one *word*."""
        prior = PRIOR / min(self.totals)
        one, two = self.one[word] / self.totals[0], self.two[word] / self.totals[1]
        return math.log((one + prior * math.exp(self.rare)) / (two + prior))


def rare(one: Counter[str], two: Counter[str]) -> float:
    """Return the same for rare words, from those seen once in two samples, thinned to the size of the smaller."""
    size = min(one.total(), two.total())
    return math.log((once(one, two, size) + 1) / (once(two, one, size) + 1))


def once(one: Counter[str], two: Counter[str], size: int) -> float:
    """Return how many words a sample of *size* from *one* would have once, and one from *two* not at all."""
    share, other = size / one.total(), size / two.total()
    return sum(
        count * share * (1 - share) ** (count - 1) * (1 - other) ** two[word]
        for word, count in one.items()
        if (count == 1 or share < 1) and (not two[word] or other < 1)
    )


def unit(share: float) -> int:
    """Return the logarithm of *share* in the unit of the tables."""
    return round(model.UNIT * math.log(share))


def render(tables: dict[str, model.Tables]) -> str:
    """Return *tables* as JSON, a line for each table."""
    languages = []
    for lang, table in tables.items():
        rows = [
            f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in msgspec.to_builtins(table).items()
        ]
        languages.append(f" {json.dumps(lang)}: {{\n" + ",\n".join(rows) + "\n }")
    return "{\n" + ",\n".join(languages) + "\n}\n"


def measure(texts: dict[str, Pairs]) -> None:
    """Print how often the end of a held-out headline is found, glued to a held-out sentence."""
    for lang, (titles, sentences) in texts.items():
        if len(titles) < FEWEST or not has_case(titles):
            continue
        halves = [[t for t in part if fold(t) != side] for side in (0, 1) for part in (titles, sentences)]
        trained = [{lang: tables_of([(halves[2 * side], halves[2 * side + 1])], words=True)} for side in (0, 1)]
        for glue in (" ", ""):
            tally: Counter[str] = Counter()
            for side in (0, 1):
                with patch.object(model, "_all_tables", lambda made=trained[side]: made):
                    glued_ends(
                        lang,
                        [t for t in titles if fold(t) == side],
                        [t for t in sentences if fold(t) == side and len(t.split()) > 3],
                        glue,
                        tally,
                    )
            n = tally["all"]
            sure = max(tally["sure"], 1)
            print(
                f"{lang} glue {glue!r}: {n}, exact {tally['exact'] / n:.3f}, over {tally['over'] / n:.1f}, "
                f"left {tally['left'] / n:.1f}; sure {sure / n:.2f}, exact {tally['sure exact'] / sure:.3f}, "
                f"over {tally['sure over'] / sure:.2f}"
            )


def fold(text: str) -> int:
    """Return the half that *text* belongs to."""
    return hashlib.sha256(text.encode()).digest()[0] % 2


def glued_ends(lang: str, titles: list[str], sentences: list[str], glue: str, tally: Counter[str]) -> None:
    """Glue each title to a sentence, and count what is found."""
    draw = random.Random(7)  # noqa: S311 - no secret
    for title in titles:
        text = title + glue + draw.choice(sentences)
        found = model.headline_end(text, 0, lang)
        tally["all"] += 1
        if found is None:
            tally["left"] += len(title)
            continue
        over, sure = found.end - len(title), found.margin >= 2
        tally["exact"] += over == 0
        tally["over"] += max(over, 0)
        tally["left"] += max(-over, 0)
        tally["sure"] += sure
        tally["sure exact"] += sure and over == 0
        tally["sure over"] += max(over, 0) if sure else 0


if __name__ == "__main__":
    raise SystemExit(main())
