"""Spaces too many or too few beside punctuation ("harga , lalu", "harga,lalu")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bersih.chain.cleaner import Needs, in_each_language
from bersih.layout.structure import fenced
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.rules.lexicon import provenance, strong_words
from bersih.rules.spacing import ends_a_name, spaced_languages, spacing

_NAME = "repair.spaces"
_CATEGORY = "repair.space"

_SPACE = "[ \u00a0]"
_SIGN = re.compile(rf"{_SPACE}[,.;:!?)\]”\"“»«]|[(\[“„”\"»«]{_SPACE}|[,.!?](?=[^\W\d_])")

# Lines of code, markup or a table: indented by four or a tab, or with a sign that prose has not.
_NO_PROSE = re.compile(r" {4}|.*(?:[\t`|\\{}<>=^]|&&|\$\w|\w\(\)|\w\[|//)")
# In running text two letters, or a number, or what closes, stand before the space; "x , y" is a formula.
_BEFORE = re.compile(r"[^\W\d_][^\W_]|(?:^|\W)\d|\d\d|\S[)\]“”»%\"]")
_WORDS = re.compile(r"[^\W\d_]{2}|\d")
# "Between ( and )".
_SPOKEN_OF = re.compile(r"[^\W\d_]{1,4}")
_EMOTICON = re.compile(r"[:;=8x-][()]")
_MARK_ENDS = r"(?=\s|$|[)\]\"”“»])"
# A comma or stop between two words, and nothing else in the token but what clings to prose.
_GLUED = re.compile(
    r"(?<!\S)[(\[\"“„«»]*+(?P<left>[^\W\d_]{2,30}+)(?P<mark>[,.!?])(?P<right>[^\W\d_]{2,30}+)[)\]\"”“»«,.;:!?]*+(?!\S)"
)
# Below so many words a line may be a list of topics, and with more such commas than this it is a row of a table.
_PROSE_WORDS = 6
_MOST_GLUED = 2
# Below three letters a word before a stop may be an abbreviation, below three after it the end of a site's name.
_SHORTEST_SENTENCE_END = 3
# So many other marks set apart in the document show that its stops are, as in text cut into tokens.
_HABIT = 2
# Code points inside brackets or quotation marks.
_LONGEST = 400

_SURE, _LIKELY, _UNSURE = 0.9, 0.6, 0.5
"""Confidence of most faults; of a stop set apart that may be a directory ("ls .") or have lost a link ("see .");
of colons and semicolons, which catalogues set apart (ISBD: "Judul : anak judul / Penulis ; penerjemah")."""


class _Fault(NamedTuple):
    """A space too many or too few. Offsets are in the line, or in the text."""

    start: int
    end: int
    new: str
    reason: str
    confidence: float = _SURE


@dataclass(frozen=True)
class Spaces:
    """Take away a space before punctuation and inside brackets and quotation marks, and put one behind it.

    "harga , lalu ( katanya )" becomes "harga, lalu (katanya)"; "harga,lalu" and "naik.Kemudian" get their
    space where both sides are common words of the document's language. What a language sets apart stays:
    French ; : ! ? and « ». Leaves alone: code, tables and markup, numbers and ratios ("3 : 2"), formulas,
    emoticons, spaced dots, a mark that is spoken of, names of files and sites, brackets around one sign,
    braces, and languages of which it knows nothing.
    """

    languages: tuple[str, ...] = spaced_languages()
    """The languages whose documents are looked at (BCP 47)."""

    name = _NAME
    needs = Needs(search=_SIGN)

    def __post_init__(self) -> None:
        """Refuse a language whose spacing is not known.

        Raises:
            ValueError: where there is no such language in the data.
        """
        for language in self.languages:
            if spacing(language) is None:
                msg = f"the spacing of {language!r} is not known; known are {', '.join(spaced_languages())}."
                raise ValueError(msg)

    @property
    def fingerprint(self) -> str:
        """Where the lexicon is from."""
        return provenance()

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each space."""
        language = doc.base_language
        if language not in self.languages:
            return
        found = list(_found(doc.text, language))
        habit = sum(doc.text[each.end : each.end + 1] in tuple(",!?") for each in found if not each.new) >= _HABIT
        for start, end, new, reason, confidence in found:
            surer = _SURE if habit and confidence == _LIKELY else confidence
            yield Edit(start, end, new, _NAME, _CATEGORY, surer, reason)


def _found(text: str, language: str) -> Iterator[_Fault]:
    """Yield every fault in *text*, with offsets in it."""
    lines = Lines(text)
    code: frozenset[int] | None = None
    for index, line in enumerate(lines):
        if not _SIGN.search(line) or _NO_PROSE.match(line):
            continue
        code = frozenset(fenced(list(lines))) if code is None else code
        if index not in code:
            at = lines.starts[index]
            for fault in _without_overlap(_faults(line, language)):
                yield fault._replace(start=at + fault.start, end=at + fault.end)


def _without_overlap(faults: Iterator[_Fault]) -> Iterator[_Fault]:
    """Yield *faults* in their order in the line, one for each place."""
    done = -1
    for fault in sorted(faults):
        if fault.start >= done and (fault.start, fault.end) != (done, done):
            done = fault.end
            yield fault


def _faults(line: str, language: str) -> Iterator[_Fault]:
    """Yield every fault in *line*."""
    for found in _set_apart(language).finditer(line):
        yield from _before(found)
    for pattern in _pairs(language):
        yield from _inside(pattern, line)
    yield from _inside_straight(line)
    yield from _glued(line, language)


