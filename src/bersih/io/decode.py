"""Bytes to text and back, without losing a byte.

A byte that is not UTF-8 becomes one code point of U+DC80 to U+DCFF (Python's "surrogateescape"),
which no cleaner touches, and is written back as the byte it was.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bersih.model.edit import Label
from bersih.model.span import Span

ENCODING = "encoding"
"""The key of the label that says which encoding a document was read in."""

MARK = "byte-order-mark"
"""The key of the label that says a byte-order mark stood before the text, and is written back."""

UNDECODABLE = "undecodable"
"""The key of the labels that show bytes which could not be decoded."""

# A mark decides. UTF-32 goes first: its mark begins with that of UTF-16. The mark of UTF-8 is left in the
# text as U+FEFF, since it decides nothing and `encoding.controls` shall find it.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPED = re.compile("[\udc80-\udcff]+")

# A binary file has as many places as it has bytes; so many show what is wrong.
_MOST_PLACES = 100


class Decoded(NamedTuple):
    """A text, and how to write it back."""

    text: str
    encoding: str
    """The name of Python's codec."""
    mark: bytes = b""
    """The byte-order mark that stood before the text; empty if there was none."""

    def encode(self, text: str) -> bytes:
        """Return *text* in the encoding this text came in; ``decoded.encode(decoded.text)`` is what was read."""
        return self.mark + text.encode(self.encoding, _errors(self.encoding))

    def labels(self) -> tuple[Label, ...]:
        """Return what is to be known of the encoding, as labels for a document."""
        found = [Label(ENCODING, self.encoding)]
        if self.mark:
            found.append(Label(MARK, self.mark.hex()))
        return (*found, *_undecodable(self.text))


def decode(data: bytes) -> Decoded:
    """Return *data* as text: by its byte-order mark if it has one, as UTF-8 if not. Never fails, loses nothing."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                found = Decoded(data[len(mark) :].decode(encoding, "surrogatepass"), encoding, mark)
            except UnicodeDecodeError:
                break
            if found.encode(found.text) == data:
                return found
            break
    return Decoded(data.decode("utf-8", "surrogateescape"), "utf-8")


def decoded_as(data: bytes, labels: Iterable[Label]) -> Decoded:
    """Return *data* as text, in the encoding that the *labels* of a document name.

    Raises:
        UnicodeDecodeError: where it is not in that encoding.
        LookupError: where Python knows no such encoding.
    """
    facts = {label.key: label.value for label in labels}
    encoding = facts.get(ENCODING, "utf-8")
    mark = bytes.fromhex(facts.get(MARK, ""))
    return Decoded(data.removeprefix(mark).decode(encoding, _errors(encoding)), encoding, mark)


def _errors(encoding: str) -> str:
    """Return the error handler that makes *encoding* reversible."""
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


def _undecodable(text: str) -> Iterator[Label]:
    """Yield a label for each place where bytes could not be decoded, and one that counts them."""
    if text.isascii():
        return
    count = places = 0
    for run in _ESCAPED.finditer(text):
        count += len(run[0])
        places += 1
        if places <= _MOST_PLACES:
            raw = run[0].encode("utf-8", "surrogateescape")
            yield Label(UNDECODABLE, raw[:16].hex(" "), 1.0, Span(*run.span()))
    if count:
        yield Label(UNDECODABLE, f"{count} bytes in {places} places")
