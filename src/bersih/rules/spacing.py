"""Beside which punctuation a language puts no space, read from `lexicons/spacing.toml`."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "spacing.toml"


class Spacing(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a group of languages does beside punctuation."""

    languages: tuple[str, ...]
    before: str
    """Marks that no space stands before."""
    quotes: tuple[str, ...]
    """Opening and closing quotation marks that no space stands inside."""


class _Names(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    endings: frozenset[str]


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    group: list[Spacing]
    names: _Names


def spacing(language: str) -> Spacing | None:
    """Return what *language* (BCP 47, without a region) does; None where that is not known."""
    return _by_language().get(language)


def spaced_languages() -> tuple[str, ...]:
    """Return the languages whose spacing is known, sorted."""
    return tuple(sorted(_by_language()))


def ends_a_name(word: str) -> bool:
    """Return whether *word*, casefolded, is what follows the full stop in names of sites and files."""
    return word in _file().names.endings


@cache
def _by_language() -> dict[str, Spacing]:
    return {language: group for group in _file().group for language in group.languages}


@cache
def _file() -> _File:
    return read_toml(_FILE, _File, PackError)
