"""Which words a language has, and how common they are. Evidence only: a lexicon repairs nothing."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version

# Zipf scale: the base-10 logarithm of occurrences per billion words (wordfreq's own unit).
_STRONG = 2.5


@cache
def words(language: str) -> frozenset[str]:
    """Return the known words of *language* (BCP 47, without a region), casefolded; empty where none are known.

    Loaded on first use: about 15 ms and 4 MB for Indonesian, 150 ms and 40 MB for English.
    """
    return frozenset(_frequencies(language))


@cache
def strong_words(language: str) -> frozenset[str]:
    """Return the words of *language* seen at least once in three million words: not typing errors, not names."""
    least = 10 ** (_STRONG - 9)
    return frozenset(word for word, frequency in _frequencies(language).items() if frequency >= least)


@cache
def shares(language: str) -> Mapping[str, float]:
    """Return the known words of *language*, each with its share in text, 0 to 1; empty where none are known."""
    return _frequencies(language)


def has_lexicon(language: str) -> bool:
    """Return whether the words of *language* are known."""
    from wordfreq import available_languages

    return language in available_languages("best")


def require_lexicons(languages: Iterable[str], so: str) -> None:
    """Refuse *languages* of which one has no lexicon; *so* says what cannot be done then.

    Raises:
        ValueError: where bersih knows no words of a language.
    """
    for language in languages:
        if not has_lexicon(language):
            msg = f"there is no lexicon for {language!r}, so {so}."
            raise ValueError(msg)


def common_words(language: str) -> dict[str, float]:
    """Return the common words of *language*, the commonest first, each with its share in text; empty where unknown.

    The smaller of wordfreq's lists: all words seen once in a million, 20,000 to 40,000.
    """
    from wordfreq import available_languages, get_frequency_dict

    return dict(get_frequency_dict(language, "small")) if language in available_languages("small") else {}


def provenance() -> str:
    """Return where the words are from, with its version."""
    return f"wordfreq {version('wordfreq')}"


def _frequencies(language: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return dict(get_frequency_dict(language)) if has_lexicon(language) else {}
