"""``bersih packs``: what is known about the boilerplate of which language, and whether a pack of one's own is sound."""

from collections.abc import Iterator
from pathlib import Path

import click

from bersih.cli.options import FOUND, OK
from bersih.errors import did_you_mean
from bersih.model.category import CATEGORIES, FAMILIES, is_among
from bersih.rules.faults import faults
from bersih.rules.pack import Pack, Rule, read_pack
from bersih.rules.shelf import own_packs


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """List the rule packs; show one; check one of your own.

    \b
      bersih packs
      bersih packs show id
      bersih packs show id --category boilerplate.related
      bersih packs check our-site.toml
      bersih --pack our-site.toml < page.txt
    """
    if ctx.invoked_subcommand is None:
        for line in _table(own_packs()):
            click.echo(line)
    return OK


@command.command("show")
@click.argument("language")
@click.option("--category", metavar="CATEGORY", help="Only rules of this category or family.")
def show(language: str, category: str | None) -> int:
    """Show the rules of the pack of LANGUAGE: what they remove, where, and which lines they must leave."""
    packs = {pack.language: pack for pack in own_packs()}
    if language not in packs:
        msg = f"there is no pack {language!r}. {did_you_mean(language, packs)}"
        raise click.UsageError(msg)
    if category is not None and category not in CATEGORIES and category not in FAMILIES:
        msg = f"{category!r} is not a category. {did_you_mean(category, [*CATEGORIES, *FAMILIES])}"
        raise click.UsageError(msg)
    for rule in packs[language].rule:
        if category is None or is_among(rule.category, frozenset({category})):
            click.echo("\n".join(_described(rule)))
    return OK


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False), metavar="FILE…")
def check(files: tuple[str, ...]) -> int:
    """Check packs: that they are legal, that each rule matches its hits and leaves its misses, that no phrase is twice.

    Exits with 1 if a pack has a fault, with 2 if one is not legal.
    """
    code = OK
    for file in files:
        pack = read_pack(Path(file))
        found = list(faults(pack)) if file.endswith(".toml") else []
        for fault in found:
            click.echo(f"{file}: {fault}")
            code = FOUND
        if not found:
            click.echo(f"{file}: {_size(pack)}, no faults")
    return code


def _table(packs: tuple[Pack, ...]) -> Iterator[str]:
    """Yield a line for each pack: its language, its size, and where it counts."""
    for pack in packs:
        where = "every document" if pack.everywhere else ", ".join(pack.serves or [pack.language])
        widely = 0 if pack.everywhere else sum(rule.everywhere for rule in pack.rule)
        more = f"; {widely} of its rules in every document" if widely else ""
        yield f"{pack.language:4} {len(pack.rule):4} rules {_phrases(pack):5} phrases  used in: {where}{more}"
    phrases = sum(map(_phrases, packs))
    yield f"{len(packs)} packs, {sum(len(pack.rule) for pack in packs)} rules, {phrases} phrases"


def _described(rule: Rule) -> Iterator[str]:
    """Yield the lines that show one rule."""
    asked = "" if rule.needs == "nothing" else f", needs {rule.needs}"
    zone = "" if rule.zone == "anywhere" else f", {rule.zone} only"
    yield f"{rule.id}  {rule.category}  {rule.where}{asked}{zone}  {rule.confidence:.2f}"
    yield f"    {rule.note}"
    yield f"    any: {' | '.join(rule.any)}"
    if rule.also:
        yield f"    with: {' | '.join(rule.also)}"
    yield from (f"    + {hit}" for hit in rule.hits)
    yield from (f"    - {miss}" for miss in rule.misses)


def _size(pack: Pack) -> str:
    return f"{len(pack.rule)} rules, {_phrases(pack)} phrases"


def _phrases(pack: Pack) -> int:
    return sum(len(rule.any) for rule in pack.rule)
