"""`ftfy.fix_text` with its own defaults, to the letter, about twenty times as fast on text that needs little.

One scan finds the lines where ftfy might do something that depends on context: mojibake, entities,
controls, ligatures, lone surrogates. Only those go through ftfy's steps, one by one. All other lines can
at most lose curly quotes, full-width forms, CRs and decomposed characters, which is done on whole
stretches of lines at once; where that makes a new line to look at, it is looked at.

ftfy's defaults are for display, not for data: they straighten quotes and take Chinese punctuation for
full-width ASCII. This is for those who want just that; the default chain does not.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bersih.model.compare import Change, changes
from bersih.model.lines import lines_where
from bersih.model.sign import Sign
from bersih.mojibake.steps import repaired
from bersih.mojibake.suspicion import suspicion
from bersih.mojibake.tables import tables

# ftfy cuts longer lines apart.
_LONGEST_LINE = 1_000_000

_QUOTES = {
    "\N{MODIFIER LETTER APOSTROPHE}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
    "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}": '"',
}
_ENTITY = "(?<=&)#?[0-9A-Za-z\uff01-\uff5e]{1,24}[;\uff1b]"
_ASCII_CONTROL = re.compile(r"[\x00-\x08\x0b\x0d-\x1f\x7f]")


class _Forms(NamedTuple):
    """What ftfy rewrites character by character."""

    width: dict[str, str]
    """Full and half width, but for those that could take part in another repair."""
    width_class: re.Pattern[str]
    rewritten: dict[str, str]
    """The same and curly quotes, and the CR that ends a line."""
    rewritten_class: re.Pattern[str]
    hard: re.Pattern[str]
    """Matches in a line to look at, where entities do not count."""
    hard_or_entity: re.Pattern[str]


def fix_text(text: str) -> str:
    """Return what `ftfy.fix_text` returns for *text*, with ftfy's default options."""
    return "".join([new for _, _, new in pieces(text)])


def edits(text: str) -> Iterator[Change]:
    """Yield what `ftfy.fix_text` changes in *text*, in spans as small as they are cheap to find."""
    for start, end, new in pieces(text):
        old = text[start:end]
        if old == new:
            continue
        lines, new_lines = old.split("\n"), new.split("\n")
        if len(lines) != len(new_lines):
            yield from (Change(start + low, start + high, after) for low, high, after in changes(old, new))
            continue
        at = start
        for line, new_line in zip(lines, new_lines, strict=True):
            if line != new_line:
                for low, high, after in _line_edits(line, new_line):
                    yield Change(at + low, at + high, after)
            at += len(line) + 1


def _line_edits(line: str, new: str) -> Iterator[Change]:
    """Yield the changes of one line: the characters that are rewritten alone, if that is all that happened."""
    found = [Change(*each.span(), _forms().rewritten[each[0]]) for each in _forms().rewritten_class.finditer(line)]
    parts: list[str] = []
    at = 0
    for start, end, after in found:
        parts += [line[at:start], after]
        at = end
    if "".join([*parts, line[at:]]) == new:
        yield from found
    else:
        yield from changes(line, new)


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for stretches that together are *text*: what `ftfy.fix_text` makes of each."""
    if suspicion().sign is None or any(len(line) >= _LONGEST_LINE for line in text.split("\n")):
        yield 0, len(text), tables().fix_text(text)
        return
    tag = text.find("<")
    decoded = text if tag < 0 else text[:tag]
    hard = _forms().hard_or_entity if "&" in decoded or "\uff06" in decoded else _forms().hard
    at = 0
    for start, end in _lines_with(hard, text):
        if start > at:
            yield at, start, _softened(text[at:start], at, tag, hard)
        yield start, end, _segment(text[start:end], entities=tag < 0 or end <= tag)
        at = end
    if at < len(text):
        yield at, len(text), _softened(text[at:], at, tag, hard)


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each line of *text* in which *pattern* matches, its line feed taken along."""
    for start, end in lines_where(pattern, text):
        yield start, min(end + 1, len(text))


def _softened(piece: str, base: int, tag: int, hard: re.Pattern[str]) -> str:
    """Return whole lines at *base* without curly quotes, full width, CRs and decomposed characters."""
    after = _soft(piece)
    if after == piece or not hard.search(after):
        return after
    # A new line to look at was made, such as an entity that a decomposed semicolon completes.
    parts: list[str] = []
    at = 0
    while at < len(piece):
        end = piece.find("\n", at) + 1 or len(piece)
        line = piece[at:end]
        soft = _soft(line)
        if soft != line and hard.search(soft):
            soft = _segment(line, entities=tag < 0 or base + end <= tag)
        parts.append(soft)
        at = end
    return "".join(parts)


def _soft(piece: str) -> str:
    """Return *piece* after what depends on no context."""
    if "\r" in piece:
        piece = piece.replace("\r\n", "\n")
    if piece.isascii():
        return piece
    for curly, straight in _QUOTES.items():
        if curly in piece:
            piece = piece.replace(curly, straight)
    for form in set(_forms().width_class.findall(piece)):
        piece = piece.replace(form, _forms().width[form])
    return unicodedata.normalize("NFC", piece)


def _segment(text: str, *, entities: bool) -> str:
    """Return one line after all of ftfy's steps, over and over until nothing changes."""
    known = tables()
    entities = entities and "<" not in text
    while True:
        before = text
        if entities and "&" in text:
            text = known.unescape(text)
        if text.isascii():
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            if _ASCII_CONTROL.search(text):
                text = known.ansi.sub("", text).translate(known.controls)
        else:
            text = known.c1.sub(lambda found: known.fix_c1(found[0]), repaired(text).text)
            text = text.translate(known.ligatures).translate(known.width)
            for curly, straight in _QUOTES.items():
                text = text.replace(curly, straight)
            text = known.fix_surrogates(known.fix_line_breaks(text))
            text = known.ansi.sub("", text).translate(known.controls)
            text = unicodedata.normalize("NFC", text)
        if text == before:
            return text


@cache
def _forms() -> _Forms:
    """Return the patterns, made of ftfy's tables."""
    known = tables()
    bad = suspicion().sign
    assert bad is not None
    ligatures, controls = _keys(known.ligatures), _keys(known.controls)
    leading = re.compile(f"[{bad.leading}]")
    width = {chr(place): form for place, form in known.width.items()}
    simple = {
        wide: form
        for wide, form in width.items()
        if len(form) == 1
        and form != "&"
        and not leading.match(form)
        and not unicodedata.combining(form)
        and unicodedata.normalize("NFC", form) == form
        and form not in {*_QUOTES, *ligatures, *controls, *width}
    }
    rest = "".join(wide for wide in width if wide not in simple)
    always = Sign.of(f"{re.escape(ligatures)}{re.escape(controls)}{re.escape(rest)}\u2028\u2029\x80-\x9f\ud800-\udfff")
    lone_cr = Sign("\r", (r"(?<=\r)(?!\n)",))
    entity = Sign("&", (_ENTITY,))
    rewritten = {**simple, **_QUOTES, "\r": ""}
    return _Forms(
        width=simple,
        rewritten=rewritten,
        rewritten_class=re.compile(f"[{re.escape(''.join([*simple, *_QUOTES]))}]|\\r\\Z"),
        width_class=re.compile(f"[{re.escape(''.join(simple))}]"),
        hard=Sign.any_of([always, lone_cr, bad]).compiled(),
        hard_or_entity=Sign.any_of([always, lone_cr, entity, bad]).compiled(),
    )


def _keys(table: Mapping[int, object]) -> str:
    return "".join(map(chr, table))
