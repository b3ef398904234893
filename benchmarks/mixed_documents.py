"""Put paragraphs of two languages into one document, and measure how well they are told apart.

    python benchmarks/mixed_documents.py FILE [--detector auto] [--seed 1]

FILE has a JSON object on each line with a "lang" and a "text" of one paragraph (plain or .gz); where the objects have
a "set", those of the set "para" count. Twenty pairs of languages, thirty documents each, of five paragraphs. Printed:
how many paragraphs were given their own language, and for how many documents the set of languages was right.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from bersih.detectors.codes import base
from bersih.detectors.detect import detect
from bersih.detectors.segments import segments
from bersih.model.lines import Lines

# Neighbours, and what stands beside Indonesian and English on pages.
PAIRS = [
    *("id en", "id ms", "id jv", "id nl", "id ar", "en es", "en fr", "en de", "en zh", "en ru"),
    *("es ca", "es pt", "ru uk", "cs sk", "nb sv", "de nl", "fr it", "hi en", "ja en", "tr de"),
]
DOCUMENTS, PARAGRAPHS = 30, 5


def paragraphs(path: Path) -> dict[str, list[str]]:
    """Return the paragraphs of each language in the file at *path*, each on one line."""
    found: dict[str, list[str]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row.get("set", "para") == "para":
                found[base(row["lang"])].append(" ".join(row["text"].split()))
    return found


def mixed(pair: Sequence[str], texts: dict[str, list[str]], random: Random) -> list[tuple[str, str]]:
    """Return the paragraphs of a document in the languages *pair*, each with its language; both are there."""
    languages = [*pair, *random.choices(pair, k=PARAGRAPHS - 2)]
    random.shuffle(languages)
    return [(language, random.choice(texts[language])) for language in languages]


def found_in(parts: Sequence[tuple[str, str]], detector: str) -> list[str]:
    """Return the language that each of the paragraphs *parts* is given in their document."""
    text = "\n".join(paragraph for _, paragraph in parts)
    told = segments(text, detector)
    if not told:
        whole = detect(text, detector)
        return [base(whole.language) if whole else "und"] * len(parts)
    return [
        next(base(segment.language) for segment in told if segment.span.end > start) for start in Lines(text).starts
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both shares for each pair and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--detector", default="auto")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    texts = paragraphs(given.file)
    random = Random(given.seed)  # noqa: S311
    totals: Counter[str] = Counter()
    print("| languages | paragraphs right | set right |\n|---|---|---|")
    for pair in (names.split() for names in PAIRS):
        if not all(texts[language] for language in pair):
            continue
        counts: Counter[str] = Counter()
        for _ in range(DOCUMENTS):
            parts = mixed(pair, texts, random)
            found = found_in(parts, given.detector)
            counts["right"] += sum(language == answer for (language, _), answer in zip(parts, found, strict=True))
            counts["paragraphs"] += len(parts)
            counts["set"] += set(found) == set(pair)
            counts["documents"] += 1
        totals.update(counts)
        _print_row(", ".join(pair), counts)
    _print_row("all", totals)


def _print_row(name: str, counts: Counter[str]) -> None:
    right, whole = counts["right"] / counts["paragraphs"], counts["set"] / counts["documents"]
    print(f"| {name} | {right:.4f} | {whole:.4f} |")


if __name__ == "__main__":
    main()
