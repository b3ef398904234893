"""Which lines may be mojibake: one scan over a text, and ftfy's own judgement at a twentieth of its cost.

ftfy's heuristic is one long pattern of pairs and triples of characters that hardly ever stand together
in clean text. Tried at every position it costs 150 ns a character. Here each pair is written anew, led
by its rarest character: the scan jumps from one such character to the next, and looks around only
there. The characters are ftfy's own; the pattern says the same (a test compares the two on every short
string of the alphabet that matters, and on random ones).
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bersih.model.sign import Sign
from bersih.mojibake.tables import tables

# SHA-256 of the heuristic that `_restated` restates, that of ftfy 6.3. Of another one, ftfy's own pattern is used,
# at ftfy's speed.
_KNOWN = "9dcc0f2ac90d9ae3c85eb7b9b2c0b8a8e8126153847c2b30c91a0bb263f3b8c4"


class Suspicion(NamedTuple):
    """The pattern that finds mojibake, and what it is made of."""

    line: re.Pattern[str]
    """Matches in a line exactly where ftfy's heuristic calls the line bad."""
    sign: Sign | None
    """The same for a text of many lines; may also match at a clean line. None for a heuristic that was not restated."""


@cache
def suspicion() -> Suspicion:
    """Return the patterns for the installed ftfy."""
    badness = tables().badness
    if hashlib.sha256(badness.pattern.encode()).hexdigest() != _KNOWN:
        return Suspicion(badness, None)
    sign = _restated(tables().kinds)
    return Suspicion(re.compile(sign.compiled().pattern), sign)


def is_bad(line: str) -> bool:
    """Return whether ftfy's heuristic calls *line* mojibake."""
    return suspicion().line.search(line) is not None


def _restated(kinds: Mapping[str, str]) -> Sign:
    """Return ftfy's heuristic as a sign.

    *kinds* are ftfy's classes of characters. An alternative ``AB`` of two classes becomes "B, and before
    it A" or "A, and after it B", whichever of the two is rarer in text.
    """
    accented = "{lower_accented}{upper_accented}".format(**kinds)
    quotes = "{start_punctuation}{end_punctuation}".format(**kinds)
    bad, box, money, numeric = kinds["bad"], kinds["box"], kinds["currency"], kinds["numeric"]
    low, high, law = kinds["lower_accented"], kinds["upper_accented"], kinds["law"]
    start, end, common, c1 = kinds["start_punctuation"], kinds["end_punctuation"], kinds["common"], kinds["c1"]
    lower, upper = kinds["lower_common"], kinds["upper_common"]
    nasty = f"{common}{money}{bad}{numeric}{start}ŸŠ®°µ»"
    cyrillic = f"{c1}{bad}{quotes}{money}°"
    # By the class that the look-behinds end in, which is that of the leading character.
    groups: list[tuple[str, list[str]]] = [
        (c1, [f"(?<=[{c1}])"]),
        (
            bad,
            [
                f"(?<=[{bad}{accented}{box}{quotes}{money}{numeric}{law}][{bad}])",
                f"(?<=[a-zA-Z][{lower}{upper}][{bad}])",
                f"(?<=[{bad}])[{accented}{box}{quotes}{money}{numeric}{law}]",
            ],
        ),
        (
            f"{high}Ù",
            [
                f"(?<=[{low}{lower}{box}{end}{money}{numeric}][{high}])",
                rf"(?<=\s[{high}])[{money}]",
                f"(?<=[{high}])[{numeric}{law}°]",
                f"(?<=[a-z][{high}])[{start}{money}]",
                f"(?<=[ÂÃÎÐ])[€œŠš¢£Ÿž\xa0\xad®©°·»{quotes}–—´]",
                f"(?<=[ØÙ])[{nasty}][ØÙ][{nasty}]",
                "(?<=Ã)[\xa0¡]",
                "(?<=[a-z][ÃÂ])[ ]",
                r"(?<=[a-z]\s[ÃÂ])[ ]",
                "(?<=^[ÃÂ])[ ]",
                f"(?<=[a-z.,?!{end}]Â)[ {quotes}]",
            ],
        ),
        (
            box,
            [
                f"(?<=[{accented}{money}{numeric}{quotes}{law}][{box}])",
                f"(?<=[{box}])[{kinds['kaomoji']}{end}{numeric}{law}]",
            ],
        ),
        (
            f"{box}{end}{money}{numeric}",
            [
                f"(?<=[{box}{end}{money}{numeric}])[{low}]",
                f"(?<=[{money}{numeric}{box}])[{start}]",
                f"(?<=[{low}{box}{end}][{money}])",
                f"(?<=[{accented}{money}{numeric}{box}{law}][{end}])[{start}]",
                "(?<=×)[²³]",
                "(?<=à[²µ¹¼½¾])",
                "(?<=√)[±∂†≠®™´≤≥¥µø]",
                "(?<=≈)[°¢]",
                "(?<=β€)[™\xa0Ά\xad®°]",
                "(?<=ā€)",
            ],
        ),
        (
            quotes,
            [
                f"(?<=[{accented}{box}{money}{end}][{start}])[{numeric}]",
                rf"(?<=[{accented}][{quotes}])\w",
                "(?<=‚)(?:Ä[ìîïòôúùû†°¢π]|[âó][àä°ê])",
            ],
        ),
        ("Œœ", ["(?<=[Œœ])[^A-Za-z]"]),
        ("Ђ", ["(?<=вЂ)", "(?<=ГўВЂ)В.[A-Za-z ]"]),
        (f"{cyrillic}µ", [f"(?<=[ВГРС][{cyrillic}µ])[ВГРС]", f"(?<=[ΒΓΞΟ][{cyrillic}])[ΒΓΞΟ]"]),
    ]
    return Sign.any_of(Sign(leading, tuple(alternatives)) for leading, alternatives in groups)
