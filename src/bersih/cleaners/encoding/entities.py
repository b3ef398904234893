"""Character references of HTML that nobody decoded."""

import html
import re
from collections.abc import Iterator
from html.entities import html5

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "encoding.entities"

# "&" itself may be escaped any number of times over: "&amp;amp;nbsp;".
_REFERENCE = re.compile(
    r"&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*"
    r"(?P<name>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_TAG = re.compile(r"</?[A-Za-z!]")


@cleaner(_NAME, needs=Needs(any_of=("&",)))
def entities(doc: Document) -> Iterator[Edit]:
    """Decode named and numeric character references that end in ";", however often they were escaped.

    Leaves alone: lines that hold a tag (they are HTML, and its references are not for us), what stands
    between backticks, names that HTML does not know, references without ";" (``&copy=1`` is part of an
    address), and numbers that stand for no character. Numbers 128 to 159 are read as windows-1252, as
    browsers do.
    """
    if ";" not in doc.text:
        return
    lines = Lines(doc.text)
    for index, line in enumerate(lines):
        if "&" in line and not _TAG.search(line):
            start = lines.starts[index]
            for low, high, new in _decoded(line):
                yield Edit(start + low, start + high, new, _NAME, "encoding.entity")


def _decoded(line: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for each reference in *line*."""
    for found in _REFERENCE.finditer(line):
        if line.count("`", 0, found.start()) % 2 and "`" in line[found.end() :]:
            continue
        new = _character(found["name"])
        if new is not None:
            yield found.start(), found.end(), new


def _character(name: str) -> str | None:
    """Return what the reference *name* stands for, or None if it stands for nothing."""
    if name[0] != "#":
        # ftfy knows that "&EACUTE;" was meant; HTML itself does not.
        return html5.get(f"{name};") or (html5.get(f"{name.capitalize()};") if name.isupper() else None)
    new = html.unescape(f"&{name};")
    return None if new in ("", "\ufffd") or new.startswith("&") else new
