"""How far boilerplate in running text reaches that a trigger has given away: the phrase, its brackets, its headline."""

import re
from typing import NamedTuple

from bersih.layout.headline_end import headline_end
from bersih.layout.shape import MOST_HEADLINES, UNSPACED, is_headline, is_headlines, is_names
from bersih.rules.triggers import Trigger

_COLON = re.compile(r"[ \u00a0]{0,2}[:：|»][ \u00a0]*")
_SPACES = " \t\u00a0\u202f\u3000"
_LEAD = _SPACES + "\"'“”„‘’«»*•·●▪■◦→▸▶>–—-"
_ENDS = '.!?…。！？।۔؟"”’»)]】）'
_GOES_ON = '.,;:!?…"”’»)%'
_QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»", "„": "“", "「": "」", "『": "』"}
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "「": "」", "{": "}", "<": ">"}
_ACCOUNT = re.compile(r"[ \u00a0]{0,2}[^\n()@]{1,60}?[ \u00a0]?\(@[\w.]{1,40}\)")
_AFTER_QUOTE = re.compile(r"[ \u00a0]?(?:[a-z]+[ \u00a0]){0,3}[a-z]*[ \u00a0]?:|\s*(?=\n|$)|[ \u00a0]*(?=[A-ZÀ-Þ\"“])")
# Prompts call out: a mark of exclamation does not end them.
_SENTENCE_INSIDE = re.compile(r"[.…?][\"'”’»)]*\s+[\"'“‘«(]*[A-ZÀ-ÞΑ-ΩА-Я]|[。？].")
_TRAIL = _SPACES + ".:…!»›>→▸▶*|"

# The longest bracketed or quoted headline; the longest of 1,061 Indonesian headlines had under 160 characters.
_LONGEST_BRACKETS = 250
_LONGEST_QUOTED = 220
# From this margin on the end was right for 93 % of Indonesian headlines and 87 % of English ones, and beyond it
# for 5 and 2 % (made-up gluing, benchmarks/train_headline_end.py); at 2 hardly better.
_SURE_MARGIN = 1.5
# Of its confidence, what a span keeps whose end is in doubt, or that is found in the middle of a sentence.
_DOUBT = 0.7
_MIDDLE = 0.9


_HEADLINES = "A label, and headlines glued to one another to the end of the line."


class Reach(NamedTuple):
    """A span of running text that is boilerplate."""

    start: int
    end: int
    """Code points, half-open."""
    confidence: float
    reason: str


def reach(text: str, trigger: Trigger, language: str | None, next_trigger: int | None = None) -> Reach | None:
    """Return the span that *trigger* gives away in *text*, or None where it is part of a sentence or fills its line.

    Never goes beyond the line, nor beyond *next_trigger*, where the next one starts.
    """
    if trigger.rule.where == "line-end":
        return _at_line_end(text, trigger, next_trigger)
    if trigger.rule.needs == "headline":
        return _headline(text, trigger, language, next_trigger)
    return _REACHES[trigger.rule.needs](text, trigger)


def place_before(text: str, start: int) -> str:
    """Return what is before *start*: "line" (nothing), "sentence" (the end of one), "glued", "quote" or "middle"."""
    at = start - 1
    while at >= 0 and text[at] in _SPACES:
        at -= 1
    if at < 0 or text[at] == "\n":
        return "line"
    before = text[at]
    if before in _QUOTES and (at == 0 or text[at - 1] in _SPACES or text[at - 1] == "\n"):
        return "line" if _begins_line(text, at) else "quote"
    if before in _ENDS:
        return "sentence"
    if at == start - 1 and (before.isalnum() or UNSPACED.match(before)):
        return "glued"
    return "middle"


def _closed(text: str, trigger: Trigger) -> Reach | None:
    """Return the phrase alone. One not in capitals or brackets must stand between two sentences."""
    start, end = trigger.start, trigger.end
    phrase = text[start:end]
    before = place_before(text, start)
    if before == "quote":
        return None
    loud = " " in phrase and phrase.isupper()
    if not loud and phrase[0] not in _BRACKETS:
        following = text[end : end + 40].lstrip(_SPACES)
        opens = not following or not (following[0].islower() or following[0] in _GOES_ON)
        if before == "middle" or not opens or _is_capitals(following):
            return None
    return _unless_line(text, _found(trigger, start, end, 1.0, f"“{trigger.phrase}” in running text."))


def _headline(text: str, trigger: Trigger, language: str | None, next_trigger: int | None) -> Reach | None:
    """Return the phrase, its colon and the headline after it."""
    colon = _COLON.match(text, trigger.end)
    if colon is None and not trigger.phrase.endswith((":", "：")):
        return None
    in_brackets = _in_brackets(text, trigger)
    if in_brackets:
        inner = text[colon.end() if colon else trigger.end : in_brackets[1] - 1]
        share = 1.0 if is_headline(inner) and not text[trigger.start].islower() else _DOUBT
        return _found(trigger, *in_brackets, share, f"A headline in brackets after “{trigger.phrase}”.")
    before = place_before(text, trigger.start)
    if before == "quote" or (text[trigger.start].islower() and before != "sentence"):
        return None
    start = colon.end() if colon else trigger.end
    rest = text[start : _line_end(text, start, MOST_HEADLINES)]
    if is_headlines(rest):
        return _unless_line(text, _found(trigger, trigger.start, start + len(rest.rstrip()), 1.0, _HEADLINES))
    found = headline_end(text, start, language or trigger.pack, before=next_trigger)
    if found is None or found.end <= start:
        return None
    headline = text[start : found.end]
    share = 1.0 if found.margin >= _SURE_MARGIN else _DOUBT
    if before == "middle":
        share *= _MIDDLE if is_headline(headline.rstrip(" ?!")) else _DOUBT
    span = _found(trigger, trigger.start, found.end, share, f"“{trigger.phrase}” and the headline after it.")
    return _unless_line(text, span)


