"""Break text at random inline places, as extractors do, and measure how much of it `repair.broken_lines` mends.

    python benchmarks/broken_lines.py [FILES] [--seed 1] [--language id]

Each file is a text with a paragraph on each line; without files, those that lines of content in `fixtures/lines`
make. Precision: of the breaks taken out by default (confidence 0.8), how many were put in, and gave the text back.
Recall: of the breaks put in, how many were taken out.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from bersih.chain.lookup import find_cleaner
from bersih.layout.shape import UNSPACED, ends_sentence
from bersih.model.document import Document
from bersih.model.edit import Edit, Label

_LINES = Path(__file__).parents[1] / "fixtures" / "lines"
_WORD = re.compile(r"[^\W_][\w'’-]*")
# A link or a word in italics for so many words of text, of so many words; more than half of them are names.
_WORDS_FOR_ONE = 25
_MOST_WORDS = 4
_NAMES = 0.6
FLOOR = 0.8


class Broken(NamedTuple):
    """A text with breaks, and what stood at each break before: a space or nothing."""

    text: str
    breaks: dict[int, str]


def break_lines(paragraphs: Iterable[str], random: Random) -> Broken:
    """Return *paragraphs*, one on each line, with a break before and after some words of theirs.

    Headings and whatever else has no full stop stay whole, and stand in the way.
    """
    parts: list[str] = []
    breaks: dict[int, str] = {}
    size = 0
    for paragraph in paragraphs:
        at = 0
        for place in sorted(_places(paragraph, random)) if ends_sentence(paragraph) else ():
            if not paragraph[at:place].strip() or not paragraph[place:].strip():
                continue
            left = paragraph[at:place].rstrip(" ")
            parts += [left, "\n"]
            size += len(left) + 1
            at = place + (paragraph[place] == " ")
            breaks[size - 1] = " " if at > place or paragraph[place - 1] == " " else ""
        parts += [paragraph[at:], "\n"]
        size += len(paragraph) - at + 1
    return Broken("".join(parts), breaks)


def _places(paragraph: str, random: Random) -> set[int]:
    """Return offsets in *paragraph* at which elements begin and end."""
    words = list(_WORD.finditer(paragraph))
    names = [at for at, word in enumerate(words) if at and word[0][0].isupper() and paragraph[word.start() - 1] == " "]
    places: set[int] = set()
    for _ in range(round(len(words) / _WORDS_FOR_ONE + random.random() - 0.5)):
        if names and random.random() < _NAMES:
            first = last = random.choice(names)
            while first - 1 in names and paragraph[words[first - 1].end() : words[first].start()] == " ":
                first -= 1
            while last + 1 in names and paragraph[words[last].end() : words[last + 1].start()] == " ":
                last += 1
        else:
            first = random.randrange(len(words))
            last = min(len(words), first + random.randint(1, _MOST_WORDS)) - 1
        places |= {place for place in (words[first].start(), words[last].end()) if _is_inside(paragraph, place)}
    return places


def _is_inside(paragraph: str, place: int) -> bool:
    """Return whether *place* is in the middle of a sentence, and no break there parts what stands without a space."""
    left, right = paragraph[:place].rstrip(), paragraph[place:].lstrip()
    if not left or not right or ends_sentence(left) or left.endswith(":"):
        return False
    apart = paragraph[place - 1] == " " or right != paragraph[place:] or UNSPACED.match(left[-1])
    return bool(apart or left[-1] in "([“«„" or (right[0] in ",;.)”»。，、" and right[1:2] in ("", " ", ".", ",")))


def compare(broken: Broken, edits: Sequence[Edit]) -> tuple[Counter[str], list[Edit]]:
    """Return how many breaks there were, were taken out, and rightly so; and the edits that were wrong."""
    wrong: list[Edit] = []
    found: Counter[str] = Counter(breaks=len(broken.breaks), made=len(edits))
    for edit in edits:
        at = broken.text.index("\n", edit.start)
        if broken.breaks.get(at) == edit.new:
            found["right"] += 1
        else:
            wrong.append(edit)
    return found, wrong


def clean(text: str, language: str | None) -> list[Edit]:
    """Return the edits that are made in *text* by default."""
    labels = (Label("language", language),) if language else ()
    cleaner = find_cleaner("repair.broken_lines")
    if cleaner.needs.absent(text):
        return []
    return [
        edit
        for edit in cleaner(Document.of(text, labels=labels))
        if isinstance(edit, Edit) and edit.confidence >= FLOOR
    ]


def own_texts() -> Iterator[tuple[str, list[str]]]:
    """Yield (language, lines of content) for each file of `fixtures/lines`."""
    for path in sorted(_LINES.glob("*.txt")):
        head, *lines = path.read_text("utf-8").splitlines()
        yield head.removeprefix("# "), [line[2:] for line in lines if line[:2] in ("  ", "! ")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision and recall, for each language and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=10, help="how often each text is broken anew")
    parser.add_argument("--language", help="of the files; without it the cleaner finds out")
    given = parser.parse_args(arguments)
    files = [(given.language, path.read_text("utf-8").splitlines()) for path in given.files]
    random = Random(given.seed)  # noqa: S311
    totals: dict[str, Counter[str]] = {}
    for language, lines in files or own_texts():
        for _ in range(given.rounds):
            broken = break_lines(lines, random)
            for key in (language or "?", "all"):
                totals.setdefault(key, Counter()).update(compare(broken, clean(broken.text, language))[0])
    print("| language | breaks | precision | recall |\n|---|---|---|---|")
    for language, found in totals.items():
        precision = found["right"] / found["made"] if found["made"] else 1.0
        recall = found["right"] / found["breaks"] if found["breaks"] else 1.0
        print(f"| {language} | {found['breaks']} | {precision:.4f} | {recall:.3f} |")


if __name__ == "__main__":
    main()
