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
from bersih.rules.surroundings import Surroundings

_CATEGORY = "boilerplate.credit"


@dataclass(frozen=True)
class Credits:
    """Remove lines that hold nothing but a credit, such as "Kredit gambar: AFP".

    Leaves captions alone, every line where more than names follow the credit, and the fields of a table.
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
        matches = {index: match for index, line in enumerate(lines) if line and (match := find(line))}
        verdicts = {
            index: Verdict(match.name, _CATEGORY, confidence, reason)
            for index, match, confidence, reason in Surroundings(lines, matches).judged()
        }
        yield from remove_lines(lines, verdicts)
