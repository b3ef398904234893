"""Which rule of many a line matches: one look into a dictionary by whole line, one by its first characters."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bersih.layout.shape import is_headline, is_headlines, is_label, is_names, is_one_clause, is_speech
from bersih.rules.form import DOTS, marker_form, place_after
from bersih.rules.heads import Heads
from bersih.rules.line_starts import LineStarts, Start
from bersih.rules.menu import MENU, known_parts, may_be_menu
from bersih.rules.pack import COUNT, Need, Rule
from bersih.rules.shelf import rules_for
from bersih.rules.short_lines import Known, ShortLines, ends_word, has_at_most, holds, marker_words, phrase_words

_AFTER = ":|»"
_OPENING = "[(“\"'‘"
_COLONS = (":", "：")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Spaces, brackets and trimmings that a line may have beyond its matching form.
_SLACK = 24
# Lines whose answer is kept: so long at most, and so many before the memory is begun anew.
_LONGEST_REMEMBERED, _MOST_REMEMBERED = 400, 2048
# A match so sure needs no rival.
_SURE = 0.8


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
    itself does not meet it and its neighbours must decide (`bersih.rules.company`)."""
    reason: str = ""
    """Why, in words a user knows."""

    @property
    def name(self) -> str:
        """The rule as a report names it: ``id:related.baca-juga``."""
        return f"{self.pack}:{self.rule.id}"


class Matcher:
    """Rules, ready to be looked up: 5,000 cost the same as 500.

    Of several rules that match, the surest counts; of equally sure ones a whole line goes before a line
    start, that before a short line, and a longer phrase before a shorter. Rules for places inside a line
    are not looked up here (`bersih.rules.triggers`).
    """

    def __init__(self, rules: Iterable[tuple[str, Rule]]) -> None:
        """Index *rules*, given as (pack, rule); of equal phrases the first counts."""
        rules = list(rules)
        self._whole: dict[str, Known] = {}
        self._counted: dict[str, Known] = {}
        for pack, rule in rules:
            if rule.where == "whole-line":
                for phrase in rule.any:
                    form = marker_form(phrase.replace(COUNT, "0"))
                    (self._counted if COUNT in phrase else self._whole).setdefault(form, Known(pack, rule, phrase))
        self._longest = max(map(len, [*self._whole, *self._counted]), default=0) + _SLACK
        self._starts = LineStarts(
            Known(pack, rule, phrase) for pack, rule in rules if rule.where == "line-start" for phrase in rule.any
        )
        self._short = ShortLines([(pack, rule) for pack, rule in rules if rule.where == "short-line"])
        self._heads = Heads(whole=(*self._whole, *self._counted), starts=self._starts.forms())
        self._memory: dict[str, Match | None] = {}

    def find(self, line: str, *, short: bool = True) -> Match | None:
        """Return the rule that *line* matches best, judged by itself, or None.

        Where it is known that the line holds no phrase of a short-line rule, *short* false saves the look.
        """
        whole, start = self._heads.of(line)
        whole = whole and len(line) <= self._longest
        menu = may_be_menu(line)
        if not (whole or start or short or menu):
            return None
        try:
            return self._memory[line]
        except KeyError:
            best: Match | None = None
            for match in self._candidates(line, whole=whole, start=start, short=short, menu=menu):
                if best is None or match.confidence > best.confidence:
                    best = match
            self._remember(line, best)
            return best

    def _remember(self, line: str, match: Match | None) -> None:
        """Keep the answer for *line*: a chain asks again after its edits, and pages of a site have lines in common."""
        if len(line) <= _LONGEST_REMEMBERED:
            if len(self._memory) >= _MOST_REMEMBERED:
                self._memory.clear()
            self._memory[line] = match

    def _candidates(self, line: str, *, whole: bool, start: bool, short: bool, menu: bool) -> Iterator[Match]:
        """Yield the best match of each kind that there may be; after a sure one no more are looked for."""
        found = self._find_whole(line) if whole else None
        if found is not None:
            yield found
            if found.confidence >= _SURE:
                return
        found = self._find_start(line) if start else None
        if found is not None:
            yield found
            if found.confidence >= _SURE:
                return
        if short and self._short.may_hold(line):
            yield from self._find_short(line)
        parts = known_parts(line, self._rule_of) if menu and not is_speech(line) else 0
        if parts:
            yield Match("xx", MENU, line.strip(), "", MENU.confidence, f"A menu: {parts} of its parts are known.")

    def _rule_of(self, part: str) -> Rule | None:
        """Return the rule of which *part* is a whole phrase."""
        known = self._look_up(marker_form(part))
        return known.rule if known else None

    def _find_whole(self, line: str) -> Match | None:
        """Return the whole-line rule that *line* matches."""
        form = marker_form(line)
        known = self._look_up(form)
        if known is None and form[-1:] == DOTS:
            known = self._look_up(form[:-1])
        if known is None:
            return None
        confidence = _label_confidence(known.rule, line)
        reason = f"The line is nothing but “{known.phrase}”."
        return None if confidence is None else Match(*_names(known), "", confidence, reason)

    def _look_up(self, form: str) -> Known | None:
        return self._whole.get(form) or (self._counted.get(_NUMBER.sub("0", form)) if self._counted else None)

    def _find_start(self, line: str) -> Match | None:
        """Return the line-start rule that *line* matches."""
        for start in self._starts.find(line):
            if ends_word(start.head, start.length) or _is_glued(start):
                match = _start(start)
                if match is not None and (match.rest or not is_speech(line)):
                    return match
        return None

    def _find_short(self, line: str) -> Iterator[Match]:
        """Yield a match for each short-line rule that *line* matches."""
        for known, also in self._short.find(line):
            rule = known.rule
            if is_speech(line) or (rule.needs == "no-colon" and line.rstrip().endswith(_COLONS)):
                continue
            confidence = 0.0 if rule.needs == "company" else rule.confidence
            if rule.needs == "one-clause" and not is_one_clause(line):
                confidence /= 2
            both = f"“{known.phrase}” and “{also}”" if also else f"“{known.phrase}”"
            yield Match(*_names(known), line.strip(), confidence, f"A short line with {both}.")


