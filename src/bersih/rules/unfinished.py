"""Words after which something must follow, read from `lexicons/unfinished.toml`."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "unfinished.toml"


class _Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    words: dict[str, str]
    leaning: dict[str, str]


def unfinished_words(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of *language* (BCP 47) that nothing ends in, and those that seldom end anything.

    In small letters; none where none are known.
    """
    return _lists().get((language or "").partition("-")[0], (frozenset(), frozenset()))


@cache
def _lists() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return both kinds of words of each language."""
    found = read_toml(_FILE, _Words, PackError)
    return {
        language: (frozenset(words.split()), frozenset(found.leaning.get(language, "").split()))
        for language, words in found.words.items()
    }
