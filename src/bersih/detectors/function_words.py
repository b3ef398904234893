"""The detector function-words: the language of running text, from its commonest small words.

It answers only where there is no doubt: enough of such words, and of those that tell its language from another,
four times as many for it as against it. It takes microseconds; ``auto`` asks it first, and a full detector where
it has no answer. It knows the languages in `function_words.toml`; those that are there as rivals it never names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import unpack
from typing import NamedTuple

import tomli

from bersih.detectors.guess import Guess, among, sample

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
# The size of a field of a tally, and how many words are counted: fewer than a field can hold.
_MOST_WORDS = 20_000
_BITS = 16


@dataclass(frozen=True)
class FunctionWords:
    """The detector; answers with one of *languages* where some are given."""

    languages: tuple[str, ...] = ()

    def guess(self, text: str) -> Guess | None:
        """Return the language of *text* where it is plain, or None."""
        return among(by_words(text), self.languages)

    def provenance(self) -> str:
        """Return the detector's name and version."""
        return f"{NAME} {VERSION}"


def detector(languages: tuple[str, ...] = ()) -> FunctionWords:
    """Return the detector."""
    return FunctionWords(languages)


class Tallied(NamedTuple):
    """The small words of a piece of text."""

    words: int
    """How many words of any kind there are."""
    small: tuple[int, ...]
    """The tally of each small word."""
    kinds: frozenset[str]
    """The small words themselves."""

    def counts(self) -> tuple[int, ...]:
        """Return how many of them each language has, in the order of `known_languages`."""
        return _counts(self.small)


def by_words(text: str) -> Guess | None:
    """Return the language that the small words of *text* are plainly of, or None.

    Where a first look finds enough of them, but not whose, more of the text is looked at.
    """
    for size in _SIZES:
        found = _plain([tallied(sample(text, size))])
        if found is None or found.score or len(text) <= size:
            break
    return found if found is not None and found.score else None


def by_tallies(pieces: Iterable[Tallied]) -> Guess | None:
    """Return the language that the small words of all *pieces* are plainly of, or None."""
    found = _plain(pieces)
    return found if found is not None and found.score else None


def _plain(pieces: Iterable[Tallied]) -> Guess | None:
    """Return the language of *pieces*: with a score of 0 where it may be another, None where few words are small."""
    words = 0
    small: list[int] = []
    kinds: set[str] = set()
    for piece in pieces:
        words += piece.words
        small += piece.small
        kinds |= piece.kinds
        if words > _MOST_WORDS:
            break
    least = max(_FEWEST, _SHARE * words)
    if len(small) < least or sum(len(word) > 1 for word in kinds) < _FEWEST_DIFFERENT:
        return None
    found = _counts(small)
    most = max(found)
    best = found.index(most)
    _, languages, rivals = _known()
    if most < least or languages[best] in rivals:
        return None
    field = 1 << (best * _BITS)
    shared = _counts(tally for tally in small if tally & field)
    doubt = 0.0
    for other, (times, of_both) in enumerate(zip(found, shared, strict=True)):
        if not times or other == best:
            continue
        if most - of_both < max(_FEWEST_APART, _TIMES * (times - of_both)):
            return Guess(languages[best], 0.0)
        doubt = max(doubt, (times - of_both) / (most - of_both))
    return Guess(languages[best], round(1 - doubt / 2, 3))


def known_languages() -> tuple[str, ...]:
    """Return the languages that words are counted for."""
    return _known()[1]


def tallied(text: str) -> Tallied:
    """Return the small words of *text*."""
    # What stands beside words most; a pattern that finds the words themselves takes four times as long.
    apart = text.replace(",", " ").replace(".", " ").replace("'", " ").replace("’", " ")
    words = apart.lower().split()
    tallies, _, _ = _known()
    small = [word for word in words if word in tallies]
    return Tallied(len(words), tuple(map(tallies.__getitem__, small)), frozenset(small))


def _counts(tallies: Iterable[int]) -> tuple[int, ...]:
    """Return how many of the words that *tallies* stand for each language has."""
    languages = len(_known()[1])
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
    lists = _lists()
    return frozenset((lists["words"].get(language) or lists["rivals"].get(language, "")).split())


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
