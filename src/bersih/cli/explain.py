"""``bersih explain``: which cleaners and rules fire on a text, and why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from bersih.chain.chain import Chain, Step
from bersih.cli.options import OK, Choice, chain_options
from bersih.io.files import STDIN, read_bytes
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.model.lines import Lines
from bersih.model.report import Entry
from bersih.report.as_text import in_order, lifted, visible
from bersih.rules.shelf import own_packs
from bersih.run.files import document_of, read


@click.command()
@click.argument("text", default=STDIN)
@click.option("--line", type=click.IntRange(min=1), metavar="N", help="Show only what begins on line N of TEXT.")
@chain_options
def command(
    text: str,
    *,
    line: int | None,
    choice: Choice,
) -> int:
    """Say what each cleaner makes of TEXT: a file, a text as it stands, or - for standard input.

    \b
      bersih explain --lang id "Baca juga: Harga Beras Naik"
      bersih explain page.txt
      bersih explain --line 12 page.txt

    For each finding: its rule and category, how sure it is and why, and why it is kept if it is.
    """
    if choice.report is not None:
        msg = "explain writes no report. To write one: bersih check --report FILE"
        raise click.UsageError(msg)
    made = choice.load()
    if text == STDIN or Path(text).is_file():
        decoded = read(read_bytes(text), name=text, encoding=choice.encoding)
        doc = document_of(decoded, made, language=choice.language)
    else:
        doc = Document.of(text, labels=(Label("language", choice.language),) if choice.language else ())
    original = doc.original
    if line is not None and line > len(Lines(original)):
        msg = f"--line {line}: the text has {len(Lines(original))} lines."
        raise click.UsageError(msg)
    for step in made.steps(doc):
        click.echo(f"{step.cleaner.name:28} {_said(step)}")
    # A line taken out of its text is often all boilerplate: the guard is told of, but hides nothing here.
    open_chain = replace(made, guard=1.0)
    for entry in in_order(open_chain.run(doc).report().entries):
        if line in (None, entry.line):
            click.echo(_finding(entry, made))
    done = made.run(doc)
    click.echo()
    for label in done.labels:
        click.echo(f"label {label.key}: {visible(label.value)} ({label.score:.2f})")
    if done.language is None:
        for hint in _in_other_languages(made, original):
            click.echo(hint)
    return OK


def _said(step: Step) -> str:
    """Return what one cleaner had to say, in a few words."""
    if step.absent:
        return "not asked: nothing it needs is there"
    found = [f"{len(step.layer.edits)} to change"] if step.layer.edits else []
    found += [f"{len(step.layer.kept)} kept"] if step.layer.kept else []
    found += [f"{label.key} = {visible(label.value)}" for label in step.labels]
    return ", ".join(found) or "nothing found"


def _finding(entry: Entry, chain: Chain) -> str:
    """Return one finding as a paragraph: what, by which rule, how sure, and why."""
    edit = entry.edit
    now = f" -> {visible(edit.new)}" if edit.new else ""
    return (
        f"\nline {entry.line}: {lifted(entry)}{now}\n"
        f"  {'changed' if entry.made else 'kept: ' + _why_kept(entry, chain)}\n"
        f"  {edit.category} by {edit.rule} ({edit.confidence:.2f})\n"
        f"  {entry.reason}"
    )


def _why_kept(entry: Entry, chain: Chain) -> str:
    """Return why *entry* was left alone."""
    if entry.edit.confidence < chain.floor:
        return f"{entry.edit.confidence:.2f} is below the floor of {chain.floor:.2f}"
    return "its category is switched off"


def _in_other_languages(chain: Chain, text: str) -> Iterator[str]:
    """Yield a hint for each language whose packs would find more in *text*, whose own language is in doubt."""
    known = sum(len(step.layer.edits) + len(step.layer.kept) for step in chain.steps(text))
    for language in sorted({pack.language for pack in own_packs() if not pack.everywhere}):
        doc = Document.of(text, labels=(Label("language", language),))
        found = sum(len(step.layer.edits) + len(step.layer.kept) for step in chain.steps(doc))
        if found > known:
            yield f"The language is in doubt. As {language} text it has {found} findings: add --lang {language}"
