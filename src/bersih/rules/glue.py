"""What is known of words that lost the space between them, read from `lexicons/glue.toml`."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "glue.toml"


class _Sides(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    front: str
    back: str


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    names: dict[str, str]
    endings: dict[str, str]
    brands: dict[str, str]
    two_words: dict[str, str]
    modules: dict[str, str]
    affixes: dict[str, _Sides]
    by_hand: dict[str, _Sides]
    trained: dict[str, _Sides]


class Glue(NamedTuple):
    """What a language says about glued words; empty where nothing is known."""

    front: frozenset[str]
    """Function words that are told in front of another word."""
    back: frozenset[str]
    """Function words that are told behind another word."""
    names: frozenset[str]
    """Words that stand before a name, and are told where it is glued to them."""
    two_words: bool
    """Whether the language seldom makes one word of two."""
    two_small: bool
    """Whether it seldom makes one of two small words."""
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]


@cache
def glue_of(language: str) -> Glue:
    """Return what is known of *language* (BCP 47, without a region)."""
    file = _file()
    sides = file.by_hand.get(language) or file.trained.get(language) or _NO_SIDES
    affixes = file.affixes.get(language, _NO_SIDES)
    return Glue(
        frozenset(sides.front.split()),
        frozenset(sides.back.split()),
        frozenset(file.names.get(language, "").split()),
        language in file.two_words["common"].split(),
        language in file.two_words["small"].split(),
        tuple(affixes.front.split()),
        tuple(affixes.back.split()),
    )


@cache
def endings() -> frozenset[str]:
    """Return what follows a full stop in names of files and domains, in small letters."""
    return frozenset(_file().endings["all"].split())


@cache
def brand_beginnings() -> frozenset[str]:
    """Return common words with which names of brands begin."""
    return frozenset(_file().brands["beginnings"].split())


@cache
def modules() -> frozenset[str]:
    """Return what stands before a full stop and the name of a class in the text of programs."""
    return frozenset(_file().modules["all"].split())


@cache
def brands() -> frozenset[str]:
    """Return names with a capital inside."""
    return frozenset(_file().brands["all"].split())


_NO_SIDES = _Sides("", "")


@cache
def _file() -> _File:
    return read_toml(_FILE, _File, PackError)
