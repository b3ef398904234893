"""``bersih clean``, and ``bersih`` as a filter."""

import sys
from collections.abc import Iterator

import click

from bersih.cli.options import GUARD, OK, UNREADABLE, Choice, chain_options, exit_codes, verbose_option
from bersih.errors import UnreadableError
from bersih.io.files import STDIN
from bersih.report.as_text import summary, write_text
from bersih.report.to_file import ReportFile
from bersih.run.files import Cleaned, clean_file, write_back


@click.command(epilog=exit_codes())
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("-i", "--in-place", is_flag=True, help="Write each file back, if it changed; it is replaced as a whole.")
@verbose_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@chain_options
def command(
    files: tuple[str, ...],
    *,
    in_place: bool,
    verbose: bool,
    quiet: bool,
    choice: Choice,
) -> int:
    """Clean FILEs (- is standard input), to standard output or in place.

    \b
      bersih clean page.txt
      bersih clean --in-place --report edits.jsonl corpus/*.txt
      bersih clean --skip boilerplate.credit --lang id page.txt
      bersih clean --chain html page.html
      bersih clean --chain my-chain.toml page.txt

    A file is written only after the original was rebuilt from the report.
    """
    if in_place and STDIN in files:
        msg = "standard input has no place to write back to: leave --in-place or - away."
        raise click.UsageError(msg)
    choice.refuse_report_among(files)
    made = choice.load()
    code = OK
    with ReportFile(choice.report, several=len(files) > 1) as reports:
        for path in _progress(files, quiet=quiet or not in_place):
            try:
                cleaned = clean_file(made, path, language=choice.language, encoding=choice.encoding)
                reports.add(cleaned.document)
                if in_place:
                    write_back(cleaned, path)
                else:
                    sys.stdout.buffer.write(cleaned.data)
            except UnreadableError as error:
                click.echo(f"bersih: {error}", err=True)
                code = UNREADABLE
                continue
            if not quiet:
                _say(cleaned, path, verbose=verbose, in_place=in_place)
            if cleaned.stopped and code == OK:
                code = GUARD
    return code


def filter_stdin(choice: Choice, *, verbose: bool) -> int:
    """Clean standard input to standard output."""
    with ReportFile(choice.report, several=False) as reports:
        cleaned = clean_file(choice.load(), STDIN, language=choice.language, encoding=choice.encoding)
        reports.add(cleaned.document)
        sys.stdout.buffer.write(cleaned.data)
    _say(cleaned, "standard input", verbose=verbose, in_place=False)
    return GUARD if cleaned.stopped else OK


def _say(cleaned: Cleaned, path: str, *, verbose: bool, in_place: bool) -> None:
    """Tell on standard error what was done to the file at *path*."""
    if verbose:
        write_text(cleaned.document.report(), sys.stderr)
    elif in_place and cleaned.changed:
        click.echo(f"{path}: {summary(cleaned.document.report())}", err=True)
    if cleaned.stopped:
        click.echo(f"bersih: {path}: left as it was: {cleaned.stopped.value}.", err=True)
    if cleaned.left:
        click.echo(f"bersih: {path}: {cleaned.left}.", err=True)


def _progress(files: tuple[str, ...], *, quiet: bool) -> Iterator[str]:
    """Yield *files*, with a progress bar where there are many and a person looks on."""
    if quiet or len(files) < 3 or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="cleaning", file=sys.stderr) as bar:
        yield from bar
