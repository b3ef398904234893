"""The repair of one line of mojibake: every way that is known, the surest first."""

import re

from bersih.mojibake.runs import repaired_runs
from bersih.mojibake.steps import Repaired, one_step
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
        after, step = _next(line)
        if after == line:
            break
        line = after
        steps.append(step)
    return Repaired(line, tuple(steps))


def _next(line: str) -> tuple[str, str]:
    """Return *line* after its next step of repair, and the name of the step."""
    strict = _strict(line)
    if strict is not None:
        return strict, "UTF-8 read as latin-1 or windows-1252"
    found = undone(line)
    if found is not None:
        return found
    after, step = one_step(line)
    if after != line and step.endswith("part of the line"):
        runs = repaired_runs(line)
        if runs != line:
            return runs, "UTF-8 read as windows-1252, in part of the line"
    if after != line:
        return after, step
    runs = repaired_runs(line)
    # What ftfy leaves as a whole is repaired for more than one pair of characters: "DrÃ¥ber" may be meant.
    if len(line) - len(runs) > 1:
        return runs, "UTF-8 read as windows-1252, in part of the line"
    return line, ""


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
