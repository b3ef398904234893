"""The canonical composed form of Unicode (NFC)."""

import re
import unicodedata
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit

_NAME = "normalize.unicode"

# Code points normalized at once. The sorting of marks in `unicodedata` is quadratic in their number: 5.5 s for a
# letter with 80,000 marks of two kinds, so 15 ms for one slice of them.
_SLICE = 4096
# An ASCII character combines with what follows, never with what is before it.
_CLUSTERS = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")

# Vowels and last consonants of Hangul: letters that combine with the one before them.
_TAIL_JAMO = re.compile("[\u1160-\u11ff]")


@cleaner(_NAME, needs=Needs(non_ascii=True))
def unicode(doc: Document) -> Iterator[Edit]:
    """Compose characters as NFC does (Unicode Standard Annex 15), one edit for each run that changes.

    Leaves alone what NFKC would change: full width, ligatures, superscripts, circled numbers. And a
    letter that carries more than 4,095 marks, which is not text.
    """
    text = doc.text
    for start, end in _slices(text):
        part = text[start:end]
        if unicodedata.is_normalized("NFC", part):
            continue
        for cluster in _CLUSTERS.finditer(part):
            if not unicodedata.is_normalized("NFC", cluster[0]):
                for low, high, new in _composed(cluster[0]):
                    at = start + cluster.start()
                    yield Edit(at + low, at + high, new, _NAME, "normalization.unicode")


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of slices that can be normalized one by one, leaving out those that are marks alone."""
    at = 0
    while at < len(text):
        end = cut = min(at + _SLICE, len(text))
        while cut > at and not _is_border(text, cut):
            cut -= 1
        if cut > at:
            yield at, cut
            at = cut
            continue
        while not _is_border(text, end):
            end += 1
        at = end


def _composed(cluster: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for each run of *cluster* that NFC changes."""
    start = at = 0
    new = ""
    while at < len(cluster):
        end = at + 1
        while not _is_border(cluster, end):
            end += 1
        after = unicodedata.normalize("NFC", cluster[at:end])
        if after != cluster[at:end]:
            start, new = (start, new + after) if new else (at, after)
        elif new:
            yield start, at, new
            new = ""
        at = end
    if new:
        yield start, at, new


def _is_border(text: str, at: int) -> bool:
    """Return whether nothing before *at* in *text* can combine with what stands there."""
    if at in (0, len(text)) or text[at] < "\x80":
        return True
    if unicodedata.combining(text[at]) or unicodedata.category(text[at])[0] == "M" or _TAIL_JAMO.match(text, at):
        return False
    before, after = text[at - 1], text[at]
    both = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)
    return unicodedata.normalize("NFC", before + after) == both
