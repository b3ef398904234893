"""Phrases inside running text: one pass over a whole text for many of them, at the text's own offsets."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple, Protocol

from bersih.layout.shape import UNSPACED
from bersih.rules.pack import Rule, Where
from bersih.rules.shelf import rules_for

# Combining marks of Latin, Greek and Cyrillic, as in `bersih.rules.form`.
_ACCENT = re.compile("[\u0300-\u036f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A deterministic automaton is twice as fast, and takes some 30 MB for so many characters of phrases.
_SMALL = 40_000
# Two words tell a phrase from nearly all text.
_KEY_WORDS = 2
_WITH_COLON = ("headline", "colon-and-names")
_COLONS = (":", "：")


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


class _Phrase(NamedTuple):
    folded: str
    exact: bool
    pack: str
    rule: Rule
    phrase: str


class Triggers:
    """Phrases, ready to be looked for in whole texts: the cost hardly depends on how many there are.

    A phrase is found in any case, with its accents and without, with spaces or no-break spaces; one of a
    *closed* rule only as it is written. What the pass over the text looks for is the first two words, in
    small letters, in capitals, and each with and without a capital, and with a colon where the rule needs one.
    """

    def __init__(self, rules: Iterable[tuple[str, Rule]], names: Iterable[str] = ()) -> None:
        """Take *rules*, given as (pack, rule), and *names* that are looked for exactly as written."""
        keys: dict[str, list[_Phrase]] = {name: [] for name in names}
        for pack, rule in rules:
            for phrase in rule.any:
                exact = rule.needs == "closed"
                known = _Phrase(phrase if exact else _folded(phrase), exact, pack, rule, phrase)
                for key in _keys(known):
                    keys.setdefault(key, []).append(known)
        self._names = frozenset(names)
        self._keys = list(keys)
        # A key may begin with another: what is known of that one counts at its place too.
        self._known = [
            sorted(
                (known for end in range(1, len(key) + 1) for known in keys.get(key[:end], ())),
                key=lambda known: -len(known.phrase),
            )
            for key in self._keys
        ]
        self._automaton = _build(self._keys) if keys else None

    def find(self, text: str) -> tuple[list[Trigger], list[int]]:
        """Return the triggers of *text* in order, one for each rule that has the phrase, and where names stand."""
        triggers: list[Trigger] = []
        names: list[int] = []
        for number, start, end in self._look(text):
            if self._keys[number] in self._names:
                names.append(start)
            elif self._known[number] and not _is_inside_word(text, start):
                head = _folded(text[start:end])
                triggers += (
                    Trigger(start, stop, known.pack, known.rule, known.phrase)
                    for known in self._known[number]
                    if (stop := _end_of(known, text, start, head)) and not _goes_on(text, stop)
                )
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
    """Yield the spellings in which the first words of a phrase are looked for."""
    for form in dict.fromkeys((phrase, _without_accents(phrase))):
        words = [dict.fromkeys((word, word[:1].upper() + word[1:], word.title())) for word in form.lower().split(" ")]
        cases = [" ".join(chosen) for chosen in product(*words)]
        for case in dict.fromkeys((form, form.upper(), *cases)):
            yield case
            if " " in case:
                yield case.replace(" ", "\u00a0")


def _keys(known: _Phrase) -> Iterator[str]:
    """Yield what the pass over a text looks for to find a phrase."""
    if known.exact:
        yield known.phrase
        return
    words = known.phrase.split(" ")
    heads = [" ".join(words[:_KEY_WORDS])]
    if len(words) <= _KEY_WORDS and known.rule.needs in _WITH_COLON and known.phrase[-1] not in _COLONS:
        heads = [heads[0] + colon for colon in (":", " :", "：")]
    for head in heads:
        yield from variants(head)


def _end_of(known: _Phrase, text: str, start: int, head: str) -> int:
    """Return where the phrase ends that begins at *start*, or 0 where another one stands there."""
    end = start + len(known.phrase)
    if known.exact:
        return end if text.startswith(known.phrase, start) else 0
    if not known.folded.startswith(head[: len(known.folded)]):
        return 0
    return end if _folded(text[start:end]) == known.folded else 0


def _folded(text: str) -> str:
    return _without_accents(text.replace("\u00a0", " ")).lower()


def _without_accents(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


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


def _is_inside_word(text: str, start: int) -> bool:
    """Return whether what begins at *start* is part of a word, and not glued to one with a capital."""
    if not start or not text[start].isalnum() or not text[start - 1].isalnum() or UNSPACED.match(text, start):
        return False
    return not text[start].isupper() or text[start - 1].isupper()


def _goes_on(text: str, end: int) -> bool:
    """Return whether the word that ends the phrase at *end* goes on: not where one with a capital is glued to it."""
    if end >= len(text) or not text[end - 1].isalnum() or not text[end].isalnum() or UNSPACED.match(text, end):
        return False
    if not text[end].isupper():
        return True
    return text[end - 1].isupper() and not text[end + 1 : end + 2].islower()
