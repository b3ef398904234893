"""Codes of languages: BCP 47, and one for each language where several are in use."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import tomli

_FILE = Path(__file__).parent / "codes.toml"


@cache
def canonical(code: str) -> str:
    """Return the code that bersih uses for the language of *code*: "he" for "iw", "nb" for "no", "zh-Hant" for "zh-TW".

    Subtags keep their order; scripts are written "Hans", regions "BR", all else in small letters.
    """
    first, *rest = code.replace("_", "-").split("-")
    subtags = [first.lower(), *map(_subtag, rest)]
    equal = _equal()
    whole = equal.get("-".join(subtags).lower())
    if whole is not None:
        return whole
    subtags[0] = equal.get(subtags[0], subtags[0])
    return "-".join(subtags)


def base(code: str) -> str:
    """Return the language alone of *code*: "zh" for "zh-Hant"."""
    return canonical(code).partition("-")[0]


def bases(codes: Iterable[str]) -> frozenset[str]:
    """Return the languages alone of *codes*."""
    return frozenset(map(base, codes))


def is_one_of(code: str, wanted: Iterable[str]) -> bool:
    """Return whether *code* is among *wanted*: "zh-Hans" is where "zh" or "zh-Hans" is."""
    code = canonical(code)
    return any(code == each or code.startswith(f"{each}-") for each in map(canonical, wanted))


def _subtag(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():  # a script
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 and subtag.isalpha() else subtag.lower()


@cache
def _equal() -> dict[str, str]:
    equal: dict[str, str] = tomli.loads(_FILE.read_text("utf-8"))["equal"]
    return equal
