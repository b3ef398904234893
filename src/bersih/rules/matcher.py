"""Which rule of many a line matches: one look into a dictionary by whole line, one by its first characters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bersih.layout.shape import is_headline, is_label, is_names, is_one_clause, is_speech
from bersih.rules.form import DOTS, folded, marker_form, place_after
from bersih.rules.pack import COUNT, Need, Rule, rules_for

# Line starts are found by their first characters, which serves scripts without spaces too.
_KEY = 3
_KEYS = range(_KEY, 0, -1)
# Enough characters of a line to fold its first three: some may be invisible.
_PEEK = 12
_LEAD = " \t\r\n\u00a0\"'“”„‘’«»‹›()[{<【《|»→▸▶*•·●▪■◦"
_AFTER = ":|»"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Spaces, brackets and trimmings that a line may have beyond its matching form.
_SLACK = 24

Known = tuple[str, Rule, str]
"""The pack, the rule, and the phrase as the pack writes it."""


class Match(NamedTuple):
    """A rule that a line matches."""

    pack: str
    rule: Rule
    marker: str
    """The phrase of the rule, as the pack writes it."""
    rest: str
    """What follows the phrase and its colon on the line; empty where the whole line is the marker."""
    confidence: float
    """0 to 1: the rule's own, half where a need of it is only half met, and nothing where the line by
    itself does not meet it and its neighbours must decide (`bersih.rules.surroundings`)."""

    @property
    def name(self) -> str:
        """The rule as a report names it: ``id:related.baca-juga``."""
        return f"{self.pack}:{self.rule.id}"

    @property
    def reason(self) -> str:
        """Why, in words a user knows."""
        if not self.rest:
            return f"The line is nothing but “{self.marker}”."
        return f"The line begins with “{self.marker}”."


class Matcher:
    """Rules, ready to be looked up: 5,000 cost the same as 500.

    Where two rules match, a whole line goes before a line start, and a longer phrase before a shorter.
    """

    def __init__(self, rules: Iterable[tuple[str, Rule]]) -> None:
        """Index *rules*, given as (pack, rule); of equal phrases the first counts."""
        self._whole: dict[str, Known] = {}
        self._counted: dict[str, Known] = {}
        starts: dict[str, dict[int, dict[str, Known]]] = defaultdict(lambda: defaultdict(dict))
        for pack, rule in rules:
            for phrase in rule.any:
                form = marker_form(phrase.replace(COUNT, "0"))
                known = (pack, rule, phrase)
                if rule.where == "line-start":
                    starts[form[:_KEY]][len(form)].setdefault(form, known)
                elif COUNT in phrase:
                    self._counted.setdefault(form, known)
                else:
                    self._whole.setdefault(form, known)
        self._longest = max(map(len, [*self._whole, *self._counted]), default=0) + _SLACK
        # For each key the phrases by their length, the longest first.
        self._starts = {key: sorted(found.items(), reverse=True) for key, found in starts.items()}
        self._head = max((length for found in self._starts.values() for length, _ in found), default=0) + _SLACK

    def find(self, line: str) -> Match | None:
        """Return the rule that *line* matches, judged by itself, or None."""
        whole = self._find_whole(line) if len(line) <= self._longest else None
        if whole is not None and whole.confidence:
            return whole
        return self._find_start(line) or whole

    def _find_whole(self, line: str) -> Match | None:
        """Return the whole-line rule that *line* matches."""
        form = marker_form(line)
        known = self._look_up(form)
        if known is None and form[-1:] == DOTS:
            known = self._look_up(form[:-1])
        if known is None:
            return None
        pack, rule, marker = known
        confidence = _label_confidence(rule, line)
        return None if confidence is None else Match(pack, rule, marker, "", confidence)

    def _look_up(self, form: str) -> Known | None:
        return self._whole.get(form) or (self._counted.get(_NUMBER.sub("0", form)) if self._counted else None)

    def _find_start(self, line: str) -> Match | None:
        """Return the line-start rule that *line* matches."""
        line = line.lstrip(_LEAD)
        peek = folded(line[:_PEEK])
        head = ""
        for size in _KEYS:
            found = self._starts.get(peek[:size])
            if found is None:
                continue
            head = head or folded(line[: self._head])
            for length, forms in found:
                known = forms.get(head[:length])
                if known is not None and _ends_word(head, length):
                    match = _start(known, line, head, length)
                    if match is not None:
                        return match
        return None


def _start(known: Known, line: str, head: str, length: int) -> Match | None:
    """Return the match of a *line* whose folded *head* begins with a phrase of *length* characters."""
    pack, rule, marker = known
    after = head[length:].lstrip()
    colon = after[:1] != "" and after[0] in _AFTER
    rest = line[place_after(line, length) :].lstrip()
    rest = rest[1:].strip() if colon else rest.strip()
    share = _start_share(rule, line, rest, colon=colon)
    return Match(pack, rule, marker, rest, rule.confidence * share) if share else None


@lru_cache(maxsize=256)
def matcher_for(
    language: str | None, paths: tuple[str, ...], categories: tuple[str, ...], *, without: bool = False
) -> Matcher:
    """Return the matcher for documents of *language*, of the rules in *categories* (or, *without*, of all others).

    *paths* are packs of the user's own.
    """
    return Matcher(_chosen(rules_for(language, paths), categories, without=without))


def _chosen(
    rules: Iterable[tuple[str, Rule]], categories: tuple[str, ...], *, without: bool
) -> Iterator[tuple[str, Rule]]:
    for pack, rule in rules:
        if (rule.category in categories) is not without:
            yield pack, rule


def _label_confidence(rule: Rule, line: str) -> float | None:
    """Return how sure a whole-line match is, or None where the line cannot be what its rule means."""
    if is_speech(line):
        return None
    if rule.needs in ("colon", "no-colon"):
        colon = line.rstrip()[-1] in ":："
        return rule.confidence if colon is (rule.needs == "colon") else None
    if rule.needs == "label-shape":
        return rule.confidence * 0.9 if is_label(line) else 0.0
    return 0.0 if rule.needs == "company" else rule.confidence


def _start_share(rule: Rule, line: str, rest: str, *, colon: bool) -> float:
    """Return the share of its confidence that *rule* has in a line which begins with its phrase: 1, a half or 0."""
    if len(line.split(maxsplit=rule.max_words)) > rule.max_words:
        return 0.0
    # More than one sentence: text of the article may be glued to what the rule means.
    clauses = 1.0 if is_one_clause(rest) else 0.5
    headline = float(is_headline(rest.rstrip(" :")))
    names = float(is_names(rest))
    shares: dict[Need, float] = {
        "nothing": 1.0,
        "one-clause": clauses,
        "colon": clauses if colon else 0.0,
        "colon-or-headline": clauses if colon or not rest else headline,
        "colon-and-headline": headline if colon else 0.0,
        "names": names,
        "colon-and-names": names if colon else 0.0,
    }
    return shares[rule.needs]


def _ends_word(text: str, at: int) -> bool:
    """Return whether a word ends in *text* before *at*: the letters there and next to it do not belong together."""
    return at >= len(text) or not (text[at - 1].isalnum() and text[at].isalnum() and text[at] < "\u0e00")
