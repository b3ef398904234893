"""Credits of photos, videos and graphics on lines of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import Verdict, remove_lines
from bersih.rules.matcher import matcher_for
from bersih.rules.pack import fingerprint

_CATEGORY = "boilerplate.credit"


@dataclass(frozen=True)
class Credits:
    """Remove lines that hold nothing but a credit, such as "Kredit gambar: AFP".

    Leaves captions alone, and every line where a sentence follows the credit.
    """

    packs: tuple[str, ...] = ()
    """Paths of rule packs of the user's own; they apply to every document."""

    name = "boilerplate.credits"
    needs = ALWAYS

    @property
    def fingerprint(self) -> str:
        """A hash of the packs."""
        return fingerprint(self.packs)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each credit line."""
        find = matcher_for(doc.language, self.packs, (_CATEGORY,)).find
        lines = Lines(doc.text)
        verdicts: dict[int, Verdict] = {}
        for index, line in enumerate(lines):
            match = find(line) if line else None
            if match:
                verdicts[index] = Verdict(match.name, _CATEGORY, match.confidence, match.reason)
        yield from remove_lines(lines, verdicts)
