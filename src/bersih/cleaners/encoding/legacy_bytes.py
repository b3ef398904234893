"""Text in an old encoding of another script that was read as Latin-1 or windows-1252 ("Ïðèâåò" for "Привет")."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.charsets.detect import detect
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import lines_where
from bersih.mojibake.wrong_codec import undone

_NAME = "encoding.legacy_bytes"

# What bytes from 0x80 on are in Latin-1 and in windows-1252.
_HIGH = "\x80-\xffŒœŠšŸŽžƒˆ˜–—‘-‚“-„†-•…‰‹›€™"
# Words of such characters alone: four in a row. In the languages of Latin-1 two or three are the most. No sign:
# with the signs of others it would be tried at every accented letter.
_ROW = re.compile(f"[{_HIGH}](?<=[{_HIGH}])[{_HIGH}]{{3}}")
_HIGH_CHARACTER = re.compile(f"[{_HIGH}]")
_ASCII_LETTER = re.compile("[A-Za-z]")
# A line counts where it is little else: so many, so many different ones (a row of signs has few), and more than
# twice as many as there are ASCII letters.
_LEAST, _VARIED, _TIMES = 8, 6, 2
# UTF-8 read as these is for `encoding.mojibake`, though it may have lost a few bytes.
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_MOST_UTF8 = 0.5
# The bytes that windows-1252 does not have begin the punctuation and the commonest signs of these.
_LOST = frozenset({"cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213"})
# From Greek on: what comes out must be another script than Latin, or it was read right in the first place.
_OTHER_SCRIPT = 0x370
_MOST_OTHER = 0.6


@cleaner(_NAME, needs=Needs(search=_ROW, non_ascii=True))
def legacy_bytes(doc: Document) -> Iterator[Edit]:
    """Read lines again that were Cyrillic, Greek, Hebrew, Arabic, Thai or Chinese, Japanese and Korean bytes.

    The encoding is found out as for a file of such bytes. Leaves alone: lines with more than half as many
    ASCII letters as other characters, UTF-8 that was read so (`encoding.mojibake`), lines that come out
    Latin, and Shift JIS read as windows-1252, which lost every second punctuation mark.
    """
    for start, end in lines_where(_ROW, doc.text):
        line = doc.text[start:end]
        read = _read(line)
        if read is not None:
            text, encoding = read
            yield Edit(
                start, end, text, _NAME, "encoding.mojibake", 0.9, f"{encoding} read as Latin-1 or windows-1252."
            )


def _read(line: str) -> tuple[str, str] | None:
    """Return what *line* was, and in which encoding; or None."""
    high = _HIGH_CHARACTER.findall(line)
    if len(high) < _LEAST or len(set(high)) < _VARIED or len(high) <= _TIMES * len(_ASCII_LETTER.findall(line)):
        return None
    if undone(line) is not None:
        return None
    for encoding in ("latin-1", "windows-1252"):
        try:
            data = line.encode(encoding)
        except UnicodeEncodeError:
            continue
        if sum(len(each) for each in _UTF8.findall(data)) > _MOST_UTF8 * len(_HIGH_BYTE.findall(data)):
            return None
        reading = detect(data)
        if reading is None or (encoding == "windows-1252" and reading.encoding in _LOST):
            continue
        text = data.decode(reading.encoding, "replace")
        letters = [letter for letter in text if letter.isalpha()]
        other = sum(ord(letter) >= _OTHER_SCRIPT for letter in letters)
        if "\ufffd" not in text and letters and other > _MOST_OTHER * len(letters):
            return text, reading.encoding
    return None
