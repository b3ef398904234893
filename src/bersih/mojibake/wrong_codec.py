"""UTF-8 that was read as an encoding ftfy does not know: cp850, ISO-8859-15, cp866, KOI8-R, cp1256, GBK.

A line counts only if the whole of it is UTF-8 once the reading is undone: of 48,331 clean lines that
are not ASCII, in 128 languages, five were that by chance, and the conditions below leave those alone.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple
from unicodedata import category

from bersih.model.sign import Sign
from bersih.mojibake.suspicion import suspicion

# UTF-8: first bytes of sequences of two and three bytes, and the bytes that go on.
_TWO, _THREE, _ON = range(0xC2, 0xE0), range(0xE0, 0xF0), range(0x80, 0xC0)
# Where cp866 has its box drawing characters; and those that cp437 and cp850 have for the first byte of Latin,
# Greek and Cyrillic letters.
_BOXES = range(0xB0, 0xE0)
_LATIN_BOXES = "┬├─┼┌┐└┘┴┤│"

# Few characters prove little, and must be such as stand alone in text of other letters: Latin-1, Latin Extended-A,
# typographic punctuation, the euro and trade mark signs. So many, or so many different ones, prove themselves.
_COMMON = re.compile("[\u00a0-\u017f\u2010-\u2027\u2030\u2032\u2033\u2039\u203a\u20ac\u2122]*")
_MANY, _VARIED = 8, 4
# What no text has: unassigned and private characters are found by category; these scripts are dead or are forms
# that a keyboard does not make.
_RARE = re.compile("[\u0250-\u02af\u0800-\u08ff\u1680-\u169f\u2460-\u24ff\u2900-\u2aff\ufb50-\ufdff\ufe70-\ufefe]")
# Of two readings, the one with fewer capitals behind small letters.
_CAPITAL_INSIDE = re.compile(
    "[a-zß-öø-ÿāăąćčďđēęěğīįķĺľłńņňőŕřśşšţťūůűźżžșț][A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮĶĹĽŁŃŅŇŐŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚȽ]"
)
# Unassigned, private use, controls, surrogates.
_IMPOSSIBLE = ("Cn", "Co", "Cc", "Cs")
_FOREIGN = re.compile("[^\x00-\x7f]")


class WrongCodec(NamedTuple):
    """An encoding that UTF-8 may have been read as."""

    codec: str
    name: str
    sign: Sign
    """Stands in text of the kind, and hardly ever in clean text."""
    found: re.Pattern[str]
    """The sign, compiled."""


def undone(line: str) -> tuple[str, str] | None:
    """Return what *line* was before UTF-8 was read as one of the encodings, and the name of the step, or None."""
    best: tuple[int, str, str] | None = None
    for wrong in codecs():
        if not wrong.found.search(line):
            continue
        try:
            text = line.encode(wrong.codec).decode("utf-8")
        except UnicodeError:
            continue
        if text != line and _is_plausible(text):
            found = (len(_CAPITAL_INSIDE.findall(text)), text, f"UTF-8 read as {wrong.name}")
            best = found if best is None or found[0] < best[0] else best
    return best[1:] if best else None


@cache
def codecs() -> tuple[WrongCodec, ...]:
    """Return the encodings, each with its sign."""
    cyrillic, kyrillic, arabic = _table("cp866"), _table("koi8-r"), _table("cp1256")
    boxes = _characters(cyrillic, _BOXES)
    # KOI8-R: a letter before a box drawing or a mathematical sign.
    signs = "".join(sign for sign in _characters(kyrillic, _ON) if not sign.isalpha() and sign not in "\u00a0°·©")
    # cp1256: an Arabic letter before a sign that does not end words.
    odd = "".join(
        sign for sign in _characters(arabic, _ON) if not sign.isalpha() and sign not in "‘’“”…–—»«،؛؟\u00a0\u200c\u200d"
    )
    three = _characters(cyrillic, _THREE)
    return (
        _codec(
            "iso-8859-15", "ISO-8859-15", "€ŠšŽžŒœŸ\x80-\x9f", "(?<=[Ãà][€ŠšŽžŒœŸ])", "(?<=[Â-ô][\x80-\x9f])",
            "(?<=[à-ô].[\x80-\x9f])"
        ),
        # ftfy knows cp437 too; but most of its characters are those of cp850, and the two must be told apart.
        _codec("cp437", "cp437", _LATIN_BOXES, f"(?<=[{_LATIN_BOXES}])"),
        _codec(
            "cp850", "cp850", f"{_LATIN_BOXES}Ç¼ÎõÕµÞÚ",
            f"(?<=[{_LATIN_BOXES}])", "(?<=ÔÇ)", "(?<=Ôé¼)", "(?<=Î.Î)", "(?<=[õÕµÞÚ]..[õÕµÞÚ])",
        ),
        # A box drawing character beside a letter; three bytes begin with a small letter before capital ones.
        _codec(
            "cp866", "cp866", f"{boxes}А-Я",
            f"(?<=[а-яА-Я][{boxes}])", f"(?<=[{boxes}])[а-яА-Я]", f"(?<=[{three}][А-Я])[А-Яа-п]", "(?<=[A-Za-z][├┬])",
        ),
        _codec(
            "koi8-r", "KOI8-R", f"{re.escape(signs)}Ёё",
            f"(?<=[а-яА-Я][{re.escape(signs)}])", "(?<=[A-Za-z][бцде][Ёё])", "(?<=бё)",
        ),
        _codec(
            "cp1256", "windows-1256", f"{re.escape(odd)}€أآ×",
            f"(?<=[\u0621-\u064aàâ][{re.escape(odd)}])", "(?<=â€)", "(?<=[A-Za-z][أآ])", "(?<=×.×)",
        ),
        _gbk(),
    )  # fmt: skip


def _codec(codec: str, name: str, leading: str, *alternatives: str) -> WrongCodec:
    sign = Sign(leading, alternatives)
    return WrongCodec(codec, name, sign, sign.compiled())


def _gbk() -> WrongCodec:
    """Return GBK, with the Chinese characters that the bytes of UTF-8 make in it.

    The second byte is below A1: characters that GBK added to GB 2312 and nobody writes. Or the character
    stands in or behind a Latin word, as an accented letter did; or three stand together that could be
    Cyrillic, Greek, Hebrew or Arabic letters.
    """
    added = _pairs(range(0xE2, 0xF0), range(0x80, 0xA1))
    accents = _pairs(range(0xC2, 0xC6), _ON)
    letters = _pairs((0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xD9), _ON)
    return _codec(
        "gbk", "GBK", added + accents + letters,
        f"(?<=[{added}])", f"(?<=[A-Za-z][{accents}])", f"(?<=[{letters}])[{letters}]{{2}}",
    )  # fmt: skip


def _pairs(first: Iterable[int], second: Iterable[int]) -> str:
    """Return the characters of GBK with such first and second bytes, for a class of a pattern."""
    found = []
    for one in first:
        for two in second:
            try:
                found.append(bytes((one, two)).decode("gbk"))
            except UnicodeDecodeError:
                continue
    return "".join(sorted(found))


def _is_plausible(text: str) -> bool:
    """Return whether *text* can be what was meant: no impossible characters, and enough or common ones."""
    foreign = _FOREIGN.findall(text)
    if _RARE.search(text) or any(category(character) in _IMPOSSIBLE for character in set(foreign)):
        return False
    if len(foreign) >= _MANY or len(set(foreign)) >= _VARIED:
        return True
    return _COMMON.fullmatch("".join(foreign)) is not None and suspicion().line.search(text) is None


def _table(codec: str) -> dict[int, str]:
    """Return the character of each byte from 0x80 on."""
    found = {}
    for byte in range(0x80, 0x100):
        try:
            found[byte] = bytes((byte,)).decode(codec)
        except UnicodeDecodeError:
            continue
    return found


def _characters(table: dict[int, str], places: range) -> str:
    return "".join(table[byte] for byte in places if byte in table)
