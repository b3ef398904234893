"""How well a word fits a language: what it costs, in nats, to say it.

A model is made at run time from the word list of a language: how common each word is, and which three
characters follow one another in its words. Nothing is stored in this package, nothing is remembered of a text.
"""

import math
import unicodedata
from collections import Counter
from functools import cache
from itertools import islice, pairwise

from bersih.rules.lexicon import common_words

# The most common words of a list teach the letters; more do not teach better, and cost 2 ms a thousand.
_TEACHERS = 8_000
# The most common ones are seen so many times more often than the rest, in a text.
_COMMON, _WEIGHT = 1_000, 4

# Shares of the three estimates of a letter: after two letters, after one, by itself.
_BY_TWO, _BY_ONE, _BY_NONE = 0.7, 0.22, 0.075
# What is left: letters the list does not have, of the script of the language and of any other.
_SAME_SCRIPT, _OTHER_SCRIPT = 2e-5, 5e-7

# How many words of a text are in the list, roughly; the rest is spelled.
_LISTED = 0.7
# Nats. An apostrophe between two words.
_JOINED = 4.0
# Nats. No letter is dearer, so that one of another script does not decide alone.
_DEAREST = 15.0
_CEDILLAS = str.maketrans("şţ", "șț")


class Letters:
    """The model of one language."""

    def __init__(self, frequencies: dict[str, float]) -> None:
        """Learn from *frequencies*: words, the most common first, and the share of each in a text."""
        # Romanian has commas below in the list, and cedillas in the encodings that came before them.
        self._commas = "ș" in frequencies or "și" in frequencies
        teachers = list(islice((word for word in frequencies if word.isalpha() or "'" in word), _TEACHERS))
        taught = f" {' '.join(teachers)} {' '.join(teachers[:_COMMON] * _WEIGHT)} "
        self._three = Counter(zip(taught, taught[1:], taught[2:], strict=False))
        self._two = Counter(pairwise(taught))
        self._one = Counter(taught)
        self._all = max(1, len(taught))
        self._scripts = {script_of(letter) for letter, times in self._one.items() if times > self._all / 5_000}
        self._frequencies = frequencies
        self._costs: dict[str, float] = {}

    def cost(self, word: str) -> float:
        """Return how dear *word* is, in nats: about 3 for "the", 2 to 3 a letter for a name, 12 a letter for noise."""
        known = self._costs.get(word)
        if known is None:
            known = self._costs[word] = self._cost(word)
            if len(self._costs) > 50_000:  # Some 10 MB; the words of many documents.
                self._costs.clear()
        return known

    def share(self, letter: str) -> float:
        """Return the share of *letter* in the words of the language, 0 to 1."""
        return self._one[letter] / self._all

    def _cost(self, word: str) -> float:
        small = unicodedata.normalize("NFC", word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
        if self._commas:
            small = small.translate(_CEDILLAS)
        spelled = self._spelled(small) - math.log(1 - _LISTED)
        if frequency := self._frequencies.get(small):
            return min(spelled, -math.log(_LISTED * frequency))
        # "d'un" stands in no list, but its parts do.
        if "'" in small.strip("'"):
            return min(spelled, sum(map(self.cost, small.split("'"))) + _JOINED)
        return spelled

    def _spelled(self, word: str) -> float:
        total = 0.0
        before, last = " ", " "
        for index, letter in enumerate((*word, " ")):
            share = _BY_NONE * self._one[letter] / self._all
            if pairs := self._one[last]:
                share += _BY_ONE * self._two[last, letter] / pairs
            if index and (threes := self._two[before, last]):
                share += _BY_TWO * self._three[before, last, letter] / threes
            if share == 0:
                share = _SAME_SCRIPT if script_of(letter) in self._scripts else _OTHER_SCRIPT
            total += min(-math.log(share), _DEAREST)
            before, last = last, letter
        return total


@cache
def script_of(letter: str) -> str:
    """Return the first word of the Unicode name of *letter*, which for a letter is its script."""
    return unicodedata.name(letter, "?").partition(" ")[0]


@cache
def letters_of(language: str) -> Letters:
    """Return the model of *language*, which has a word list in wordfreq. Takes about 60 ms the first time."""
    return Letters(common_words(language))
