"""Letters of full width in Latin text, and of half width in Japanese."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import Needs
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_CATEGORY = "normalization.width"

# Full-width ASCII is ASCII, this far on (Halfwidth and Fullwidth Forms).
_SHIFT = 0xFEE0
_FULL = re.compile("[\uff01-\uff5e]++")
_FULL_LETTER = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
# Han, kana, hangul, their punctuation and their half-width forms: beside them full width is right.
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff5f-\uffef\U00016fe0-\U0003ffff]"
)

# Half-width katakana with their marks of voice; a letter first, so that a mark alone is left to those who show it.
_HALF = re.compile("[\uff66-\uff9d][\uff66-\uff9f]++")

# A single letter is shown rather than said, or drawn into a face.
_ENOUGH = 2


@dataclass(frozen=True)
class Width:
    """Write full-width ASCII as ASCII in lines without CJK, and half-width katakana as katakana.

    A full-width sign follows only behind a letter or a digit ("baik！"). Leaves alone: lines with any
    Han, kana or hangul, a line with a single letter of full width, faces made of signs, a single
    half-width letter, and the full-width space, which belongs to `normalize.exotic_spaces`.
    """

    katakana: bool = True
    """Whether half-width katakana are made full; without it they stay."""

    name = "normalize.width"
    needs = Needs(search=re.compile("[\uff01-\uff5e\uff66-\uff9d]"), non_ascii=True)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each run."""
        lines = Lines(doc.text)
        for index, line in enumerate(lines):
            if self.needs.absent(line):
                continue
            for start, end, new in self._changed(line):
                at = lines.starts[index]
                yield Edit(at + start, at + end, new, self.name, _CATEGORY)

    def _changed(self, line: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, new) for each run of *line*."""
        if _CJK.search(line):
            for run in _HALF.finditer(line) if self.katakana else ():
                yield run.start(), run.end(), unicodedata.normalize("NFKC", run[0])
            return
        if len(_FULL_LETTER.findall(line)) < _ENOUGH:
            return
        for run in _FULL.finditer(line):
            at, end = run.span()
            while at < end and not (_FULL_LETTER.match(line, at) or line[at - 1 : at].isalnum()):
                at += 1
            if at < end:
                yield at, end, "".join(chr(ord(each) - _SHIFT) for each in line[at:end])
