"""Boilerplate in the middle of running text: links with their headlines, prompts, ad scripts."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS, in_each_language
from bersih.layout.shape import UNSPACED
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import Verdict, remove_lines
from bersih.rules.reach import reach
from bersih.rules.scripts import ad_tech, scripts
from bersih.rules.shelf import fingerprint
from bersih.rules.triggers import Trigger, triggers_for

_SPACES = " \t\u00a0\u202f\u3000"
_CLOSING = ".,;:!?…)]}”’»%"
_STOPS = '.!?…。！？"”’»'
_CREDIT = "boilerplate.credit"
_LONGEST_CAPTION = 200
_SCRIPT = ("layout.script", "boilerplate.widget", 0.97, "A script of an advertisement service.")


@dataclass(frozen=True)
class Inline:
    """Remove boilerplate inside running text: "Baca juga: …" with its headline, prompts to scroll, ad scripts, credits.

    What is looked for are phrases of the rule packs whose place is ``inline`` or ``line-end``, and scripts of
    known advertisement services. The phrase must be no part of a sentence. Where the headline after it ends
    is told by the words' capitals and by how sentences open; where that is in doubt, half sure is what the
    finding is, and the text stays in precise mode. Two words that were apart stay apart.

    Leaves whole lines to `boilerplate.whole_lines`, and code that a text shows: in fences, indented, introduced by a
    colon, or among lines of other code.
    """

    packs: tuple[str, ...] = ()
    """Paths of rule packs of the user's own; they apply to every document."""

    name = "boilerplate.inline"
    needs = ALWAYS

    @property
    def fingerprint(self) -> str:
        """A hash of the packs."""
        return fingerprint(self.packs)

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each span to remove."""
        triggers, names = triggers_for(doc.language, self.packs, ("inline", "line-end"), ad_tech()).find(doc.text)
        if not triggers and not names:
            return
        found = [Edit(start, end, "", *_SCRIPT) for start, end in scripts(doc.text, names)]
        for trigger, following in zip(triggers, _following(triggers), strict=True):
            span = reach(doc.text, trigger, doc.language, following)
            if span is not None:
                rule = trigger.rule
                found.append(Edit(span.start, span.end, "", trigger.name, rule.category, span.confidence, span.reason))
        yield from close_up(doc.text, _apart(_with_captions(doc.text, found)))


def close_up(text: str, found: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits *found*, sorted and apart, so that the text closes up around each.

    One space stays between two words, none before a stop or at the end of a line, and a line that goes as a
    whole takes its line end along.
    """
    whole: dict[int, Verdict] = {}
    edits: list[Edit] = []
    lines: Lines | None = None
    for row in _rows(text, found):
        start, end = row[0].start, row[-1].end
        left, right = _around(text, start, end)
        if left and right:
            lines = lines or Lines(text)
            whole |= _verdicts(lines, row)
            continue
        edits += _closed(text, row, at_line_start=left, at_line_end=right)
    if lines is not None:
        edits += remove_lines(lines, whole)
    yield from sorted(edits)


def _following(triggers: Sequence[Trigger]) -> list[int | None]:
    """Return for each trigger where the next one starts that does not overlap it."""
    starts: list[int | None] = []
    following: int | None = None
    for trigger, later in zip(reversed(triggers), [None, *reversed(triggers)], strict=False):
        if later is not None and later.start > trigger.start:
            following = later.start
        starts.append(following)
    return starts[::-1]


def _with_captions(text: str, found: list[Edit]) -> list[Edit]:
    """Return *found*, each credit at the end of a line that stands in *text* more than once grown to that line.

    Such a line is the caption of a gallery, put before every part of the text.
    """
    grown: list[Edit] = []
    for edit in found:
        start, end = text.rfind("\n", 0, edit.start) + 1, text.find("\n", edit.end)
        end = len(text) if end < 0 else end
        line = text[start:end]
        caption = edit.category == _CREDIT and not text[edit.end : end].strip() and len(line) <= _LONGEST_CAPTION
        if caption and text.count(line) > 1 and f"\n{text}\n".count(f"\n{line}\n") > 1:
            reason = "A caption with its credit, which stands in the document more than once."
            edit = edit._replace(start=start, end=end, reason=reason)  # noqa: PLW2901
        grown.append(edit)
    return grown


def _apart(found: list[Edit]) -> list[Edit]:
    """Return *found* in order, without those that overlap one before them; the surer of two at one place first."""
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda edit: (edit.start, -edit.confidence, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _rows(text: str, found: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits in rows: those of a row have nothing but spaces between them."""
    row: list[Edit] = []
    for edit in found:
        if row and text[row[-1].end : edit.start].strip(_SPACES):
            yield row
            row = []
        row.append(edit)
    if row:
        yield row


def _around(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether the span begins its line, and whether it ends one."""
    before = start - 1
    while before >= 0 and text[before] in _SPACES:
        before -= 1
    after = end
    while after < len(text) and text[after] in _SPACES:
        after += 1
    return before < 0 or text[before] == "\n", after == len(text) or text[after] == "\n"


def _closed(text: str, row: list[Edit], *, at_line_start: bool, at_line_end: bool) -> Iterator[Edit]:
    """Yield the edits of *row* with the spaces around them that go, and the one that comes."""
    start, end, new = row[0].start, row[-1].end, ""
    after = end
    while after < len(text) and text[after] in _SPACES:
        after += 1
    before = start
    while before and text[before - 1] in _SPACES:
        before -= 1
    if at_line_end:
        start, end = before, after
    elif at_line_start:
        end = after
    elif text[after] in _CLOSING:
        start, end = before, after
        if text[after] == "." and text[before - 1] in _STOPS:
            end = after + 1
    elif before < start:
        end = after
    elif after == end and not (UNSPACED.match(text[end]) or text[start - 1] in "([{"):
        new = " "
    for place, edit in enumerate(row):
        last = place == len(row) - 1
        yield edit._replace(
            start=edit.start if place else start,
            end=end if last else row[place + 1].start,
            new=new if last else "",
        )


def _verdicts(lines: Lines, row: list[Edit]) -> dict[int, Verdict]:
    """Return verdicts on the lines that the edits of *row* fill."""
    verdicts: dict[int, Verdict] = {}
    for edit in row:
        first, last = (bisect_right(lines.starts, place) - 1 for place in (edit.start, edit.end - 1))
        verdict = Verdict(edit.rule, edit.category, edit.confidence, edit.reason)
        verdicts |= dict.fromkeys(range(first, last + 1), verdict)
    return verdicts
