"""Which packs there are, and which of them a document needs: only those are read."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import msgspec
import tomli

from bersih.rules.pack import Pack, Rule, read_pack

PACKS = Path(__file__).parent / "packs"
_GROUP = "bersih.packs"

# A pack that has such a rule is read for every document.
_EVERYWHERE = b"everywhere = true"
_FIRST_RULE = b"[[rule]]"


def own_packs() -> tuple[Pack, ...]:
    """Return the packs that ship with bersih, and those of plug-ins (entry points of ``bersih.packs``), all read."""
    return tuple(_read(path) for path in pack_files())


@cache
def pack_files() -> tuple[Path, ...]:
    """Return the files of bersih's own packs, sorted, then those of plug-ins."""
    plug_ins = sorted(entry_points(group=_GROUP), key=lambda point: point.name)
    return (*sorted(PACKS.glob("*.toml")), *(Path(point.load()) for point in plug_ins))


@cache
def fingerprint(paths: tuple[str, ...]) -> str:
    """Return a hash of all packs there are: bersih's own, those of plug-ins, and those at *paths*."""
    whole = hashlib.sha256()
    for path in (*pack_files(), *map(Path, paths)):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def rules_for(language: str | None, paths: tuple[str, ...]) -> Iterator[tuple[str, Rule]]:
    """Yield (pack, rule) for each rule that applies to documents of *language*: the user's packs at *paths* first.

    A user's packs apply to every document.

    Raises:
        PackError: where a pack is not legal.
    """
    for own in paths:
        pack = read_pack(Path(own))
        for rule in pack.rule:
            yield pack.language, rule
    for path in pack_files():
        head, has_everywhere = _head(path)
        whole = head.serves_language(language)
        if not whole and not has_everywhere:
            continue
        pack = _read(path)
        for rule in pack.rule:
            if whole or rule.everywhere:
                yield pack.language, rule


@cache
def _head(path: Path) -> tuple[Pack, bool]:
    """Return what stands before the first rule of a pack, and whether any of its rules holds everywhere."""
    data = path.read_bytes()
    head = tomli.loads(data.partition(_FIRST_RULE)[0].decode("utf-8", "replace"))
    return msgspec.convert(head, Pack), _EVERYWHERE in data


@cache
def _read(path: Path) -> Pack:
    return read_pack(path)
