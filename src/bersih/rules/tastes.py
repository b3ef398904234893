"""What one reader takes for content and another for boilerplate: dates, repeated paragraphs, comments, biographies.

These verdicts have categories of their own, which the presets leave switched off.
"""

from collections.abc import Iterator

from bersih.layout.dates import LONGEST, is_date
from bersih.layout.shape import is_prose
from bersih.model.lines import Lines
from bersih.model.removal import Verdict
from bersih.rules.surroundings import Surroundings

# Shorter lines repeat in tables, lists and dialogues.
_SHORTEST_PARAGRAPH = 60
_COMMENTS = "boilerplate.comments"
_AUTHOR = "boilerplate.author"


def tastes(around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield verdicts on lines that are a matter of taste."""
    yield from _dates(around)
    yield from _repeated(around.lines)
    yield from _comments(around)
    yield from _biographies(around)


def _dates(around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield dates alone on a line outside the main text, or right below the title."""
    for index, line in enumerate(around.lines):
        if 0 < len(line) <= LONGEST and is_date(line) and (around.zone(index) != "body" or index <= around.first + 2):
            yield index, Verdict("layout.date", "boilerplate.date", 0.95, "The line is nothing but a date.")


def _repeated(lines: Lines) -> Iterator[tuple[int, Verdict]]:
    """Yield paragraphs that stood in the document before."""
    long = [line.strip() for line in lines if len(line) >= _SHORTEST_PARAGRAPH]
    if len(set(long)) == len(long):
        return
    seen: set[str] = set()
    for index, line in enumerate(lines):
        shown = line.strip()
        if len(shown) < _SHORTEST_PARAGRAPH:
            continue
        if shown in seen:
            reason = "The paragraph stands in the document before, word for word."
            yield index, Verdict("layout.repeated", "boilerplate.duplicate", 0.9, reason)
        seen.add(shown)


def _comments(around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield what stands below the heading of a comment section, down to a line that opens another section."""
    matches = around.matches
    if not any(match.rule.category == _COMMENTS for match in matches.values()):
        return
    below = False
    for index in range(around.first_below, len(around.lines)):
        match = matches.get(index)
        if match is not None:
            below = match.rule.category == _COMMENTS or (below and match.rule.category != "boilerplate.related")
        elif below and not around.lines.is_blank(index):
            reason = "Below the heading of the comments."
            yield index, Verdict("layout.comments", "boilerplate.comment-text", 0.9, reason)


def _biographies(around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield the paragraph after a line that announces an author's biography."""
    for index, match in around.matches.items():
        if match.rule.category != _AUTHOR or match.rest:
            continue
        after = next(around.below(index), None)
        if after is not None and after not in around.matches and is_prose(around.lines[after]):
            yield after, Verdict(match.name, _AUTHOR, match.confidence * 0.9, f"The paragraph after “{match.marker}”.")
