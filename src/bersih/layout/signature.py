"""Initials below a text: "(abc/def)", "(*)", "(rls)"."""

import re

# One to four groups of two to four letters, perhaps with a figure, between slashes or the like.
_INITIALS = re.compile(r"[(\[] ?(?:[A-Za-z]{2,4}\d?(?: ?[/.,&-] ?[A-Za-z]{2,5}\d?){1,3}|[a-z]{2,4}|\*+) ?[)\]]\.?")
# Joined by a slash too, and no initials.
_WORDS = frozenset(
    {"and/or", "his/her", "he/she", "on/off", "n/a", "km/jam", "km/h", "dan/atau", "pro/kontra", "am/pm"}
)


def is_initials(line: str) -> bool:
    """Return whether *line* is nothing but initials in brackets, as reporters and editors sign with.

    Units and pairs of words ("(km/h)", "(and/or)") are none.
    """
    shown = line.strip()
    return bool(_INITIALS.fullmatch(shown)) and shown.strip("()[]. ").lower() not in _WORDS
