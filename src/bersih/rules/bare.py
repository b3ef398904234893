"""Lines without a letter outside the main text: counters, times of a ticker, signs that stood between links."""

import re
from collections.abc import Iterator

from bersih.model.removal import Verdict
from bersih.rules.surroundings import Surroundings

_WIDGET = "boilerplate.widget"
_LONGEST = 16
# "371", "1,024", "12.5k" is none; a year may be the title or the last line of a text.
_NUMBER = re.compile(r"\d{1,3}(?:[.,]?\d{3})*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_TIME = re.compile(r"\d{1,2}[:.]\d\d")
# Signs that stand between links and around them. Dashes and asterisks part the sections of a text, brackets are code.
_BETWEEN = frozenset("|/_•·»«›‹▸▶►→←[]() ")
_BARS = frozenset("|/_•·»«›‹▸▶►→←")
# Of lines outside the main text; one time below a text may be when it was written, two are a list.
_FEWEST_TIMES = 2
# Digits of the highest number of a chapter, or of an item of a list.
_LONGEST_CHAPTER = 2


def bare_lines(around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield verdicts on lines without a letter that stand outside the main text.

    A number alone is a count of readers, votes or comments, or the place of a story in a list of them; times
    alone, two or more, are a list of other stories; bars and arrows alone stood between links. Surest where a
    line that rules know stands between them and the text. Nothing inside the main text, no year, no date, no
    line of a list or of code, and nothing in a text without running text.
    """
    found = [(index, line) for index, line in _bare(around) if around.zone(index) in ("head", "tail")]
    times = [index for index, line in found if _TIME.fullmatch(line) and around.zone(index) == "tail"]
    if len(times) >= _FEWEST_TIMES:
        for index in times:
            yield index, Verdict("layout.time", _WIDGET, 0.95, "One of several times alone on a line below the text.")
    for index, line in found:
        if index in around.structure:
            continue
        if _NUMBER.fullmatch(line) and not _YEAR.fullmatch(line):
            yield index, _number(around, index, line)
        elif _BETWEEN.issuperset(line) and not _BARS.isdisjoint(line):
            yield index, Verdict("layout.sign", "boilerplate.navigation", 0.85, "Nothing but signs between links.")


def _bare(around: Surroundings) -> Iterator[tuple[int, str]]:
    """Yield the short lines without a letter that no rule knows, trimmed."""
    for index, full in enumerate(around.lines):
        line = full.strip() if full else ""
        if line and len(line) <= _LONGEST and index not in around.matches and not any(map(str.isalpha, line)):
            yield index, line


def _number(around: Surroundings, index: int, line: str) -> Verdict:
    """Return the verdict on a number alone on its line.

    Right above or below the text a small one may be the number of a chapter or of the first item.
    """
    count = line == "0" or len(line) > _LONGEST_CHAPTER
    sure = 0.85 if around.is_beyond_a_marker(index) or (count and around.zone(index) == "head") else 0.7
    return Verdict("layout.number", _WIDGET, sure, "A number alone on its line outside the text.")
