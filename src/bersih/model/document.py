"""A document on its way through a chain: what it was, what it is, and all that was done to it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from bersih.model.edit import Label, Layer, language_of, origin
from bersih.model.report import ChainMark, Report
from bersih.model.span import Span


@dataclass(frozen=True)
class Document:
    """One text, from before anything (*original*) to now (*text*), with the layers in between.

    Nothing is ever changed in place: a chain gives back a new document. Text is held as it was given;
    lone surrogates, NULs and undecodable bytes (as U+DC80 to U+DCFF) are legal.
    """

    original: str
    text: str
    layers: tuple[Layer, ...] = ()
    labels: tuple[Label, ...] = ()
    """Facts found on the way, and those the document came with. Their spans are in *original*."""
    source: str | None = None
    """Where the text came from, for people: a path, an address; None if nobody said."""
    chain: ChainMark | None = None
    """None before the first chain has run."""

    @classmethod
    def of(cls, text: str, *, source: str | None = None, labels: tuple[Label, ...] = ()) -> "Document":
        """Return a document that nothing has been done to yet."""
        return cls(original=text, text=text, labels=labels, source=source)

    @property
    def language(self) -> str | None:
        """The BCP 47 code of the document's language, or None where it was not looked at or is in doubt."""
        language = language_of(self.labels)
        return None if language == "und" else language

    @property
    def base_language(self) -> str:
        """The language without script and region, "zh" for "zh-Hant"; empty where it is not known."""
        return (self.language or "").partition("-")[0]

    @cached_property
    def segments(self) -> tuple[Label, ...]:
        """The language labels of parts of the original, in their order; empty where all is in one language."""
        found = [label for label in self.labels if label.key == "language" and label.span is not None]
        return tuple(sorted(found, key=lambda label: label.span or Span(0, 0)))

    @property
    def languages(self) -> tuple[str, ...]:
        """The BCP 47 codes of all languages in the document, its own first; empty where that is not known."""
        own = (self.language,) if self.language else ()
        return tuple(dict.fromkeys((*own, *(label.value for label in self.segments))))

    def language_at(self, offset: int) -> str | None:
        """Return the language of the segment that the code point at *offset* of the text is in.

        Where the document has no segments, its language; None where that is not known.
        """
        if not self.segments:
            return self.language
        at = self.origin(Span(offset, min(offset + 1, len(self.text)))).start
        return self.segments[max(0, bisect_right(self._segment_starts, at) - 1)].value

    @cached_property
    def _segment_starts(self) -> list[int]:
        """Where each segment starts in the original."""
        return [label.span.start for label in self.segments if label.span is not None]

    def rebuild(self) -> str:
        """Return the original, from the text and the layers alone."""
        text = self.text
        for layer in reversed(self.layers):
            text = layer.undo(text)
        return text

    def origin(self, span: Span) -> Span:
        """Return the span of the original that *span* of the text came from.

        Inserted text comes from an empty span; a span that touches an edit's new text comes from
        all that the edit replaced.
        """
        return origin(self.layers, span)

    def report(self) -> Report:
        """Return all that was found in the document, ready to be written or read by a program."""
        return Report.of(self.original, self.text, self.layers, self.labels, source=self.source, chain=self.chain)
