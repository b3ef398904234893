"""The words that no signature has: what else stands in brackets at the end of a text."""

from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml

_FILE = Path(__file__).parent / "lexicons" / "signatures.toml"


class Signatures(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What tells a signature in brackets from a unit, a place or a legal form.

    *not_initials*: initials that sign no text. *not_names*: words that no person's name has. *single*: languages
    whose papers sign with one group of letters or one name.
    """

    not_initials: list[str]
    not_names: list[str]
    single: list[str]


@cache
def signatures() -> Signatures:
    """Return the words, read once."""
    return read_toml(_FILE, Signatures, PackError)
