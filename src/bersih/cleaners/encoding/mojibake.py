"""Text that was decoded with the wrong encoding ("Ã©" for "é")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

from bersih.chain.cleaner import Needs
from bersih.model.compare import changes
from bersih.model.document import Document
from bersih.model.edit import Edit, Label
from bersih.model.span import Span
from bersih.mojibake.gate import gate, sign, suspicious_lines
from bersih.mojibake.repair import repair

# ASCII at even places, all else at odd ones.
_PIECES = re.compile("([^\x00-\x7f]+)")

# What a writer shows rather than says: code between backticks; between quotes, up to six characters, none of
# them ASCII: a character of four bytes, or two of three, read one by one.
_SHOWN = re.compile(
    "`[^`]+`"
    '|"[^\x00-\x7f]{1,6}"'
    "|'[^\x00-\x7f]{1,6}'"
    "|\N{LEFT DOUBLE QUOTATION MARK}[^\x00-\x7f]{1,6}?\N{RIGHT DOUBLE QUOTATION MARK}"
    "|\N{LEFT SINGLE QUOTATION MARK}[^\x00-\x7f]{1,6}?\N{RIGHT SINGLE QUOTATION MARK}"
)


@dataclass(frozen=True)
class Mojibake:
    """Repair mojibake, line by line: all that ftfy repairs, six encodings more, and lines of which only part is.

    Only the encoding is touched: quotes, ligatures, width and Unicode form stay as they are, and so do
    lines that are not mojibake, or only between backticks or as a few characters in quotes, as in text
    about encodings. What comes back with U+FFFD in it, since bytes of it were lost, is labelled
    ``information-lost``.
    """

    needs: Needs = field(init=False, repr=False, compare=False)

    name = "encoding.mojibake"

    def __post_init__(self) -> None:
        """Take the pattern without which no line is mojibake."""
        found = sign()
        needs = Needs(search=gate(), non_ascii=True) if found is None else Needs(sign=found, non_ascii=True)
        object.__setattr__(self, "needs", needs)

    @property
    def fingerprint(self) -> str:
        """The version of ftfy, whose tables decide."""
        return f"ftfy {version('ftfy')}"

    def __call__(self, doc: Document, /) -> Iterator[Edit | Label]:
        """Yield the smallest edits that repair each line, and a label where information was lost."""
        for start, end in suspicious_lines(doc.text):
            line = doc.text[start:end]
            if _SHOWN.search(line) and not gate().search(_SHOWN.sub("``", line)):
                continue
            fixed, steps = repair(line)
            reason = f"{'; then '.join(steps)}."
            lost = "\N{REPLACEMENT CHARACTER}" in fixed
            for low, high, new in _repairs(line, fixed):
                yield Edit(start + low, start + high, new, self.name, "encoding.mojibake", 1.0, reason)
                if lost and "\N{REPLACEMENT CHARACTER}" in new:
                    yield Label("information-lost", line[low:high], 1.0, Span(start + low, start + high))


def _repairs(line: str, fixed: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for what turns *line* into *fixed*.

    ASCII is the same in all encodings that are tried, so what stands between it is compared piece by
    piece, at a cost that grows with the line; only where ASCII changed too are the whole lines compared.
    """
    old, new = _PIECES.split(line), _PIECES.split(fixed)
    if old[::2] != new[::2]:
        yield from changes(line, fixed)
        return
    at = 0
    for place, (piece, after) in enumerate(zip(old, new, strict=True)):
        end = at + len(piece)
        if place % 2 and piece != after:
            yield at, end, after
        at = end
