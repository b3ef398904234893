"""One file through a chain: bytes in, bytes out, and nothing written that cannot be undone."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from bersih.chain.chain import Chain
from bersih.charsets.detect import detect
from bersih.charsets.stray import NAME, stray_bytes
from bersih.errors import CleanerError, ReportError
from bersih.io.decode import Decoded, Detector, counted, decode, decode_in, decoded_as, undecoded
from bersih.io.files import read_bytes, write_atomically
from bersih.model.category import is_among
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, Layer
from bersih.model.report import Report

# The labels of a document that the chain gave back unchanged.
_STOPPED = frozenset({"guard", "unstable"})


class Cleaned(NamedTuple):
    """What became of one file."""

    document: Document
    data: bytes
    """The cleaned text, in the encoding the file came in."""
    changed: bool
    """Whether *data* differs from what was read."""
    encoding: str
    """In which the file was read: a name that Python knows."""

    @property
    def stopped(self) -> Label | None:
        """The label that says why the chain gave the document back unchanged, or None if it did not."""
        for label in self.document.labels:
            if label.key in _STOPPED:
                return label
        return None

    @property
    def left(self) -> str:
        """What could not be decoded and is written as it was, in words; empty if there is nothing."""
        size, places = undecoded(self.document.text)
        name = "UTF-8" if self.encoding == "utf-8" else self.encoding
        if not size:
            return ""
        return f"{counted(size, places)} not {name}, kept {'as they are' if size != 1 else 'as it is'}"


def clean_bytes(
    chain: Chain,
    data: bytes,
    *,
    source: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    detector: Detector | None = None,
) -> Cleaned:
    """Return what *chain* makes of *data*.

    *language* (BCP 47) is taken as the document's language; None lets the chain find out. *encoding* and
    *detector* are as in `read`.

    Raises:
        UnreadableError: where *data* is not in the *encoding* given.
        CleanerError: where the original cannot be rebuilt from what the chain gives: a cleaner is at fault.
    """
    decoded = read(data, name=source or "this text", encoding=encoding, detector=detector)
    before = document_of(decoded, chain, source=source, language=language)
    document = chain.run(before)
    if before.layers and any(label.key in _STOPPED for label in document.labels):
        # What the chain gives back unchanged is unchanged from the first byte on. Offsets stay: one sign for a byte.
        document = replace(document, text=decoded.text, layers=document.layers[1:])
    if document.rebuild() != decoded.text or decoded.encode(decoded.text) != data:
        msg = f"{source or 'this text'}: cannot be rebuilt from its report; nothing was written. A cleaner is at fault."
        raise CleanerError(msg)
    if document.text == decoded.text:
        return Cleaned(document, data, changed=False, encoding=decoded.encoding)
    cleaned = decoded.encode(document.text)
    if not any(text == document.text for text in _texts(cleaned, document.labels)):
        # Two bytes that could not be decoded came together, and now can.
        said = "what was removed stood between bytes that are a character without it: that could not be undone"
        labels = (*before.labels, Label("unstable", said))
        document = replace(before, text=decoded.text, layers=(), labels=labels, chain=chain.mark)
        return Cleaned(document, data, changed=False, encoding=decoded.encoding)
    return Cleaned(document, cleaned, cleaned != data, decoded.encoding)


def read(data: bytes, *, name: str, encoding: str | None = None, detector: Detector | None = None) -> Decoded:
    """Return *data* as text: in *encoding*, or in what is found out, by *detector* where it is not UTF-8.

    *name* stands before the message of an error. Where *detector* is None, it is `bersih.charsets.detect.detect`.

    Raises:
        UnreadableError: where *data* is not in the *encoding* given.
    """
    if encoding is not None:
        return decode_in(data, encoding, name)
    return decode(data, detector=detector or detect)


def document_of(decoded: Decoded, chain: Chain, *, source: str | None = None, language: str | None = None) -> Document:
    """Return the document that *decoded* is before *chain* has it, with what is known of it as labels.

    Bytes that are not UTF-8 in a text that else is become the characters they most likely stood for, in a first
    layer, unless *chain* leaves the category alone; its original keeps them.
    """
    labels = decoded.labels()
    if language is not None:
        labels = (Label("language", language), *labels)
    doc = Document.of(decoded.text, source=source, labels=labels)
    if decoded.encoding != "utf-8" or not decoded.found:  # Where nothing had to be found out, all is UTF-8.
        return doc
    edits = [edit for edit in stray_bytes(decoded.text) if _is_wanted(edit, chain)]
    if not edits:
        return doc
    layer = Layer.of(NAME, decoded.text, edits)
    return replace(doc, text=layer.apply(decoded.text), layers=(layer,))


def _is_wanted(edit: Edit, chain: Chain) -> bool:
    """Return whether *chain* makes edits such as *edit*."""
    wanted = not chain.only or is_among(edit.category, chain.only)
    return wanted and edit.confidence >= chain.floor and not is_among(edit.category, chain.skip)


def clean_file(chain: Chain, path: str, *, language: str | None = None, encoding: str | None = None) -> Cleaned:
    """Return what *chain* makes of the file at *path* (``-``: standard input); changes nothing.

    Raises:
        UnreadableError: where the file cannot be read, or is not in the *encoding* given.
        CleanerError: as `clean_bytes`.
    """
    return clean_bytes(chain, read_bytes(path), source=path, language=language, encoding=encoding)


def write_back(cleaned: Cleaned, path: str) -> None:
    """Replace the file at *path*, as a whole, by what became of it, if it changed.

    Raises:
        UnreadableError: where the file cannot be written; the old one is still there then.
    """
    if cleaned.changed:
        write_atomically(path, cleaned.data)


def original_bytes(reports: list[Report], data: bytes, name: str) -> bytes:
    """Return the bytes of the original, given the cleaned *data* and the *reports* that one of is about it.

    *name* stands before the message of an error.

    Raises:
        ReportError: where none of the reports belongs to *data*, or one was changed after it was written.
    """
    problem: ReportError | None = None
    for report in reports:
        for text in _texts(data, report.labels):
            try:
                return decoded_as(b"", report.labels).encode(report.rebuild(text))
            except ReportError as error:
                problem = error
            except (LookupError, ValueError):  # An encoding that Python does not know, or none of text.
                continue
    msg = (
        f"{name}: {problem}"
        if problem and len(reports) == 1
        else f"{name}: none of the {len(reports)} reports is about this text."
    )
    raise ReportError(msg) from problem


def _texts(data: bytes, labels: Sequence[Label]) -> Iterator[str]:
    """Yield what the cleaned *data* may be as text, given the *labels* of its document.

    It is in the encoding that they name; or in UTF-8, if it got characters that the encoding does not have.
    """
    with suppress(UnicodeError, LookupError, ValueError):
        yield decoded_as(data, labels).text
    for handler in ("surrogatepass", "surrogateescape"):
        with suppress(UnicodeDecodeError):
            yield data.decode("utf-8", handler)
