"""Rule packs: what is known about the boilerplate of a language, read from TOML and checked.

Every rule carries its own hits and misses: they are its tests, and `bersih.rules.faults` holds it to them.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from bersih.errors import PackError, did_you_mean
from bersih.io.toml import line_of, read_toml
from bersih.model.category import CATEGORIES

PACKS = Path(__file__).parent / "packs"
_GROUP = "bersih.packs"

NEUTRAL = "xx"
"""The pack of what belongs to no language."""

COUNT = "{n}"
"""In a phrase: any number. ``{n} comments`` stands for "3 comments" and "1,204 Comments"."""

Where = Literal["whole-line", "line-start"]
Need = Literal[
    "nothing",
    "colon",
    "no-colon",
    "label-shape",
    "company",
    "one-clause",
    "colon-or-headline",
    "colon-and-headline",
    "names",
    "colon-and-names",
]

# What can be asked of a phrase depends on whether anything follows it.
_NEEDS: dict[Where, tuple[Need, ...]] = {
    "whole-line": ("nothing", "colon", "no-colon", "label-shape", "company"),
    "line-start": (
        "nothing",
        "colon",
        "one-clause",
        "colon-or-headline",
        "colon-and-headline",
        "names",
        "colon-and-names",
    ),
}


class Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One piece of knowledge: phrases that give one kind of boilerplate away, and where in a line they may stand."""

    id: str
    """``kind.name``, unique in its pack."""
    category: str
    where: Where
    """``whole-line``: nothing else stands on the line. ``line-start``: the line begins with the phrase."""
    any: Annotated[list[str], msgspec.Meta(min_length=1)]
    """The phrases, as people write them; compared in their matching form (`bersih.rules.form`). ``{n}`` is a number
    (whole lines only). A phrase that ends in "…" or "..." needs the dots."""
    needs: Need = "nothing"
    """What else must be true.

    Of a whole line: ``colon``, it ends in a colon; ``no-colon``, it does not, since a colon introduces what
    follows; ``label-shape``, it is in capitals or brackets, or stands in the document more than once;
    ``company``, it stands in a row of lines that rules know, since alone it may be a subheading.

    Of a line start: ``colon``, a colon follows the phrase; ``one-clause``, no second sentence does;
    ``colon-or-headline``, a colon, a headline or nothing at all follows; ``colon-and-headline``, a colon
    and then a headline; ``names``, nothing but names follows; ``colon-and-names``, a colon and then names.
    """
    max_words: Annotated[int, msgspec.Meta(ge=1)] = 16
    """The longest line, in words, that a ``line-start`` rule may take."""
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)]
    everywhere: bool = False
    """True: the rule holds in documents of every language."""
    hits: Annotated[list[str], msgspec.Meta(min_length=2)]
    """Lines that the rule must match."""
    misses: Annotated[list[str], msgspec.Meta(min_length=2)]
    """Lines that it must leave: what a person would really write."""
    note: Annotated[str, msgspec.Meta(min_length=1)]
    """Where the phrases were seen, and what they mean there."""


class Pack(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The rules of one language."""

    language: str
    """BCP 47; ``xx`` for what belongs to no language."""
    version: Annotated[int, msgspec.Meta(ge=1)]
    serves: list[str] = []
    """The languages in whose documents the pack is used; empty: its own."""
    everywhere: bool = False
    """True: every rule holds in documents of every language."""
    rule: list[Rule] = []

    def serves_language(self, language: str | None) -> bool:
        """Return whether all rules of the pack apply to documents of *language* (None: in doubt)."""
        if self.everywhere:
            return True
        if language is None:
            return False
        base = language.partition("-")[0]
        return base in (self.serves or [self.language])


def read_pack(path: Path) -> Pack:
    """Return the pack at *path*.

    Raises:
        PackError: where it is not legal; the message names the file, the line and key, and what would be.
    """
    pack = read_toml(path, Pack, PackError)
    seen: set[str] = set()
    for index, rule in enumerate(pack.rule):
        if rule.id in seen:
            raise _fault(path, index, "id", f"rule {rule.id!r} is there twice.")
        seen.add(rule.id)
        if rule.category not in CATEGORIES:
            found = f"rule {rule.id!r}: {rule.category!r} is not a category. {did_you_mean(rule.category, CATEGORIES)}"
            raise _fault(path, index, "category", found)
        if rule.where == "line-start" and any(COUNT in phrase for phrase in rule.any):
            raise _fault(path, index, "any", f"rule {rule.id!r}: {COUNT} may stand in phrases of whole lines only.")
        if rule.needs not in _NEEDS[rule.where]:
            legal = ", ".join(repr(need) for need in _NEEDS[rule.where])
            found = f"rule {rule.id!r}: where = {rule.where!r} cannot have needs = {rule.needs!r}. Legal here: {legal}."
            raise _fault(path, index, "needs", found)
    return pack


@cache
def own_packs() -> tuple[Pack, ...]:
    """Return the packs that ship with bersih, and those of plug-ins (entry points of ``bersih.packs``)."""
    paths = sorted(PACKS.glob("*.toml"))
    found = [read_pack(path) for path in paths]
    plug_ins = sorted(entry_points(group=_GROUP), key=lambda point: point.name)
    found += [read_pack(Path(point.load())) for point in plug_ins]
    return tuple(found)


@cache
def fingerprint(paths: tuple[str, ...]) -> str:
    """Return a hash of all packs in use: bersih's own, those of plug-ins, and those at *paths*."""
    whole = hashlib.sha256()
    for pack in (*own_packs(), *(read_pack(Path(path)) for path in paths)):
        whole.update(msgspec.json.encode(pack))
    return whole.hexdigest()[:16]


def rules_for(language: str | None, paths: tuple[str, ...]) -> Iterator[tuple[str, Rule]]:
    """Yield (pack, rule) for each rule that applies to documents of *language*: the user's packs at *paths* first.

    A user's packs apply to every document.
    """
    for path in paths:
        pack = read_pack(Path(path))
        for rule in pack.rule:
            yield pack.language, rule
    for pack in own_packs():
        whole = pack.serves_language(language)
        for rule in pack.rule:
            if whole or rule.everywhere:
                yield pack.language, rule


def _fault(path: Path, index: int, key: str, what: str) -> PackError:
    line = line_of(path.read_text("utf-8"), ("rule", index, key))
    return PackError(f"{path}:{line}: {what}")
