"""Phrases inside running text: one pass over a whole text for many of them, at the text's own offsets."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from bersih.rules.pack import Rule, Where
from bersih.rules.shelf import rules_for

# Combining marks of Latin, Greek and Cyrillic, as in `bersih.rules.form`.
_ACCENT = re.compile("[\u0300-\u036f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A deterministic automaton is twice as fast, and takes some 30 MB for so many characters of phrases.
_SMALL = 40_000


class Trigger(NamedTuple):
    """A phrase of a rule, found in a text."""

    start: int
    end: int
    """Code points, half-open, in the text that was given."""
    pack: str
    rule: Rule
    phrase: str
    """As the pack writes it."""

    @property
    def name(self) -> str:
        """The rule as a report names it: ``id:inline.baca-juga``."""
        return f"{self.pack}:{self.rule.id}"


class _Automaton(Protocol):
    def find_matches_as_indexes(self, haystack: str, /) -> list[tuple[int, int, int]]: ...


class Triggers:
    """Phrases, ready to be looked for in whole texts: the cost hardly depends on how many there are.

    A phrase is found as it is written, in small letters, in capitals, and with capitals at the beginning
    of each or of the first word; with its accents and without; with spaces or no-break spaces. A phrase of
    a *closed* rule is found only as it is written. Text in any other mix of cases is not found. Of phrases
    that overlap the leftmost counts, of those the longest.
    """

    def __init__(self, rules: Iterable[tuple[str, Rule]], names: Iterable[str] = ()) -> None:
        """Take *rules*, given as (pack, rule), and *names* that are looked for exactly as written."""
        known: dict[str, list[tuple[str, Rule, str]]] = {name: [] for name in names}
        for pack, rule in rules:
            for phrase in rule.any:
                for variant in [phrase] if rule.needs == "closed" else variants(phrase):
                    known.setdefault(variant, []).append((pack, rule, phrase))
        self._known = list(known.values())
        self._automaton = _build(list(known)) if known else None

    def find(self, text: str) -> tuple[list[Trigger], list[int]]:
        """Return the triggers of *text* in order, one for each rule that has the phrase, and where names stand."""
        triggers: list[Trigger] = []
        names: list[int] = []
        for number, start, end in self._look(text):
            known = self._known[number]
            if not known:
                names.append(start)
            elif _stands_free(text, start, end):
                triggers += [Trigger(start, end, *rule) for rule in known]
        return triggers, names

    def _look(self, text: str) -> list[tuple[int, int, int]]:
        if self._automaton is None:
            return []
        try:
            return self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            # Bytes that could not be decoded are surrogates, which the automaton cannot read.
            return self._automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text))


def variants(phrase: str) -> Iterator[str]:
    """Yield the spellings in which *phrase* is looked for."""
    plain = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", phrase)))
    for form in dict.fromkeys((phrase, plain)):
        small = form.lower()
        title = " ".join(word[:1].upper() + word[1:] for word in small.split(" "))
        for case in dict.fromkeys((form, small, form.upper(), title, small[:1].upper() + small[1:])):
            yield case
            if " " in case:
                yield case.replace(" ", "\u00a0")


@lru_cache(maxsize=64)
def triggers_for(
    language: str | None, paths: tuple[str, ...], wheres: tuple[Where, ...], names: tuple[str, ...] = ()
) -> Triggers:
    """Return the triggers for documents of *language*: phrases of rules whose place is one of *wheres*, and *names*.

    *paths* are packs of the user's own.
    """
    rules = ((pack, rule) for pack, rule in rules_for(language, paths) if rule.where in wheres)
    return Triggers(rules, names)


def _build(patterns: list[str]) -> _Automaton:
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    kind = Implementation.DFA if sum(map(len, patterns)) < _SMALL else Implementation.ContiguousNFA
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=kind, store_patterns=False)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Return whether the phrase at *start* is no part of a word, or is glued where a tag was lost.

    Glued in front: a small letter or figure, then the phrase with a capital. Glued behind: its last letter,
    then a capital, which in a phrase in capitals must begin a word.
    """
    if text[start].isalnum() and start and text[start - 1].isalnum():
        before = text[start - 1]
        if not text[start].isupper() or before.isupper():
            return False
    if end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        if not text[end].isupper():
            return False
        if text[end - 1].isupper():
            return text[end + 1 : end + 2].islower()
    return True
