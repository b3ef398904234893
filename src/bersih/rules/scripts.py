"""Scripts of advertisement services in running text: where one begins, where it ends, and what is a listing instead."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from bersih.errors import PackError
from bersih.io.toml import read_toml
from bersih.model.span import Span

_FILE = Path(__file__).parent / "lexicons" / "ad_tech.toml"

# What stands before a name in the statement that it is part of.
_BEFORE = re.compile(
    r"(?:[!(;]|\b(?:var|let|const|new)\s|\b(?:window|self|top|parent)\.|\btypeof\s|\bif\s*\(|\btry\s*\{"
    r"|\bfunction\s*\w{0,20}\s*\([\w\s,]{0,40}\)\s*\{)\s*"
)
_REACH = 80
# A snippet that is one function, with the name in its first lines: "!function(f,b,e,v,n,t,s) {if(f.fbq)return;".
_WRAPPER = re.compile(r"[!(;]function\s*\([\w\s,$]{0,60}\)\s*\{")
_WRAPPED = re.compile(r"\)\s*return\b")
_USED = re.compile(r"\s*(?:=(?!=)\s*\S|\.[A-Za-z_]\w*\s*[.=(\[]|\(\s*['\"\[{)f]|\(\)|\[\s*['\"]|\s*\|\||\.push)")
_SIGNS = re.compile(r"[\"'`(){}\[\];\n]")
_CLOSES = {")": "(", "]": "[", "}": "{"}
# What follows a statement where the script goes on.
_MORE = re.compile(
    r"\s*(?:[\w$]+(?:\.[\w$]+)*\s*(?:=[^=]|\(\s*['\"\[{)]|\(function|\.push\b)|[(!]function\b|[{})]|;|//|/\*"
    r"|(?:var|let|const|function|return|new)\s+[\w$]+\s*[=(;.]|(?:if|for|while|try|catch)\s*[({])"
)
_CALL_ENDS = re.compile(r"\s*(?:$|\n|(?<=[)}])[A-ZÀ-Þ\"“]|\s[A-ZÀ-Þ\"“])")
# No snippet of a service is longer; text in which a bracket stays open so long is none.
_LONGEST = 6000
_LONGEST_STRING = 1000

_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)", re.MULTILINE)
_CODE_LINE = re.compile(r"[;{}]\s*$|^\s*(?:</?[a-zA-Z!]|//|/\*|\*/|[)}\]]|import\s|<\?php|[$#>]\s)")
_INTRODUCES = (":", "：", "`", "“", "‘", "«", "(", ",", "=")
_ENDS = '.!?…。！？।"”’»)]>'


class _Names(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    names: list[str]
    hits: list[str]
    misses: list[str]


@cache
def ad_tech() -> tuple[str, ...]:
    """Return the names that give a script of an advertisement service away."""
    return tuple(_read().names)


@cache
def examples() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return texts that are such a script, and texts that are not."""
    return tuple(_read().hits), tuple(_read().misses)


def scripts(text: str, places: Iterable[int]) -> Iterator[Span]:
    """Yield each script of an advertisement service in *text*, given the *places* where names of such services stand.

    A script runs from its statement's beginning to a semicolon outside brackets and strings, and on while
    what follows still looks like code. Code that somebody wrote about stays: in fences or backticks,
    indented, introduced by a colon, in the middle of a sentence, or next to lines of other code.
    """
    done = 0
    fences: list[int] | None = None
    for place in places:
        if place < done or (place and (text[place - 1].isalnum() or text[place - 1] in "_$`")):
            continue
        if not _is_used(text, place):
            continue
        start = _start(text, place, done)
        end = _end(text, start)
        if end is None:
            # Brackets that stay open: names among them are no beginnings either.
            done = min(len(text), start + _LONGEST)
            continue
        done = end
        if fences is None:
            fences = [fence.start() for fence in _FENCE.finditer(text)]
        if not _is_listing(text, start, end) and sum(fence < start for fence in fences) % 2 == 0:
            yield Span(start, end)


