"""The endings that a translation may leave behind, read from `lexicons/foreign_tails.toml`."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "foreign_tails.toml"


class _Tails(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    tails: dict[str, list[str]]


@cache
def endings() -> frozenset[str]:
    """Return the endings of all source languages."""
    found = read_toml(_FILE, _Tails, PackError).tails
    return frozenset(tail for tails in found.values() for tail in tails)