def _names(known: Known) -> tuple[str, Rule, str]:
    return known.pack, known.rule, known.phrase


def _is_glued(start: Start) -> bool:
    """Return whether a headline is glued to the phrase that a line begins with, as where a tag was lost.

    "Baca jugaHarga Beras Naik", "Berita Lainnya5 Cara …", "Baca juga[Foto] …": a small letter, then a capital, a
    figure, or a bracket and a capital. Only where a headline may follow, and the phrase has two words.
    """
    known, line, _, length = start
    if known.rule.needs not in ("colon-or-headline", "colon-and-headline") or " " not in known.phrase:
        return False
    at = place_after(line, length)
    if at >= len(line) or not line[at - 1].islower():
        return False
    first = line[at + 1 : at + 2] if line[at] in _OPENING else line[at]
    return first.isupper() or first.isdigit()


def _start(start: Start) -> Match | None:
    """Return the match of a line that begins with a phrase, or None where it lacks what the rule needs."""
    known, line, head, length = start
    after = head[length:].lstrip()
    # Korean writes "사진=박준호"; with spaces it is an assignment.
    equals = head[length : length + 1] == "=" and head[length + 1 : length + 2] not in ("", " ", "=")
    colon = equals or (after[:1] != "" and after[0] in _AFTER)
    glued = not colon and not ends_word(head, length)
    rest = line[place_after(line, length) :].lstrip()
    rest = rest[1:].strip() if colon else rest.strip()
    if known.rule.also:
        words = marker_words(rest)
        if not any(holds(words, phrase_words(phrase)) for phrase in known.rule.also):
            return None
    share = _start_share(known.rule, line, rest, colon=colon or glued)
    reason = f"The line begins with “{known.phrase}”." if rest else f"The line is nothing but “{known.phrase}”."
    return Match(*_names(known), rest, known.rule.confidence * share, reason) if share else None


@lru_cache(maxsize=256)
def matcher_for(language: str | None, paths: tuple[str, ...]) -> Matcher:
    """Return the matcher for documents of *language*; *paths* are packs of the user's own."""
    return Matcher(rules_for(language, paths))


def _label_confidence(rule: Rule, line: str) -> float | None:
    """Return how sure a whole-line match is, or None where the line cannot be what its rule means."""
    if is_speech(line):
        return None
    if rule.needs in ("colon", "no-colon"):
        colon = line.rstrip().endswith(_COLONS)
        return rule.confidence if colon is (rule.needs == "colon") else None
    if rule.needs == "label-shape":
        return rule.confidence * 0.9 if is_label(line) else 0.0
    return 0.0 if rule.needs == "company" else rule.confidence


def _start_share(rule: Rule, line: str, rest: str, *, colon: bool) -> float:
    """Return the share of its confidence that *rule* has in a line which begins with its phrase: 1, a half or 0."""
    headlines = is_headlines(rest.rstrip(" :"))
    if not has_at_most(line, rule.max_words) and not (headlines and rule.needs == "colon-or-headline"):
        return 0.0
    # More than one sentence: text of the article may be glued to what the rule means.
    clauses = 1.0 if is_one_clause(rest) else 0.5
    headline = float(headlines or is_headline(rest.rstrip(" :")))
    names = float(is_names(rest))
    shares: dict[Need, float] = {
        "nothing": 1.0,
        "one-clause": clauses,
        "colon": clauses if colon else 0.0,
        "ends-in-colon": clauses if line.rstrip().endswith(_COLONS) else 0.0,
        "colon-and-value": clauses if colon and rest else 0.0,
        "colon-or-headline": clauses if colon or not rest else headline,
        "colon-and-headline": headline if colon else 0.0,
        "names": names,
        "colon-and-names": names if colon else 0.0,
    }
    return shares[rule.needs]
