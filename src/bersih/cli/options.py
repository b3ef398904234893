"""Options that several commands share, and what they make: a chain."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from bersih.chain.chain import Chain

P = ParamSpec("P")
R = TypeVar("R")

# BCP 47: a language of two or three letters, perhaps a script, a region and variants.
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

OK = 0
FOUND = 1
UNREADABLE = 3
GUARD = 4


def exit_codes() -> str:
    """Return what the exit codes mean, for the end of a help page."""
    return (
        "Exit codes: 0 fine, 1 something was found (check), 2 wrong use, 3 a file cannot be read or written, "
        "4 the guard kept a document as it was."
    )


def _language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """Return *value* if it has the form of a language code."""
    if value is not None and not _CODE.fullmatch(value):
        msg = f"{value!r} is not a BCP 47 code such as id, en or pt-BR."
        raise click.BadParameter(msg)
    return value


_CHAIN_OPTIONS = (
    click.option(
        "--chain",
        "chain",
        default="text",
        show_default=True,
        metavar="NAME",
        help="A preset (text, encoding, html), or the path of a chain file.",
    ),
    click.option(
        "--mode",
        type=click.Choice(["precise", "balanced", "thorough"]),
        help="How sure a finding must be. The chain's own floor if not given; precise in the presets.",
    ),
    click.option(
        "--guard",
        type=click.FloatRange(0, 1),
        metavar="SHARE",
        help="The share of a document's visible text that may be removed, 0 to 1; above it the document stays.",
    ),
    click.option(
        "--lang",
        "language",
        metavar="CODE",
        callback=_language,
        help="The language of the text (BCP 47, such as id or pt-BR), if you know it better than a detector.",
    ),
    click.option(
        "--only",
        multiple=True,
        metavar="CATEGORY",
        help="Make only edits of this category or family, such as boilerplate.related or encoding. Repeatable.",
    ),
    click.option(
        "--skip", multiple=True, metavar="CATEGORY", help="Leave edits of this category or family. Repeatable."
    ),
)

_REPORT_OPTION = click.option(
    "--report",
    "report",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the cleaning report there, as JSON; of several files as JSON Lines.",
)


verbose_option = click.option("-v", "--verbose", is_flag=True, help="Show every edit and its reason on standard error.")


def chain_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options that choose a chain, and --report."""
    for option in reversed((*_CHAIN_OPTIONS, _REPORT_OPTION)):
        command = option(command)
    return command


def chain_of(
    chain: str,
    mode: str | None,
    guard: float | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
) -> "Chain":
    """Return the chain that the shared options ask for."""
    from bersih.chain.config import Overrides, load_chain

    overrides: Overrides = {}
    if mode is not None:
        overrides["mode"] = mode  # type: ignore[typeddict-item]
    if guard is not None:
        overrides["guard"] = guard
    if only:
        overrides["only"] = only
    if skip:
        overrides["skip"] = skip
    return load_chain(chain, **overrides)
