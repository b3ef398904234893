"""The detector auto: each text is asked of the cheapest detector that is sure of it.

1. `script`: the letters of one language alone;
2. `function_words`: running text, told by its small words without a doubt;
3. `py3langid`;
4. `cld2`, where it is installed: for the four languages that py3langid does not know, and for Indonesian and Malay
   where py3langid is in doubt.

The figures that decided this, and what stays in doubt: docs/languages.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bersih.detectors import function_words, script
from bersih.detectors.cld2 import Cld2
from bersih.detectors.function_words import Tallied
from bersih.detectors.guess import Guess, among, sample_of_bytes
from bersih.detectors.prepare import prepared
from bersih.detectors.protocol import Detector
from bersih.detectors.py3langid import Py3langid
from bersih.errors import MissingExtraError

NAME = "auto"

# Bytes looked at by the full detectors, and where they leave a doubt more.
_SIZES = (500, 1000)
_ENOUGH = 0.7
# Below this score CLD2 is asked as well.
_SURE = 0.9
# Below this score py3langid's answer is as good as none: of 56 texts in no language none scores more.
_LEAST = 0.15
# What py3langid does not know and CLD2 does, at which share; and what py3langid calls them, whatever its score.
_OTHERS = frozenset({"ceb", "mi", "su", "yi"})
_OTHERS_SHARE = 0.5
_CALLED = frozenset({"bcl", "hbo", "he", "id", "jv", "ki", "ltg", "lv", "tl"})
# Below these scores CLD2 says which of the two it is.
_NEIGHBOURS_SURE = {"id": 0.6, "ms": 0.7}


@dataclass(frozen=True)
class Auto:
    """The detector; answers with one of *languages* where some are given."""

    languages: tuple[str, ...] = ()
    first: Py3langid = field(init=False)
    second: Cld2 | None = field(init=False)
    """None where it was not installed when this was made."""

    def __post_init__(self) -> None:
        """Find out what is installed, once."""
        object.__setattr__(self, "first", Py3langid(self.languages))
        try:
            second = Cld2(self.languages)
        except MissingExtraError:
            second = None
        object.__setattr__(self, "second", second)

    def guess(self, text: str) -> Guess | None:
        """Return the likeliest language of *text*, or None where there is nothing to go by."""
        found = self.plain(text)
        return self.in_full(text) if found is None else found

    def in_full(self, text: str) -> Guess | None:
        """Return the same without a look at script and small words."""
        found: Guess | None = None
        for size in _SIZES:
            found = self._in_full(prepared(sample_of_bytes(text, size)))
            if len(text) <= size or (found is not None and found.score >= _ENOUGH):
                break
        return found

    def plain(self, text: str, pieces: Iterable[Tallied] | None = None) -> Guess | None:
        """Return the language of *text* where its script or its small words leave no doubt.

        *pieces* are those words, where they are known already.
        """
        found = script.by_script(text)
        if found is None:
            found = function_words.by_words(text) if pieces is None else function_words.by_tallies(pieces)
        return among(found, self.languages)

    def provenance(self) -> str:
        """Return the names and versions of all that answer."""
        asked: list[Detector] = [script.detector(), function_words.detector(), self.first]
        if self.second is not None:
            asked.append(self.second)
        return f"{NAME} ({', '.join(each.provenance() for each in asked)})"

    def _in_full(self, text: str) -> Guess | None:
        """Return the likeliest language of all of *text*, which is prepared."""
        if not any(map(str.isalpha, text)):
            return None
        first = self.first.guess_all(text)
        if self.second is not None and (first is None or first.score < _SURE or first.language in _CALLED):
            first = _weighed(first, self.second.guess_all(text))
        return first if first is not None and first.score >= _LEAST else None


def detector(languages: tuple[str, ...] = ()) -> Auto:
    """Return the detector, with CLD2 if that is installed now."""
    return Auto(languages)


def _weighed(first: Guess | None, second: Guess | None) -> Guess | None:
    """Return what py3langid says, *first*, or CLD2, *second*: where only that knows the language, and id from ms."""
    if second is None:
        return first
    if second.language in _OTHERS and second.score >= _OTHERS_SHARE:
        return second
    if first is None or second.language not in _NEIGHBOURS_SURE:
        return first
    if first.language == second.language:
        return Guess(first.language, round(first.score + (1 - first.score) * second.score / 2, 6))
    return Guess(second.language, first.score) if first.score < _NEIGHBOURS_SURE.get(first.language, 0.0) else first
