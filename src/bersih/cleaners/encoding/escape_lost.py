"""Colours of a terminal whose escape character was lost ("[31mGAGAL[0m")."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "encoding.escape_lost"

# Select Graphic Rendition (ECMA-48, 8.3.117): up to five numbers; 256 colours have three, true colours five.
_CODE = re.compile(r"(?<![\x1b\[])\[(?P<numbers>[0-9]{1,3}(?:;[0-9]{1,3}){0,4})?m(?!\])")
_SIGN = re.compile(r"\[[0-9;]*+m")

# Text about escape sequences writes the escape character out.
_WRITTEN = re.compile("[\\\\^\N{SYMBOL FOR ESCAPE}`]")


@cleaner(_NAME, needs=Needs(search=_SIGN))
def escape_lost(doc: Document) -> Iterator[Edit]:
    r"""Remove the codes of colours in a line that switches one on and, later, all off.

    Leaves alone: a single code, "[31m]", lines in which an escape character is written out (``\x1b``,
    ``\033``, ``^[``) or anything stands between backticks, and codes that have their escape character:
    they belong to `encoding.controls`.
    """
    lines = Lines(doc.text)
    for index, line in enumerate(lines):
        if "[" not in line or _WRITTEN.search(line):
            continue
        codes = list(_CODE.finditer(line))
        first = next((at for at, code in enumerate(codes) if not _is_reset(code)), None)
        if first is None or not any(_is_reset(code) for code in codes[first:]):
            continue
        start = lines.starts[index]
        for code in codes:
            reason = "A colour of a terminal that lost its escape character."
            yield Edit(start + code.start(), start + code.end(), "", _NAME, "encoding.control", 1.0, reason)


def _is_reset(code: re.Match[str]) -> bool:
    """Return whether *code* switches all off."""
    return not code["numbers"] or not code["numbers"].strip("0;")
