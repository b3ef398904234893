"""Labelled lines: what must stay and what must go, through the preset `text`, in documents written for the purpose."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.model.lines import Lines
from bersih.model.report import Entry
from bersih.model.span import Span

LINES = Path(__file__).parent.parent / "fixtures" / "lines"
CONTENT, TRAP, RESIDUE, TASTE = "  ", "! ", "- ", "? "


class Marked(NamedTuple):
    """A line of a file, how it is marked, and what the chain did to it."""

    file: str
    line: int
    """In the file, from 1."""
    language: str
    mark: str
    text: str
    left: int
    """How many of its visible characters are left."""
    rules: tuple[str, ...]
    """The rules that took some of them."""

    @property
    def hurt(self) -> bool:
        return self.left < visible(self.text)

    def __str__(self) -> str:
        by = f"  ({', '.join(self.rules)})" if self.rules else ""
        return f"{self.file}:{self.line}: {self.mark}{self.text}{by}"


def visible(text: str) -> int:
    return sum(not character.isspace() for character in text)


def takes(entry: Entry) -> bool:
    """Return whether an edit was made and changed more than spaces."""
    return entry.made and entry.removed.split() != entry.edit.new.split()


def read_marked(path: Path, chain: Chain) -> Iterator[Marked]:
    """Yield the lines of one file that are not empty, each with what *chain* did to it."""
    head, *marked = path.read_text("utf-8").rstrip("\n").split("\n")
    language = head.removeprefix("# ")
    text = "\n".join(line[2:] for line in marked)
    doc = chain.run(Document.of(text, labels=(Label("language", language),)))
    taken = [entry for entry in doc.report().entries if takes(entry)]
    for number, (line, start) in enumerate(zip(marked, Lines(text).starts, strict=True), 2):
        if not line:
            continue
        span = Span(start, start + len(line) - 2)
        here = [entry for entry in taken if entry.origin.start < span.end and span.start < entry.origin.end]
        left = sum(
            not text[at].isspace() and not any(at in entry.origin for entry in here)
            for at in range(span.start, span.end)
        )
        rules = tuple(dict.fromkeys(entry.edit.rule for entry in here))
        yield Marked(path.name, number, language, line[:2], line[2:], left, rules)


@cache
def marked_lines() -> tuple[Marked, ...]:
    chain = load_chain("text")
    return tuple([line for path in sorted(LINES.glob("*.txt")) for line in read_marked(path, chain)])


def having(*marks: str) -> list[Marked]:
    return [line for line in marked_lines() if line.mark in marks]


def listed(lines: list[Marked]) -> str:
    return "\n".join([f"{len(lines)} lines:", *map(str, lines)])


def test_every_line_has_a_mark() -> None:
    assert {line.mark for line in marked_lines()} == {CONTENT, TRAP, RESIDUE, TASTE}


def test_every_file_is_named_for_its_language() -> None:
    assert not [line for line in marked_lines() if line.file.partition("-")[0] != line.language]


def test_there_are_enough_traps() -> None:
    traps = having(TRAP)
    assert len(traps) >= 330
    assert len({line.language for line in traps}) >= 18
    assert sum(line.language == "id" for line in traps) >= 60


def test_there_is_enough_residue() -> None:
    residue = having(RESIDUE)
    assert len(residue) >= 330
    assert len({line.language for line in residue}) >= 27


def test_content_stays() -> None:
    hurt = [line for line in having(CONTENT) if line.hurt]
    assert not hurt, listed(hurt)


def test_traps_stay() -> None:
    hurt = [line for line in having(TRAP) if line.hurt]
    assert not hurt, listed(hurt)


def test_residue_goes() -> None:
    residue = having(RESIDUE)
    survives = [line for line in residue if line.left]
    # 95 %: what is left looks like content even to a reader who sees the line alone.
    assert len(survives) <= 0.05 * len(residue), listed(survives)
