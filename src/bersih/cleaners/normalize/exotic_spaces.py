"""Spaces of another width or kind, where a plain one was meant."""

import re
from collections.abc import Iterator

from bersih.chain.cleaner import Needs, cleaner
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "normalize.exotic_spaces"

_NO_BREAK = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_WIDTHS = "\u2000-\u200a\u205f\u3000"
_RUN = re.compile(f"[{_NO_BREAK}{_NARROW}{_WIDTHS}]++")
_KIND = {_NO_BREAK: "no-break space", _NARROW: "narrow no-break space", "\u3000": "ideographic space"}

# Typography sets a space that does not break, or a thin one, before these and behind those (Lexique des règles
# typographiques en usage à l'Imprimerie nationale, 2002), and between the groups of a number (ISO 80000-1).
_BEFORE = frozenset(":;!?%\u2030\u00bb\u203a")
_BEHIND = frozenset("\u00ab\u2039")

# Han and kana, whose texts have no spaces but such; Korean has plain ones.
_CJK = re.compile(
    "[\u2e80-\u2fff\u3001-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\U00016fe0-\U0003ffff]"
)

# UTF-8 read as windows-1252, in which a no-break space is half of a letter ("Ã" and it are "à"). Twice in a line: one
# may be a capital before a quote.
_MISREAD = re.compile("[\u00c2-\u00ef][\x80-\x9f\u00a1-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_MOST_MISREAD = 1

# A page whose editor writes no-break spaces has them nearly everywhere; a typographer sets them here and there: at
# most 3 of 11 spaces in a line (57 in 28 lines of news in 10 languages).
_NOISE_SHARE = 0.5
_LEAST = 2


@cleaner(_NAME, needs=Needs(search=_RUN, non_ascii=True))
def exotic_spaces(doc: Document) -> Iterator[Edit]:
    """Write thin, en, em and ideographic spaces as plain ones, and no-break spaces where they are noise.

    No-break spaces are noise in a line where they are more than half of all spaces, and beside a plain
    space. Leaves alone: other no-break spaces ("10 kg", Czech "v Praze", Mongolian suffixes); every space
    before ``: ; ! ? % »``, behind ``«`` and between digits; spaces of another width beside Han or kana,
    and ideographic ones in a line with any; the beginning and the end of a line; the number of spaces,
    which is for `normalize.spaces`; lines that look misread.
    """
    lines = Lines(doc.text)
    for index, line in enumerate(lines):
        if _RUN.search(line) is None or len(_MISREAD.findall(line)) > _MOST_MISREAD:
            continue
        at = lines.starts[index]
        has_cjk = _CJK.search(line) is not None
        found = [run for run in _RUN.finditer(line) if not _is_meant(line, run, has_cjk=has_cjk)]
        count = sum(len(run[0]) for run in found if _is_no_break(run[0]))
        noise = count >= _LEAST and count > _NOISE_SHARE * (count + line.count(" "))
        for run in found:
            start, end = run.span()
            if noise or not _is_no_break(run[0]) or " " in (line[start - 1], line[end]):
                reason = f"A {_KIND.get(run[0][0], 'space of another width')} where a plain one does."
                yield Edit(at + start, at + end, " " * len(run[0]), _NAME, "normalization.space", 1.0, reason)


def _is_meant(line: str, run: re.Match[str], *, has_cjk: bool) -> bool:
    """Return whether *run* stands where a writer would set such spaces, or where its width is layout."""
    before, after = line[run.start() - 1 : run.start()], line[run.end() : run.end() + 1]
    if not before or not after or after in _BEFORE or before in _BEHIND or (before.isdigit() and after.isdigit()):
        return True
    if not has_cjk or _is_no_break(run[0]):
        return False
    return "\u3000" in run[0] or _CJK.match(before) is not None or _CJK.match(after) is not None


def _is_no_break(run: str) -> bool:
    """Return whether *run* holds nothing but no-break spaces."""
    return not run.strip(_NO_BREAK + _NARROW)
