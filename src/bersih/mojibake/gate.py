"""Which lines of a text to look at: one scan, for every kind of mojibake that can be repaired."""

import re
from collections.abc import Iterator
from functools import cache

from bersih.model.lines import lines_where
from bersih.model.sign import Sign
from bersih.model.span import Span
from bersih.mojibake.suspicion import suspicion
from bersih.mojibake.wrong_codec import codecs


@cache
def sign() -> Sign | None:
    """Return the sign that is in every text with a line that `repair` would change, and in few others.

    None where ftfy's heuristic is another than the one known here: then `gate` still finds all.
    """
    bad = suspicion().sign
    return None if bad is None else Sign.any_of([bad, *(codec.sign for codec in codecs())])


@cache
def gate() -> re.Pattern[str]:
    """Return a pattern that matches where `sign` says."""
    found = sign()
    if found is not None:
        return found.compiled()
    ours = Sign.any_of(codec.sign for codec in codecs()).compiled()
    return re.compile(f"(?x:{suspicion().line.pattern})|{ours.pattern}", re.MULTILINE)


def suspicious_lines(text: str) -> Iterator[Span]:
    """Yield each line of *text* to look at, its line feed left out."""
    return lines_where(gate(), text)
