"""Lines that are nothing but a date or a time."""

import re

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|\d\s?[年月日時时分点點]|\d\s?(?:년|월|일)"
)
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_]{4}")
# "Wednesday, 10 April 2013, 12:57 CEST": at most so many words and so many characters.
_MOST_WORDS = 6
LONGEST = 60
# The fewest numbers, but for a time of day alone.
_NUMBERS = 2


def is_date(line: str) -> bool:
    """Return whether *line* is nothing but a date, a time, or both, in any language.

    It has two numbers or more, one of them a year, a date or a time; at most six words (weekday, month,
    "at", a time zone); and not more words than a date with its weekday has for its numbers. A number of
    four figures alone is none, nor is a year with an event.
    """
    shown = line.strip()
    if not shown or len(shown) > LONGEST or not _DIGIT.search(shown):
        return False
    if not _DATE.search(shown) or _SENTENCE.search(shown):
        return False
    tokens = _TOKEN.findall(shown)
    numbers = sum(token[0].isdigit() for token in tokens)
    words = len(tokens) - numbers
    return (
        numbers >= _NUMBERS and words <= min(_MOST_WORDS, numbers + 1) and not any(sign in shown for sign in "%€$£=+")
    )
