"""Ligatures that a typesetter set inside words ("landﬁlls")."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit

_NAME = "encoding.ligatures"

# U+FB00 to U+FB06 (Alphabetic Presentation Forms), as their letters.
_LETTERS = ("ff", "fi", "fl", "ffi", "ffl", "\N{LATIN SMALL LETTER LONG S}t", "st")
_RUN = re.compile("[\ufb00-\ufb06]++")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")


@cleaner(_NAME, needs=Needs(search=re.compile("[\ufb00-\ufb06]"), non_ascii=True))
def ligatures(doc: Document) -> Iterator[Edit]:
    """Write the ligatures U+FB00 to U+FB06 inside Latin words as their letters.

    Leaves alone: a ligature without a Latin letter beside it, which is shown rather than said, and the
    letters that are ligatures by name or by descent only: "ĳ", "ŉ", "ǆ", "ŀ", "æ", "œ", "ß".
    """
    text = doc.text
    for found in _RUN.finditer(text):
        start, end = found.span()
        if _LATIN.match(text, end) or (start and _LATIN.match(text, start - 1)):
            for at in range(start, end):
                yield Edit(at, at + 1, _LETTERS[ord(text[at]) - 0xFB00], _NAME, "encoding.ligature")
