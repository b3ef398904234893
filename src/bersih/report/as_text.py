"""A report for a person at a terminal."""

from collections.abc import Iterable, Iterator
from typing import IO

from bersih.model.report import Entry, Report

# Wider than this, what was removed is cut in the middle: enough to know it again.
_MOST_SHOWN = 160
_PLAIN_WIDTH = 120


def visible(text: str, most: int = _MOST_SHOWN) -> str:
    r"""Return *text* on one line, cut at *most*, with what cannot be seen made visible (``\n``, ``\u200b``)."""
    if len(text) > most:
        half = most // 2 - 2
        text = f"{text[:half]} … {text[-half:]}"
    if text.isspace():
        text = text.replace(" ", "\N{OPEN BOX}")
    return "".join(character if character.isprintable() else _escape(character) for character in text)


def lifted(entry: Entry, most: int = _MOST_SHOWN) -> str:
    """Return what *entry* replaced, as `visible`, without the line ends that a removed line took along."""
    return visible(entry.removed.strip("\n") or entry.removed, most)


def summary(report: Report) -> str:
    """Return *report* in one sentence: how many edits of which kind."""
    counts = report.counts()
    kinds = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    made = sum(counts.values())
    edits = "1 edit" if made == 1 else f"{made} edits"
    kept = f"; {len(report.kept)} kept" if report.kept else ""
    return f"{edits} ({kinds}){kept}" if made else f"nothing to change{kept}"


def write_text(report: Report, out: IO[str], *, width: int | None = None) -> None:
    """Write *report* to *out* as a table: line, what became what, the category and rule, and why.

    In colours where *out* is a terminal that shows them; *width* is that of the terminal where not given.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, width=width or (None if out.isatty() else _PLAIN_WIDTH), highlight=False)
    console.print(Text.assemble((_name(report), "bold"), f": {summary(report)}"))
    for fact in _facts(report):
        console.print(Text(f"  {fact}", style="dim"))
    if not report.entries:
        return
    table = Table(box=None, pad_edge=True, header_style="bold", expand=False)
    table.add_column("line", justify="right", no_wrap=True)
    table.add_column("was", overflow="fold", ratio=3)
    table.add_column("now", overflow="fold", ratio=1)
    table.add_column("category and rule", overflow="fold", ratio=2)
    table.add_column("why", overflow="fold", ratio=3)
    for entry in in_order(report.entries):
        style = "" if entry.made else "dim"
        now = (visible(entry.edit.new), "green") if entry.made else ("kept", "yellow")
        table.add_row(
            str(entry.line),
            Text(lifted(entry), style="red" if entry.made else style),
            Text(*now),
            Text(f"{entry.edit.category}\n{entry.edit.rule}", style=style),
            Text(f"{entry.reason} ({entry.edit.confidence:.2f})", style=style),
        )
    console.print(table)


def finding_lines(report: Report, original: str, *, kept: bool = False) -> Iterator[str]:
    """Yield a line for each finding, as editors and logs expect it: ``file:line:column: category [rule] was -> now``.

    What was *kept* is told only if asked for. Columns are code points, from 1, in *original*.
    """
    source = _name(report)
    for entry in in_order(entry for entry in report.entries if entry.made or kept):
        start = entry.origin.start
        column = max(1, start - original.rfind("\n", 0, start)) if not entry.removed.startswith("\n") else 1
        now = f" -> {visible(entry.edit.new)}" if entry.edit.new else ""
        state = "" if entry.made else " (kept)"
        yield f"{source}:{entry.line}:{column}: {entry.edit.category} [{entry.edit.rule}]{state} {lifted(entry)}{now}"
    for label in report.labels:
        if label.span is not None:
            line = original.count("\n", 0, label.span.start) + 1
            column = label.span.start - original.rfind("\n", 0, label.span.start)
            yield f"{source}:{line}:{column}: {label.key} {visible(label.value)}"


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return *entries* in the order in which a reader of the original meets them."""
    return sorted(entries, key=lambda entry: (entry.line, entry.origin))


def _name(report: Report) -> str:
    """Return what to call the text of *report*."""
    return "standard input" if report.source == "-" else report.source or "text"


def _facts(report: Report) -> Iterator[str]:
    """Yield what is to be known beside the edits."""
    length, now = report.original_length, report.text_length
    chain = f"chain {report.chain.name} {report.chain.digest[:12]}, " if report.chain else ""
    yield f"{chain}{length:,} code points before, {now:,} after"
    for label in report.labels:
        where = f" at {label.span.start}" if label.span else ""
        yield f"{label.key}: {visible(label.value)} ({label.score:.2f}){where}"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
