"""The matching form of a line: what is left when case, width, accents, quotes and trimmings are taken away."""

import re
import unicodedata
from functools import lru_cache

# What may stand around a label without being part of it.
_SPACE = re.compile(r"\s+")
_WRAPPERS = "\"'“”„‟‘’‚‛«»‹›()[]{}<>【】《》「」『』"
_TRAIL = " .:…!：。！|»›>→▸▶▼↓↑▲*"
_LEAD = " »›>→▸▶▼↓↑▲*|"
_DASHED = re.compile(r"^[-–—_=~]+\s*(.*?)\s*[-–—_=~]+$", re.DOTALL)
# Soft hyphen, zero-width and direction marks, variation selectors, word joiner, byte-order mark.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
# Combining marks of Latin, Greek and Cyrillic. The vowel signs of Thai or Hindi are marks too, and stay.
_ACCENT = re.compile("[\u0300-\u036f]")
_STRAIGHT = {ord(curly): straight for curly, straight in zip("‘’‚‛ʼ′“”„‟″", "''''''" + '"""""', strict=True)}


@lru_cache(maxsize=4096)
def matching_form(line: str) -> str:
    """Return the form in which a line and a marker are compared.

    Case is folded, full width made half, accents of Latin, Greek and Cyrillic letters dropped (many sites
    leave them out), invisible characters dropped, quotes made straight, runs of white space made one
    space; then quotes, brackets and dashes that wrap the whole, and trailing ``: … » >`` and the like,
    are taken off. Digits, letters and what stands between them stay.
    """
    if line.isascii():
        form = line.lower()
    else:
        form = _INVISIBLE.sub("", line)
        form = unicodedata.normalize("NFKD", form.translate(_STRAIGHT))
        form = unicodedata.normalize("NFC", _ACCENT.sub("", form)).casefold()
    form = _SPACE.sub(" ", form).strip()
    while True:
        before = form
        form = form.lstrip(_LEAD).rstrip(_TRAIL)
        if len(form) > 1 and form[0] in _WRAPPERS and form[-1] in _WRAPPERS:
            form = form[1:-1]
        dashed = _DASHED.match(form)
        if dashed:
            form = dashed[1]
        if form == before:
            return form


def folded(text: str) -> str:
    """Return *text* with case, width, accents and invisible characters folded as in `matching_form`, but untrimmed."""
    if text.isascii():
        return text.lower()
    form = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text).translate(_STRAIGHT))
    return unicodedata.normalize("NFC", _ACCENT.sub("", form)).casefold()
