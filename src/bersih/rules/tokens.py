"""Tokens of a text that may be damaged; those seen before and found sound cost one look into a set."""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

# Before the memory of a language is begun anew: Indonesian documents have some ten thousand tokens.
_MOST = 1 << 16
_sound: dict[tuple[object, str], set[str]] = {}


def suspects(text: str, language: str, judge: Callable[[str, str], Found]) -> dict[str, Found]:
    """Return the tokens of *text* for which *judge* finds something, with what it finds.

    A token is a stretch without white space. *judge* is called with a token and the language, and must always give
    the same answer.
    """
    sound = _sound.setdefault((judge, language), set())
    if len(sound) > _MOST:
        sound.clear()
    found: dict[str, Found] = {}
    for token in set(text.split()) - sound:
        answer = judge(token, language)
        if answer:
            found[token] = answer
        else:
            sound.add(token)
    return found
