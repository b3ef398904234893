"""What was done to one document, and why: every edit in both offsets, with its reason."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bersih.errors import ReportError
from bersih.model.category import CATEGORIES
from bersih.model.edit import Edit, Label, Layer, language_of, origin
from bersih.model.lines import Lines
from bersih.model.span import Span


class ChainMark(NamedTuple):
    """Which chain cleaned a document: its name, and a hash of all that decides what it does."""

    name: str
    digest: str


class Entry(NamedTuple):
    """One edit of a report."""

    edit: Edit
    """Its offsets are in the text of its own layer."""
    removed: str
    """What the edit replaced, or would have."""
    origin: Span
    """Where that stood in the original."""
    line: int
    """On which line of the original, from 1, that began."""
    cleaner: str
    made: bool
    """False: kept, that is found but left alone."""

    @property
    def reason(self) -> str:
        """Why, in words a user knows."""
        return self.edit.reason or CATEGORIES[self.edit.category]


@dataclass(frozen=True)
class Report:
    """All that a chain found in one document. With the cleaned text it rebuilds the original.

    Lengths and offsets are code points. The hashes are SHA-256 of the text in UTF-8.
    """

    source: str | None
    chain: ChainMark | None
    labels: tuple[Label, ...]
    layers: tuple[Layer, ...]
    entries: tuple[Entry, ...]
    """Every edit, made or kept, in the order of the layers and, within one, of the text."""
    original_length: int
    text_length: int
    original_sha256: str
    text_sha256: str

    @classmethod
    def of(
        cls,
        original: str,
        text: str,
        layers: tuple[Layer, ...],
        labels: tuple[Label, ...],
        *,
        source: str | None,
        chain: ChainMark | None,
    ) -> "Report":
        """Return the report of the *layers* that lead from *original* to *text*."""
        return cls(
            source=source,
            chain=chain,
            labels=labels,
            layers=layers,
            entries=tuple(_entries(original, layers)),
            original_length=len(original),
            text_length=len(text),
            original_sha256=sha256(original),
            text_sha256=sha256(text),
        )

    @property
    def language(self) -> str | None:
        """The BCP 47 code of the document's language, "und" where it was in doubt, None where it was not looked at."""
        return language_of(self.labels)

    @property
    def made(self) -> list[Entry]:
        """The edits that were made."""
        return [entry for entry in self.entries if entry.made]

    @property
    def kept(self) -> list[Entry]:
        """What was found and left alone."""
        return [entry for entry in self.entries if not entry.made]

    def counts(self) -> Counter[str]:
        """Return how many edits were made in each category."""
        return Counter(entry.edit.category for entry in self.entries if entry.made)

    def rebuild(self, text: str) -> str:
        """Return the original, given the cleaned *text* that this report belongs to.

        Raises:
            ReportError: where *text* is not the text this report was made for.
        """
        if sha256(text) != self.text_sha256:
            msg = (
                f"The text has {len(text)} code points and is not the cleaned text of this report "
                f"({self.text_length} code points, sha256 {self.text_sha256[:12]}…). "
                "Give the text exactly as bersih wrote it."
            )
            raise ReportError(msg)
        for layer in reversed(self.layers):
            text = layer.undo(text)
        if sha256(text) != self.original_sha256:
            msg = "The report does not lead back to the original: it was changed after it was written."
            raise ReportError(msg)
        return text


def sha256(text: str) -> str:
    """Return the SHA-256 of *text* in UTF-8; surrogates are hashed as they stand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _entries(original: str, layers: tuple[Layer, ...]) -> Iterator[Entry]:
    """Yield the entries of all *layers*; the text is led through them, so that what was kept can be shown."""
    starts = Lines(original).starts
    text = original
    for index, layer in enumerate(layers):
        earlier = layers[:index]
        found = [(edit, old, True) for edit, old in zip(layer.edits, layer.removed, strict=True)]
        found += [(edit, text[edit.start : edit.end], False) for edit in layer.kept]
        for edit, removed, made in found:
            span = origin(earlier, Span(edit.start, edit.end))
            # A deletion may begin with line feeds that close up the text: what a reader looks for comes after.
            skipped = len(removed) - len(removed.lstrip("\n")) if removed.strip() else 0
            seen = origin(earlier, Span(edit.start + skipped, edit.start + skipped + 1)) if skipped else span
            yield Entry(edit, removed, span, bisect_right(starts, seen.start) or 1, layer.cleaner, made)
        text = layer.apply(text)
