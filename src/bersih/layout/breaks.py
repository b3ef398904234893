"""What the two pieces beside a line break say of it: how surely a sentence runs on, and how it would be joined."""

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from bersih.layout.pieces import OPENING, Piece
from bersih.layout.shape import UNSPACED

_COLONS = ":："
_STOPS = ".!?。！？"
_OPENED_BY = {"”": "“„", "»": "«", "』": "『", "」": "「", "》": "《", "】": "【"}
_BRACKETS = {")": "(", "]": "[", "）": "（"}
_SHORT = 30
_LABEL_WORDS = 2
# Characters after which a script without spaces has none: its own, and its signs.
_IDEOGRAPHIC = re.compile(f"{UNSPACED.pattern}|[\u3000-\u303f\uff00-\uffef]")
# Lines before and after a break that tell wrapped text and verse: full lines come one after another.
_WINDOW = 4
_WRAPPED = range(20, 121)
_WIDE = 60
_FULL = 0.75
_FULL_PAIRS = 2
# Lines before and after a break, and how many of them end in commas in a list.
_NEAR, _LISTED = 3, 3


class Strength(IntEnum):
    """How surely a break is in the middle of a sentence, by its two sides."""

    NO = 0
    FAINT = 1
    """Nothing speaks against it."""
    WEAK = 2
    """The line before ends in a small word, or the next begins with one."""
    GOOD = 3
    """And one of these words is one that nothing ends in, or there is a comma."""
    SURE = 4
    """The next line begins with a sign that closes or divides, or both sides are plain."""


_BEFORE_OTHER = {"word": Strength.GOOD, "comma": Strength.WEAK, "small": Strength.WEAK}


def strength(left: Piece, right: Piece) -> Strength:
    """Return how surely a sentence runs on from *left* to *right*."""
    if left.text in OPENING:
        return Strength.NO
    if right.begin == "sign":
        return Strength.SURE if _may_close(left, right.text[0]) else Strength.NO
    if left.end in ("stop", "open"):
        return Strength.NO if left.end == "stop" else Strength.SURE
    return _before_small(left, right) if right.begin == "small" else _BEFORE_OTHER.get(left.end, Strength.FAINT)


def _before_small(left: Piece, right: Piece) -> Strength:
    """Return how surely a line that begins with a small letter goes on from *left*, which has no end."""
    if right.goes_on and right.words == 1 and left.width < _SHORT and left.end != "word":
        return Strength.WEAK  # "Log in", "or", "Register"
    if left.end == "word" or (left.leans and left.words > _LABEL_WORDS):
        return Strength.SURE
    return Strength.GOOD if left.end == "comma" or right.goes_on else Strength.WEAK


def _may_close(left: Piece, sign: str) -> bool:
    """Return whether a line after *left* may begin with *sign*.

    A stop follows no other; a quote one that opened; a comma or bracket a stop only where that ends an
    abbreviation ("Inc.") or an opened bracket.
    """
    if left.text[-1] in _COLONS:
        return False
    if sign in _OPENED_BY or (left.end == "stop" and sign in _BRACKETS):
        openers = _OPENED_BY.get(sign) or _BRACKETS[sign]
        return max(left.text.rfind(each) for each in openers) > left.text.rfind(sign)
    return left.end != "stop" or (sign not in _STOPS and left.width <= _SHORT)


def needs_space(left: Piece, right: Piece) -> bool:
    """Return whether a space stands between *left* and *right* where they are joined."""
    if right.begin == "sign" or left.end == "open":
        return False
    return not (_IDEOGRAPHIC.match(left.text[-1]) and UNSPACED.match(right.text[0]))


def reason(left: Piece, right: Piece) -> str:
    """Return why the break between *left* and *right* is in the middle of a sentence."""
    if right.begin == "sign":
        return f"The line begins with “{right.text[0]}”."
    if left.end in ("open", "word", "comma"):
        return f"The line before ends in “{left.text.split()[-1][-20:]}”."
    if right.begin == "small":
        return "The line begins with a small letter, and the one before has no end."
    return "The line before has no end, and the next goes on."


def is_wrapped(lines: Sequence[str], at: int) -> bool:
    """Return whether *lines* around the break after *at* are all about as wide: wrapped text, verse, a list.

    That is where full lines stand one after another, or where there are several and the first word of the
    next line had no place on this one. Of *lines*, only what is visible is given.
    """
    before = _block(lines, range(at, max(-1, at - _WINDOW), -1))
    after = _block(lines, range(at + 1, min(len(lines), at + 1 + _WINDOW)))
    shown = [*before[::-1], *after]
    widest = max(map(len, shown), default=0)
    if widest not in _WRAPPED or not (before and after):
        return False
    full = [len(line) >= _FULL * widest for line in shown]
    if sum(one and two for one, two in pairwise(full)) >= _FULL_PAIRS:
        return True
    return widest >= _WIDE and sum(full) > _FULL_PAIRS and len(before[0]) + 1 + len(after[0].split(" ", 1)[0]) > widest


def _block(lines: Sequence[str], near: range) -> list[str]:
    """Return the *lines* at *near*, up to the first that is blank."""
    found: list[str] = []
    for index in near:
        if not lines[index]:
            break
        found.append(lines[index])
    return found


def is_listed(lines: Sequence[str], at: int) -> bool:
    """Return whether several *lines* around the break after *at* end in commas."""
    near = lines[max(0, at - _NEAR) : at + _NEAR + 1]
    return sum(line[-1:] in (",", ";") for line in near) >= _LISTED
