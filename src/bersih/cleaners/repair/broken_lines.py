"""Lines broken in the middle of a sentence, where a page had a link, bold type or italics."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bersih.chain.cleaner import Needs, in_each_language
from bersih.detectors.function_words import by_words, small_words
from bersih.layout.joins import DOUBTFUL, LIKELY, Join, Joins
from bersih.layout.pieces import ASIDE, CLOSING, SPACES, small_letters
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.sign import Sign
from bersih.rules.matcher import matcher_for
from bersih.rules.unfinished import unfinished_words

_NAME = "repair.broken_lines"
# A rule that knows a line less surely means a word of many uses ("Google"), and asks what stands around it.
_KNOWN = 0.5
# Joins that come up by others being made end by then, or the text is wrapped.
_ROUNDS = 4
_MOST_GROWING = 0.01
# The beginning of a line that may be the rest of a sentence: a small letter, perhaps quoted, or a sign.
_REST = rf"(?<=\n)[{SPACES}]*+(?:[\"'“„«‹「『（【《‘(]?[{small_letters()}]|{CLOSING}|{ASIDE})"
_BREAK = re.compile(rf"\n{_REST}")


@dataclass(frozen=True)
class BrokenLines:
    """Join the lines that are parts of one sentence, by a space, or by nothing before a comma and the like.

    A line is joined to the one before where it begins with a comma, a stop or a closing bracket, or with a
    small letter after a line that has no end; a line that begins with a capital only where the sentence
    plainly goes on behind it and the line before is plainly not finished. All together must read like
    running text, or the breaks are kept.

    Leaves alone: headings, lists, code, tables, fields, dates, menus, lines that a rule knows as boilerplate,
    verse, and text that is wrapped at a width, whose breaks are no damage and look like those of verse. A
    document in which no line begins like the rest of a sentence is not looked at.
    """

    name = _NAME
    needs = Needs(sign=Sign(r"\n", (_REST,)))

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each break to take out."""
        if not _candidates(doc.text):
            return
        language = doc.language or (found.language if (found := by_words(doc.text)) else None)
        find = matcher_for(language, ()).find
        small = small_words((language or "").partition("-")[0])
        lines = Lines(doc.text)

        def is_known(line: str) -> bool:
            match = find(line)
            return match is not None and match.confidence >= _KNOWN

        def find_joins(some: Sequence[str]) -> list[Join]:
            joins = Joins(some, unfinished_words(language), small, is_known)
            return list(joins.find(_candidates("\n".join(some))))

        for line, space, confidence, reason in _joins(list(lines), find_joins):
            left, right = lines[line], lines[line + 1]
            start = lines.starts[line] + len(left.rstrip(SPACES))
            end = lines.starts[line + 1] + len(right) - len(right.lstrip(SPACES))
            yield Edit(start, end, " " if space else "", _NAME, "repair.broken-line", confidence, reason)


def _joins(lines: list[str], find: Callable[[Sequence[str]], list[Join]]) -> list[Join]:
    """Return the joins of *lines*, and those that come up once these are made: the same again changes nothing more.

    What goes on growing is doubtful; where it is more than a little, so is all: the text is wrapped at a width.
    """
    made: list[Join] = []
    growing: list[range] = []  # of what grew last, the breaks in the first lines
    last = list(range(len(lines)))  # of each line so far, which of the first lines it ends with
    for _ in range(_ROUNDS):
        found = [(join.line, join._replace(line=last[join.line])) for join in find(lines)]
        sure = {at: join for at, join in found if join.confidence >= LIKELY}
        if not sure:
            return sorted([*made, *(join for _, join in found)])
        made += sure.values()
        growing = [range(last[at - 1] + 1 if at else 0, last[at + 1]) for at in sure]
        joined: list[str] = []
        ends: list[int] = []
        for at, line in enumerate(lines):
            before = sure.get(at - 1)
            if before is None:
                joined.append(line)
                ends.append(last[at])
            else:
                joined[-1] = joined[-1].rstrip(SPACES) + " " * before.space + line.lstrip(SPACES)
                ends[-1] = last[at]
        lines, last = joined, ends
    wrapped = {line for breaks in growing for line in breaks}
    if len(wrapped) > _MOST_GROWING * len(made):
        wrapped = {join.line for join in made}
    return sorted(join._replace(confidence=DOUBTFUL) if join.line in wrapped else join for join in made)


def _candidates(text: str) -> list[int]:
    """Return the lines after which one begins like the rest of a sentence."""
    found: list[int] = []
    line = at = 0
    for each in _BREAK.finditer(text):
        line += text.count("\n", at, each.start())
        at = each.start()
        found.append(line)
    return found
