"""The canonical composed form of Unicode (NFC)."""

import unicodedata
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.compare import changes
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "normalize.unicode"


@cleaner(_NAME, needs=Needs(non_ascii=True))
def unicode(doc: Document) -> Iterator[Edit]:
    """Compose characters as NFC does (Unicode Standard Annex 15).

    Leaves alone what NFKC would change: full width, ligatures, superscripts, circled numbers.
    """
    if unicodedata.is_normalized("NFC", doc.text):
        return
    lines = Lines(doc.text)
    for index, line in enumerate(lines):
        if not unicodedata.is_normalized("NFC", line):
            start = lines.starts[index]
            for low, high, new in changes(line, unicodedata.normalize("NFC", line)):
                yield Edit(start + low, start + high, new, _NAME, "normalization.unicode")
