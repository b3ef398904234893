"""The command ``bersih``: a filter by itself, with commands for files, findings, reasons and the way back."""

import os
import sys
from importlib import import_module

import click
from click.core import ParameterSource

from bersih.cli.options import Choice, chain_options, exit_codes, verbose_option
from bersih.errors import did_you_mean
from bersih.version import __version__

_COMMANDS = {
    "clean": "Clean files, to standard output or in place.",
    "check": "Name every finding, change nothing; exit 1 if there is one.",
    "detect": "Name the language of files, and of their parts.",
    "explain": "Say which cleaners and rules fire on a text, and which do not.",
    "packs": "List and show the rule packs, and check one of your own.",
    "undo": "Rebuild the original from a cleaned text and its report.",
}


class _ReaderGone(Exception):  # noqa: N818
    """Whoever read our output has had enough (`| head`)."""


class _LazyGroup(click.Group):
    """Imports a command's file when it is called, not when the list of commands is shown."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click itself would exit with 1 where the reader of its output is gone."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _ReaderGone from error
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"bersih.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and os.path.exists(args[0]):  # noqa: PTH110
            ctx.fail(f"{args[0]!r} is a file. To clean it: bersih clean {args[0]}")
        if args and args[0] not in _COMMANDS:
            ctx.fail(f"there is no command {args[0]!r}. {did_you_mean(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=exit_codes(),
)
@click.version_option(__version__, "-V", "--version", prog_name="bersih")
@chain_options
@verbose_option
@click.pass_context
def cli(ctx: click.Context, *, choice: Choice, verbose: bool) -> None:
    """Clean web text. With no command: standard input, cleaned, to standard output.

    \b
      bersih < page.txt > clean.txt
      bersih --report report.json < page.txt > clean.txt
      bersih clean --in-place corpus/*.txt
      bersih check corpus/*.txt
      bersih detect corpus/*.txt
      bersih explain --lang id "Baca juga: Harga Beras Naik"
      bersih packs show id
      bersih undo report.json clean.txt > page.txt
    """
    if ctx.invoked_subcommand is not None:
        for parameter in ctx.command.params:
            if ctx.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE:
                flag = parameter.opts[-1]
                ctx.fail(f"{flag} belongs to the command: bersih {ctx.invoked_subcommand} {flag} …")
        return
    if sys.stdin.isatty():
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)
    ctx.exit(import_module("bersih.cli.clean").filter_stdin(choice, verbose=verbose))


def main(argv: list[str] | None = None) -> int:
    """Run the command line on *argv* (None: that of the process) and return the exit code."""
    from bersih.errors import BersihError, UnreadableError

    try:
        code = cli.main(argv, prog_name="bersih", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = 130
    except _ReaderGone:
        # Nothing more can be written, not even what Python would flush at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except BersihError as error:
        click.echo(f"bersih: {error}", err=True)
        code = 3 if isinstance(error, UnreadableError) else 2
    return code if isinstance(code, int) else 0


def run() -> None:
    """Run the command line as a program."""
    sys.exit(main())
