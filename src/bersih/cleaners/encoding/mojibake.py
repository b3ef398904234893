"""Text that was decoded with the wrong encoding ("Ã©" for "é"), repaired with ftfy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

from bersih.chain.cleaner import Needs
from bersih.model.compare import Change, changes
from bersih.model.document import Document
from bersih.model.edit import Edit, Label
from bersih.model.lines import Lines
from bersih.model.span import Span

_FOREIGN = re.compile("[^\x00-\x7f]+")

# What a writer shows rather than says: code between backticks; between quotes, up to six characters, none of
# them ASCII: a character of four bytes, or two of three, read one by one.
_SHOWN = re.compile(
    "`[^`]+`"
    '|"[^\x00-\x7f]{1,6}"'
    "|'[^\x00-\x7f]{1,6}'"
    "|\N{LEFT DOUBLE QUOTATION MARK}[^\x00-\x7f]{1,6}?\N{RIGHT DOUBLE QUOTATION MARK}"
    "|\N{LEFT SINGLE QUOTATION MARK}[^\x00-\x7f]{1,6}?\N{RIGHT SINGLE QUOTATION MARK}"
)

# Characters of ftfy's quiet kinds, which mojibake holds among others, that are its only sign in a few sequences
# of ftfy's heuristic: those of Cyrillic (U+0402, the degree sign), Greek (the degree sign) and Arabic (U+00D9).
_QUIET_SIGNS = "\N{CYRILLIC CAPITAL LETTER DJE}\N{DEGREE SIGN}\N{LATIN CAPITAL LETTER U WITH GRAVE}"


@dataclass(frozen=True)
class Mojibake:
    """Repair mojibake, line by line, with ftfy's heuristic.

    Only the encoding is touched: quotes, ligatures, width and Unicode form stay as they are, and so do
    lines that are not mojibake, or only between backticks or as a few characters in quotes, as in text
    about encodings. What comes back with U+FFFD in it, since bytes of it were lost, is labelled
    ``information-lost``.
    """

    needs: Needs = field(init=False, repr=False, compare=False)

    name = "encoding.mojibake"

    def __post_init__(self) -> None:
        """Build the pattern of all characters without which nothing is mojibake, from ftfy's own table."""
        from ftfy.badness import MOJIBAKE_CATEGORIES as KINDS

        quiet = ("common", "kaomoji", "lower_common", "upper_common")
        signs = "".join(KINDS[kind] for kind in KINDS if kind not in quiet)
        object.__setattr__(self, "needs", Needs(search=re.compile(f"[{signs}{_QUIET_SIGNS}]"), non_ascii=True))

    @property
    def fingerprint(self) -> str:
        """The version of ftfy, whose heuristic decides."""
        return f"ftfy {version('ftfy')}"

    def __call__(self, doc: Document, /) -> Iterator[Edit | Label]:
        """Yield the smallest edits that repair each line, and a label where information was lost."""
        from ftfy import fix_encoding
        from ftfy.badness import is_bad

        lines = Lines(doc.text)
        for index, line in enumerate(lines):
            # Asked of each line again: 1.2x over mixed text (benchmarks/bench_cleaners.py).
            if self.needs.absent(line) or not is_bad(line):
                continue
            if _SHOWN.search(line) and not is_bad(_SHOWN.sub("``", line)):
                continue
            start = lines.starts[index]
            for low, high, new in _repairs(line, fix_encoding(line)):
                yield Edit(start + low, start + high, new, self.name, "encoding.mojibake")
                if "\N{REPLACEMENT CHARACTER}" in new:
                    yield Label("information-lost", line[low:high], 1.0, Span(start + low, start + high))


def _repairs(line: str, fixed: str) -> Iterator[Change]:
    """Yield what turns *line* into *fixed*.

    ASCII is the same in all encodings that ftfy tries, so what stands between it is compared piece by
    piece, at a cost that grows with the line; only where ASCII changed too are the whole lines compared.
    """
    old, new = list(_FOREIGN.finditer(line)), _FOREIGN.findall(fixed)
    if len(old) != len(new) or _FOREIGN.split(line) != _FOREIGN.split(fixed):
        yield from changes(line, fixed)
        return
    for piece, after in zip(old, new, strict=True):
        if piece[0] != after:
            yield Change(piece.start(), piece.end(), after)
