"""Control characters, escape sequences of terminals, stray byte-order marks, and halves of characters."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.sign import Sign

_NAME = "encoding.controls"

_PAIR = "[\ud800-\udbff][\udc00-\udfff]"

# ECMA-48: CSI sequences (colours, cursor) and OSC sequences (titles, hyperlinks), which end in BEL or ST.
# One that holds a byte that could not be decoded is no sequence: the byte must not go with it.
_CSI = r"\x1b\[[0-?]*[ -/]*[@-~]"
_OSC = rf"\x1b\](?:[^\x07\x1b\n\ud800-\udfff]|{_PAIR})*(?:\x07|\x1b\\)"
# C0 controls but tab, line feed, form feed and carriage return; DEL. An ESC that opens a sequence is not one of a run.
_C0 = rf"(?:(?!{_CSI}|{_OSC})[\x00-\x08\x0b\x0e-\x1f\x7f])+"
# Byte-order mark, interlinear annotation, deprecated format characters (as in ftfy's list).
_FORMAT = "[\ufeff\ufff9-\ufffb\u206a-\u206f]"

_ANY = re.compile(f"{_CSI}|{_OSC}|{_PAIR}|{_C0}|{_FORMAT}+")
_SIGN = Sign.of(r"\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufff9-\ufffb\u206a-\u206f\ud800-\udbff")

# Vertical tab (the line break of word processors) and the separators of files, groups, records and units.
_SEPARATORS = re.compile(r"[\x0b\x1c-\x1f]+")

_MAYBE_A_SPACE = 0.5
"""Confidence that a separator between two words is to be a space: it may as well stand inside one word."""


@cleaner(_NAME, needs=Needs(sign=_SIGN))
def controls(doc: Document) -> Iterator[Edit]:
    """Remove control characters, terminal escape sequences and stray byte-order marks; join surrogate pairs.

    Leaves tab, line feed, form feed and carriage return alone, C1 controls (they are mojibake), and
    lone surrogates: U+DC80 to U+DCFF stand for bytes that could not be decoded. A vertical tab or an
    information separator (U+001C to U+001F) between two characters is only found, not sure enough to
    be made a space: without it two words, or two fields, would be one.
    """
    text = doc.text
    for found in _ANY.finditer(text):
        run = found[0]
        start, end = found.span()
        if "\ud800" <= run[0] <= "\udbff":
            joined = run.encode("utf-16", "surrogatepass").decode("utf-16")
            yield Edit(start, end, joined, _NAME, "encoding.surrogate", 1.0, "Two halves of one character.")
        elif _SEPARATORS.fullmatch(run) and _is_visible(text[start - 1 : start]) and _is_visible(text[end : end + 1]):
            reason = f"{_reason(run)[:-1]}, between two characters: it may stand for a space or for nothing."
            yield Edit(start, end, " ", _NAME, "encoding.control", _MAYBE_A_SPACE, reason)
        else:
            yield Edit(start, end, "", _NAME, "encoding.control", 1.0, _reason(run))


def _is_visible(character: str) -> bool:
    """Return whether there is a *character*, and it is not white space."""
    return bool(character) and not character.isspace()


def _reason(run: str) -> str:
    """Return what *run* is, in words."""
    if run[0] == "\x1b" and len(run) > 1:
        return "An escape sequence of a terminal."
    if run[0] == "\ufeff":
        return "A byte-order mark inside the text."
    return f"A control character, U+{ord(run[0]):04X}."
