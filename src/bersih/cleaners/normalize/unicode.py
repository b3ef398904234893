"""The canonical composed form of Unicode (NFC)."""

import re
import unicodedata
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.sign import Sign

_NAME = "normalize.unicode"

# Code points normalized at once. The sorting of marks in `unicodedata` is quadratic in their number: 5.5 s for a
# letter with 80,000 marks of two kinds, so 15 ms for one slice of them.
_SLICE = 4096
# An ASCII character combines with what follows, never with what is before it.
_CLUSTERS = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")

# Vowels and last consonants of Hangul: letters that combine with the one before them.
_TAIL_JAMO = re.compile("[\u1160-\u11ff]")


# Text without any of these is NFC: marks, what has a canonical decomposition of its own, what combines with the
# character before it. Ranges of Unicode 16, rounded up where no common letter lies between; a test compares them
# with the data of the running Python. Beyond the Basic Multilingual Plane each range costs, so there are two.
_MAY_CHANGE = (
    "\u0300-\u036f\u0374\u037e\u0387\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u07eb-\u07fd\u0816-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08ff\u093c-\u095f\u09bc-\u09df"
    "\u09fe\u0a33-\u0a5e\u0abc-\u0acd\u0b3c-\u0b5d\u0bbe-\u0bd7\u0c3c-\u0c56\u0cbc-\u0cd6\u0d3b-\u0d57\u0dca-\u0ddf"
    "\u0e38-\u0e3a\u0e48-\u0e4b\u0eb8-\u0ecb\u0f18-\u0fc6\u102e-\u103a\u108d\u1161-\u1175\u11a8-\u11c2\u135d-\u135f"
    "\u1714\u1715\u1734\u17d2-\u17dd\u18a9\u1939-\u193b\u1a17\u1a18\u1a60-\u1a7f\u1ab0-\u1aff\u1b34-\u1b73"
    "\u1baa\u1bab\u1be6-\u1bf3\u1c37\u1cd0-\u1cf9\u1dc0-\u1dff\u1f71-\u1f7d\u1fbb-\u2001\u20d0-\u20f0\u2126-\u212b"
    "\u2329\u232a\u2adc\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua69e\ua69f\ua6f0\ua6f1"
    "\ua806\ua82c\ua8c4\ua8e0-\ua8f1\ua92b-\ua92d\ua953\ua9b3-\ua9c0\uaab0-\uaac1\uaaf6\uabed\uf900-\ufad9"
    "\ufb1d-\ufb4e\ufe20-\ufe2f\U000101fd-\U0001efff\U0002f800-\U0002fa1d"
)


@cleaner(_NAME, needs=Needs(sign=Sign.of(_MAY_CHANGE), non_ascii=True))
def unicode(doc: Document) -> Iterator[Edit]:
    """Compose characters as NFC does (Unicode Standard Annex 15), one edit for each run that changes.

    Leaves alone what NFKC would change: full width, ligatures, superscripts, circled numbers. And a
    letter that carries more than 4,095 marks, which is not text.
    """
    text = doc.text
    if len(text) <= _SLICE and unicodedata.is_normalized("NFC", text):
        return
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
