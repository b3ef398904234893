"""Find the encoding of bytes that are not UTF-8: the one in which they make the likeliest text.

Each candidate that the bytes are legal in gives a text. What that text costs is counted in nats: its words by
the language they fit best, its signs and its capitals by what is odd in any language. The cheapest is the answer.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol

from bersih.charsets.candidates import CANDIDATES, Candidate
from bersih.charsets.declared import declared
from bersih.charsets.letters import letters_of
from bersih.charsets.plausible import oddness_of_case, oddness_of_signs, words_of
from bersih.charsets.sample import glimpse_of, sample_of
from bersih.charsets.unlisted import Thai, Traditional
from bersih.io.decode import Reading

# No text has more than a stray one of them.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.002

# English words stand in texts of every language; so much dearer than in English, in nats.
_FOREIGN = 3.0

# How many readings of the glimpse are read on: the right one has been among the best five in every text tried.
_READ_ON = 6

# Nats. A page knows itself better than its letters do, but not if they are noise in what it says.
_DECLARED = 30.0

# Nats a letter. Text costs 1 to 5; bytes at random cost 6 to 14, but where they are few.
_NOISE = 6.0
# A single name may be dear.
_ONE_NAME = 12.0


class _Model(Protocol):
    def cost(self, word: str) -> float:
        """Return how dear *word* is, in nats."""


class Judged(NamedTuple):
    """A candidate, and how dear the text is in it."""

    cost: float
    """Nats."""
    candidate: Candidate
    text: str
    language: str
    """The language whose words it fits best."""


def detect(data: bytes) -> Reading | None:
    """Return the encoding of *data*, which is not UTF-8, or None where it looks like no text in any.

    What the data declares of itself counts, unless its letters are noise then.
    """
    if len(_CONTROLS.findall(data[:100_000])) > _MOST_CONTROLS * min(len(data), 100_000):
        return None
    judged = judge(sample_of(data))
    said = declared(data)
    if said is not None:
        costs = {each.candidate.encoding: each.cost for each in judged}
        if (
            not judged
            or costs.get(said.encoding, math.inf) <= judged[0].cost + _DECLARED
            or said.encoding not in {candidate.encoding for candidate in CANDIDATES}
        ):
            return said
    for index, best in enumerate(judged):
        if _is_legal(data, best.candidate.encoding):
            others = [each.cost for each in judged[index + 1 :] if each.text != best.text]
            score = 1 / (1 + math.exp(best.cost - others[0])) if others else 1.0
            return None if _is_noise(best) else Reading(best.candidate.encoding, "by its letters", round(score, 3))
    return None


def judge(sample: bytes) -> list[Judged]:
    """Return the candidates that *sample* is legal in and that are worth a look, the likeliest first."""
    glimpse = glimpse_of(sample)
    found = _judged(glimpse, CANDIDATES)
    if glimpse == sample:
        return found
    texts = list(dict.fromkeys(each.text for each in found))[:_READ_ON]
    return _judged(sample, [each.candidate for each in found if each.text in texts])


def _judged(sample: bytes, candidates: Iterable[Candidate]) -> list[Judged]:
    readings: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        try:
            readings.setdefault(sample.decode(candidate.encoding), []).append(candidate)
        except UnicodeDecodeError:
            continue
    judged: list[Judged] = []
    for text, same in readings.items():
        words = words_of(text)
        odd = oddness_of_signs(text) + sum(map(oddness_of_case, words))
        costs = {language: sum(_word_costs(language, words)) for each in same for language in each.languages}
        for candidate in same:
            language = min(candidate.languages, key=costs.__getitem__)
            judged.append(Judged(costs[language] + odd + candidate.rarity, candidate, text, language))
    # Sorting keeps the order of the candidates where the cost is the same.
    return sorted(judged, key=lambda each: each.cost)


def _word_costs(language: str, words: Iterable[str]) -> Iterator[float]:
    own, english = _model(language).cost, _model("en").cost
    for word in words:
        yield min(own(word), english(word) + _FOREIGN) if word.isascii() else own(word)


def _is_noise(best: Judged) -> bool:
    """Return whether what is not ASCII in the text of *best* is too dear for any text."""
    words = [word for word in words_of(best.text) if not word.isascii()]
    bytes_beyond = sum(each >= 0x80 for each in best.text.encode(best.candidate.encoding))
    cost = sum(_word_costs(best.language, words)) + sum(map(oddness_of_case, words)) + oddness_of_signs(best.text)
    return cost > _ONE_NAME + _NOISE * max(bytes_beyond, sum(map(len, words)))


def _is_legal(data: bytes, encoding: str) -> bool:
    """Return whether *data* can be read in *encoding*, and be written back."""
    try:
        return data.decode(encoding).encode(encoding) == data
    except UnicodeError:
        return False


@cache
def _model(language: str) -> _Model:
    """Return what knows *language*."""
    if language == "th":
        return Thai()
    if language == "zh-Hant":
        return Traditional(letters_of("zh"))
    return letters_of(language)
