"""Short lines that hold a phrase of a rule anywhere: by their words, one look into a dictionary for each."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from bersih.layout.shape import UNSPACED
from bersih.rules.form import folded
from bersih.rules.pack import Rule

# Letters and figures of one kind: scripts with and without spaces stand next to each other.
_TOKEN = re.compile(r"[^\W_]+")
_MIXED_TOKEN = re.compile(rf"{UNSPACED.pattern}+|(?:(?!{UNSPACED.pattern})[^\W_])+")
# Scripts without spaces are looked up by two characters.
_PAIR = 2
# In scripts without spaces so many characters count as a word.
_CHARACTERS_A_WORD = 4
# Longer lines are running text.
_LONGEST = 300
# Characters of a long word, its space included: the longest line that a rule may take is measured in these.
_LONG_WORD = 14


class Known(NamedTuple):
    """A phrase of a rule."""

    pack: str
    rule: Rule
    phrase: str
    """As the pack writes it."""


class _Indexed(NamedTuple):
    form: str
    known: Known
    also: tuple[tuple[str, str], ...]
    """The form and the phrase of each of the rule's *with*."""


class ShortLines:
    """The rules with ``where = "short-line"``, ready to be looked up.

    A phrase is found by its longest word: the shorter ones stand in every other line.
    """

    def __init__(self, rules: Sequence[tuple[str, Rule]]) -> None:
        """Index *rules*, given as (pack, rule)."""
        self._by_key: dict[str, list[_Indexed]] = defaultdict(list)
        for pack, rule in rules:
            also = tuple((marker_words(phrase), phrase) for phrase in rule.also)
            for phrase in rule.any:
                form = marker_words(phrase)
                key = max(_keys(form), key=len, default=form)
                self._by_key[key].append(_Indexed(form, Known(pack, rule, phrase), also))
        self.longest = min(_LONGEST, max((rule.max_words for _, rule in rules), default=0) * _LONG_WORD)

    def may_hold(self, line: str) -> bool:
        """Return whether *line* is short enough for any rule; a cheap test."""
        return len(line) <= self.longest

    def find(self, line: str) -> Iterator[tuple[Known, str]]:
        """Yield (phrase, phrase of *with* or nothing) for each rule that *line* matches, one a rule."""
        if not self.may_hold(line):
            return
        form = marker_words(line)
        seen: set[int] = set()
        for key in dict.fromkeys(_keys(form)):
            for entry in self._by_key.get(key, ()):
                rule = entry.known.rule
                if id(rule) in seen or not holds(form, entry.form) or not has_at_most(form, rule.max_words):
                    continue
                also = next((phrase for other, phrase in entry.also if holds(form, other)), None)
                if also is not None or not entry.also:
                    seen.add(id(rule))
                    yield entry.known, also or ""


def has_at_most(line: str, words: int) -> bool:
    """Return whether *line* has at most so many *words*; in scripts without spaces four characters are one."""
    if len(line) <= words:
        return True
    unspaced = sum(1 for _ in UNSPACED.finditer(line)) // _CHARACTERS_A_WORD
    return len(line.split(maxsplit=words)) + unspaced <= words


def ends_word(text: str, at: int) -> bool:
    """Return whether a word ends in *text* before *at*: the letters there and next to it do not belong together."""
    if at >= len(text) or at == 0:
        return True
    after = text[at]
    if not after.isascii() and unicodedata.category(after)[0] == "M":
        return False
    return not (text[at - 1].isalnum() and after.isalnum() and not UNSPACED.match(after))


def marker_words(text: str) -> str:
    """Return the form in which a phrase is looked for inside a line."""
    return folded(text).strip()


@cache
def phrase_words(phrase: str) -> str:
    """Return the form in which *phrase*, of a rule, is looked for inside a line; kept, since rules are few."""
    return marker_words(phrase)


def _keys(form: str) -> list[str]:
    """Return the words of *form*, and each pair of characters of scripts without spaces."""
    if form.isascii() or not UNSPACED.search(form):
        return _TOKEN.findall(form)
    words: list[str] = _MIXED_TOKEN.findall(form)
    keys: list[str] = []
    for word in words:
        if UNSPACED.match(word):
            keys += [word[at : at + _PAIR] for at in range(max(1, len(word) - 1))]
        else:
            keys.append(word)
    return keys


def holds(form: str, phrase: str) -> bool:
    """Return whether *form* holds *phrase* as whole words."""
    at = form.find(phrase)
    while at >= 0:
        if (at == 0 or ends_word(form, at) or UNSPACED.match(phrase)) and ends_word(form, at + len(phrase)):
            return True
        at = form.find(phrase, at + 1)
    return False
