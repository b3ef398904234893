"""The place, date and agency before the first sentence: "JAKARTA, Antara - ", "BERLIN, May 3 (AP) — "."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.layout.shape import is_prose
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_DASHES = "-\N{EN DASH}\N{EM DASH}"
_CITY = r"[^\W\d_]{2,}(?:[ .'’-]{1,2}[^\W\d_]{2,}){0,3}"
_AGENCY = r"[^\W\d_][\w.]*(?: [\w.]+){0,2}"
_DATE = r"[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,12}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
# A place, perhaps a date, perhaps an agency, in one of the orders that agencies write them in.
_DATELINE = re.compile(
    rf"(?P<place>{_CITY})(?:, (?P<more>{_DATE}|{_AGENCY}))?(?:, {_DATE})? ?"
    rf"(?P<agency>\((?:{_AGENCY})(?:/{_AGENCY})?\))?"
    rf" ?[{_DASHES}]{{1,2}} ?(?=[\"“«']?[^\W\d_a-z])"
)
_LONGEST = 60
_NEWS_LINES = 2
# The first paragraphs of an article stand within its first code points.
_PEEK = 4_000


@cleaner("boilerplate.dateline", needs=Needs(any_of=tuple(_DASHES)))
def dateline(doc: Document) -> Iterator[Edit]:
    """Remove the dateline in front of the first paragraph, up to its dash.

    A dateline has its place in capitals, or an agency in brackets, or the address of a site. Leaves every
    later paragraph alone, and sentences that begin with a word and a dash ("Beras - makanan pokok - naik").
    """
    lines = Lines(doc.text[:_PEEK])
    prose = (index for index, line in enumerate(lines) if is_prose(line))
    for _, index in zip(range(_NEWS_LINES), prose, strict=False):
        found = _DATELINE.match(lines[index])
        if found and found.end() <= _LONGEST and _is_one(found):
            start = lines.span(index).start
            reason = "A place and an agency before the first sentence."
            yield Edit(start, start + found.end(), "", "boilerplate.dateline", "boilerplate.dateline", 0.85, reason)
            return


def _is_one(found: re.Match[str]) -> bool:
    """Return whether place or agency look like those of a dateline."""
    return found["place"].isupper() or found["agency"] is not None or "." in (found["more"] or "").strip(".")
