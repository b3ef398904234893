"""What a text holds besides its words, and how words are written: what is odd there, whatever the language."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

# Marks that stand above, below or beside a letter belong to its word; `\w` does not hold them.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\N{ZERO WIDTH NON-JOINER}"
)
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = re.compile(rf"{_LETTER}+(?:['\N{{RIGHT SINGLE QUOTATION MARK}}]{_LETTER}+)*")
_PIECE = re.compile(rf"({_WORD.pattern})|[^\x00-\x7f]|[\x00-\x08\x0e-\x1f\x7f]")

# In nats, as everything here. Quotes and dashes are in most texts (70 % of pages have curly quotes).
_PUNCTUATION = dict.fromkeys("“”‘’«»„–—…", 4.5) | dict.fromkeys("、。，「」（）！？：・ー〜〈〉《》『』ﾞ؟،؛", 4.0)
_SIGNS = dict.fromkeys("\u00a0•·°§©®™€£¿¡ªº‚‹›№×½²³ˮ´¨\u00ad\u200e\u200f\u3000", 7.0)
_INSIDE_WORDS = frozenset("’‘'-–—…·\u00ad\u200c\u200d·・")

# Letters before and after a place that are looked at: so no input is slow.
_LONGEST = 60

_ODD_CASE = 6.0
_ODD_SIGN = 6.0


def words_of(text: str) -> list[str]:
    """Return the words of *text*: runs of letters with their marks, an apostrophe between two taken in."""
    return [piece[0] for piece in _PIECE.finditer(text) if piece[1]]


def word_at(text: str, place: int) -> str:
    """Return the word of *text* that the character at *place* is part of; empty where it is no letter."""
    start = place
    while start and text[start - 1].isalpha() and place - start < _LONGEST:
        start -= 1
    word = _WORD.match(text, start, place + _LONGEST) if text[place].isalpha() else None
    return word[0] if word else ""


def oddness_of_signs(text: str) -> float:
    """Return what the signs of *text* that are no letters cost: least for quotes, most for controls."""
    total = 0.0
    for piece in _PIECE.finditer(text):
        if piece[1]:
            continue
        sign = piece[0]
        total += _sign_cost(sign)
        start, end = piece.span()
        if "\u2500" <= sign <= "\u259f":
            touches = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
            total += _ODD_SIGN if touches else 0  # Boxes are drawn around words, not in them.
        if (
            sign not in _INSIDE_WORDS
            and sign.isprintable()
            and text[start - 1 : start].isalpha()
            and text[end : end + 1].isalpha()
        ):
            # Han and Kana touch their punctuation.
            total += 0 if unicodedata.east_asian_width(sign) in "WF" else _ODD_SIGN
    return total


@cache
def oddness_of_case(word: str) -> float:
    """Return what the capitals of *word* cost: nothing if there are none, most for a capital after a small letter."""
    if word.islower() or not any(map(str.isupper, word)):
        return 0.0
    if word.isupper():
        return 1.5 if len(word) == 1 else 4.0
    if word[0].isupper() and word[1:].islower():
        return 1.5
    bends = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return 3.0 + _ODD_CASE * bends + sum(map(str.isupper, word[1:]))


@cache
def _sign_cost(sign: str) -> float:
    if sign in _PUNCTUATION:
        return _PUNCTUATION[sign]
    if sign in _SIGNS:
        return _SIGNS[sign]
    kind = unicodedata.category(sign)
    if kind in {"Cc", "Cn", "Co", "Cs"}:
        return 25.0
    if kind in {"Mn", "Mc", "Nd"}:
        return 8.0
    if "\u2500" <= sign <= "\u259f":
        return 13.0
    return 10.0
