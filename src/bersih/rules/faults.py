"""What is wrong with the rules of a pack: hits they do not match, misses they do, phrases that stand twice."""

from collections.abc import Iterator

from bersih.rules.form import marker_form
from bersih.rules.matcher import Match, Matcher
from bersih.rules.pack import COUNT, Pack, Rule
from bersih.rules.reach import reach
from bersih.rules.triggers import Triggers

# What stands inside a line is not looked up by line.
_INSIDE = ("line-end", "inline")


def faults(pack: Pack) -> Iterator[str]:
    """Yield a sentence for each fault in the rules of *pack*; a sound pack has none.

    A line that a rule matches with half its confidence or less, since text of the article may be glued
    to it, counts as a miss. Neighbours are taken to agree: what a rule needs of them is not judged here.
    """
    whole = Matcher((pack.language, rule) for rule in pack.rule)
    places: dict[tuple[str, ...], str] = {}
    for rule in pack.rule:
        if len(rule.misses) < len(rule.hits):
            yield f"rule {rule.id!r} has {len(rule.hits)} hits and only {len(rule.misses)} misses."
        for phrase in rule.any:
            if rule.also:
                continue
            place = (
                rule.where,
                rule.needs,
                rule.zone,
                marker_form(phrase.replace(COUNT, "0")) if rule.where not in _INSIDE else phrase,
            )
            if place in places:
                yield f"rule {rule.id!r}: the phrase {phrase!r} stands in rule {places[place]!r} already."
            places.setdefault(place, rule.id)
        if rule.where in _INSIDE:
            yield from _inside_faults(pack, rule)
            continue
        alone = Matcher([(pack.language, rule)])
        for hit in rule.hits:
            if not _counts(alone.find(hit)):
                yield f"rule {rule.id!r}: the hit {hit!r} is not matched."
        for miss in rule.misses:
            if _counts(alone.find(miss)):
                yield f"rule {rule.id!r}: the miss {miss!r} is matched."
            other = whole.find(miss)
            if other is not None and other.rule.category == rule.category and _counts(other):
                yield f"rule {rule.id!r}: the miss {miss!r} is matched by rule {other.rule.id!r}, of the same category."


def _inside_faults(pack: Pack, rule: Rule) -> Iterator[str]:
    """Yield a sentence for each hit that a *rule* for places inside a line leaves, and each miss that it takes."""
    triggers = Triggers([(pack.language, rule)])

    def takes(text: str) -> bool:
        spans = (reach(text, trigger, pack.language) for trigger in triggers.find(text)[0])
        return any(span is not None and span.confidence > rule.confidence / 2 for span in spans)

    for hit in rule.hits:
        if not takes(hit):
            yield f"rule {rule.id!r}: the hit {hit!r} is not matched."
    for miss in rule.misses:
        if takes(miss):
            yield f"rule {rule.id!r}: the miss {miss!r} is matched."


def _counts(match: Match | None) -> bool:
    """Return whether *match* is more than a doubt."""
    if match is None:
        return False
    return match.confidence > match.rule.confidence / 2 or (match.rule.needs == "company")


def lines_with(rule: Rule, phrase: str) -> tuple[str, ...]:
    """Return lines that *rule* must match if *phrase* is one of its phrases, of the shapes that its needs allow."""
    phrase = phrase.replace(COUNT, "12")
    headline = "Harga Beras Naik Lagi Pekan Ini"
    if rule.where == "short-line":
        return tuple(f"{phrase} {also}" for also in rule.also) or (phrase,)
    if rule.where == "whole-line":
        shapes = {
            "colon": (f"{phrase}:",),
            "label-shape": (phrase.upper(), f"[{phrase}]"),
        }
        return shapes.get(rule.needs, (phrase, f"  {phrase.upper()}"))
    if rule.also:
        phrase = f"{phrase} {rule.also[0]}"
    shapes = {
        "nothing": (phrase,),
        "one-clause": (phrase,),
        "ends-in-colon": (f"{phrase}:",),
        "colon-and-value": (f"{phrase}: Kantor Berita",),
        "names": (f"{phrase} Sari Dewi",),
        "colon-and-names": (f"{phrase}: Sari Dewi",),
    }
    return shapes.get(rule.needs, (f"{phrase}: {headline}",))
