"""``bersih check``: what would be changed, and where."""

import click

from bersih.cli.options import FOUND, GUARD, OK, UNREADABLE, chain_of, chain_options, exit_codes
from bersih.errors import UnreadableError
from bersih.io.files import write_atomically
from bersih.report.as_json import to_json
from bersih.report.as_text import finding_lines
from bersih.run.files import clean_file


@click.command(epilog=exit_codes())
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--kept", is_flag=True, help="Show also what was found but is not sure enough to change.")
@chain_options
def command(
    files: tuple[str, ...],
    *,
    kept: bool,
    chain: str,
    mode: str | None,
    guard: float | None,
    language: str | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    report: str | None,
) -> int:
    """Name file, line, category and text of all that would be changed in FILEs; change nothing.

    \b
      bersih check corpus/*.txt
      bersih check --only encoding corpus/*.txt
      bersih check --kept --lang id page.txt

    Exits with 1 if anything was found: for a hook, or for CI.
    """
    made = chain_of(chain, mode, guard, only, skip)
    codes = {OK}
    reports: list[str] = []
    for path in files:
        try:
            cleaned = clean_file(made, path, language=language)
        except UnreadableError as error:
            click.echo(f"bersih: {error}", err=True)
            codes.add(UNREADABLE)
            continue
        found = cleaned.document.report()
        for line in finding_lines(found, cleaned.document.original, kept=kept):
            click.echo(line)
        if cleaned.changed or any(label.key == "undecodable" for label in found.labels):
            codes.add(FOUND)
        if cleaned.stopped:
            click.echo(f"{path}: {cleaned.stopped.key}: {cleaned.stopped.value}")
            codes.add(GUARD)
        if report is not None:
            reports.append(to_json(found, indent=2 if len(files) == 1 else None))
    if report is not None:
        write_atomically(report, "".join(f"{each}\n" for each in reports).encode())
    # What could not be read weighs most, then what was left alone, then what was found.
    return next(code for code in (UNREADABLE, GUARD, FOUND, OK) if code in codes)
