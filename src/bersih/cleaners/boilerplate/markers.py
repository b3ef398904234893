"""Lines that are nothing but a marker of boilerplate, or begin with one."""

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

# These two have cleaners of their own.
_ELSEWHERE = ("boilerplate.related", "boilerplate.credit")


@dataclass(frozen=True)
class Markers:
    """Remove lines that a rule pack knows as boilerplate: advertisement labels, navigation, prompts, notices.

    The packs of the document's language count, the language-neutral one, and the rules that hold
    everywhere (English labels stay English on sites of every language). Leaves every line alone that
    holds anything besides its marker, unless a rule allows it at the start of a line; a word that may be
    a subheading ("Comments", "IKLAN") where it stands alone and once; and the fields of a table on a
    book or film ("Editor: …"). Never looks at shortness or capitals alone.
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
        matches = {index: match for index, line in enumerate(lines) if line and (match := find(line))}
        verdicts = {
            index: Verdict(match.name, match.rule.category, confidence, reason)
            for index, match, confidence, reason in Surroundings(lines, matches).judged()
        }
        yield from remove_lines(lines, verdicts)
