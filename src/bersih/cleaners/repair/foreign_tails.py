"""Endings of source words that a translation left glued to its own words ("mewakili-aria")."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bersih.chain.cleaner import ALWAYS, in_each_language
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.rules.lexicon import provenance, require_lexicons, strong_words, words
from bersih.rules.tails import endings
from bersih.rules.tokens import suspects

_CATEGORY = "repair.foreign-tail"

# Below five letters a base is too often part of a longer word ("mala" in "malaria").
_SHORTEST_BASE = 5
# A token of letters, with one full stop inside at most; nothing that may be an address, a path or a name.
_GLUED = re.compile(r"(?<![\w@#/.\-])(?P<word>[a-zà-öø-ÿ]{8,30})(?![\w@/\-]|\.\w)")
_DOTTED_INSIDE = re.compile(r"(?<![\w@#/.\-])(?P<base>[a-zà-öø-ÿ]{5,30})\.(?P<tail>[a-zà-öø-ÿ]{3,8})")
_DOTTED = re.compile(_DOTTED_INSIDE.pattern + r"(?= [a-zà-öø-ÿ“\"(])")

# A word that any of these languages has is no damage: loans and names run between them.
_LENDERS = ("en", "pt", "es", "fr", "it")

_ALONE = 0.5
"""Confidence of a tail that nothing else in the document supports: recorded as kept."""


class _Tail(NamedTuple):
    start: int
    end: int
    base: str
    tail: str


@dataclass(frozen=True)
class ForeignTails:
    """Take the foreign tail off a word: "mewakiliaria" becomes "mewakili", "artileri.aria" becomes "artileri".

    A tail goes only where the whole token is a word of no language that could have lent it, the base is a
    common word of the document's language, the tail is a known ending of a Romance language, and the same
    tail stands on another damaged word of the document. Where only the last is missing, the tail is kept
    and reported. Leaves alone: capitalized words, addresses, file names, and words in other languages.
    """

    languages: tuple[str, ...] = ("id",)
    """The languages whose documents are looked at (BCP 47): those with a measured rate of false repairs."""

    name = "repair.foreign_tails"
    needs = ALWAYS

    def __post_init__(self) -> None:
        """Refuse a language without a lexicon.

        Raises:
            ValueError: where bersih knows no words of a language.
        """
        require_lexicons(self.languages, "its words cannot be told from damaged ones")

    @property
    def fingerprint(self) -> str:
        """Where the lexicon is from."""
        return provenance()

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each tail."""
        language = doc.base_language
        if language not in self.languages:
            return
        found = sorted(_tails(doc.text, language))
        times = Counter(tail for _, tail in {(each.base, each.tail) for each in found})
        for each in found:
            supported = times[each.tail] > 1
            reason = (
                f"“{each.base}” is a word, “{doc.text[each.start - len(each.base) : each.end]}” is none, "
                f"and “-{each.tail}” is an ending of a Romance language"
                + (f" that {times[each.tail]} words here carry." if supported else ".")
            )
            yield Edit(each.start, each.end, "", self.name, _CATEGORY, 0.95 if supported else _ALONE, reason)


def _tails(text: str, language: str) -> Iterator[_Tail]:
    """Yield each tail in *text*: its span, the word it hangs on, and the tail."""
    known, bases = endings(), strong_words(language)
    # Both patterns stay within a token, and most tokens are known.
    if not suspects(text, language, _may_have_tail):
        return
    for found in _DOTTED.finditer(text):
        base, tail = found["base"], found["tail"]
        if tail in known and base in bases and not _is_word(base + tail, language):
            yield _Tail(found.end("base"), found.end("tail"), base, tail)
    for found in _GLUED.finditer(text):
        word = found["word"]
        for cut in range(_SHORTEST_BASE, len(word) - 2):
            base, tail = word[:cut], word[cut:]
            if tail in known and base in bases:
                if not _is_word(word, language):
                    yield _Tail(found.start("word") + cut, found.end("word"), base, tail)
                break


def _may_have_tail(token: str, language: str) -> bool:
    """Return whether *token*, text without white space, may hold a word with a tail."""
    known, bases = endings(), strong_words(language)
    if any(found["tail"] in known and found["base"] in bases for found in _DOTTED_INSIDE.finditer(token)):
        return True
    return any(
        word[cut:] in known and word[:cut] in bases
        for word in (found["word"] for found in _GLUED.finditer(token))
        for cut in range(_SHORTEST_BASE, len(word) - 2)
    )


def _is_word(word: str, language: str) -> bool:
    """Return whether *word* is known in *language* or in one that lends words to it."""
    return word in words(language) or any(word in words(lender) for lender in _LENDERS)
