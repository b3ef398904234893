"""What stands below a text that has been signed: the list of topics it is filed under."""

from collections.abc import Iterator

from bersih.layout.shape import ends_sentence
from bersih.layout.signature import is_initials
from bersih.model.removal import Verdict
from bersih.rules.surroundings import Surroundings

_SIGNED = "The line is nothing but initials, below the text."
_AFTER = "A line after the initials that end the text."
# Longer lines may be a paragraph that was left over.
_LONGEST_TOPIC = 60
_MOST_LINES = 16
_OPENING = ("(", "[")


def below_signature(around: Surroundings) -> Iterator[tuple[int, Verdict]]:
    """Yield verdicts on initials alone on a line below the text, and on the short lines after the last of them.

    What stands after the initials to the end of the text is a list of topics where its lines are in small
    letters: a title or subheading has a capital. A line with capitals or a stop goes with less confidence.
    """
    lines = around.lines
    signed = [index for index, line in enumerate(lines) if line.lstrip()[:1] in _OPENING and is_initials(line)]
    signed = [index for index in signed if index >= around.first_below]
    for index in signed:
        yield index, Verdict("layout.signature", "boilerplate.signature", 0.92, _SIGNED)
    if not signed:
        return
    after = [index for index in range(signed[-1] + 1, len(lines)) if not lines.is_blank(index)]
    if len(after) > _MOST_LINES:
        return
    small = sum(not any(map(str.isupper, lines[index])) for index in after)
    for index in after:
        line = lines[index].strip()
        if len(line) > _LONGEST_TOPIC or ends_sentence(line):
            continue
        sure = 0.9 if not any(map(str.isupper, line)) else 0.85 if small > len(after) / 2 else 0.7
        yield index, Verdict("layout.topics", "boilerplate.tags", sure, _AFTER)