def _quoted(text: str, trigger: Trigger) -> Reach | None:
    """Return the phrase and the quoted headline after it, with a colon or a few words up to one after that."""
    at = trigger.end
    while at < len(text) and text[at] in _SPACES + ":,":
        at += 1
    quote = _QUOTES.get(text[at : at + 1])
    before = place_before(text, trigger.start)
    if quote is None or before in ("middle", "quote") or (text[trigger.start].islower() and before != "sentence"):
        return None
    limit = _line_end(text, at, _LONGEST_QUOTED)
    close = at
    while (close := text.find(quote, close + 1, limit)) >= 0:
        after = _AFTER_QUOTE.match(text, close + 1)
        if after and close - at > 8:
            end = after.end() if text[after.start() : after.end()].strip() else close + 1
            reason = f"“{trigger.phrase}” and the quoted headline after it."
            return _unless_line(text, _found(trigger, trigger.start, end, 1.0, reason))
    return None


def _brackets(text: str, trigger: Trigger) -> Reach | None:
    """Return the brackets that the phrase opens, with all that is in them."""
    found = _in_brackets(text, trigger)
    if found is None:
        return None
    return _unless_line(text, _found(trigger, *found, 1.0, f"Brackets that begin with “{trigger.phrase}”."))


def _account(text: str, trigger: Trigger) -> Reach | None:
    """Return the phrase and the name of an account after it, with its handle in brackets."""
    account = _ACCOUNT.match(text, trigger.end)
    if account is None:
        return None
    reason = f"“{trigger.phrase}” and the account after it."
    return _unless_line(text, _found(trigger, trigger.start, account.end(), 1.0, reason))


def _line_end(text: str, start: int, most: int) -> int:
    """Return where the line ends in which *start* stands, or ``start + most`` if that is before."""
    end = text.find("\n", start, start + most)
    return end if end >= 0 else min(len(text), start + most)


def _at_line_end(text: str, trigger: Trigger, next_trigger: int | None) -> Reach | None:
    """Return the phrase that ends its line after a sentence, or the last sentence of a line that begins with it.

    What another trigger gives away may follow on the line.
    """
    rule = trigger.rule
    before = place_before(text, trigger.start)
    if before in ("line", "quote") or (text[trigger.start].islower() and before == "middle"):
        return None
    end = text.find("\n", trigger.end, trigger.end + _LONGEST_BRACKETS)
    if end < 0:
        if len(text) > trigger.end + _LONGEST_BRACKETS:
            return None
        end = len(text)
    if next_trigger is not None and trigger.end <= next_trigger < end:
        end = next_trigger
    rest = text[trigger.end : end]
    share = 1.0
    if rule.needs == "nothing":
        if before == "middle" or rest.strip(_TRAIL):
            return None
    elif rule.needs == "colon-and-names":
        colon = _COLON.match(text, trigger.end)
        if colon is None or not is_names(text[colon.end() : end]):
            return None
        share = 1.0 if before != "middle" else _MIDDLE
    else:
        whole = text[trigger.start : end]
        if before == "middle" or len(whole.split()) > rule.max_words or _SENTENCE_INSIDE.search(whole):
            return None
    return _found(
        trigger, trigger.start, end - len(rest) + len(rest.rstrip()), share, f"The line ends with “{trigger.phrase}”."
    )


def _in_brackets(text: str, trigger: Trigger) -> tuple[int, int] | None:
    """Return the brackets that open right before the phrase and close on its line, or None."""
    start = trigger.start - 1
    while start >= 0 and text[start] in _SPACES:
        start -= 1
    if start < 0 or text[start] not in _BRACKETS:
        return None
    open_, close = text[start], _BRACKETS[text[start]]
    depth = 0
    limit = _line_end(text, start, _LONGEST_BRACKETS)
    for at in range(start, limit):
        depth += (text[at] == open_) - (text[at] == close)
        if not depth:
            return start, at + 1
    return None


def _found(trigger: Trigger, start: int, end: int, share: float, reason: str) -> Reach:
    return Reach(start, end, round(trigger.rule.confidence * share, 3), reason)


def _begins_line(text: str, at: int) -> bool:
    """Return whether nothing but bullets, quotes and spaces stands before *at* on its line."""
    at -= 1
    while at >= 0 and text[at] in _LEAD:
        at -= 1
    return at < 0 or text[at] == "\n"


def _unless_line(text: str, found: Reach) -> Reach | None:
    """Return *found*, or None where nothing else stands on its line: whole lines are judged elsewhere."""
    if not _begins_line(text, found.start):
        return found
    end = found.end
    while end < len(text) and text[end] in _TRAIL + "\"'”’)]":
        end += 1
    return None if end == len(text) or text[end] == "\n" else found


def _is_capitals(following: str) -> bool:
    """Return whether the next word is in capitals."""
    word = following.split(None, 1)[0].strip(".,:;!?") if following.split() else ""
    return len(word) > 1 and word.isupper()


_REACHES = {
    "closed": _closed,
    "quoted": _quoted,
    "brackets": _brackets,
    "names": _account,
}
