"""Words that a typesetter divided at the end of a line ("peme-", "rintah")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bersih.chain.cleaner import Needs, in_each_language
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.rules.bound_parts import bound_parts
from bersih.rules.lexicon import common_words, provenance, require_lexicons, strong_words, words

_CATEGORY = "repair.hyphenation"

_HYPHEN, _SOFT, _NOT = "\N{HYPHEN}", "\N{SOFT HYPHEN}", "\N{NOT SIGN}"
# A soft hyphen at a line end divides a word and parts no compound; readers of scans write it as a not sign.
_SURE_SIGNS = _SOFT + _NOT
# No typesetter leaves one letter alone. What may be an address, a file or a longer compound is no word, and what
# comes behind another divided word is the middle of a word in three lines.
_DIVIDED = re.compile(
    rf"(?<![\w@#/.\-{_HYPHEN}])(?<![\-{_HYPHEN}]\n)(?P<head>[^\W\d_]{{2,30}}+)"
    rf"(?P<cut>[\-{_HYPHEN}{_SOFT}{_NOT}](?:[ \t]*+(?P<turn>\r?\n[ \t]*+)|[ \t]++))"
    rf"(?P<tail>[^\W\d_]{{2,30}}+)(?![\w@/\-{_HYPHEN}{_SOFT}{_NOT}]|\.\w)"
)
# The sign first, and then the letter before it: a search for letters would stop at each.
_SIGN = re.compile(rf"[\-{_HYPHEN}{_SOFT}{_NOT}](?<=[^\W\d_].)[ \t\r\n]++[^\W\d_]")
# What clings to the second part, and the white space that the line end takes the place of.
_REST = re.compile(r"(?P<clinging>\S*+)(?P<space>[ \t]*+)(?=(?P<more>[^\s])?)")

# Shares of running text (0 to 1): the bounds of wordfreq's lists, whose own unit is one in a billion.
_LEAST_KNOWN, _LEAST_STRONG, _LEAST_COMMON = 1e-8, 3.16e-7, 1e-6
# A word is whole where it is so many times as common as the rarer of its parts. Of 2,800 words with a hyphen in
# clean text of 22 languages, "on-line" came to 8 times; ten and more were words that had been divided.
_TIMES = 10
# A suspended hyphen may make a rare word by chance ("voor-", "en": Dutch "vooren"); below this it is not even kept.
_FEWEST_TIMES = 0.01

_SURE, _LIKELY, _UNSURE = 0.9, 0.6, 0.3
"""Confidence of a word that is surely whole; of one where other words of the document are divided; of all others."""


@dataclass(frozen=True)
class Hyphenation:
    """Join a word that was divided at the end of a line: "peme-", "rintah" becomes "pemerintah".

    The line end goes behind the joined word, in the place of the space there, so that lines stay as many
    as they were; where the second part is alone on its line, the two lines become one. A word that was
    divided inside a line ("peme- rintah"), where an extractor had joined the lines, is joined too.

    A word is joined only where it is a word of the document's language and far commoner than the rarer of
    its two parts, or stands elsewhere in the document undivided and never with a hyphen. Leaves alone:
    repeated words ("anak-", "anak"), compounds and suspended hyphens of which both parts are words
    ("well-", "known"; "Vor- und Nachteile"), a second part with a capital, and what may be an address. A
    word that may as well be a compound is kept and reported.
    """

    languages: tuple[str, ...] = (
        *("id", "ms", "en", "de", "nl", "sv", "da", "fr", "es", "pt", "it", "ro"),
        *("pl", "cs", "sk", "ru", "uk", "bg", "el", "fi", "hu", "tr"),
    )
    """The languages whose documents are looked at (BCP 47): those with a measured rate of false repairs."""

    name = "repair.hyphenation"
    needs = Needs(search=_SIGN)

    def __post_init__(self) -> None:
        """Refuse a language without a lexicon.

        Raises:
            ValueError: where bersih knows no words of a language.
        """
        require_lexicons(self.languages, "divided words cannot be told from compounds")

    @property
    def fingerprint(self) -> str:
        """Where the lexicon is from."""
        return provenance()

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each divided word."""
        language = doc.base_language
        if language not in self.languages:
            return
        found = [
            (each, times)
            for each in _DIVIDED.finditer(doc.text)
            if (times := _times_as_common(each, language)) >= _FEWEST_TIMES
        ]
        if not found:
            return
        whole = _Whole(doc.text)
        sure = [times >= _TIMES or (each["turn"] is not None and whole.stands(each)) for each, times in found]
        done = 0
        for index, (each, times) in enumerate(found):
            if each.start() < done or (each["turn"] is None and times < _TIMES):
                continue
            confidence = _SURE if sure[index] else _LIKELY if times >= 1 and any(sure) else _UNSURE
            edit = _joined(doc.text, each, confidence)
            yield edit
            done = edit.end


