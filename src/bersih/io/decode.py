"""Bytes to text and back, without losing a byte.

A byte that could not be decoded becomes one code point of U+DC80 to U+DCFF (Python's "surrogateescape"),
which no cleaner touches, and is written back as the byte it was.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from bersih.errors import UnreadableError
from bersih.io.unmarked import escaped, wide
from bersih.model.edit import Label
from bersih.model.span import Span

ENCODING = "encoding"
"""The key of the label that says which encoding a document was read in."""

FOUND = "encoding-found"
"""The key of the label that says how the encoding was found, where it is not simply valid UTF-8."""

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
_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")

# A binary file has as many places as it has bytes; so many show what is wrong.
_MOST_PLACES = 100


class Reading(NamedTuple):
    """Which encoding bytes are taken to be in."""

    encoding: str
    """A name that Python knows."""
    found: str
    """How it was found, in words: "declared in the page"."""
    score: float = 1.0
    """0 to 1."""


Detector = Callable[[bytes], Reading | None]
"""What finds the encoding of bytes that are not UTF-8; None where they look like no text."""


class Decoded(NamedTuple):
    """A text, and how to write it back."""

    text: str
    encoding: str
    """A name that Python knows."""
    mark: bytes = b""
    """The byte-order mark that stood before the text; empty if there was none."""
    found: str = ""
    """How the encoding was found, in words; empty where the bytes simply are UTF-8."""
    score: float = 1.0
    """How sure the encoding is, 0 to 1."""

    def encode(self, text: str) -> bytes:
        """Return *text* in the encoding this text came in; ``decoded.encode(decoded.text)`` is what was read.

        A *text* with characters that the encoding does not have (a cleaner may bring some) is written in UTF-8.
        """
        try:
            return self.mark + text.encode(self.encoding, _errors(self.encoding))
        except UnicodeEncodeError:
            return text.encode("utf-8", "surrogateescape" if _ESCAPED.search(text) else "surrogatepass")

    def labels(self) -> tuple[Label, ...]:
        """Return what is to be known of the encoding, as labels for a document."""
        found = [Label(ENCODING, self.encoding, self.score)]
        if self.mark:
            found.append(Label(MARK, self.mark.hex()))
        if self.found:
            found.append(Label(FOUND, self.found, self.score))
        return (*found, *_undecodable(self.text, self.encoding))


def decode(data: bytes, *, detector: Detector | None = None) -> Decoded:
    """Return *data* as text. Never fails, loses nothing.

    In this order: a byte-order mark decides; NULs and escape sequences tell UTF-16, UTF-32 and ISO-2022, which
    may be valid UTF-8; then UTF-8; then UTF-8 with some bytes that are not, which stay as they are, if most of
    what is not ASCII is UTF-8; then what *detector* says, which is not asked before.
    """
    if found := _marked(data):
        return found
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is not None and b"\0" not in data and b"\x1b" not in data:
        return Decoded(text, "utf-8")
    name = (wide(data) if b"\0" in data else None) or (escaped(data) if text is not None else None)
    if name and (found := _as(data, Reading(name, "by its NULs" if b"\0" in data else "by its escape sequences"))):
        return found
    if text is not None:
        return Decoded(text, "utf-8")
    text = data.decode("utf-8", "surrogateescape")
    if _is_mostly_utf8(text):
        return Decoded(text, "utf-8", found="most of it is UTF-8")
    reading = detector(data) if detector else None
    return (reading and _as(data, reading)) or Decoded(text, "utf-8", found="taken for UTF-8", score=0.0)


def decode_in(data: bytes, encoding: str, name: str) -> Decoded:
    """Return *data*, which somebody knows to be in *encoding*, as text; a byte-order mark of it may stand before.

    *name* stands before the message of an error.

    Raises:
        UnreadableError: where it is not in that encoding, or would not be written back to the byte.
        LookupError: where Python knows no such encoding.
    """
    mark, codec = b"", codecs.lookup(encoding).name
    if codec in {"utf-16", "utf-32"}:
        encoding, codec = f"{codec}-le", f"{codec}-le"  # As browsers read it, if no mark says otherwise.
        for known, marked in _MARKS:
            if marked.startswith(codec[:6]) and data.startswith(known):
                mark, encoding = known, marked
    elif mark_of := next((known for known, marked in _MARKS if marked == codec and data.startswith(known)), b""):
        mark = mark_of
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start
        raise UnreadableError(_not_in(name, encoding, place, data[place : len(mark) + error.end])) from error
    except UnicodeError as error:
        raise UnreadableError(_not_in(name, encoding, 0, data[:1])) from error
    decoded = Decoded(text, encoding, mark, "as was asked for")
    again = decoded.encode(text)
    if again != data:
        place = next((at for at, (old, new) in enumerate(zip(data, again, strict=False)) if old != new), len(again))
        msg = (
            f"{name}: in {encoding} the bytes from byte {place} on ({data[place : place + 4].hex(' ')}) would not be "
            f"written back as they are. Leave --encoding away to keep every byte."
        )
        raise UnreadableError(msg)
    return decoded


def decoded_as(data: bytes, labels: Iterable[Label]) -> Decoded:
    """Return *data* as text, in the encoding that the *labels* of a document name.

    Raises:
        UnicodeDecodeError: where it is not in that encoding.
        LookupError: where Python knows no such encoding.
    """
    facts = {label.key: label for label in labels}
    encoding = facts[ENCODING].value if ENCODING in facts else "utf-8"
    score = facts[ENCODING].score if ENCODING in facts else 1.0
    mark = bytes.fromhex(facts[MARK].value) if MARK in facts else b""
    text = data.removeprefix(mark).decode(encoding, _errors(encoding))
    return Decoded(text, encoding, mark, facts[FOUND].value if FOUND in facts else "", score)


def undecoded(text: str) -> tuple[int, int]:
    """Return how many bytes of *text* could not be decoded (its U+DC80 to U+DCFF), and in how many places."""
    runs = [] if text.isascii() else _ESCAPED.findall(text)
    return sum(map(len, runs)), len(runs)


def _marked(data: bytes) -> Decoded | None:
    """Return *data* as its byte-order mark says, or None where it has none, or lies."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                found = Decoded(data[len(mark) :].decode(encoding, "surrogatepass"), encoding, mark, "by its mark")
            except UnicodeDecodeError:
                return None
            return found if found.encode(found.text) == data else None
    return None


