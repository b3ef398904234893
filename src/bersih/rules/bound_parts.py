"""Parts of words that stand on no side of a hyphen, read from `lexicons/bound_parts.toml`."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "bound_parts.toml"


class BoundParts(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a language says about the two sides of a hyphen inside a word."""

    prefixes: frozenset[str] = frozenset()
    """Never followed by a hyphen and a word of the language."""
    suffixes: frozenset[str] = frozenset()
    """Never led by a word of the language and a hyphen."""
    nouns_keep_their_capital: bool = False
    """Whether nouns have a capital, behind a hyphen too."""


def bound_parts(language: str) -> BoundParts:
    """Return what is known of *language* (BCP 47, without a region); nothing where it has no entry."""
    return _all().get(language, _NONE)


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    languages: dict[str, BoundParts]


_NONE = BoundParts()


@cache
def _all() -> dict[str, BoundParts]:
    return read_toml(_FILE, _File, PackError).languages
