"""Line ends: line feed, and nothing else."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.sign import Sign

_NAME = "normalize.newlines"
_OTHER = re.compile("\r\n?|[\u0085\u2028\u2029]")


@cleaner(_NAME, needs=Needs(sign=Sign.of("\r\u0085\u2028\u2029")))
def newlines(doc: Document) -> Iterator[Edit]:
    """Write every line end (CRLF, CR, NEL, U+2028, U+2029) as a line feed.

    Leaves vertical tab and form feed alone, and the number of lines.
    """
    for found in _OTHER.finditer(doc.text):
        yield Edit(found.start(), found.end(), "\n", _NAME, "normalization.newline")