def _is_used(text: str, place: int) -> bool:
    """Return whether the name at *place* is followed by what follows names in code."""
    end = place
    while end < len(text) and (text[end].isalnum() or text[end] in "_$") and end - place < 40:
        end += 1
    return text[place:end] in ad_tech() and bool(_USED.match(text, end) or _WRAPPED.match(text, end))


def _start(text: str, place: int, least: int) -> int:
    """Return where the statement begins that the name at *place* is in, not before *least*."""
    wrapper = _WRAPPER.search(text, max(least, place - _REACH), place)
    if wrapper:
        return wrapper.start()
    low = max(least, text.rfind("\n", 0, place) + 1, place - _REACH)
    start = place
    for found in _BEFORE.finditer(text, low, place):
        if found.end() == start:
            return found.start()
        if found.start() < start <= found.end():
            continue
        tail = _BEFORE.sub("", text[found.start() : place])
        if not tail.strip():
            return found.start()
    return start


def _end(text: str, start: int) -> int | None:
    """Return where the script ends that begins at *start*, or None where its brackets do not close."""
    open_: list[str] = []
    last: int | None = None
    at, limit = start, min(len(text), start + _LONGEST)
    while found := _SIGNS.search(text, at, limit):
        sign = found[0]
        at = found.end()
        if sign in "\"'`":
            at = _string_end(text, found.start())
        elif sign in "([{":
            open_.append(sign)
        elif sign in _CLOSES:
            if not open_:
                return last
            if open_.pop() != _CLOSES[sign]:
                return last
            if not open_ and sign != "]" and _CALL_ENDS.match(text, at) and not _MORE.match(text, at):
                return at
        elif sign == "\n":
            if not open_ and not _MORE.match(text, at):
                return last
        elif not open_:
            last = at
            if not _MORE.match(text, at):
                return at
    return last


def _string_end(text: str, start: int) -> int:
    """Return the place after the string that begins at *start*; after its quote where it does not end."""
    quote, at = text[start], start + 1
    limit = min(len(text), start + _LONGEST_STRING)
    while at < limit:
        if text[at] == "\\":
            at += 1
        elif text[at] == quote:
            return at + 1
        elif text[at] == "\n" and quote != "`":
            break
        at += 1
    return start + 1


def _is_listing(text: str, start: int, end: int) -> bool:
    """Return whether the code from *start* to *end* is one that the text shows, not one that an extractor left."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[max(line_start, start - 200) : start]
    if before.strip():
        return _goes_on(before)
    if len(before) >= 4 or "\t" in before:
        return True
    above = _line_above(text, line_start)
    below = _line_below(text, end)
    if above.rstrip().endswith((":", "：")) or "```" in above:
        return True
    return any(_CODE_LINE.search(line) for line in (above, below) if line.strip())


def _goes_on(before: str) -> bool:
    """Return whether the sentence *before* goes on with the code: no stop and no lost tag stand between."""
    last = before.rstrip()[-1]
    if last in _INTRODUCES:
        return True
    return before != before.rstrip() and last not in _ENDS


def _line_above(text: str, line_start: int) -> str:
    """Return the visible line above the one that begins at *line_start*, or nothing, looking back one blank line."""
    for _ in range(2):
        if not line_start:
            return ""
        end = line_start - 1
        line_start = text.rfind("\n", max(0, end - 500), end) + 1
        if text[line_start:end].strip():
            return text[line_start:end]
    return ""


def _line_below(text: str, end: int) -> str:
    """Return the line right below the one in which *end* stands, if that ends there."""
    stop = text.find("\n", end, end + 200)
    if stop < 0 or text[end:stop].strip():
        return ""
    after = text.find("\n", stop + 1, stop + 500)
    return text[stop + 1 : after if after >= 0 else stop + 500]


def _read() -> _Names:
    return read_toml(_FILE, _Names, PackError)
