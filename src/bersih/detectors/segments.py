"""The languages of a text paragraph by paragraph: which stretches are in which."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bersih.detectors.detect import AUTO, detect, detector_for
from bersih.detectors.function_words import small_words, words_of_neighbours, words_of_others
from bersih.detectors.guess import Guess
from bersih.model.lines import Lines
from bersih.model.span import Span

# A line of so many code points is a paragraph that says its own language; of a longer one so many are looked at.
_PARAGRAPH = 60
_LOOK = 400
# A language counts only if paragraphs that are surely in it hold this share of all, and so many code points.
_SURE = 0.6
_PLAIN = 0.9
_LEAST_SHARE = 0.1
_LEAST = 80
# A line is in the language of the document as well where so many of its small words stand, and so many times as many
# as of those that only other languages have.
_FEWEST_OWN = 3
_TIMES = 3
# Shorter lines go with the lines around them.
_SHORTEST = 20


class Segment(NamedTuple):
    """A stretch of a text in one language."""

    span: Span
    """Code points; segments follow each other without a gap, and end with a line."""
    language: str
    """BCP 47."""
    score: float
    """0 to 1: how sure the detector is of its paragraphs, by their length."""


def segments(text: str, detector: str = AUTO, *, languages: Iterable[str] = ()) -> list[Segment]:
    """Return the stretches of *text* in one language each, or an empty list where all is in the one that `detect` says.

    Lines are paragraphs. A language counts only where paragraphs that are surely in it hold a tenth of the text; a
    foreign sentence inside a paragraph is not told. Short lines go with what stands around them.

    Args:
        text: at any length.
        detector: a name from `detector_names`.
        languages: those that it may be (BCP 47), if you know; any otherwise.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
    """
    return segments_of(text, detect(text, detector, languages=languages), detector, tuple(languages))


def segments_of(text: str, main: Guess | None, detector: str, languages: tuple[str, ...] = ()) -> list[Segment]:
    """Return the same, where the language of the whole of *text* is known to be *main*."""
    lines = Lines(text)
    paragraphs = [index for index, line in enumerate(lines) if len(line) >= _PARAGRAPH]
    if len(paragraphs) < 2:
        return []
    asked = detector_for(detector, languages)
    found: dict[int, Guess] = {}
    for index in paragraphs:
        line = lines[index]
        if main is not None and _is_in(line, main.language):
            found[index] = Guess(main.language, max(main.score, _PLAIN))
        elif guess := asked.guess(line[:_LOOK]):
            found[index] = guess
    present = _present({index: (guess, len(lines[index])) for index, guess in found.items()})
    if not present or (main is not None and present == [main.language]):
        return []
    return list(_joined(lines, _settled(lines, found, present, detector)))


def shares(found: Iterable[Segment]) -> dict[str, float]:
    """Return the share of each language in the length of all segments, 0 to 1, the largest first."""
    lengths: Counter[str] = Counter()
    for segment in found:
        lengths[segment.language] += segment.span.end - segment.span.start
    return {language: length / lengths.total() for language, length in lengths.most_common()}


def _is_in(line: str, language: str) -> bool:
    """Return whether *line* is plainly in *language* as well: a glance, for nearly all lines are."""
    own = small_words(language.partition("-")[0])
    if not own:
        return False
    words = set(line[:_LOOK].lower().split())
    ours = len(words & own)
    if ours < max(_FEWEST_OWN, _TIMES * len(words & words_of_others(language.partition("-")[0]))):
        return False
    return words.isdisjoint(words_of_neighbours(language.partition("-")[0]))


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
    among = detector_for(detector, tuple(present))
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
