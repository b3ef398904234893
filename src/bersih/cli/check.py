"""``bersih check``: what would be changed, and where."""

import click

from bersih.cli.options import FOUND, GUARD, OK, UNREADABLE, Choice, chain_options, exit_codes
from bersih.errors import UnreadableError
from bersih.report.as_text import finding_lines
from bersih.report.to_file import ReportFile
from bersih.run.files import clean_file


@click.command(epilog=exit_codes())
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--kept", is_flag=True, help="Show also what was found but is not sure enough to change.")
@chain_options
def command(
    files: tuple[str, ...],
    *,
    kept: bool,
    choice: Choice,
) -> int:
    """Name file, line, category and text of all that would be changed in FILEs; change nothing.

    \b
      bersih check corpus/*.txt
      bersih check --only encoding corpus/*.txt
      bersih check --kept --lang id page.txt

    Exits with 1 if anything was found: for a hook, or for CI.
    """
    choice.refuse_report_among(files)
    made = choice.load()
    codes = {OK}
    with ReportFile(choice.report, several=len(files) > 1) as reports:
        for path in files:
            try:
                cleaned = clean_file(made, path, language=choice.language, encoding=choice.encoding)
            except UnreadableError as error:
                click.echo(f"bersih: {error}", err=True)
                codes.add(UNREADABLE)
                continue
            found = cleaned.document.report()
            reports.add(cleaned.document)
            for line in finding_lines(found, cleaned.document.original, kept=kept):
                click.echo(line)
            if cleaned.changed or any(label.key == "undecodable" for label in found.labels):
                codes.add(FOUND)
            if cleaned.stopped:
                click.echo(f"{path}: {cleaned.stopped.key}: {cleaned.stopped.value}")
                codes.add(GUARD)
    # What could not be read weighs most, then what was left alone, then what was found.
    return next(code for code in (UNREADABLE, GUARD, FOUND, OK) if code in codes)
