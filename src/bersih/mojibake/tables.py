"""What bersih takes from ftfy: its heuristic, its encodings, and the repairs of single bytes."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple


class Tables(NamedTuple):
    """ftfy's knowledge, by what it is here."""

    badness: re.Pattern[str]
    """The heuristic: matches in mojibake. Written with blanks (`re.VERBOSE`)."""
    kinds: Mapping[str, str]
    """The classes of characters it is made of."""
    encodings: tuple[str, ...]
    """Those that UTF-8 may have been read as, the likeliest first."""
    fits: Mapping[str, re.Pattern[str]]
    """By encoding: matches a whole text that could be encoded in it."""
    stretch: re.Pattern[str]
    """A stretch of a line that may be UTF-8 in one of several encodings."""
    c1: re.Pattern[str]
    """A C1 control."""
    altered: re.Pattern[bytes]
    """Bytes of UTF-8 of which A0 became a space."""
    restore_a0: Callable[[bytes], bytes]
    restore_lost: Callable[[bytes], bytes]
    """Makes U+FFFD of sequences that lost a byte."""
    fix_c1: Callable[[str], str]
    unescape: Callable[[str], str]
    fix_line_breaks: Callable[[str], str]
    fix_surrogates: Callable[[str], str]
    ansi: re.Pattern[str]
    ligatures: Mapping[int, str]
    width: Mapping[int, str]
    controls: Mapping[int, None]
    fix_text: Callable[[str], str]


@cache
def tables() -> Tables:
    """Return ftfy's tables, and register its codecs ("sloppy-windows-1252", "utf-8-variants"). Takes 55 ms once."""
    from ftfy import badness, chardata, fix_text, fixes

    return Tables(
        badness=badness.BADNESS_RE,
        kinds=badness.MOJIBAKE_CATEGORIES,
        encodings=tuple(chardata.CHARMAP_ENCODINGS),
        fits=chardata.ENCODING_REGEXES,
        stretch=chardata.UTF8_DETECTOR_RE,
        c1=chardata.C1_CONTROL_RE,
        altered=chardata.ALTERED_UTF8_RE,
        restore_a0=fixes.restore_byte_a0,
        restore_lost=fixes.replace_lossy_sequences,
        fix_c1=fixes.fix_c1_controls,
        unescape=fixes.unescape_html,
        fix_line_breaks=fixes.fix_line_breaks,
        fix_surrogates=fixes.fix_surrogates,
        ansi=fixes.ANSI_RE,
        ligatures=chardata.LIGATURES,
        width=chardata.WIDTH_MAP,
        controls=chardata.CONTROL_CHARS,
        fix_text=fix_text,
    )
