"""Phrases that a line begins with: by their first characters, whatever their number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bersih.rules.form import folded, marker_form
from bersih.rules.pack import COUNT
from bersih.rules.short_lines import Known

# Line starts are found by their first characters, which serves scripts without spaces too.
_KEY = 6
_KEYS = range(_KEY, 0, -1)
# Spaces, brackets and trimmings that a line may have beyond its matching form.
_SLACK = 24
_LEAD = " \t\r\n\u00a0\"'“”„‘’«»‹›()[{<【《（［「『|»→▸▶*•·●▪■◦"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

_Index = dict[str, list[tuple[int, dict[str, list[Known]]]]]


class Start(NamedTuple):
    """A phrase with whose characters a line begins, perhaps in the middle of a word."""

    known: Known
    line: str
    """The line, without what stands before its first word; with ``0`` for each number if the phrase has one."""
    head: str
    """Its first characters, folded."""
    length: int
    """So many characters of *head* are the phrase."""


class LineStarts:
    """The phrases of rules with ``where = "line-start"``, ready to be looked up."""

    def __init__(self, known: Iterable[Known]) -> None:
        """Index *known*; phrases with a number are kept apart, and compared with lines whose numbers are ``0``."""
        known = list(known)
        self._plain = _index(each for each in known if COUNT not in each.phrase)
        self._counted = _index(each for each in known if COUNT in each.phrase)
        lengths = (length for index in (self._plain, self._counted) for found in index.values() for length, _ in found)
        self._head = max(lengths, default=0) + _SLACK

    def forms(self) -> Iterator[str]:
        """Yield the matching form of every phrase."""
        for index in (self._plain, self._counted):
            yield from (form for found in index.values() for _, forms in found for form in forms)

    def find(self, line: str) -> Iterator[Start]:
        """Yield each phrase that *line* begins with, longer ones before shorter ones."""
        line = line.lstrip(_LEAD)
        yield from self._find(self._plain, line)
        if self._counted and _NUMBER.search(line, 0, self._head):
            yield from self._find(self._counted, _NUMBER.sub("0", line))

    def _find(self, index: _Index, line: str) -> Iterator[Start]:
        head = folded(line[: self._head])
        for size in _KEYS:
            found = index.get(head[:size])
            if found is None:
                continue
            for length, forms in found:
                for known in forms.get(head[:length], ()):
                    yield Start(known, line, head, length)


def _index(known: Iterable[Known]) -> _Index:
    """Return for each key the phrases by their length, the longest first."""
    index: dict[str, dict[int, dict[str, list[Known]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for each in known:
        form = marker_form(each.phrase.replace(COUNT, "0"))
        index[form[:_KEY]][len(form)][form].append(each)
    return {key: sorted(found.items(), reverse=True) for key, found in index.items()}
