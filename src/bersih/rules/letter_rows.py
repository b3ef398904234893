"""Rows of single letters that are lists and no words, read from `lexicons/letter_rows.toml`."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "letter_rows.toml"


class _Rows(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    series: list[str]
    """Letters in an order of their own; a row that is a stretch of one is a list."""
    sets: list[str]
    """Letters of a notation; a row of nothing but those of one is a list."""
    characters: list[str]
    """The same for characters of Han, kana and Hangul."""


def is_list(letters: str) -> bool:
    """Return whether *letters*, casefolded and without the spaces between them, are a list and no word."""
    rows = _rows()
    if any(letters in series for series in rows.series):
        return True
    return any(all(letter in each for letter in letters) for each in (*rows.sets, *rows.characters))


@cache
def _rows() -> _Rows:
    return read_toml(_FILE, _Rows, PackError)
