"""One file through a chain: bytes in, bytes out, and nothing written that cannot be undone."""

from collections.abc import Iterator
from typing import NamedTuple

from bersih.chain.chain import Chain
from bersih.errors import CleanerError, ReportError
from bersih.io.decode import Decoded, decode, decoded_as
from bersih.io.files import read_bytes, write_atomically
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.model.report import Report


class Cleaned(NamedTuple):
    """What became of one file."""

    document: Document
    data: bytes
    """The cleaned text, in the encoding the file came in."""
    changed: bool
    """Whether *data* differs from what was read."""

    @property
    def stopped(self) -> Label | None:
        """The label that says why the chain gave the document back unchanged, or None if it did not."""
        for label in self.document.labels:
            if label.key in ("guard", "unstable"):
                return label
        return None


def clean_bytes(chain: Chain, data: bytes, *, source: str | None = None, language: str | None = None) -> Cleaned:
    """Return what *chain* makes of *data*.

    *language* (BCP 47) is taken as the document's language; None lets the chain find out.

    Raises:
        CleanerError: where the original cannot be rebuilt from what the chain gives: a cleaner is at fault.
    """
    decoded = decode(data)
    labels = decoded.labels()
    if language is not None:
        labels = (Label("language", language), *labels)
    document = chain.run(Document.of(decoded.text, source=source, labels=labels))
    if document.rebuild() != decoded.text or decoded.encode(decoded.text) != data:
        msg = f"{source or 'this text'}: cannot be rebuilt from its report; nothing was written. A cleaner is at fault."
        raise CleanerError(msg)
    cleaned = decoded.encode(document.text)
    return Cleaned(document, cleaned, cleaned != data)


def clean_file(chain: Chain, path: str, *, language: str | None = None) -> Cleaned:
    """Return what *chain* makes of the file at *path* (``-``: standard input); changes nothing.

    Raises:
        UnreadableError: where the file cannot be read.
        CleanerError: as `clean_bytes`.
    """
    return clean_bytes(chain, read_bytes(path), source=path, language=language)


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
    for report, decoded in _readings(reports, data):
        try:
            return decoded.encode(report.rebuild(decoded.text))
        except ReportError as error:
            problem = error
    msg = (
        f"{name}: {problem}"
        if problem and len(reports) == 1
        else f"{name}: none of the {len(reports)} reports is about this text."
    )
    raise ReportError(msg) from problem


def _readings(reports: list[Report], data: bytes) -> Iterator[tuple[Report, Decoded]]:
    """Yield each report with *data* read in the encoding it names, where it can be."""
    for report in reports:
        try:
            yield report, decoded_as(data, report.labels)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
