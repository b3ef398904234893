"""Whole lines of boilerplate: what rules know, the headlines their labels introduce, and the page's head and tail."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import remove_lines
from bersih.rules.decide import decide
from bersih.rules.matcher import Match, matcher_for
from bersih.rules.shelf import fingerprint
from bersih.rules.triggers import triggers_for


@dataclass(frozen=True)
class WholeLines:
    """Remove lines of boilerplate: advertisement labels, links to other stories, navigation, prompts, notices, credits.

    A line goes for one of these reasons, the surest counting:

    - A rule of a pack knows it. The packs of the line's language count, the language-neutral one, and
      the rules that hold everywhere (English labels stay English on sites of every language). A word that may
      be a subheading ("Comments", "IKLAN") goes only with a second sign: a label's shape, repetition, a row
      of such lines, or a place above or below the text where the layout agrees.
    - It is the headline that a label such as "Baca juga:" introduces on the line before.
    - It stands above the first or below the last line of running text and the score card over its looks and
      its neighbours says so. Never the first line that could be the title.

    Leaves code and lists alone unless a rule knows the whole line, and inside the text every line that no
    rule knows. Never judges by shortness, capitals or repetition alone.
    """

    packs: tuple[str, ...] = ()
    """Paths of rule packs of the user's own; they apply to every document."""
    layout: bool = True
    """False: no line goes for its looks; words that may be a subheading go only in rows of such lines."""

    name = "boilerplate.whole_lines"
    needs = ALWAYS

    @property
    def fingerprint(self) -> str:
        """A hash of the packs."""
        return fingerprint(self.packs)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each line to remove."""
        lines = Lines(doc.text)
        matches: dict[int, Match] = {}
        for language, among in _by_language(doc, lines):
            find = matcher_for(language, self.packs).find
            short = self._with_short_phrases(doc.text, lines, language)
            for index in among:
                line = lines[index]
                if line and (match := find(line, short=index in short)):
                    matches[index] = match
        yield from remove_lines(lines, *decide(lines, matches, layout=self.layout))

    def _with_short_phrases(self, text: str, lines: Lines, language: str | None) -> frozenset[int]:
        """Return the lines that hold a phrase of a short-line rule: one pass over the text, since few do."""
        triggers, _ = triggers_for(language, self.packs, ("short-line",)).find(text)
        return frozenset(bisect_right(lines.starts, trigger.start) - 1 for trigger in triggers)


def _by_language(doc: Document, lines: Lines) -> Iterator[tuple[str | None, Sequence[int]]]:
    """Yield each language of *doc* with the lines that are in it: all, where it has one."""
    if not doc.segments:
        yield doc.language, range(len(lines))
        return
    spoken = [doc.language_at(start) for start in lines.starts]
    for language in doc.languages:
        yield language, [index for index, each in enumerate(spoken) if each == language]
