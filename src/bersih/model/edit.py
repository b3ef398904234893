"""What a cleaner finds: edits and labels; the layer that one cleaner's edits make; the way back through layers."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from bersih.model.span import Span


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by *new*, and say why. An empty *new* deletes; an empty range inserts."""

    start: int
    """Code points, in the text the cleaner was given."""
    end: int
    new: str
    rule: str
    """Who asked: a cleaner's name, or a rule of a pack such as ``id:related.baca-juga``."""
    category: str
    """What it was: a name from `bersih.model.category`, a closed list."""
    confidence: float = 1.0
    """0 to 1; below the chain's floor the text stays, and the edit is recorded as kept."""
    reason: str = ""
    """Why, in words a user knows; empty where the category's own sentence says it all."""


class Label(NamedTuple):
    """A fact about a document, or about a span of it, that changes no text."""

    key: str
    value: str
    score: float = 1.0
    """0 to 1."""
    span: Span | None = None
    """None: the whole document. A cleaner gives it in its own text; on a document it is in the original."""


@dataclass(frozen=True)
class Layer:
    """One cleaner's edits on one text: at once the undo log, the offset map and the source of the report.

    Offsets are code points in the text *before* the layer. *edits* are sorted and do not overlap;
    ``removed[i]`` is what ``edits[i]`` replaced. *kept* was found but not sure enough to make, or was
    switched off; kept edits are sorted, but may overlap.
    """

    cleaner: str
    edits: tuple[Edit, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, cleaner: str, text: str, edits: Iterable[Edit], kept: Iterable[Edit] = ()) -> "Layer":
        """Return the layer of sorted *edits* on *text*."""
        edits = tuple(edits)
        removed = tuple([text[edit.start : edit.end] for edit in edits])
        return cls(cleaner, edits, removed, tuple(kept))

    def apply(self, text: str) -> str:
        """Return *text* with every edit made."""
        parts: list[str] = []
        at = 0
        for edit in self.edits:
            parts.append(text[at : edit.start])
            parts.append(edit.new)
            at = edit.end
        parts.append(text[at:])
        return "".join(parts)

    def undo(self, text: str) -> str:
        """Return the text before the layer, given the *text* after it."""
        parts: list[str] = []
        at = 0
        shift = 0
        for edit, old in zip(self.edits, self.removed, strict=True):
            start = edit.start + shift
            parts.append(text[at:start])
            parts.append(old)
            at = start + len(edit.new)
            shift += len(edit.new) - len(old)
        parts.append(text[at:])
        return "".join(parts)

    def before(self, offset: int) -> Span:
        """Return the span, in the text before the layer, that the code point at *offset* after it came from.

        The whole replaced range for a code point of an edit's new text; the single code point itself
        elsewhere. An inserted code point comes from an empty span.
        """
        index = bisect_right(self._starts_after, offset) - 1
        if index < 0:
            return Span(offset, offset + 1)
        edit = self.edits[index]
        into = offset - self._starts_after[index]
        if into < len(edit.new):
            return Span(edit.start, edit.end)
        old = edit.end + into - len(edit.new)
        return Span(old, old + 1)

    @cached_property
    def _starts_after(self) -> tuple[int, ...]:
        """Where each edit's new text starts in the text after the layer."""
        starts: list[int] = []
        shift = 0
        for edit in self.edits:
            starts.append(edit.start + shift)
            shift += len(edit.new) - (edit.end - edit.start)
        return tuple(starts)


def first_overlap(edits: Iterable[Edit]) -> tuple[Edit, Edit] | None:
    """Return the first two of sorted *edits* that overlap, or None.

    Edits that touch do not overlap; two insertions at one place do, since their order is nobody's.
    """
    for one, two in pairwise(edits):
        if two.start < one.end or (one.start == one.end == two.start == two.end):
            return one, two
    return None


def origin(layers: tuple[Layer, ...], span: Span) -> Span:
    """Return the span, in the text before the first of *layers*, that *span* of the text after the last came from."""
    start, end = span
    for layer in reversed(layers):
        if end > start:
            start, end = layer.before(start).start, layer.before(end - 1).end
        else:
            start = end = layer.before(start).start
    return Span(start, end)


def language_of(labels: Iterable[Label]) -> str | None:
    """Return the language label of a whole document: BCP 47, "und" for doubt, None where there is none."""
    for label in labels:
        if label.key == "language" and label.span is None:
            return label.value
    return None
