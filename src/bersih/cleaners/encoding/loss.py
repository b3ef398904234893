"""Characters that were lost before the text came here: named, never guessed."""

import re
from collections.abc import Iterator
from itertools import islice

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.model.sign import Sign
from bersih.model.span import Span

_NAME = "encoding.loss"

# How sure it is that a question mark stands for a letter: someone may have left out the space behind it.
_GUESSED = 0.7
# Places that are named one by one; all are counted.
_MOST_PLACES = 100

# Replacement characters; a question mark behind the lead byte of UTF-8 read as Latin-1 ("Â?", "â??"); whole
# words of question marks, three or more in a row; question marks between two small letters of a word.
_LOST = re.compile(
    r"(?P<replaced>\ufffd++)"
    r"|\u00c2\?|(?<=[a-z])\u00c3\?|\u00c3\?(?=[a-z])|\u00e2\?\?"
    r"|(?<!\?)\?{2,}+(?: \?++){2,}+"
    r"|(?<=[^\W\d_])\?{1,3}+(?P<rest>[a-z\u00df-\u00f6\u00f8-\u00ff]{1,32}+)(?P<more>\?[^\W\d_]|[\w./=&:@%])?"
)
# What each of them begins with: the scan jumps from one to the next, four times as fast.
_LEAD = re.compile("[?\ufffd\u00c2\u00c3\u00e2]")
_SIGN = Sign("?\ufffd", (r"(?<=\?)[? a-z\u00df-\u00ff]", r"(?<=[\u00c2\u00c3]\?)", "(?<=\ufffd)"))

# A rest this short is an ending ("don?t", "it?re"), seldom the first word of a question's answer.
_SHORT_REST = 2
# What makes a web address of the token before a question mark.
_ADDRESS = frozenset("/.:=&@%#\\")
_TOKEN_REACH = 200


@cleaner(_NAME, needs=Needs(sign=_SIGN))
def loss(doc: Document) -> Iterator[Label]:
    """Label each place where a character was lost ``information-lost``, and their number ``characters-lost``.

    Lost are U+FFFD, and question marks that stand for letters: inside a word before an ending of one or
    two letters ("don?t"), two or three at once inside a word, behind a remnant of UTF-8 ("Â?"), or as
    words of their own in a row ("???? ?? ???"). Never guesses what was there, and changes nothing.
    Leaves alone: the question mark of an address, and one at the end of a word.
    """
    text = doc.text
    places = _places(text)
    count = 0
    for start, end, score in islice(places, _MOST_PLACES):
        count += text.count("\ufffd", start, end) or text.count("?", start, end)
        yield Label("information-lost", text[start:end], score, Span(start, end))
    count += sum(text.count("\ufffd", start, end) or text.count("?", start, end) for start, end, _ in places)
    if count:
        yield Label("characters-lost", str(count))


def _places(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, score) of each place in *text* where something was lost."""
    at = 0
    while lead := _LEAD.search(text, at):
        at = lead.end()
        found = _LOST.match(text, lead.start())
        if found is None:
            continue
        start, end = found.span()
        at = max(at, end)
        rest = found["rest"]
        if rest is None:
            yield start, end, 1.0 if found["replaced"] else _GUESSED
            continue
        marks = found.start("rest") - start
        more = found["more"]
        if more is not None and more[0] != "?":
            continue
        if (marks > 1 or len(rest) <= _SHORT_REST or more is not None) and not _in_address(text, start):
            yield start, start + marks, _GUESSED


def _in_address(text: str, at: int) -> bool:
    """Return whether the token that ends before *at* looks like an address or a path."""
    tokens = text[max(0, at - _TOKEN_REACH) : at].split()
    return bool(tokens) and not _ADDRESS.isdisjoint(tokens[-1])