@cache
def _set_apart(language: str) -> re.Pattern[str]:
    """Return the pattern of a mark with a space before it that *language* does not put there."""
    known = spacing(language)
    marks = known.before if known is not None else ""
    single, emphatic = (re.escape("".join(mark for mark in marks if (mark in "!?") == kind)) for kind in (False, True))
    kinds = [
        rf"(?P<mark>[{single}]{f'|[{emphatic}]{{1,5}}+' if emphatic else ''}){_MARK_ENDS}",
        r"(?P<glued>,)[^\W\d_]{2}",
    ]
    return re.compile(rf"(?P<space>{_SPACE})(?:{'|'.join(kinds)})")


def _before(found: re.Match[str]) -> Iterator[_Fault]:
    """Yield the space before a mark, unless it belongs there."""
    line, (start, end) = found.string, found.span("space")
    if not _BEFORE.fullmatch(line, start - 2, start) and not (start == 1 and line[0].isdigit()):
        return
    if found["glued"]:
        if line[start - 1].isalpha():
            yield _Fault(start, end + 1, ", ", "The space belongs behind the comma, not before it.")
        return
    mark = found["mark"]
    if _belongs(line, start, mark, line[found.end() :].lstrip(' \u00a0)]"”“»')[:1]):
        return
    confidence = _UNSURE if mark in ":;" else _LIKELY if mark == "." else _SURE
    yield _Fault(start, end, "", f"A space before “{mark}” that the language does not put there.", confidence)


def _belongs(line: str, start: int, mark: str, follows: str) -> bool:
    """Return whether the space at *start* before *mark* belongs there, given what *follows* the mark, or nothing."""
    if line[start - 1].isdigit() and follows.isdigit():
        return True
    if mark[0] in ".!?" and (follows.islower() or follows in tuple(".…?!")):
        return True
    if line[start - 1] == '"' and line.count('"', 0, start) % 2:
        return True
    after = line[start + 2 : start + 4].lstrip()
    return (mark in ":;" and after[:1] in tuple(")(/*|")) or bool(_EMOTICON.fullmatch(line, start - 2, start))


@cache
def _pairs(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what stands in brackets and in the quotation marks of *language*."""
    known = spacing(language)
    pairs = ("()", "[]", *(known.quotes if known is not None else ()))
    return tuple(
        re.compile(
            rf"(?<![\w:;=\-{first}])[{first}](?P<left>{_SPACE}?)(?P<body>[^\s{first}{last}][^{first}{last}]{{1,{_LONGEST}}}?)(?<![:;=\-])"
            rf"(?P<right>{_SPACE}?)[{last}](?!\w)"
        )
        for first, last in ((re.escape(pair[0]), re.escape(pair[1])) for pair in pairs)
    )


def _inside(pattern: re.Pattern[str], line: str) -> Iterator[_Fault]:
    """Yield the spaces just inside brackets or quotation marks."""
    for found in pattern.finditer(line):
        if found["left"] and found["right"] and found[0][0] in "«»[":
            continue  # links to other pages: "« Sebelumnya | Berikutnya »", "[ Beranda ] [ Cari ]"
        yield from _both_sides(found.span("left"), found["body"], found.span("right"))


def _inside_straight(line: str) -> Iterator[_Fault]:
    """Yield the spaces just inside straight quotation marks, where each of the line's surely opens or closes."""
    places = [at for at, character in enumerate(line) if character == '"']
    pairs = list(zip(places[::2], places[1::2], strict=False))
    if len(places) % 2 or not all(_opens(line, first) and _closes(line, last) for first, last in pairs):
        return
    for first, last in pairs:
        body = line[first + 1 : last]
        left, right = body[:1] in " \u00a0", body[-1:] in " \u00a0"
        if left and right and len(body) <= _LONGEST:
            yield from _both_sides((first + 1, first + 2), body.strip(), (last - 1, last))


def _opens(line: str, at: int) -> bool:
    return at == 0 or line[at - 1] in " \u00a0(["


def _closes(line: str, at: int) -> bool:
    return at + 1 == len(line) or line[at + 1] in " \u00a0.,;:!?)]"


def _both_sides(left: tuple[int, int], body: str, right: tuple[int, int]) -> Iterator[_Fault]:
    """Yield the spaces on both sides of *body*, if it is words."""
    if (
        _SPOKEN_OF.fullmatch(body)
        or not (_WORDS.search(body) and (body[0].isalnum() or body[0] in "\"“„«‘'("))
        or body[-1].isspace()
    ):
        return
    for start, end in (left, right):
        if end > start:
            yield _Fault(start, end, "", "A space just inside brackets or quotation marks.")


def _glued(line: str, language: str) -> Iterator[_Fault]:
    """Yield where a space lacks behind a comma or the end of a sentence."""
    known = strong_words(language)
    found = list(_GLUED.finditer(line))
    if not 0 < len(found) <= _MOST_GLUED or len(line.split()) < _PROSE_WORDS:
        return
    for each in found:
        left, mark, right = each["left"], each["mark"], each["right"]
        if not (left.casefold() in known and right.casefold() in known):
            continue
        if mark == "," or _ends_a_sentence(left, right):
            at = each.end("mark")
            yield _Fault(at, at, " ", f"“{left}” and “{right}” are words, and a space belongs behind “{mark}”.")


def _ends_a_sentence(left: str, right: str) -> bool:
    """Return whether a stop between two words ends a sentence, and is not part of a name."""
    if min(len(left), len(right)) < _SHORTEST_SENTENCE_END or ends_a_name(right.casefold()):
        return False
    return left.islower() and right[0].isupper() and right[1:].islower()
