"""Rule packs: what is known about the boilerplate of a language, read from TOML and checked.

Every rule carries its own hits and misses: they are its tests, and `bersih.rules.faults` holds it to them.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from bersih.errors import PackError, did_you_mean
from bersih.io.toml import line_of, read_toml
from bersih.model.category import CATEGORIES
from bersih.rules.form import marker_form

NEUTRAL = "xx"
"""The pack of what belongs to no language."""

COUNT = "{n}"
"""In a phrase: any number. ``{n} comments`` stands for "3 comments" and "1,204 Comments"."""

Where = Literal["whole-line", "line-start", "short-line", "line-end", "inline"]
Need = Literal[
    "nothing",
    "colon",
    "no-colon",
    "label-shape",
    "company",
    "one-clause",
    "ends-in-colon",
    "colon-and-value",
    "colon-or-headline",
    "colon-and-headline",
    "names",
    "colon-and-names",
    "closed",
    "headline",
    "quoted",
    "brackets",
]
Zone = Literal["anywhere", "head", "tail", "outside"]

# What can be asked of a phrase depends on whether anything follows it.
_NEEDS: dict[Where, tuple[Need, ...]] = {
    "whole-line": ("nothing", "colon", "no-colon", "label-shape", "company"),
    "line-start": (
        "nothing",
        "colon",
        "one-clause",
        "ends-in-colon",
        "colon-and-value",
        "colon-or-headline",
        "colon-and-headline",
        "names",
        "colon-and-names",
    ),
    "short-line": ("nothing", "one-clause", "no-colon", "company"),
    "line-end": ("nothing", "one-clause", "colon-and-names"),
    "inline": ("closed", "headline", "quoted", "brackets", "names"),
}


class Rule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, rename={"also": "with"}):
    """One piece of knowledge: phrases that give one kind of boilerplate away, and where in a line they may stand."""

    id: str
    """``kind.name``, unique in its pack."""
    category: str
    where: Where
    """Where in a line a phrase must stand, and what goes.

    ``whole-line``: nothing else stands on the line. ``line-start``: the line begins with the phrase.
    ``short-line``: a line of at most *max_words* words holds the phrase, and one of *with*. In these three
    the whole line goes. ``line-end``: the line ends with the phrase, after a sentence of its own; only the
    phrase goes. ``inline``: the phrase stands in running text; *needs* says what goes with it.
    """
    any: Annotated[list[str], msgspec.Meta(min_length=1)]
    """The phrases, as people write them; compared in their matching form (`bersih.rules.form`). ``{n}`` is a number
    (of whole lines and line starts). A phrase that ends in "…" or "..." needs the dots."""
    also: list[str] = []
    """In a pack ``with``: one of these phrases must stand on the line too (of a line start: after the phrase)."""
    needs: Need = "nothing"
    """What else must be true.

    Of a whole line: ``colon``, it ends in a colon; ``no-colon``, it does not, since a colon introduces what
    follows; ``label-shape``, it is in capitals or brackets, or stands in the document more than once;
    ``company``, it stands in a row of lines that rules know, or in the head or tail of the page where its
    layout agrees, since alone it may be a subheading.

    Of a line start: ``colon``, a colon follows the phrase; ``colon-and-value``, and something after it;
    ``ends-in-colon``, the line ends in a colon;
    ``one-clause``, no second sentence follows;
    ``colon-or-headline``, a colon, a headline or nothing at all follows; ``colon-and-headline``, a colon
    and then a headline; ``names``, nothing but names follows; ``colon-and-names``, a colon and then names.

    Of an inline phrase: ``closed``, it is all that goes, and is compared exactly as it is written;
    ``headline``, a colon follows it, and the headline after that goes too; ``quoted``, a headline in quotes
    follows; ``brackets``, it stands right after an opening bracket, and all in the brackets goes; ``names``, the
    name of an account with its handle in brackets follows. Of a line end: ``one-clause``, the last sentence of the
    line begins with the phrase; ``colon-and-names``, a colon and nothing but names follow.
    """
    zone: Zone = "anywhere"
    """The part of the document it may stand in: ``head``, before the first line of running text; ``tail``,
    after the last; ``outside``, either."""
    max_words: Annotated[int, msgspec.Meta(ge=1)] = 16
    """The longest line, in words, that a ``line-start`` or ``short-line`` rule may take. In scripts without
    spaces four characters count as a word."""
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
    """Return the pack at *path*: a TOML file, or any other as a list of phrases, one a line.

    Raises:
        PackError: where it is not legal; the message names the file, the line and key, and what would be.
    """
    if path.exists() and not path.is_file():
        msg = f"{path}: is no regular file. A pack is read more than once, which a pipe cannot be: write it to a file."
        raise PackError(msg)
    if path.suffix != ".toml":
        return _read_list(path)
    pack = read_toml(path, Pack, PackError)
    seen: set[str] = set()
    for index, rule in enumerate(pack.rule):
        if rule.id in seen:
            raise _fault(path, index, "id", f"rule {rule.id!r} is there twice.")
        seen.add(rule.id)
        if rule.category not in CATEGORIES:
            found = f"rule {rule.id!r}: {rule.category!r} is not a category. {did_you_mean(rule.category, CATEGORIES)}"
            raise _fault(path, index, "category", found)
        for phrase in rule.any:
            if rule.where != "inline" and _is_nothing(phrase):
                raise _fault(path, index, "any", f"rule {rule.id!r}: {_nothing_in(phrase)}")
        counted = rule.also if rule.where in ("whole-line", "line-start") else (*rule.any, *rule.also)
        if any(COUNT in phrase for phrase in counted):
            found = f"rule {rule.id!r}: {COUNT} may stand in phrases of whole lines and line starts only."
            raise _fault(path, index, "any", found)
        if rule.also and rule.where not in ("line-start", "short-line"):
            found = f"rule {rule.id!r}: only where = 'line-start' or 'short-line' may have with."
            raise _fault(path, index, "with", found)
        if rule.needs not in _NEEDS[rule.where]:
            legal = ", ".join(repr(need) for need in _NEEDS[rule.where])
            found = f"rule {rule.id!r}: where = {rule.where!r} cannot have needs = {rule.needs!r}. Legal here: {legal}."
            raise _fault(path, index, "where" if rule.needs == "nothing" else "needs", found)
    return pack


def _read_list(path: Path) -> Pack:
    """Return a pack with one rule: a line that is one of the phrases in the file at *path* goes."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError as problem:
        msg = f"{path}: cannot be read: {problem.strerror or problem}."
        raise PackError(msg) from problem
    except UnicodeDecodeError as problem:
        msg = f"{path}: is not UTF-8 at byte {problem.start}. A list of phrases is UTF-8, one a line."
        raise PackError(msg) from problem
    phrases = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    for number, line in enumerate(lines, 1):
        if line.strip() in phrases and _is_nothing(line):
            msg = f"{path}:{number}: {_nothing_in(line.strip())}"
            raise PackError(msg)
    if not phrases:
        msg = f"{path}: holds no phrase. A list of phrases has one a line; lines that begin with # are comments."
        raise PackError(msg)
    rule = Rule(
        id=f"list.{path.stem}",
        category="boilerplate.listed",
        where="whole-line",
        any=phrases,
        confidence=1.0,
        hits=[],
        misses=[],
        note=f"From {path.name}.",
    )
    return Pack(language=NEUTRAL, version=1, everywhere=True, rule=[rule])


def _is_nothing(phrase: str) -> bool:
    return not any(map(str.isalnum, phrase)) and not marker_form(phrase)


def _nothing_in(phrase: str) -> str:
    return f"{phrase!r} has nothing to match: signs that may stand around a phrase do not count as part of it."


def _fault(path: Path, index: int, key: str, what: str) -> PackError:
    line = line_of(path.read_text("utf-8"), ("rule", index, key))
    return PackError(f"{path}:{line}: {what}")
