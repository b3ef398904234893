"""Encodings that may pass for UTF-8: UTF-16 and UTF-32 without a byte-order mark, and ISO-2022."""

import re
import unicodedata

# Code points. Enough to see that a text has spaces, and nothing that no text has.
_SAMPLE = 4_000
_PLAIN = frozenset(" \t\n\r\f")

# ASCII text in UTF-16 is half NULs. Text of other scripts has fewer, but seldom so many small letters and spaces among
# its bytes: up to a quarter in Japanese. What is mostly those, with a few NULs, is words with a few NULs.
_WORDS = re.compile(rb"[a-z ]")
_FEWEST, _MOSTLY = 0.25, 0.6

# ECMA-35: ESC $ designates a set of two bytes a character, ESC ( one of a single byte.
_DESIGNATES = re.compile(rb"\x1b\$[@AB()]")
_KOREAN = b"\x1b$)C"


def wide(data: bytes) -> str | None:
    """Return the name of the UTF-16 or UTF-32 that *data*, which holds NULs, is text in; None where it is in none."""
    nuls = data.count(0)
    if nuls < _FEWEST * len(data) and len(_WORDS.findall(data)) > _MOSTLY * (len(data) - nuls):
        return None
    for unit, names in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        if data and len(data) % unit == 0:
            best = max((_looks_like_text(data, name), name) for name in names)
            if best[0] > 0:
                return best[1]
    return None


def escaped(data: bytes) -> str | None:
    """Return the name of the ISO-2022 that *data*, which holds ESC, is text in; None where it is in none."""
    if not _DESIGNATES.search(data):
        return None
    names = ("iso2022_kr",) if _KOREAN in data else ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext")
    for name in names:
        try:
            text = data.decode(name)
            if not text.isascii() and text.encode(name) == data:
                return name
        except UnicodeError:
            continue
    return None


def _looks_like_text(data: bytes, encoding: str) -> float:
    """Return the share of white space and ASCII in *data*, read in *encoding*; 0 if it is no text in it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    sample = text[:_SAMPLE]
    if any(unicodedata.category(each) in {"Cc", "Cn", "Co", "Cs"} and each not in _PLAIN for each in sample):
        return 0.0
    return sum(" " <= each <= "~" or each in _PLAIN for each in sample) / len(sample)
