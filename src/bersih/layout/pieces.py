"""What one line says about whether a sentence runs on into it, or out of it."""

import re
from collections.abc import Container
from functools import cache
from typing import Literal, NamedTuple

from bersih.layout.shape import UNSPACED, ends_sentence

SPACES = " \t\r\u00a0\u3000"
"""What may stand at either end of a line and belongs to neither sentence."""

Begin = Literal["sign", "small", "other"]
End = Literal["stop", "open", "word", "comma", "small", "other"]

# Signs that no line begins with, unless the sentence began on the line before. A comma before a word, not ",," or
# ";)"; a full stop alone, not ".NET" or "...".
CLOSING = (
    r"[,;،؛](?=\s*(?:[\"'“”«»(]|[^\W_]|$))|[.!?](?=[\s\"'”»)]|$)|[)\]](?=[\s.,;:!?]|$)"
    r"|[”»](?=[\s.,;]|$)|['’]s\b|[，、；。！？）」』】》]"
)
OPENING = "([{“„«‹「『（【《‘"
"""Brackets and quotes that open."""
# German, Czech, Danish: „so“, »so« and ‚so‘. What opens elsewhere closes there.
_ALSO_CLOSING = {"“": "„", "«": "»", "‘": "‚"}
# Words in brackets within a sentence: it goes on behind them.
ASIDE = r"\([^()\n]{1,60}\)(?:[,;.]| [^\W\d_A-Z])"
_CLOSING = re.compile(CLOSING)
_ASIDE = re.compile(ASIDE)
_COMMAS = (",", ";", "،", "؛", "，", "、", "；")
_COLONS = (":", "：")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?$")
# What code, tables, paths, addresses and menus have, and sentences seldom.
_NO_SENTENCE = re.compile(
    r"[{}<>=\\|`$^~\t•●▪◦›→]|(?<=\w)(?:\(\)|_(?=\w))|::|;$|://|\bwww\.|\.(?:com|org|net|html?)\b|^[#@/*+]|\[\]|(?<=\w)\($"
    r"|[a-z]{2}\.[a-z]{2,20}[.(]"
)
_FIELD = re.compile(r"[^\s:]+(?: [^\s:]+){0,2}:(?:\s|$)")
# Latin, Greek, Cyrillic, Armenian; the additions to Latin and Greek.
_CASED = ((0x61, 0x590), (0x1E00, 0x2000))
# So much of either end of a long line is looked at.
_LOOK = 80


class Piece(NamedTuple):
    """A visible line, as a piece of what may be a sentence on several lines."""

    text: str
    begin: Begin
    """Whether it begins with a sign that closes or divides, a small letter, or anything else."""
    end: End
    """Whether it ends a sentence, or with an opening bracket, a word that nothing ends in, a comma, another small
    word, or anything else."""
    leans: bool
    """Whether its last word seldom ends anything, and never before a small letter."""
    goes_on: bool
    """Whether its first word is one that nothing ends in: a preposition, a conjunction."""
    width: int
    """Characters; those of scripts without spaces count twice."""
    words: int
    barred: bool
    """Whether it looks like code, a row of a table, an address, a field or a menu."""


def piece(line: str, unfinished: Container[str], leaning: Container[str] = ()) -> Piece:
    """Return *line* as a piece.

    *unfinished* are the words of the language that nothing ends in, *leaning* those that seldom end anything.
    """
    text = line.strip(SPACES)
    unspaced = bool(UNSPACED.search(text[:_LOOK]))
    begin, first = _begin(text)
    return Piece(
        text,
        begin,
        _end(text, unfinished),
        _last_word(text) in leaning,
        first in unfinished,
        len(text) * (2 if unspaced else 1),
        text.count(" ") + 1,
        _barred(text),
    )


@cache
def small_letters() -> str:
    """Return the small letters of the scripts that have case, as ranges for a character class of `re`."""
    codes = {code for start, end in _CASED for code in range(start, end) if chr(code).islower()}
    starts = [code for code in sorted(codes) if code - 1 not in codes]
    ends = [code for code in sorted(codes) if code + 1 not in codes]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


def _begin(text: str) -> tuple[Begin, str]:
    """Return how *text* begins, and its first word in small letters."""
    if _CLOSING.match(text):
        return "sign", ""
    at = 1 if text[:1] in OPENING + "\"'" else 0
    word = _WORD.match(text, at)
    if _ASIDE.match(text):
        return "small", ""
    if word is None:
        return "other", ""
    return ("small" if text[at].islower() else "other"), word[0].lower()


def _end(text: str, unfinished: Container[str]) -> End:
    """Return how *text* ends."""
    last = text[-1:]
    if last in _ALSO_CLOSING and _ALSO_CLOSING[last] in text:
        return "stop" if ends_sentence(text[:-1]) else "other"
    if last in _COLONS or ends_sentence(text):
        return "stop"
    if last in OPENING or (last in "\"'" and text[-2:-1] in ("", " ", "(")):
        return "open"
    if last in _COMMAS:
        return "comma"
    word = _last_word(text)
    if word.lower() in unfinished and not (word.isupper() and len(word) > 1):
        return "word"
    return "other" if not word or word[0].isupper() or UNSPACED.match(word[0]) else "small"


def _last_word(text: str) -> str:
    """Return the word that *text* ends in, or nothing where that is none."""
    word = _LAST_WORD.search(text[-_LOOK:].rsplit(" ", 1)[-1])
    return word[0] if word else ""


def _barred(text: str) -> bool:
    """Return whether *text* is no part of a sentence, by its looks."""
    seen = text if len(text) <= 2 * _LOOK else f"{text[:_LOOK]} {text[-_LOOK:]}"
    return bool(_NO_SENTENCE.search(seen) or _FIELD.match(text))
