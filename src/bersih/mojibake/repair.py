"""The repair of one line of mojibake: every way that is known, the surest first."""

import re

from bersih.mojibake.runs import repaired_runs
from bersih.mojibake.steps import Repaired, Step, one_step
from bersih.mojibake.suspicion import is_bad
from bersih.mojibake.wrong_codec import undone

# One pair between capitals is a word in capitals before a no-break space: "MISUTÂ AJIKKO".
_IN_CAPITALS = re.compile("[^\x80-\xff]*[A-Z][\xc2-\xc5]\xa0[A-Z][^\x80-\xff]*")
# All C1 controls but the five that windows-1252 leaves undefined; what was lost before.
_NOT_1252 = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f\ufffd]")
# A line is decoded wrongly once, sometimes twice; three times has been seen.
_MOST_STEPS = 8


def repair(line: str) -> Repaired:
    """Return *line* repaired, and what was undone.

    First UTF-8 read as Latin-1 or windows-1252, if the whole line is that; then the encodings that ftfy
    does not know, since it would take them for others and damage the line further; then what ftfy does;
    then run by run.
    """
    if _IN_CAPITALS.fullmatch(line):
        return Repaired(line)
    steps: list[str] = []
    while len(steps) < _MOST_STEPS:
        step = _next(line)
        if step.text == line:
            break
        line = step.text
        steps.append(step.name)
    return Repaired(line, tuple(steps))


def _next(line: str) -> Step:
    """Return *line* after its next step of repair; as it is where nothing is left to repair."""
    strict = _strict(line)
    if strict is not None:
        return Step(strict, "UTF-8 read as latin-1 or windows-1252")
    found = undone(line)
    if found is not None:
        return Step(*found)
    step = one_step(line)
    changed = step.text != line
    if changed and not step.in_part:
        return step
    runs = repaired_runs(line)
    # What ftfy leaves as a whole is repaired for more than one pair of characters: "DrÃ¥ber" may be meant.
    if runs != line if changed else len(line) - len(runs) > 1:
        return Step(runs, "UTF-8 read as windows-1252, in part of the line", in_part=True)
    return step


def _strict(line: str) -> str | None:
    """Return *line* if the whole of it is UTF-8 once it is bytes of Latin-1 or windows-1252 again, and it looks bad."""
    if not is_bad(line):
        return None
    # windows-1252 has characters for most of the C1 controls: where one stands, another encoding was read. And the
    # sloppy codec takes U+FFFD for a control, which it never was.
    for encoding in ("latin-1",) if _NOT_1252.search(line) else ("latin-1", "sloppy-windows-1252"):
        try:
            return line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None
