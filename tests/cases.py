"""The case files of the cleaners: `fixtures/cleaners/NAME.toml`, read and run."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bersih.chain.chain import Chain
from bersih.chain.lookup import find_cleaner
from bersih.model.document import Document
from bersih.model.edit import Label

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True)
class Case:
    """One text and what a cleaner must make of it."""

    cleaner: str
    title: str
    text: str
    clean: str
    language: str | None = None
    options: dict[str, Any] = field(default_factory=dict)
    kept: list[str] | None = None
    labels: dict[str, str] = field(default_factory=dict)
    source: str | None = None
    known_failure: str | None = None

    @property
    def untouched(self) -> bool:
        return self.text == self.clean

    def run(self) -> Document:
        """Return what the cleaner alone makes of the text."""
        given = (Label("language", self.language),) if self.language else ()
        chain = Chain([find_cleaner(self.cleaner, self.options)], guard=1.0)
        return chain.run(Document.of(self.text, labels=given))


def case_files() -> list[Path]:
    return sorted((FIXTURES / "cleaners").glob("*.toml"))


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file; an unknown key is an error."""
    return [Case(cleaner=path.stem, **case) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
