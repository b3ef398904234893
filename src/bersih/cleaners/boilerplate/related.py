"""Links to other stories: the label, the label with its headline, and the headline on the line after."""

from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.layout.shape import continues, is_headline, is_prose
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import Verdict, remove_lines
from bersih.rules.matcher import Match, matcher_for
from bersih.rules.pack import fingerprint
from bersih.rules.surroundings import Surroundings

_CATEGORY = "boilerplate.related"

# After the last line of prose, a label may head a list of links; inside the text, one link.
_MOST_HEADLINES = 5
# The shortest headline under 20 labels "Baca juga:" had 6 words; subheadings have 2 to 4 (extractor output, 2026).
_FEWEST_WORDS = 5


@dataclass(frozen=True)
class Related:
    """Remove labels such as "Baca juga:", and the headline that follows one, on its line or on the next.

    A headline on the next line goes only if it has the shape of one (title case, one clause, no final
    stop, five words or more) and the line after does not go on from it: what follows the label may be
    the article itself, or a subheading. Inside the text the label must end in a colon for that.
    Leaves sentences alone that begin with the words of a label. Keeps, with half the confidence, a line
    where more than one sentence follows the label, since text of the article may be glued to it, and a
    first line such as "Video: …", which may be the title.
    """

    packs: tuple[str, ...] = ()
    """Paths of rule packs of the user's own; they apply to every document."""

    name = "boilerplate.related"
    needs = ALWAYS

    @property
    def fingerprint(self) -> str:
        """A hash of the packs."""
        return fingerprint(self.packs)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each line to remove."""
        find = matcher_for(doc.language, self.packs, (_CATEGORY,)).find
        lines = Lines(doc.text)
        matches = {index: match for index, line in enumerate(lines) if line and (match := find(line))}
        if not matches:
            return
        last_prose = max((index for index, line in enumerate(lines) if is_prose(line)), default=-1)
        verdicts: dict[int, Verdict] = {}
        first = next(index for index in range(len(lines)) if not lines.is_blank(index))
        for index, match, confidence, reason in Surroundings(lines, matches).judged():
            if index == first and match.rule.needs == "colon-and-headline":
                # "Video: …" on the first line is how the page's own title begins.
                confidence /= 2  # noqa: PLW2901
            verdicts[index] = Verdict(match.name, _CATEGORY, confidence, reason)
            if not match.rest:
                tail = index > last_prose
                headlines = _headlines_after(lines, index, match, tail=tail)
                verdicts |= {later: verdict for later, verdict in headlines.items() if later not in matches}
        yield from remove_lines(lines, verdicts)


def _headlines_after(lines: Lines, label: int, match: Match, *, tail: bool) -> dict[int, Verdict]:
    """Return verdicts on the headlines that the *label* alone on its line introduces."""
    found: dict[int, Verdict] = {}
    if not tail and not lines[label].rstrip().endswith((":", "：")):
        return found
    at = _next_visible(lines, label)
    while at is not None and _is_link(lines[at]) and len(found) < (_MOST_HEADLINES if tail else 1):
        after = _next_visible(lines, at)
        if after is not None and continues(lines[after]):
            break
        reason = f"A headline on the line after “{match.marker}”."
        found[at] = Verdict(match.name, _CATEGORY, match.confidence * 0.9, reason)
        at = after
    return found


def _is_link(line: str) -> bool:
    """Return whether *line* has the shape of a link to a story."""
    return is_headline(line) and len(line.split()) >= _FEWEST_WORDS


def _next_visible(lines: Lines, index: int) -> int | None:
    """Return the first line after *index* that is not blank."""
    for later in range(index + 1, len(lines)):
        if not lines.is_blank(later):
            return later
    return None
