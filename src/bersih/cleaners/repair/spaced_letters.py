"""Words whose letters were set apart by spaces ("P U B L I S I T A S")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from bersih.chain.cleaner import Needs, in_each_language
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.rules.letter_rows import is_list
from bersih.rules.lexicon import provenance, strong_words

_NAME = "repair.spaced_letters"
_CATEGORY = "repair.spaced-letters"

# Spaces that letters are set apart by: the common one, and all narrow and no-break ones.
_GAPS = " \u00a0\u2000-\u200a\u202f"
_SIGN = re.compile(rf"[{_GAPS}][^\W\d_][{_GAPS}][^\W\d_][{_GAPS}][^\W\d_](?!\w)")
_NEEDS = Needs(search=_SIGN)
# Single letters, each behind one to four spaces; no initials ("J. R."), no part of a formula or an address.
_ROW = re.compile(
    rf"(?<![^\s(\[{{«“”„\"'‘–—|:*#=_])[^\W\d_](?:[{_GAPS}]{{1,4}}+[^\W\d_](?!\w)){{2,200}}+"
    rf"(?![^\s)\]}}»“”\"'’.,;:!?–—|*#=_])(?!['’]\w)"
)
_CHARACTERS = "\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3"
# Four to eight characters of Han, kana or Hangul alone on their line: three are "small, medium, large".
_HEADING = re.compile(
    rf"[ \t]*(?P<row>[{_CHARACTERS}](?:(?P<gap>[ \u3000])[{_CHARACTERS}])(?:(?P=gap)[{_CHARACTERS}]){{2,6}})[ \t]*\r?"
)
_NEEDS_CHARACTERS = Needs(search=re.compile(rf"{_SIGN.pattern}|[{_CHARACTERS}][ \u3000][{_CHARACTERS}][ \u3000]"))
_CHARACTER_LANGUAGES = ("zh", "ja", "ko")

# Two figures or more and no word: values of letters, votes, a scale.
_FIGURES = re.compile(r"\W*+\d++\W++\d[\d\W]*+")

# One word of five letters, or two of four: shorter ones are too often abbreviations in the lexicon.
_LONG, _SHORT, _SHORTEST = 5, 4, 2
# As many rows of as many letters, one below the other, are a puzzle.
_PUZZLE = 3

_ALONE, _WITHIN = 0.9, 0.5
"""Confidence of words alone on their line, and of those in running text, where a word may be spelt out."""
_CHARACTERS_ALONE = 0.8
"""Confidence of a heading in characters: no lexicon was asked."""


class _Row(NamedTuple):
    """Single letters in a row. Offsets are in the text."""

    letters: int
    words: tuple[tuple[int, int, str], ...] | None
    """(start, end, joined) of each word; None where they are not all words, and none where all are short."""
    alone: bool
    """Whether the line holds nothing else."""


@dataclass(frozen=True)
class SpacedLetters:
    """Join letters that were set apart: "P U B L I S I T A S" becomes "PUBLISITAS".

    Between letters stands one space of one kind, between words two or more, or one of another kind. They are
    joined only where each result is a common word of the document's language or of English, or one of
    *words*; in running text, where a word may be spelt out, it is kept and reported. Leaves alone: rows in
    the order of an alphabet or a keyboard, notes, grades, answers and genomes, puzzles, initials, and words
    parted by a single space like their letters.
    """

    words: tuple[str, ...] = ()
    """Further words: names of publications, say. Case does not count."""
    characters: bool = False
    """Join rows of four to eight characters of Chinese, Japanese or Korean too, alone on their line; no lexicon
    is asked, and names set apart for a list would be joined."""

    name = _NAME

    @property
    def needs(self) -> Needs:
        """Three letters, or characters if they are asked for, each behind a space."""
        return _NEEDS_CHARACTERS if self.characters else _NEEDS

    @property
    def fingerprint(self) -> str:
        """Where the lexicon is from."""
        return provenance()

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each word."""
        language = doc.base_language
        lines = Lines(doc.text)
        rows: dict[int, list[_Row]] = {}
        for index, line in enumerate(lines):
            if found := list(self._rows(line, lines.starts[index], language) if _SIGN.search(f" {line}") else ()):
                rows[index] = found
        puzzles = _puzzles(rows) | _beside_figures(rows, lines)
        for index, found in rows.items():
            if index not in puzzles:
                for row in found:
                    yield from _edits(row)
        if self.characters and language in _CHARACTER_LANGUAGES:
            yield from _headings(lines)

    def _rows(self, line: str, at: int, language: str) -> Iterator[_Row]:
        """Yield each row of letters in *line*, which starts *at* this offset."""
        for found in _ROW.finditer(line):
            pieces = list(_pieces(found[0], at + found.start()))
            alone = not re.search(r"\w", line[: found.start()] + line[found.end() :])
            letters = sum(len(word) for _, _, word in pieces)
            known = not is_list("".join(word for _, _, word in pieces).casefold()) and all(
                self._is_word(word, language) for _, _, word in pieces
            )
            words = tuple(pieces) if _are_long([len(word) for _, _, word in pieces]) else ()
            yield _Row(letters, words if known else None, alone)

    def _is_word(self, word: str, language: str) -> bool:
        if not (word.isupper() or word[1:].islower()):
            return False
        word = word.casefold()
        own = {each.casefold() for each in self.words}
        return word in own or word in strong_words(language) or word in strong_words("en")


