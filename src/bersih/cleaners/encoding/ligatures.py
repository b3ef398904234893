"""Ligatures that a typesetter set inside words ("landﬁlls")."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.sign import Sign

_NAME = "encoding.ligatures"

# U+FB00 to U+FB06 (Alphabetic Presentation Forms), as their letters.
_LETTERS = ("ff", "fi", "fl", "ffi", "ffl", "\N{LATIN SMALL LETTER LONG S}t", "st")
_RUN = re.compile("[\ufb00-\ufb06]++")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_PART = re.compile(f"{_LATIN.pattern}{{2}}")


@cleaner(_NAME, needs=Needs(sign=Sign.of("\ufb00-\ufb06"), non_ascii=True))
def ligatures(doc: Document) -> Iterator[Edit]:
    """Write the ligatures U+FB00 to U+FB06 inside Latin words as their letters.

    Leaves alone: a ligature with fewer than two other Latin letters, which is shown rather than said, and the
    letters that are ligatures by name or by descent only: "ĳ", "ŉ", "ǆ", "ŀ", "æ", "œ", "ß".
    """
    text = doc.text
    for found in _RUN.finditer(text):
        start, end = found.span()
        before, after = _LATIN.match(text, max(0, start - 1), start), _LATIN.match(text, end)
        if (before and after) or _PART.search(text, max(0, start - 2), start) or _PART.match(text, end):
            for at in range(start, end):
                yield Edit(at, at + 1, _LETTERS[ord(text[at]) - 0xFB00], _NAME, "encoding.ligature")
