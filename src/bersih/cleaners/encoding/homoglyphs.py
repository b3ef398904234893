"""Letters of another script that look like the one meant: a Cyrillic U+0441 for the "c" of "control"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bersih.chain.cleaner import Needs
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.rules.look_alikes import look_alikes

Script = Literal["latin", "cyrillic", "greek"]

_LATIN, _OTHER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff", "\u0370-\u052f\u1f00-\u1fff"

_OF: dict[Script, re.Pattern[str]] = {
    "latin": re.compile(f"[{_LATIN}]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
# A Latin and another letter side by side.
_SIGN = re.compile(f"[{_OTHER}](?:(?<=[{_LATIN}][{_OTHER}])|(?=[{_LATIN}]))")
# A word of letters, and nothing that goes on an address, a path or a name of a program.
_WORD = re.compile(r"(?<![\w@/\\])(?<!\w\.)[^\W\d_]++(?![\w@/\\]|\.\w)")

# Signs of UTF-8 read as windows-1251 or 1253: a foreign capital behind a small letter, or before an odd sign.
_MISREAD = re.compile(
    "(?<=[a-z\u00df-\u00ff])[\u0386-\u03ab\u0402-\u042f]"
    "|[\u0386-\u03ab\u0402-\u042f](?=[^\x00-\x7f\\w\u00bb\u2013\u2014\u2019\u201c\u201d\u2026])"
)

# The share of a line's letters, and of a word's, that must be of its script (evidence: mixed words on web pages).
_LINE_SHARE = 0.6
_WORD_SHARE = 0.6
# So many mixed words make sure that a line was tampered with: then words are repaired that alone prove nothing.
_TAMPERED = 2


@dataclass(frozen=True)
class Homoglyphs:
    """Write letters of another script that look like the line's own in a word as those.

    A word is repaired where at least 60 % of its letters are of the script that the line is in, and
    every other letter looks like one of it. In a line with two such words, words of look-alikes alone
    and evenly mixed ones are repaired too, unless it has a word that is really of the other script.
    Leaves alone: addresses, words with a letter that only the other script has, lines of two scripts,
    and lines that look misread.
    """

    scripts: tuple[str, ...] = ("latin", "cyrillic", "greek")
    """The scripts of the lines that are looked at: latin, cyrillic, greek."""

    name = "encoding.homoglyphs"
    needs = Needs(search=_SIGN, non_ascii=True)

    def __post_init__(self) -> None:
        """Refuse a script that nothing is known about.

        Raises:
            ValueError: where one of the scripts is not known.
        """
        for script in self.scripts:
            if script not in _OF:
                msg = f"there is no table of letters that look like {script!r}; there are {', '.join(_OF)}."
                raise ValueError(msg)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each letter."""
        lines = Lines(doc.text)
        for index, line in enumerate(lines):
            if _SIGN.search(line) is None:
                continue
            script = _script(line)
            if script is None or script not in self.scripts or (script == "latin" and _MISREAD.search(line)):
                continue
            start = lines.starts[index]
            alike = look_alikes(script)
            for word in _damaged(line, script, alike):
                for at in range(word.start(), word.end()):
                    if _OF[script].match(line[at]) is None:
                        reason = (
                            f"In “{word[0]}”, a letter of another script (U+{ord(line[at]):04X}) looks like this one."
                        )
                        yield Edit(
                            start + at, start + at + 1, alike[line[at]], self.name, "encoding.homoglyph", 1.0, reason
                        )


def _script(line: str) -> Script | None:
    """Return the script that *line* is in, or None if it is in two, or in none that is known."""
    letters = {script: len(pattern.findall(line)) for script, pattern in _OF.items()}
    script: Script = max(letters, key=lambda each: letters[each])
    return script if letters[script] and letters[script] >= _LINE_SHARE * sum(letters.values()) else None


def _damaged(line: str, script: Script, alike: dict[str, str]) -> list[re.Match[str]]:
    """Return the words of *line* to repair."""
    sure: list[re.Match[str]] = []
    likely: list[re.Match[str]] = []
    really_other = False
    for word in _WORD.finditer(line):
        own = len(_OF[script].findall(word[0]))
        if own == len(word[0]):
            continue
        if all(letter in alike for letter in word[0] if _OF[script].match(letter) is None):
            (sure if own >= _WORD_SHARE * len(word[0]) else likely).append(word)
        elif not own:
            really_other = True
    return sure if really_other or len(sure) < _TAMPERED else sure + likely
