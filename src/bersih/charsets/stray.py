"""Bytes of windows-1252 in a text that else is UTF-8: pages are put together from parts, not all of them converted."""

import re
from collections.abc import Iterator

from bersih.charsets.candidates import WEST
from bersih.charsets.letters import letters_of
from bersih.charsets.plausible import oddness_of_case, word_at
from bersih.model.edit import Edit

NAME = "io.stray-bytes"
"""The name of the layer, and the rule of its edits."""

_BYTES = re.compile("[\udc80-\udcff]+")

# Nats a letter, in the language a word fits best: 91 % of the lines that truly are windows-1252 pass.
_DEAREST_LETTER = 3.4
# Nats. One capital after a small letter is dearer.
_ODDEST_CASE = 8.0
# Signs that touch the word before them, and the word after them. All others touch none.
_AFTER_WORDS = frozenset("’”»…–®™ª\u00a0")
_BEFORE_WORDS = frozenset("‘“«¿¡©°–\u00a0")
# No letters, and no sign that people write in running text: such a byte is of another encoding.
_NEVER = frozenset("¤¦¨¬¯´¸¹¾")
_OF = "windows-1252"


def stray_bytes(text: str) -> Iterator[Edit]:
    """Yield an edit for each run of undecoded bytes, in lines that make sense with them as windows-1252.

    Leaves a whole line alone if one of its words would be none in any language of western Europe.
    """
    first = _BYTES.search(text)
    following = text.rfind("\n", 0, first.start()) + 1 if first else 0
    for line in text[following:].split("\n") if first else ():
        begin, following = following, following + len(line) + 1
        if line.isascii() or not _BYTES.search(line):
            continue
        read = _read(line)
        if read is None or not _makes_sense(line, read):
            continue
        for run in _BYTES.finditer(line):
            start, end = run.span()
            reason = f"Bytes that are not UTF-8 ({_bytes(run[0]).hex(' ')}), in a line that makes sense in {_OF}."
            yield Edit(begin + start, begin + end, read[start:end], NAME, "encoding.mojibake", 0.9, reason)


def _bytes(run: str) -> bytes:
    return run.encode("utf-8", "surrogateescape")


def _read(line: str) -> str | None:
    """Return *line* with its undecoded bytes as windows-1252, or None where one of them is no character there."""
    try:
        return _BYTES.sub(lambda run: _bytes(run[0]).decode(_OF), line)
    except UnicodeDecodeError:
        return None


def _makes_sense(line: str, read: str) -> bool:
    """Return whether each word and sign that *read* has for the bytes of *line* is one that people write."""
    for run in _BYTES.finditer(line):
        for place in range(*run.span()):
            word = word_at(read, place)
            if word:
                if _dearness(word) > _DEAREST_LETTER or oddness_of_case(word) > _ODDEST_CASE:
                    return False
            elif not _stands_well(read, place):
                return False
    return True


def _stands_well(read: str, place: int) -> bool:
    """Return whether the sign at *place* of *read* touches no word that it should not."""
    sign = read[place]
    before, after = read[place - 1 : place].isalpha(), read[place + 1 : place + 2].isalpha()
    if before and after:
        return sign in "’–—\u00a0"
    return not (
        sign in _NEVER
        or (not sign.isprintable() and sign != "\u00a0")
        or (before and sign not in _AFTER_WORDS)
        or (after and sign not in _BEFORE_WORDS)
    )


def _dearness(word: str) -> float:
    """Return the nats a letter that *word* costs in the language it fits best."""
    return min(letters_of(language).cost(word) for language in WEST) / (len(word) + 1)