def _as(data: bytes, reading: Reading) -> Decoded | None:
    """Return *data* as *reading* says, or None where its bytes would not be written back as they are."""
    try:
        text = data.decode(reading.encoding, _errors(reading.encoding))
        again = text.encode(reading.encoding, _errors(reading.encoding))
    except (UnicodeError, LookupError):
        return None
    return Decoded(text, reading.encoding, b"", reading.found, reading.score) if again == data else None


def _errors(encoding: str) -> str:
    """Return the error handler that makes *encoding* reversible."""
    return "surrogatepass" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"


def _is_mostly_utf8(text: str) -> bool:
    """Return whether *text*, read as UTF-8, has more characters beyond ASCII than bytes that could not be decoded.

    Bytes of an older encoding are UTF-8 by chance only now and then. What is cut off at the end does not count.
    """
    return len(_BEYOND_ASCII.findall(text)) > undecoded(text[:-3])[0]


def _not_in(name: str, encoding: str, place: int, found: bytes) -> str:
    return (
        f"{name}: byte {place} ({found[:8].hex(' ')}) is not {encoding}. Name the right encoding with --encoding, "
        f"or leave it away: then it is found out, and every byte is kept."
    )


def _undecodable(text: str, encoding: str) -> Iterator[Label]:
    """Yield a label for each place where bytes could not be decoded, and one that counts them."""
    size, places = (0, 0) if encoding.startswith(("utf-16", "utf-32")) else undecoded(text)
    if not size:
        return
    for run in islice(_ESCAPED.finditer(text), _MOST_PLACES):
        raw = run[0][:16].encode("utf-8", "surrogateescape")
        yield Label(UNDECODABLE, raw.hex(" "), 1.0, Span(*run.span()))
    yield Label(UNDECODABLE, counted(size, places))


def counted(size: int, places: int) -> str:
    """Return how many bytes there are, and in how many places, in words."""
    return f"{size} byte{'s' * (size != 1)} in {places} place{'s' * (places != 1)}"
