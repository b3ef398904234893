"""Words that lost the space between them, where a page had an inline tag ("laporanyang", "diJakarta")."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from string import punctuation

from bersih.chain.cleaner import ALWAYS, in_each_language
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.rules.lexicon import provenance, require_lexicons
from bersih.rules.tokens import suspects
from bersih.rules.unglue import Gap, gaps

_NAME = "repair.glued_words"
_CATEGORY = "repair.glued-word"
# Damage hits a word here and there; so many times in a document it is a word.
_A_WORD = 4
_DOUBT = 0.5

# fmt: off
MEASURED = frozenset((
    "ca", "cs", "de", "en", "es", "fi", "fr", "gl", "hr", "hu", "id", "it",
    "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sv", "tl", "tr", "uk",
))
# fmt: on
"""The languages in which at most 20 of a million words of clean text are parted wrongly (docs/figures.md)."""


@dataclass(frozen=True)
class GluedWords:
    """Put back the space between words: "laporanyang" becomes "laporan yang", "tiba.Namun" becomes "tiba. Namun".

    Four kinds are told by the token alone: a function word and a common word of the document's language that
    together are no word; a preposition or the like and a name; two sentences; two words with a comma. Leaves
    alone: words of the language and of English, words with affixes, compounds, names and brands with capitals
    inside, addresses, names of files, code, numbers, and text in a language without a lexicon. What stands in the
    document again and again is a word, of whatever language, and its parting is kept as doubtful.
    """

    languages: tuple[str, ...] = ()
    """The languages whose documents are looked at (BCP 47); empty: all that have a lexicon and were measured."""

    name = _NAME
    needs = ALWAYS

    def __post_init__(self) -> None:
        """Refuse a language without a lexicon.

        Raises:
            ValueError: where bersih knows no words of a language.
        """
        require_lexicons(self.languages, "its words cannot be told from glued ones")

    @property
    def fingerprint(self) -> str:
        """Where the lexicon is from."""
        return provenance()

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each space that is missing."""
        language = doc.base_language
        if language not in (self.languages or MEASURED):
            return
        parted = suspects(doc.text, language, gaps)
        found = {token: [*_places(token, doc.text)] for token in parted}
        times: Counter[str] = Counter()
        for token, places in found.items():
            times[_word(token)] += len(places)
        for token, places in found.items():
            is_word = times[_word(token)] >= _A_WORD and _word(token).isalpha()
            for start in places:
                for gap in parted[token]:
                    yield _edit(start, gap._replace(confidence=min(gap.confidence, _DOUBT)) if is_word else gap)


def _word(token: str) -> str:
    """Return *token* without the signs around it, in small letters."""
    return token.strip(punctuation + "“”‘’«»„…–—").lower()


def _places(token: str, text: str) -> Iterator[int]:
    """Yield where *token* stands in *text* between white space."""
    start = text.find(token)
    while start >= 0:
        end = start + len(token)
        if (not start or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start
        start = text.find(token, end)


def _edit(start: int, gap: Gap) -> Edit:
    at = start + gap.at
    return Edit(at, at, " ", _NAME, _CATEGORY, gap.confidence, gap.reason)
