"""Take spaces out of text at random places, as lost tags do, and measure how many `repair.glued_words` puts back.

    python benchmarks/glued_words.py [FILES --language id] [--seed 1]

Each file is a text with a paragraph on each line; without files, those that lines of content in `fixtures/lines`
make. Precision: of the spaces put in by default (confidence 0.8), how many stood there before. Recall: of the spaces
taken out, how many came back; and the same of those beside a function word alone, since a tag stands there oftenest.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from bersih.chain.lookup import find_cleaner
from bersih.detectors.function_words import small_words
from bersih.model.document import Document
from bersih.model.edit import Edit, Label
from broken_lines import own_texts

# One space of so many is taken out.
_WORDS_FOR_ONE = 25
_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])|(?<=[.,]) (?=[^\W\d_])")
FLOOR = 0.8


def glue(text: str, random: Random) -> tuple[str, dict[int, bool]]:
    """Return *text* with spaces taken out, and where each stood, with whether a function word stands beside it."""
    parts: list[str] = []
    lost: dict[int, bool] = {}
    at = size = 0
    for space in _SPACE.finditer(text):
        if random.random() * _WORDS_FOR_ONE > 1 or space.start() - at < 2:
            continue
        parts.append(text[at : space.start()])
        size += space.start() - at
        lost[size] = False
        at = space.end()
    parts.append(text[at:])
    return "".join(parts), lost


def beside_function_word(text: str, at: int, language: str) -> bool:
    """Return whether the word before or after the offset *at*, where a space was lost, is a function word."""
    small = small_words(language)
    for word in small:
        before, after = text[max(0, at - len(word) - 1) : at], text[at : at + len(word) + 1]
        if re.fullmatch(rf"\W?{re.escape(word)}", before, re.IGNORECASE):
            return True
        if re.fullmatch(rf"{re.escape(word)}\W?", after, re.IGNORECASE):
            return True
    return False


def measure(lines: Iterable[str], language: str, random: Random) -> Counter[str]:
    """Return how many spaces were lost, put in, and put in rightly, beside function words too."""
    found: Counter[str] = Counter()
    cleaner = find_cleaner("repair.glued_words")
    for line in lines:
        text, lost = glue(line, random)
        edits = cleaner(Document.of(text, labels=(Label("language", language),)))
        made = {edit.start for edit in edits if isinstance(edit, Edit) and edit.confidence >= FLOOR}
        whole = {
            edit.start
            for edit in cleaner(Document.of(line, labels=(Label("language", language),)))
            if isinstance(edit, Edit)
        }
        if whole:
            continue  # the text had lost some before
        small = {at for at in lost if beside_function_word(text, at, language)}
        found += Counter(
            lost=len(lost), made=len(made), right=len(made & set(lost)), small=len(small), small_right=len(made & small)
        )
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print precision and recall, for each language and for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=10, help="how often each text is damaged anew")
    parser.add_argument("--language", default="id", help="of the files")
    given = parser.parse_args(arguments)
    files = [(given.language, path.read_text("utf-8").splitlines()) for path in given.files]
    random = Random(given.seed)  # noqa: S311
    totals: dict[str, Counter[str]] = {}
    for language, lines in files or own_texts():
        for _ in range(given.rounds):
            found = measure(lines, language, random)
            for key in (language, "all"):
                totals.setdefault(key, Counter()).update(found)
    print("| language | spaces lost | precision | recall | beside function words | recall |\n|---|---|---|---|---|---|")
    for language, found in totals.items():
        precision = found["right"] / found["made"] if found["made"] else 1.0
        recall, small = (found[right] / (found[of] or 1) for right, of in (("right", "lost"), ("small_right", "small")))
        print(f"| {language} | {found['lost']} | {precision:.4f} | {recall:.3f} | {found['small']} | {small:.3f} |")


if __name__ == "__main__":
    main()
