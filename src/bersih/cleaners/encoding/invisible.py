"""Invisible characters that do nothing where they stand: what one script needs is noise in another."""

import re
import unicodedata
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit, Label
from bersih.model.sign import Sign
from bersih.model.span import Span

_NAME = "encoding.invisible"

_SHY, _ZWSP, _WJ = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_MATHS = "\u2061-\u2064"
_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"

# In the class that sees all of every text, tags and the later selectors are one range: each astral range costs.
_CLASS = f"{_SHY}{_ZWSP}{_JOINERS}{_BIDI}{_WJ}{_MATHS}\ufe00-\ufe0f\U000e0000-\U000e01ef"
# The flag of a region (UTS 51): a black flag, two letters of a country, one to four of its part, and the end tag.
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
_ANY = re.compile(f"{_FLAG}|(?P<run>[{_CLASS}]++)")

# Nothing (the end of the text), ASCII, and what Latin, Greek and Cyrillic are written with; not C1, which is mojibake.
_ASCII = re.compile(r"[\x00-\x7f]?|\s")
_EUROPEAN = re.compile(
    "[\x00-\x7f\u00a0-\u052f\u1c80-\u1c8f\u1d00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2c60-\u2c7f"
    "\u2de0-\u2e5f\ua640-\ua69f\ua720-\ua7ff\uab30-\uab6f\ufb00-\ufb06]?"
)
_BORDER = re.compile(r"\s?")
# Thai, Lao, Tibetan, Burmese; Khmer; Tai Le to Tai Tham and Balinese to Batak; CJK; Burmese extended; Tai Viet.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1bff"
    "\u2e80-\ua4cf\ua9e0-\ua9ff\uaa60-\uaadf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00016f00-\U0003ffff]"
)
_UNSURE = re.compile("[\x80-\x9f\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# A soft hyphen is also a byte of UTF-8 read as Latin-1 ("Ã" and it are "í"), windows-1251 or windows-1256: behind
# a capital, a sign, a small letter that was such a capital, or an Arabic letter that Arabic itself begins with
# there (bytes D8 to DB). Then it is half of a letter.
_HALF_LETTER = re.compile(r"[^\x00-\x7f\w]|[\u00aa\u00b2-\u00be\u00e3\u00f0\u00f1\u0637-\u063a]")
# Behind these it may be the second of three bytes, and what follows the third.
_LEAD_OF_THREE = re.compile("[\u00e0-\u00ef]")
# Nothing of these has a variant. ASCII digits, "#" and "*" have (keycaps), and so have curly quotes (Unicode 16).
_NO_BASE = re.compile(
    r"[^\S\u3000]|[\x00-\"$-)+-/:-\x7f\u00aa-\u00ad\u00af-\u052f\u1e00-\u1fff\u2010-\u2017\u2020-\u2027]?"
)

# What reorders or isolates text: the means of an attack on readers of code (CVE-2021-42574, "Trojan Source").
_REORDERS = re.compile("[\u202d\u202e\u2066-\u2068]")
_OVERRIDES = re.compile("[\u202d\u202e]")
_IS_BIDI, _IS_SELECTOR, _IS_TAG = (re.compile(f"[{each}]") for each in (_BIDI, _SELECTORS, _TAGS))

# Code points of one label's value: what tags spell may be a text of its own.
_MOST_SHOWN = 200


@cleaner(_NAME, needs=Needs(sign=Sign.of(_CLASS), non_ascii=True))
def invisible(doc: Document) -> Iterator[Edit | Label]:
    """Remove invisible characters where they do nothing.

    Soft hyphens and word joiners go in every script, as byte-order marks do; zero width spaces between
    Latin, Greek or Cyrillic, and beside a space or the end; joiners between ASCII; marks of direction in
    lines without a letter written from right to left; variation selectors behind what has no variants;
    tags outside a flag. Leaves alone: zero width spaces beside Thai, Lao, Khmer, Burmese, Tibetan and
    CJK, whose words they part; joiners beside any other script or emoji; Mongolian selectors; a soft
    hyphen that may be half of a letter.

    What tags spell is labelled ``hidden-text``; what reorders a line, ``bidi-override``: isolates only
    where no letter is written from right to left.
    """
    text = doc.text
    line_end, backwards = -1, False  # of the line that was looked at last
    for found in _ANY.finditer(text):
        if found["run"] is None:
            continue
        start, end = found.span()
        run = found["run"]
        before, after = text[start - 1 : start], text[end : end + 1]
        if start > line_end:
            line_end = text.find("\n", start) % (len(text) + 1)
            backwards = _RIGHT_TO_LEFT.search(text, text.rfind("\n", 0, start) + 1, line_end) is not None
        yield from _labels(run, start, backwards=backwards)
        goes = [_goes(run, at, before, after, backwards=backwards) for at in range(len(run))]
        at = 0
        while at < len(run):
            stop = at + 1
            while stop < len(run) and goes[stop] == goes[at]:
                stop += 1
            if goes[at]:
                yield Edit(start + at, start + stop, "", _NAME, _NAME, 1.0, _reason(run[at:stop]))
            at = stop


def _goes(run: str, at: int, before: str, after: str, *, backwards: bool) -> bool:
    """Return whether the character at *at* of *run*, which stands between *before* and *after*, does nothing."""
    character = run[at]
    if _IS_TAG.match(character):
        return True
    if _IS_BIDI.match(character):
        return not backwards
    if _IS_SELECTOR.match(character):
        return at > 0 or _NO_BASE.fullmatch(before) is not None
    if character in _JOINERS:
        return _both(_ASCII, before, after)
    if character in (_SHY, _WJ):
        unsure = _UNSURE.match(before) or _UNSURE.match(after)
        return not (unsure or (character == _SHY and at == 0 and _is_half_a_letter(before, after)))
    return _both(_EUROPEAN, before, after) or (character == _ZWSP and _parts_nothing(before, after))


def _is_half_a_letter(before: str, after: str) -> bool:
    """Return whether a soft hyphen between *before* and *after* may be a byte of a letter that was misread."""
    if _HALF_LETTER.match(before) or (before > "\x7f" and before.isupper()):
        return True
    if after > "\x7f":
        return not after.isalnum() or _LEAD_OF_THREE.match(before) is not None
    return after.isalpha() and _RIGHT_TO_LEFT.match(before) is not None


def _parts_nothing(before: str, after: str) -> bool:
    """Return whether *before* or *after* is a border of words anyhow, and neither is of a script without any."""
    if _BORDER.fullmatch(before) is None and _BORDER.fullmatch(after) is None:
        return False
    return not any(kind.match(each) for kind in (_UNSPACED, _UNSURE) for each in (before, after))


def _both(kind: re.Pattern[str], before: str, after: str) -> bool:
    """Return whether *before* and *after* are of one *kind*."""
    return kind.fullmatch(before) is not None and kind.fullmatch(after) is not None


def _labels(run: str, start: int, *, backwards: bool) -> Iterator[Label]:
    """Yield what a reader should know of the *run* at *start* whether it goes or stays."""
    hidden = "".join(chr(ord(each) - 0xE0000) for each in run if _IS_TAG.match(each))
    if hidden:
        shown = "".join(each for each in hidden[:_MOST_SHOWN] if each.isprintable())
        yield Label("hidden-text", shown, 1.0, Span(start, start + len(run)))
    reorders = (_OVERRIDES if backwards else _REORDERS).search(run)
    if reorders is not None:
        yield Label("bidi-override", f"U+{ord(reorders[0]):04X}", 1.0, Span(start, start + len(run)))


def _reason(gone: str) -> str:
    """Return what went, in words."""
    name = unicodedata.name(gone[0], "an unassigned tag").lower()
    others = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
    return f"Invisible, and without effect here: {name} (U+{ord(gone[0]):04X}){others}."
