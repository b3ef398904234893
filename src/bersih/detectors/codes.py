"""Codes of languages: BCP 47, and one for each language where several are in use."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import tomli

_FILE = Path(__file__).parent / "codes.toml"
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


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


def is_code(value: object) -> bool:
    """Return whether *value* has the form of a BCP 47 code: a language of two or three letters, and subtags."""
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def check_codes(values: Iterable[str], option: str) -> tuple[str, ...]:
    """Return *values*, given as *option*, if all have the form of BCP 47 codes.

    Raises:
        ValueError: where one has not, or a single code is given in place of a list.
    """
    given = tuple(values)
    if isinstance(values, str) or not all(map(is_code, given)):
        msg = f'{option} = {values!r} is no list of BCP 47 codes such as ["id", "pt-BR"].'
        raise ValueError(msg)
    return given


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
