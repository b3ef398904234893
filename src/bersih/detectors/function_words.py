"""The detector function-words: the language of running text, from its commonest small words.

It answers only where there is no doubt: enough of such words, and of those that tell its language from another,
four times as many for it as against it. It takes microseconds; ``auto`` asks it first, and a full detector where
it has no answer. It knows the languages in `function_words.toml`; those that are there as rivals it never names.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import unpack

import tomli

from bersih.detectors.codes import bases
from bersih.detectors.guess import Guess, sample

NAME = "function-words"
VERSION = 2

_FILE = Path(__file__).parent / "function_words.toml"
# Code points looked at: so many, and where they leave a doubt more. And the fewest words that an answer rests on.
_SIZES = (600, 2400)
_FEWEST = 7
_FEWEST_DIFFERENT = 5
# In running text of a language every third to seventh word is in its list.
_SHARE = 0.13
# How many words at least tell a language from each other one, and how many times as many as speak for that.
_FEWEST_APART = 2
_TIMES = 4
# Neighbours share so many of their small words.
_NEAR = 0.5
# The size of a field of a tally: texts are shorter than 65,536 words.
_BITS = 16
_WORD = re.compile(r"[^\W\d_]+")
# Words of Devanagari and Arabic script are written with vowel signs, which are no letters to ``\\w``.
_WORD_WITH_SIGNS = re.compile("(?:[^\\W\\d_]|[\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963])+")
_SIGN = re.compile("[\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963]")


@dataclass(frozen=True)
class FunctionWords:
    """The detector; answers with one of *languages* where some are given."""

    languages: tuple[str, ...] = ()

    def guess(self, text: str) -> Guess | None:
        """Return the language of *text* where it is plain, or None."""
        for size in _SIZES:
            found = by_words(sample(text, size))
            if found is not None or len(text) <= size:
                break
        if found is not None and self.languages and found.language not in bases(self.languages):
            return None
        return found

    def provenance(self) -> str:
        """Return the detector's name and version."""
        return f"{NAME} {VERSION}"


def detector(languages: tuple[str, ...] = ()) -> FunctionWords:
    """Return the detector."""
    return FunctionWords(languages)


def by_words(text: str) -> Guess | None:
    """Return the language that the small words of *text* are plainly of; the whole of it is looked at."""
    words = (_WORD_WITH_SIGNS if _SIGN.search(text) else _WORD).findall(text.lower())
    tallies, languages, rivals = _known()
    small = [word for word in words if word in tallies]
    least = max(_FEWEST, _SHARE * len(words))
    if len(small) < least or sum(len(word) > 1 for word in set(small)) < _FEWEST_DIFFERENT:
        return None
    found = _counts(map(tallies.__getitem__, small), len(languages))
    most = max(found)
    best = found.index(most)
    if most < least or languages[best] in rivals:
        return None
    field = 1 << (best * _BITS)
    shared = _counts((tally for word in small if (tally := tallies[word]) & field), len(languages))
    doubt = 0.0
    for other, (times, of_both) in enumerate(zip(found, shared, strict=True)):
        if other == best:
            continue
        if most - of_both < max(_FEWEST_APART, _TIMES * (times - of_both)):
            return None
        doubt = max(doubt, (times - of_both) / (most - of_both))
    return Guess(languages[best], round(1 - doubt / 2, 3))


def _counts(tallies: Iterable[int], languages: int) -> tuple[int, ...]:
    """Return how many of the words that *tallies* stand for each of so many *languages* has."""
    return unpack(f"<{languages}H", sum(tallies).to_bytes(languages * _BITS // 8, "little"))


@cache
def _known() -> tuple[dict[str, int], tuple[str, ...], frozenset[str]]:
    """Return the tally of each word, the languages in the order of its fields, and those that are only rivals.

    A tally is a number with a field for each language, which holds 1 where the language has the word: the sum of a
    text's tallies holds how many of its words each language has.
    """
    lists = _lists()
    languages = (*lists["words"], *lists["rivals"])
    order = {language: place for place, language in enumerate(languages)}
    tallies = {
        word: sum(1 << (order[language] * _BITS) for language in having) for word, having in _languages().items()
    }
    return tallies, languages, frozenset(lists["rivals"])


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the commonest small words of *language* (BCP 47, without a region); none where it has no list."""
    return frozenset(word for word, languages in _languages().items() if language in languages)


@cache
def words_of_others(language: str) -> frozenset[str]:
    """Return the small words of other languages that *language* has not."""
    return frozenset(word for word, languages in _languages().items() if language not in languages)


@cache
def words_of_neighbours(language: str) -> frozenset[str]:
    """Return the small words that *language* has not, of languages that share half of theirs with it."""
    own = small_words(language)
    others = {other: frozenset(words.split()) for lists in _lists().values() for other, words in lists.items()}
    near = [words for words in others.values() if len(words & own) >= _NEAR * len(words)]
    return frozenset().union(*near) - own


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Return the languages of each word."""
    found: dict[str, list[str]] = {}
    for lists in _lists().values():
        for language, words in lists.items():
            for word in dict.fromkeys(words.split()):
                found.setdefault(word, []).append(language)
    return {word: frozenset(languages) for word, languages in found.items()}


@cache
def _lists() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = tomli.loads(_FILE.read_text("utf-8"))
    return lists