class _Whole:
    """The words of a text as they stand in it, undivided or with a hyphen; read when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: set[str] | None = None

    def stands(self, found: re.Match[str]) -> bool:
        """Return whether the text has the word undivided, and never with a hyphen."""
        if self._words is None:
            tokens = re.findall(rf"[^\W\d_]+(?:[\-{_HYPHEN}][^\W\d_]+)*", self._text.casefold())
            self._words = {token.replace(_HYPHEN, "-") for token in tokens}
        head, tail = found["head"].casefold(), found["tail"].casefold()
        return head + tail in self._words and f"{head}-{tail}" not in self._words


def _times_as_common(found: re.Match[str], language: str) -> float:
    """Return how many times as common the whole word is as the rarer of its parts; 0 where it is none, or repeats."""
    head, tail = found["head"], found["tail"]
    if not (tail.islower() or (head.isupper() and tail.isupper())):
        return 0
    head, tail = head.casefold(), tail.casefold()
    whole = head + tail
    if whole not in words(language) or tail.startswith(head) or head.endswith(tail):
        return 0
    if found["cut"][0] in _SURE_SIGNS and found["turn"] is not None:
        return _TIMES
    if whole not in strong_words(language):
        return 0
    if found["turn"] is not None and _is_bound(found["head"], tail, language):
        return _TIMES
    return _at_least(whole, language) / min(_at_most(head, language), _at_most(tail, language))


def _is_bound(head: str, tail: str, language: str) -> bool:
    """Return whether the language writes the two parts of a common word without a hyphen, whatever they are."""
    parts = bound_parts(language)
    if parts.nouns_keep_their_capital and head[0].isupper() and head[1:].islower():
        return True
    head = head.casefold()
    other = tail if head in parts.prefixes else head if tail in parts.suffixes else None
    return other is not None and other not in strong_words("en")


@cache
def _shares(language: str) -> dict[str, float]:
    return common_words(language)


def _at_least(word: str, language: str) -> float:
    """Return the least share of running text that a strong *word* has."""
    return _shares(language).get(word, _LEAST_STRONG)


def _at_most(part: str, language: str) -> float:
    """Return the greatest share of running text that *part* has."""
    share = _shares(language).get(part)
    if share is not None:
        return share
    if part in strong_words(language):
        return _LEAST_COMMON
    return _LEAST_STRONG if part in words(language) else _LEAST_KNOWN


def _joined(text: str, found: re.Match[str], confidence: float) -> Edit:
    """Return the edit that joins a word and puts the line end behind it."""
    head, tail, turn = found["head"], found["tail"], found["turn"]
    reason = f"“{head + tail}” is a word that was divided" + (
        "." if confidence == _SURE else ", or a compound of two words with its hyphen."
    )
    start, end, new = found.start("cut"), found.end("cut"), ""
    rest = _REST.match(text, found.end())
    if turn is not None and rest is not None and rest["space"] and rest["more"]:
        end, new = rest.end("space"), tail + rest["clinging"] + turn
    return Edit(start, end, new, Hyphenation.name, _CATEGORY, confidence, reason)
