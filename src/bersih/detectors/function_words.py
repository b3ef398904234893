"""The detector function-words: the language of running text, from its script and its commonest small words.

It answers only where there is no doubt: enough of such words, and of those that tell its language from another,
four times as many for it as against it. It takes microseconds; `detect` asks it first, and a full detector where
it has no answer. It knows the languages in `function_words.toml`, and those whose script is theirs alone. Malay
and Indonesian it tells apart by few words; in doubt it says Indonesian.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import tomli

from bersih.detectors.guess import Guess, sample

NAME = "function-words"
VERSION = 1

_FILE = Path(__file__).parent / "function_words.toml"
# Code points looked at: so many, and where they leave a doubt more. And the fewest words that an answer rests on.
_SIZES = (600, 2400)
_FEWEST = 7
_FEWEST_DIFFERENT = 5
# In running text of a language every third to seventh word is in its list.
_SHARE = 0.13
# How many words at least tell a language from each of its rivals, and how many times as many as speak for the rival.
_RIVALS = 5
_FEWEST_APART = 3
_TIMES = 4
_WORD = re.compile(r"[^\W\d_]+")
# Words of Devanagari and Arabic script are written with vowel signs, which are no letters to ``\\w``.
_WORD_WITH_SIGNS = re.compile("(?:[^\\W\\d_]|[\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963])+")
_SIGN = re.compile("[\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963]")
# Scripts of one language in practice: kana comes before Chinese characters, since Japanese has both.
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("th", re.compile("[\u0e01-\u0e4f]")),
    ("el", re.compile("[\u0386-\u03ce\u1f00-\u1fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ka", re.compile("[\u10d0-\u10ff]")),
    ("hy", re.compile("[\u0531-\u0587]")),
    ("ta", re.compile("[\u0b82-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("pa", re.compile("[\u0a01-\u0a75]")),
)
_OWN_SCRIPT = re.compile(
    "[\u0386-\u03ce\u0531-\u0587\u05d0-\u05ea\u0a01-\u0aff\u0b82-\u0d7f\u0e01-\u0e4f\u10d0-\u10ff\u1f00-\u1fff\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SIMPLIFIED = re.compile("[这来国时说会对学后个们还没为发经过动样现开关问题从长东车马门见书话请让认识网无实体业]")
_TRADITIONAL = re.compile("[這來國時說會對學後個們還沒為發經過動樣現開關問題從長東車馬門見書話請讓認識網無實體業]")
# A script decides where this share of all letters is in it.
_MOST_LETTERS = 0.6
_KANA_AMONG_HAN = 0.15
_FEWEST_LETTERS = 20


def guess(text: str) -> Guess | None:
    """Return the language of *text* where it is plain, with the share of its letters or words as the score; or None."""
    for size in _SIZES:
        piece = sample(text, size)
        own_script = not piece.isascii() and _OWN_SCRIPT.search(piece)
        found = (own_script and _by_script(piece)) or _by_words(piece)
        if found is not None or len(text) <= size:
            return found
    return None


def provenance() -> str:
    """Return the detector's name and version."""
    return f"{NAME} {VERSION}"


def _by_script(text: str) -> Guess | None:
    """Return the language whose script most letters of *text* are in."""
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        return None
    for language, script in _SCRIPTS:
        least = _KANA_AMONG_HAN if language == "ja" else _MOST_LETTERS
        found = len(script.findall(text))
        if found >= least * letters:
            if language == "he" and _has_yiddish(text):
                return None
            share = (found + len(_HAN.findall(text))) / letters if language == "ja" else found / letters
            return Guess(language, round(min(share, 1.0), 3)) if share >= _MOST_LETTERS else None
    return _chinese(text, letters)


def _has_yiddish(text: str) -> bool:
    """Return whether *text* has small words that Yiddish has and Hebrew, written in the same letters, has not."""
    known = _languages()
    return any("yi" in (languages := known.get(word, ())) and "he" not in languages for word in _WORD.findall(text))


def _chinese(text: str, letters: int) -> Guess | None:
    """Return simplified or traditional Chinese, told by characters that only one of them has."""
    share = len(_HAN.findall(text)) / letters
    if share < _MOST_LETTERS:
        return None
    simplified, traditional = len(_SIMPLIFIED.findall(text)), len(_TRADITIONAL.findall(text))
    if max(simplified, traditional) < _FEWEST_APART or min(simplified, traditional) * _TIMES > max(
        simplified, traditional
    ):
        return None
    return Guess("zh-Hans" if simplified > traditional else "zh-Hant", round(share, 3))


def _by_words(text: str) -> Guess | None:
    """Return the language that the small words of *text* are of."""
    words = (_WORD_WITH_SIGNS if _SIGN.search(text) else _WORD).findall(text.lower())
    known = _languages()
    small = {word: times for word, times in Counter(words).items() if word in known}
    least = max(_FEWEST, _SHARE * len(words))
    if sum(small.values()) < least or sum(len(word) > 1 for word in small) < _FEWEST_DIFFERENT:
        return None
    # Words of the same languages count alike.
    alike: Counter[frozenset[str]] = Counter()
    for word, times in small.items():
        alike[known[word]] += times
    all_times: Counter[str] = Counter()
    for languages, times in alike.items():
        for language in languages:
            all_times[language] += times
    if all_times["ms"] < all_times["id"] + _FEWEST_APART:
        # Nearly all small words are common to both; only some tell Malay.
        del all_times["ms"]
    (best, most), *others = all_times.most_common(_RIVALS)
    doubt = _doubt(best, others, alike) if most >= least else None
    return None if doubt is None else Guess(best, round(1 - doubt / 2, 3))


def _doubt(best: str, others: list[tuple[str, int]], alike: Mapping[frozenset[str], int]) -> float | None:
    """Return how much speaks for another language, 0 to 1, of what tells it from *best*; or None where it is too much.

    *others* are the likeliest other languages, *alike* how often words of the same languages stand in the text.
    """
    doubt = 0.0
    for other, _ in others:
        if best == "ms" and other == "id":
            continue
        for_best = sum(times for languages, times in alike.items() if best in languages and other not in languages)
        for_other = sum(times for languages, times in alike.items() if other in languages and best not in languages)
        if for_best < _FEWEST_APART or for_best < _TIMES * for_other:
            return None
        doubt = max(doubt, for_other / for_best)
    return doubt


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the commonest small words of *language* (BCP 47, without a region); none where it has no list."""
    return frozenset(word for word, languages in _languages().items() if language in languages)


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Return the languages of each word."""
    lists = tomli.loads(_FILE.read_text("utf-8"))["words"]
    found: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: frozenset(languages) for word, languages in found.items()}
