"""Lines that are nothing but a marker of boilerplate, or begin with one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import Verdict, remove_lines
from bersih.rules.matcher import matcher_for
from bersih.rules.pack import fingerprint

# These two have cleaners of their own.
_ELSEWHERE = ("boilerplate.related", "boilerplate.credit")


@dataclass(frozen=True)
class Markers:
    """Remove lines that a rule pack knows as boilerplate: advertisement labels, navigation, prompts, notices.

    The packs of the document's language count, the language-neutral one, and the rules that hold
    everywhere (English labels stay English on sites of every language). Leaves every line alone that
    holds anything besides its marker, unless a rule allows it at the start of a line; never looks at
    shortness or capitals alone.
    """

    packs: tuple[str, ...] = ()
    """Paths of rule packs of the user's own; they apply to every document."""

    name = "boilerplate.markers"
    needs = ALWAYS

    @property
    def fingerprint(self) -> str:
        """A hash of the packs."""
        return fingerprint(self.packs)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each line to remove."""
        find = matcher_for(doc.language, self.packs, _ELSEWHERE, without=True).find
        lines = Lines(doc.text)
        times = Counter(line.strip() for line in lines)
        verdicts: dict[int, Verdict] = {}
        for index, line in enumerate(lines):
            match = find(line, times[line.strip()]) if line else None
            if match:
                verdicts[index] = Verdict(match.name, match.rule.category, match.confidence, match.reason)
        yield from remove_lines(lines, verdicts)
