"""Character references of HTML that nobody decoded."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from bersih.chain.cleaner import Needs
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines

_NAME = "encoding.entities"

# "&" itself may be escaped any number of times over: "&amp;amp;nbsp;". The longest name of HTML has 31 characters.
# What is between backticks is matched first, and passed over.
_HEAD = (
    r"(?<!`)(?P<ticks>`++)[^`]+(?P=ticks)(?!`)"
    r"|&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*"
    r"(?:(?P<name>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?P<bare>#[0-9]{2,7})(?![0-9;])"
)
_REFERENCE = re.compile(_HEAD + ")")
# Names that HTML itself reads without ";", as it does in attributes: not before "=", a letter or a digit.
_BARE_NAMES = "|".join(sorted(name for name in html5 if not name.endswith(";")))
_OR_BARE_NAME = re.compile(rf"{_HEAD}|(?P<bare_name>{_BARE_NAMES})(?![A-Za-z0-9=;]))")
_TAG = re.compile(r"</?[A-Za-z!]")
_WHOLE_TAG = re.compile(r"<[^<>]*>")
# What a line of HTML must keep escaped.
_MARKUP = frozenset("<>&\"'")
_FENCE = re.compile(r" {0,3}(```|~~~)[^`]*$")

# "p = &sum;" and "return &sum;" take an address in C; what stands for a character seldom ends a line after "=".
_ADDRESS = re.compile(r"(?:=|\breturn) ?\Z")
_ADDRESS_REACH = 8

# Punctuation and letters begin at 32: what is below is a control character, and for "&#1" nobody meant one.
_LEAST_BARE = 32
# Code points looked back for the start of a token; addresses are seldom longer.
_TOKEN_REACH = 200


@dataclass(frozen=True)
class Entities:
    """Decode character references: named and numeric ones that end in ";", however often they were escaped.

    A decimal number counts without its ";" too ("&#8217"), but in an address. Leaves alone: lines that
    hold a tag (they are HTML, and its references are not for us), code between backticks or fences, the
    address operator of C ("p = &sum;" at the end of a line), names that HTML does not know, names
    without ";" (``&copy=1`` is part of an address), and numbers that stand for no character. Numbers
    128 to 159 are read as windows-1252, as browsers do; names in capitals ("&EACUTE;") as capitals.
    """

    bare_names: bool = False
    """Whether the names that HTML itself reads without ";" count, but in an address: "caf&eacute"."""
    beside_tags: bool = False
    """Whether lines with tags are decoded too: outside of the tags, and only what HTML need not escape."""

    name = _NAME
    needs = Needs(any_of=("&",))

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each reference."""
        lines = Lines(doc.text)
        code = _fenced(lines) if "```" in doc.text or "~~~" in doc.text else frozenset()
        pattern = _OR_BARE_NAME if self.bare_names else _REFERENCE
        for index, line in enumerate(lines):
            if "&" not in line or index in code:
                continue
            if _TAG.search(line) is None:
                found = _decoded(line, pattern)
            elif self.beside_tags:
                found = _decoded_beside_tags(line, pattern)
            else:
                continue
            start = lines.starts[index]
            for low, high, new in found:
                yield Edit(start + low, start + high, new, _NAME, "encoding.entity")


def _decoded(line: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for each reference in *line*."""
    for found in pattern.finditer(line):
        if found["ticks"] is not None:
            continue
        start, end = found.span()
        name = found["name"]
        if name is None:
            new = None if _in_address(line, start) else _bare(found)
        elif name[0] != "#" and end == len(line) and _ADDRESS.search(line, max(0, start - _ADDRESS_REACH), start):
            continue
        else:
            new = _character(name)
        if new is not None:
            yield start, end, new


def _decoded_beside_tags(line: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, new) for each reference in *line* that says the same to a browser when it is decoded."""
    # One that was escaped twice is shown, not read; and in a tag it is part of a value.
    tags = {at for tag in _WHOLE_TAG.finditer(line) for at in range(*tag.span())}
    for start, end, new in _decoded(line, pattern):
        if new not in _MARKUP and start not in tags and ";" not in line[start : end - 1]:
            yield start, end, new


def _bare(found: re.Match[str]) -> str | None:
    """Return what a reference without ";" stands for, or None if it was hardly meant as one."""
    if found["bare"] is None:
        return html5[found["bare_name"]]
    new = _character(found["bare"])
    if new is None or ord(new[0]) < _LEAST_BARE or unicodedata.category(new) == "Cn":
        return None
    return new


def _character(name: str) -> str | None:
    """Return what the reference *name* stands for, or None if it stands for nothing."""
    if name[0] != "#":
        exact = html5.get(f"{name};")
        if exact is not None or not name.isupper():
            return exact
        # HTML itself does not know that "&EACUTE;" was meant; a page set in capitals by a program has it.
        small = html5.get(f"{name.lower()};")
        return small.upper() if small is not None and len(small.upper()) == 1 else None
    new = html.unescape(f"&{name};")
    return None if new in ("", "\ufffd") or new.startswith("&") else new


def _in_address(line: str, at: int) -> bool:
    """Return whether what stands at *at* is part of a web address, whose "&#" begins a fragment."""
    tokens = line[max(0, at - _TOKEN_REACH) : at].split()
    if not tokens or line[at - 1].isspace():
        return False
    return "://" in tokens[-1] or ("?" in tokens[-1] and "=" in tokens[-1])


def _fenced(lines: Lines) -> frozenset[int]:
    """Return the lines of code blocks between two fences (CommonMark 0.31); a fence nobody closed opens nothing."""
    found: set[int] = set()
    opened: tuple[int, str] | None = None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence is None:
            continue
        if opened is None:
            opened = (index, fence[1])
        elif fence[1] == opened[1]:
            found.update(range(opened[0], index + 1))
            opened = None
    return frozenset(found)
