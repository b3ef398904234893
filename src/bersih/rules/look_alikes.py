"""Letters of one script that look like those of another, read from `lexicons/look_alikes.toml`."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "look_alikes.toml"


class _LookAlikes(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    latin: dict[str, dict[str, str]]
    """By foreign script: the foreign letter, and the Latin letter it looks like."""


@cache
def look_alikes(script: str) -> dict[str, str]:
    """Return each letter of another script that looks like one of *script*, with that one.

    *script* is "latin", "cyrillic" or "greek"; Cyrillic and Greek are told apart from Latin only.
    """
    tables = read_toml(_FILE, _LookAlikes, PackError).latin
    if script == "latin":
        return {foreign: letter for table in tables.values() for foreign, letter in table.items()}
    return {letter: foreign for foreign, letter in tables[script].items()}
