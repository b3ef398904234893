"""The matching form of a line: what is left when case, width, accents, quotes and trimmings are taken away."""

import re
import unicodedata
from functools import lru_cache

# What may stand around a label without being part of it.
_SPACE = re.compile(r"\s+")
_WRAPPERS = "\"'“”„‟‘’‚‛«»‹›()[]{}<>【】《》「」『』"
_TRAIL = " .:…!：。！|»›>→▸▶▼↓↑▲*"
_LEAD = " ←«‹»›>→▸▶▼↓↑▲*|•·●▪■◦"
_DASHES = "-–—_=~+"
_BULLET = re.compile(r"^[-–—+]\s+(?=\S)")
_DASHED = re.compile(r"^[-–—_=~]+\s*(.*?)\s*[-–—_=~]+$", re.DOTALL)
# Soft hyphen, zero-width and direction marks, variation selectors, word joiner, byte-order mark.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
# Combining marks of Latin, Greek and Cyrillic. The vowel signs of Thai or Hindi are marks too, and stay.
_ACCENT = re.compile("[\u0300-\u036f]")
_STRAIGHT = {ord(curly): straight for curly, straight in zip("‘’‚‛ʼ′“”„‟″", "''''''" + '"""""', strict=True)}
_TRANSLATED = re.compile(f"{_INVISIBLE.pattern[:-1]}{''.join(map(chr, _STRAIGHT))}]")

# Marks a form as trailing off; and what may stand after the dots.
DOTS = "…"
_BESIDE_DOTS = " \t\r)]}»›>→\"'"


@lru_cache(maxsize=4096)
def matching_form(line: str) -> str:
    """Return the form in which a line and a marker are compared.

    Case is folded, full width made half, accents of Latin, Greek and Cyrillic letters dropped (many sites
    leave them out), invisible characters dropped, quotes made straight, runs of white space made one
    space; then a bullet, quotes, brackets and dashes that wrap the whole, and trailing ``: … » >`` and
    the like, are taken off. Digits, letters and what stands between them stay.
    """
    form = folded(line).strip()
    while True:
        before = form
        form = form.lstrip(_LEAD).rstrip(_TRAIL)
        if len(form) > 1 and form[0] in _WRAPPERS and form[-1] in _WRAPPERS:
            form = form[1:-1]
        if form[:1] in _DASHES:
            dashed = _DASHED.match(form)
            form = _BULLET.sub("", dashed[1] if dashed else form)
        if form == before:
            return form


def marker_form(text: str) -> str:
    """Return the matching form of *text*, marked where it trails off: "Loading…" is a place holder, "Loading" no."""
    form = matching_form(text)
    return form + DOTS if text.rstrip(_BESIDE_DOTS).endswith(("...", DOTS)) else form


def folded(text: str) -> str:
    """Return *text* with case, width, accents, white space and invisible characters folded, but untrimmed."""
    if text.isascii():
        form = text.lower()
    else:
        if _TRANSLATED.search(text):
            text = _INVISIBLE.sub("", text).translate(_STRAIGHT)
        form = unicodedata.normalize("NFKD", text)
        if _ACCENT.search(form):
            form = _ACCENT.sub("", form)
        form = unicodedata.normalize("NFC", form).casefold()
    return form if form.isprintable() and "  " not in form else _SPACE.sub(" ", form)


def place_after(line: str, length: int) -> int:
    """Return where in *line* the first *length* characters of ``folded(line)`` end."""
    seen = 0
    blank = False
    for at, character in enumerate(line):
        if seen >= length and not _ACCENT.match(character):
            return at
        piece = folded(character)
        seen += 0 if blank and piece == " " else len(piece)
        blank = piece == " " if piece else blank
    return len(line)
