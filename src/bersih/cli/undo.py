"""``bersih undo``: the way back."""

import sys

import click

from bersih.cli.options import OK
from bersih.errors import ReportError
from bersih.io.files import read_bytes, write_atomically
from bersih.report.as_json import read_reports
from bersih.run.files import original_bytes


@click.command()
@click.argument("report", metavar="REPORT")
@click.argument("text", metavar="TEXT", default="-")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the original there instead of to standard output.",
)
def command(report: str, text: str, output: str | None) -> int:
    """Rebuild the original of the cleaned TEXT (- is standard input) from its REPORT, to the byte.

    \b
      bersih undo report.json clean.txt > page.txt
      bersih undo edits.jsonl corpus/a.txt -o corpus/a.txt

    A REPORT of many files is searched for the one that belongs to TEXT.
    """
    try:
        reports = read_reports(read_bytes(report).decode("utf-8"))
    except (ReportError, UnicodeDecodeError) as error:
        msg = f"{report}: {error}"
        raise ReportError(msg) from error
    original = original_bytes(reports, read_bytes(text), text)
    if output is None:
        sys.stdout.buffer.write(original)
    else:
        write_atomically(output, original)
    return OK
