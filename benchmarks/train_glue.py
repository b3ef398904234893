"""Find out which function words can be told where they are glued to another word, and write them down.

    python benchmarks/train_glue.py            # writes src/bersih/rules/lexicons/glue.toml
    python benchmarks/train_glue.py --check    # says whether the committed file is the same

A function word is safe in front of a word, or behind one, where next to no word of the language would be taken for the
two: of the rarer half of a large lexicon (words seen less than once in a million) at most three in a hundred thousand
may be such a word with a common word on the other side. The lists that come out are small where a language builds
words from function words ("aufbauen"), and long where it does not. Languages whose lexicon has no rare words are not
trained; their lists, of the words that evidence names, stand in `by_hand`.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from bersih.detectors.function_words import small_words
from bersih.rules.lexicon import shares

FILE = Path(__file__).parents[1] / "src" / "bersih" / "rules" / "lexicons" / "glue.toml"
TRAINED = ("ca", "cs", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "ru", "sv", "uk")
RARE = 1e-6
AT_MOST = 3e-5
SHORTEST_WORD = 4
SHORTEST_GLUED = 6
SHORTEST_FUNCTION_WORD = 2
# What ends words that lost an accent: "decisin" for "decisión".
LOST_ACCENTS = {"es": {"sin"}}
BEGINS = "# Trained by benchmarks/train_glue.py; what stands below this line is not edited by hand.\n"


def safe(language: str) -> tuple[list[str], list[str]]:
    """Return the function words of *language* that are safe in front of a word, and behind one; each sorted."""
    known = shares(language)
    functions = {word for word in small_words(language) if len(word) >= SHORTEST_FUNCTION_WORD}
    strong = {word for word, share in known.items() if share >= RARE and len(word) >= SHORTEST_WORD}
    rare = [word for word, share in known.items() if share < RARE and len(word) >= SHORTEST_GLUED and word.isalpha()]
    front: Counter[str] = Counter()
    back: Counter[str] = Counter()
    for word in rare:
        for cut in range(SHORTEST_FUNCTION_WORD, len(word) - SHORTEST_FUNCTION_WORD + 1):
            if word[:cut] in functions and word[cut:] in strong:
                front[word[:cut]] += 1
            if word[cut:] in functions and word[:cut] in strong:
                back[word[cut:]] += 1
    functions -= LOST_ACCENTS.get(language, set())
    most = AT_MOST * len(rare)
    return tuple(sorted(word for word in functions if counted[word] <= most) for counted in (front, back))  # type: ignore[return-value]


def written() -> str:
    """Return the trained part of the file."""
    parts = []
    for language in TRAINED:
        front, back = safe(language)
        parts.append(f'[trained.{language}]\nfront = "{" ".join(front)}"\nback = "{" ".join(back)}"\n')
    return "\n".join(parts)


def main() -> int:
    """Write the file, or compare; return 1 where a comparison fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed file, write nothing")
    args = parser.parse_args()
    by_hand, begins, trained = FILE.read_text("utf-8").partition(BEGINS)
    new = written()
    if args.check:
        same = trained == new
        print(f"{FILE.name} is {'the same' if same else 'another'}")
        return int(not same)
    FILE.write_text(by_hand + (begins or BEGINS) + new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
