"""Text that was decoded with the wrong encoding ("Ã©" for "é"), repaired with ftfy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

from bersih.chain.cleaner import Needs
from bersih.model.compare import changes
from bersih.model.document import Document
from bersih.model.edit import Edit, Label
from bersih.model.lines import Lines
from bersih.model.span import Span

# A line of mojibake settles in as many rounds as it was wrongly decoded; six has not been seen.
_MOST_ROUNDS = 6


@dataclass(frozen=True)
class Mojibake:
    """Repair mojibake, line by line, with ftfy's heuristic.

    Only the encoding is touched: quotes, ligatures, width and Unicode form stay as they are, and so do
    lines that are not mojibake. Where the damage lost bytes, what ftfy makes of them (U+FFFD) is labelled
    ``information-lost``.
    """

    needs: Needs = field(init=False, repr=False, compare=False)

    name = "encoding.mojibake"

    def __post_init__(self) -> None:
        """Build the pattern of all characters that mojibake is made of, from ftfy's own table."""
        from ftfy.badness import MOJIBAKE_CATEGORIES as KINDS

        signs = "".join(
            KINDS[kind] for kind in KINDS if kind not in ("common", "kaomoji", "lower_common", "upper_common")
        )
        object.__setattr__(self, "needs", Needs(search=re.compile(f"[{signs}]"), non_ascii=True))

    @property
    def fingerprint(self) -> str:
        """The version of ftfy, whose heuristic decides."""
        return f"ftfy {version('ftfy')}"

    def __call__(self, doc: Document, /) -> Iterator[Edit | Label]:
        """Yield the smallest edits that repair each line, and a label where information was lost."""
        from ftfy.badness import is_bad

        lines = Lines(doc.text)
        for index, line in enumerate(lines):
            if line.isascii() or not is_bad(line):
                continue
            fixed = _fixed(line)
            start = lines.starts[index]
            for low, high, new in changes(line, fixed):
                yield Edit(start + low, start + high, new, self.name, "encoding.mojibake")
            if fixed.count("\ufffd") > line.count("\ufffd"):
                yield Label("information-lost", line.strip(), 1.0, Span(start, start + len(line)))


def _fixed(line: str) -> str:
    """Return *line* with its encoding repaired, as far as ftfy can tell."""
    import ftfy

    for _ in range(_MOST_ROUNDS):
        after = ftfy.fix_encoding(line)
        if after == line:
            break
        line = after
    return line
