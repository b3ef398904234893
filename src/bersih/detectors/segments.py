"""The languages of a text paragraph by paragraph: which stretches are in which."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from bersih.detectors.auto import Auto
from bersih.detectors.codes import check_codes
from bersih.detectors.detect import AUTO, detector_for
from bersih.detectors.function_words import Tallied, known_languages, tallied
from bersih.detectors.guess import Guess
from bersih.detectors.protocol import Detector
from bersih.detectors.script import by_script
from bersih.model.lines import Lines
from bersih.model.span import Span

# A line of so many code points is a paragraph; shorter ones that follow each other are looked at together. Of both so
# many are looked at.
_LOOK = 400
_PARAGRAPH = 60
# A language counts only if paragraphs that are surely in it hold this share of all, and so many code points.
_SURE = 0.6
_PLAIN = 0.9
_LEAST_SHARE = 0.1
_LEAST = 80
# A paragraph is in the language of the document as well where so many of its small words stand, no more of another, and
# these are so many of all that are small in any language. Where in so many code points none stands, it is not.
_FEWEST_OWN = 3
_OF_SMALL = 0.5
_NO_SMALL_WORD = 80
# Shorter lines go with the lines around them.
_SHORTEST = 20

# Stands for the language of a text of which all together tells none, though its parts may.
_NOBODYS = Guess("und", 0.0)


class Segment(NamedTuple):
    """A stretch of a text in one language."""

    span: Span
    """Code points; segments follow each other without a gap, and end with a line."""
    language: str
    """BCP 47."""
    score: float
    """0 to 1: how sure the detector is of its paragraphs, by their length."""


class _Block(NamedTuple):
    """Lines that are looked at together."""

    lines: list[int]
    text: str
    """What is looked at of them."""
    piece: Tallied
    """The small words in it."""

    @classmethod
    def of(cls, lines: Lines, indices: list[int]) -> "_Block":
        text = "\n".join([lines[index] for index in indices])[:_LOOK]
        return cls(indices, text, tallied(text))


class Languages(NamedTuple):
    """What languages a text is in."""

    whole: Guess | None
    """The language of most of it, or None where there is nothing to go by."""
    segments: list[Segment]
    """Its parts; empty where it is all in one language."""


def segments(text: str, detector: str = AUTO, *, languages: Iterable[str] = ()) -> list[Segment]:
    """Return the stretches of *text* in one language each; an empty list where it is all in one.

    Lines are paragraphs. A language counts only where paragraphs that are surely in it hold a tenth of the text; a
    foreign sentence inside a paragraph is not told. Short lines go with what stands around them.

    Args:
        text: at any length.
        detector: a name from `detector_names`.
        languages: those that it may be (BCP 47), if you know; any otherwise.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
        ValueError: where *languages* is no list of codes.
    """
    return find_languages(text, detector, languages).segments


def find_languages(text: str, detector: str = AUTO, languages: Iterable[str] = ()) -> Languages:
    """Return the language of *text* and of its parts; arguments and errors are those of `segments`."""
    asked = detector_for(detector, check_codes(languages, "languages"))
    lines = Lines(text)
    blocks = [_Block.of(lines, indices) for indices in _together(lines)]
    main = asked.plain(text, (block.piece for block in blocks)) if isinstance(asked, Auto) else None
    if main is None and any(map(str.isalpha, text)):
        main = asked.in_full(text) if isinstance(asked, Auto) else asked.guess(text)
    found = dict(_guesses(blocks, main or _NOBODYS, asked))
    present = _present({index: (guess, len(lines[index])) for index, guess in found.items()})
    if not present or (main is not None and present == [main.language]):
        return Languages(main, [])
    parts = list(_joined(lines, _settled(lines, found, present, detector)))
    return Languages(_of_most(parts), parts if len(parts) > 1 else [])


def shares(found: Iterable[Segment]) -> dict[str, float]:
    """Return the share of each language in the length of all segments, 0 to 1, the largest first."""
    lengths: Counter[str] = Counter()
    for segment in found:
        lengths[segment.language] += segment.span.end - segment.span.start
    return {language: length / lengths.total() for language, length in lengths.most_common()}


def _of_most(parts: list[Segment]) -> Guess:
    """Return the language that most of a text is in, and how sure that is of its *parts*."""
    language = next(iter(shares(parts)))
    own = [(part.score, part.span.end - part.span.start) for part in parts if part.language == language]
    return Guess(language, round(sum(score * length for score, length in own) / sum(length for _, length in own), 3))


def _guesses(blocks: list[_Block], main: Guess, asked: Detector) -> Iterator[tuple[int, Guess]]:
    """Yield the language of each line that says one, by itself or with the short lines around it."""
    place = _place_of(main.language)
    same = Guess(main.language, max(main.score, _PLAIN))
    for block in blocks:
        is_in = _is_in(block, place) if place is not None else _is_in_script(block, main.language)
        if is_in is None or len(block.text) < _PARAGRAPH:
            continue
        guess = same if is_in else asked.guess(block.text)
        if guess is not None:
            found = _of_same_base(guess, main)
            yield from ((index, found) for index in block.lines)


def _of_same_base(guess: Guess, main: Guess) -> Guess:
    """Return *guess*, with the script of *main* where only that is known: a short line in Chinese."""
    return Guess(main.language, guess.score) if main.language.startswith(f"{guess.language}-") else guess


def _is_in_script(block: _Block, language: str) -> bool:
    """Return whether nearly all letters of *block* are in the script of a *language* that is told by its script."""
    found = by_script(block.text)
    return found is not None and found.score >= _PLAIN and found.language == language


def _is_in(block: _Block, place: int) -> bool | None:
    """Return whether *block* is plainly in the language at *place*, or None where nothing says that it is not.

    A glance at the small words of a part of a document: nearly all parts are in the language of the whole.
    """
    found = block.piece.counts()
    ours, most = found[place], max(found)
    if by_script(block.text):
        return False
    if ours == most >= max(_FEWEST_OWN, _OF_SMALL * len(block.piece.small)):
        return True
    if not ours and len(block.text) >= _NO_SMALL_WORD:
        return False
    return None if most <= ours + 1 and ours < _FEWEST_OWN else False


@cache
def _place_of(language: str) -> int | None:
    """Return the place of *language* in the counts of small words, or None where it has none."""
    known = known_languages()
    language = language.partition("-")[0]
    return known.index(language) if language in known else None


def _together(lines: Lines) -> Iterator[list[int]]:
    """Yield lines that are looked at together: short ones that follow each other, a long one alone."""
    block: list[int] = []
    length = 0
    for index, line in enumerate(lines):
        if len(line) >= _PARAGRAPH:
            if block:
                yield block
            yield [index]
            block, length = [], 0
        elif not lines.is_blank(index):
            block.append(index)
            length += len(line)
            if length >= _LOOK:
                yield block
                block, length = [], 0
    if block:
        yield block


def _present(found: dict[int, tuple[Guess, int]]) -> list[str]:
    """Return the languages that count, the commonest first, of paragraphs with their guesses and lengths."""
    lengths: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for guess, length in found.values():
        lengths[guess.language] += length
        if guess.score >= _SURE:
            sure[guess.language] += length
    least = max(_LEAST, _LEAST_SHARE * lengths.total())
    return [language for at, (language, _) in enumerate(lengths.most_common()) if not at or sure[language] >= least]


def _settled(lines: Lines, found: dict[int, Guess], present: list[str], detector: str) -> dict[int, Guess]:
    """Return the language of each line that says one, all of them among those *present*."""
    among = detector_for(detector, tuple(sorted(present)))
    settled: dict[int, Guess] = {}
    for index, line in enumerate(lines):
        guess = found.get(index)
        if guess is None or guess.language not in present:
            guess = among.guess(line[:_LOOK]) if len(line) >= _SHORTEST and any(map(str.isalpha, line)) else None
        if guess is not None and guess.language in present:
            settled[index] = guess
    return settled


def _joined(lines: Lines, settled: dict[int, Guess]) -> Iterator[Segment]:
    """Yield the segments: lines of one language that follow each other, with those between and around them."""
    start, language, weighed, length = 0, "", 0.0, 0
    for index, guess in settled.items():
        if language and guess.language != language:
            end = lines.starts[index]
            yield Segment(Span(start, end), language, round(weighed / length, 3))
            start, weighed, length = end, 0.0, 0
        language = guess.language
        weighed += guess.score * len(lines[index])
        length += len(lines[index])
    yield Segment(Span(start, len(lines.text)), language, round(weighed / length, 3))
