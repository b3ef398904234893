"""Options that several commands share, and what they make: a chain."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from bersih.chain.chain import Chain
    from bersih.chain.config import Mode

R = TypeVar("R")

OK = 0
FOUND = 1
UNREADABLE = 3
GUARD = 4


def exit_codes() -> str:
    """Return what the exit codes mean, for the end of a help page."""
    return (
        "Exit codes: 0 fine, 1 something was found (check), 2 wrong use, 3 a file cannot be read, decoded or written, "
        "4 the guard kept a document as it was."
    )


def _language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """Return *value* if it has the form of a language code."""
    return None if value is None else _code(value)


def language_codes(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001
    """Return *values* if they have the form of language codes."""
    return tuple(map(_code, values))


def _code(value: str) -> str:
    from bersih.detectors.codes import is_code

    if not is_code(value):
        msg = f"{value!r} is not a BCP 47 code such as id, en or pt-BR."
        raise click.BadParameter(msg)
    return value


def _encoding(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001
    """Return *value* if it is the name of an encoding."""
    if value is not None:
        try:
            "".encode(value)  # `codecs.lookup` would take "hex" for one.
        except (LookupError, ValueError) as error:
            msg = f"{value!r} is not an encoding that Python knows, such as utf-8, windows-1251, gb18030 or euc-jp."
            raise click.BadParameter(msg) from error
    return value


encoding_option = click.option(
    "--encoding",
    "encoding",
    metavar="NAME",
    callback=_encoding,
    help="The encoding of the input (such as windows-1251). Found out if not given; bytes that are not in it "
    "are an error if it is.",
)

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
        "--detector",
        "detector",
        metavar="NAME",
        help="What finds out the language where --lang is not given: auto (the default), py3langid, langdetect, cld2, "
        "function-words, script, or a plug-in.",
    ),
    encoding_option,
    click.option(
        "--only",
        multiple=True,
        metavar="CATEGORY",
        help="Make only edits of this category or family, such as boilerplate.related or encoding. Repeatable.",
    ),
    click.option(
        "--skip", multiple=True, metavar="CATEGORY", help="Leave edits of this category or family. Repeatable."
    ),
    click.option(
        "--also",
        multiple=True,
        metavar="CATEGORY",
        help="Make edits of a category that the chain leaves by itself, such as boilerplate.byline. Repeatable.",
    ),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        type=click.Path(exists=True, dir_okay=False),
        metavar="FILE",
        help="A rule pack of your own (.toml), or a list of phrases, one a line: a line that is one of them goes. "
        "Repeatable.",
    ),
)

_REPORT_OPTION = click.option(
    "--report",
    "report",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the cleaning report there, as JSON; of several files as JSON Lines.",
)


class Choice(NamedTuple):
    """What the shared options say."""

    chain: str
    mode: "Mode | None"
    guard: float | None
    language: str | None
    detector: str | None
    encoding: str | None
    only: tuple[str, ...]
    skip: tuple[str, ...]
    also: tuple[str, ...]
    packs: tuple[str, ...]
    report: str | None

    def load(self) -> "Chain":
        """Return the chain they ask for."""
        from bersih.chain.config import Overrides, load_chain

        overrides: Overrides = {}
        if self.mode is not None:
            overrides["mode"] = self.mode
        if self.guard is not None:
            overrides["guard"] = self.guard
        if self.detector is not None:
            overrides["detector"] = self.detector
        if self.only:
            overrides["only"] = self.only
        if self.skip:
            overrides["skip"] = self.skip
        if self.also:
            overrides["also"] = self.also
        if self.packs:
            overrides["packs"] = self.packs
        return load_chain(self.chain, **overrides)

    def refuse_report_among(self, files: tuple[str, ...]) -> None:
        """Refuse to write the report over one of the *files*."""
        if self.report is not None and any(Path(self.report).resolve() == Path(file).resolve() for file in files):
            msg = f"--report {self.report}: that is one of the files to read."
            raise click.UsageError(msg)


verbose_option = click.option("-v", "--verbose", is_flag=True, help="Show every edit and its reason on standard error.")


def chain_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options that choose a chain, and --report; *command* gets them as *choice*."""

    @wraps(command)
    def with_choice(*args: object, **given: Any) -> R:
        values = {name: given.pop(name) for name in Choice._fields}
        return command(*args, choice=Choice(**values), **given)

    found: Callable[..., R] = with_choice
    for option in reversed((*_CHAIN_OPTIONS, _REPORT_OPTION)):
        found = option(found)
    return found