def _are_long(lengths: list[int]) -> bool:
    """Return whether words of these *lengths* are surely no abbreviations."""
    longest, second = [*sorted(lengths, reverse=True), 0][:2]
    return min(lengths) >= _SHORTEST and (longest >= _LONG or second >= _SHORT)


def _pieces(row: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, joined) of each word in *row*: the first space parts letters, and any other parts words."""
    gap = row[1]
    start = 0
    for space in re.finditer(rf"[{_GAPS}]+", row):
        if space[0] != gap:
            yield at + start, at + space.start(), row[start : space.start()].replace(gap, "")
            start = space.end()
    yield at + start, at + len(row), row[start:].replace(gap, "")


def _puzzles(rows: dict[int, list[_Row]]) -> set[int]:
    """Return the lines beside a row that is no word, and those of three rows or more of as many letters."""
    puzzles: set[int] = set()
    alike: list[int] = []
    for index in rows:
        if any(row.words is None for near in (index - 1, index + 1) for row in rows.get(near, ())):
            puzzles.add(index)
    for before, index in pairwise([-2, *rows]):
        if before + 1 == index and _letters(rows[before]) == _letters(rows[index]):
            alike.append(index)
        else:
            alike = [index]
        if len(alike) >= _PUZZLE:
            puzzles.update(alike[-_PUZZLE:])
    return puzzles


def _beside_figures(rows: dict[int, list[_Row]], lines: Lines) -> set[int]:
    """Return the lines of *rows* above or below figures: values of their letters."""
    return {
        index
        for index in rows
        for near in (index - 1, index + 1)
        if 0 <= near < len(lines) and _FIGURES.fullmatch(lines[near])
    }


def _letters(rows: list[_Row]) -> int:
    return sum(row.letters for row in rows)


def _edits(row: _Row) -> Iterator[Edit]:
    """Yield an edit for each word of *row*."""
    for start, end, joined in row.words or ():
        reason = f"“{joined}” is a word whose letters were set apart" + (
            "." if row.alone else ", unless it is spelt out on purpose."
        )
        yield Edit(start, end, joined, _NAME, _CATEGORY, _ALONE if row.alone else _WITHIN, reason)


def _headings(lines: Lines) -> Iterator[Edit]:
    """Yield an edit for each line that is a heading of characters set apart, and no list of them."""
    for index, line in enumerate(lines):
        found = _HEADING.fullmatch(line)
        if found is None:
            continue
        joined = found["row"].replace(found["gap"], "")
        if len(set(joined)) > 1 and not is_list(joined):
            at = lines.starts[index]
            reason = f"“{joined}” stands alone on its line, its characters set apart."
            yield Edit(
                at + found.start("row"), at + found.end("row"), joined, _NAME, _CATEGORY, _CHARACTERS_ALONE, reason
            )
