"""Initials and names that sign a text: at the end of its last paragraph, or alone below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS, in_each_language
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import Verdict, remove_lines
from bersih.rules.signatures import signatures

_RULE = "layout.signature"
_CATEGORY = "boilerplate.signature"
_GLUED = "The last paragraph ends with “{}”, as a signature."
_ALONE = "A name in brackets alone below the text."

# The brackets at the end of a line, and all that stands before them.
_BRACKETS = re.compile(r"[ \t\u00a0]*[(\[]([^()\[\]\n]{1,45})[)\]]\.?[ \t\u00a0]*$")
_STARS = re.compile(r"\s*\*{1,4}\s*")
_GROUPS = re.compile(r"\s*[A-Za-z]{2,5}\d{0,2}(?:\s?[/|]\s?[A-Za-z]{1,5}\d{0,2}){1,3}\s*")
_GROUP = re.compile(r"\s*[a-z]{2,4}\d{0,2}\s*")
_ONE_NAME = re.compile(r"\s*[A-Z][a-zà-ÿ]{2,11}(?:\s?,\s?[A-Z][a-z]{0,3})?\s*")
_NAMES = re.compile(r"\s*[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ.]?\.?(?:\s+[A-ZÀ-Þ][\w'’-]*\.?){1,3}\s*")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»]*$|[.!?…,]?[\"”»]$")
_CLOSES = re.compile(r"[\"”»]")

# A paragraph is that long at least; so short is what may stand below a signed one.
_SHORTEST = 60
_LAST_LINES = 4
_LINES_BELOW = 12


@dataclass(frozen=True)
class Signature:
    """Remove initials or a name in brackets at the very end of the text: "(abc/def)", "(*)", "(Siti Rahma)".

    They go where the last or last but one paragraph ends with them, after the stop of its last sentence, and
    a name in brackets also where it stands alone on one of the last lines. Leaves units ("(km/jam)"), words
    joined by a slash, places and legal forms ("(Jawa Barat)", "(Persero)"), and all that stands inside a sentence.
    """

    name = "boilerplate.signature"
    needs = ALWAYS

    @in_each_language
    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each signature."""
        if ")" not in doc.text and "]" not in doc.text:
            return
        tail = _last_paragraphs(doc.text)
        for start, end in tail:
            found = _BRACKETS.search(doc.text, max(start, end - 80), end)
            if found is None or not _ends_paragraph(doc.text[start : found.start()]):
                continue
            sure = _confidence(found[1], doc.language, name="(" in found[0])
            if sure:
                reason = _GLUED.format(found[0].strip())
                yield Edit(found.start(), found.end(), "", _RULE, _CATEGORY, sure, reason)
                return
        yield from _alone(doc.text)


def _last_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the last two paragraphs stand, the last first, passing by the short lines below them."""
    end = len(text)
    paragraphs = 0
    for _ in range(_LINES_BELOW):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].rstrip()
        if len(line) >= _SHORTEST and _is_paragraph(line):
            yield start, end
            paragraphs += 1
        if not start or paragraphs == 2:
            return
        end = start - 1


def _is_paragraph(line: str) -> bool:
    found = _BRACKETS.search(line, max(0, len(line) - 80))
    return bool(_ENDS_SENTENCE.search(line[: found.start()] if found else line))


def _ends_paragraph(before: str) -> bool:
    """Return whether the text *before* the brackets is a paragraph with its final stop."""
    before = before.rstrip()
    return len(before) >= _SHORTEST and bool(_ENDS_SENTENCE.search(before))


def _confidence(inner: str, language: str | None, *, name: bool) -> float:
    """Return how sure it is that *inner*, in brackets after the last sentence, signs the text.

    0: it does not. *name*: it may be a name, not only initials.
    """
    words = signatures()
    shown = inner.strip().lower()
    if _STARS.fullmatch(inner):
        return 0.95
    if "".join(shown.split()) in words.not_initials or _is_other(inner):
        return 0.0
    if _GROUPS.fullmatch(inner):
        return 0.93
    local = (language or "").partition("-")[0] in words.single
    if _GROUP.fullmatch(inner) or (name and _ONE_NAME.fullmatch(inner)):
        return 0.88 if local else 0.5
    return 0.85 if name and _NAMES.fullmatch(inner) else 0.0


def _is_other(inner: str) -> bool:
    """Return whether *inner* begins with or has a word that no person's name has."""
    known = signatures().not_names
    return any(word.strip(".,").lower() in known or word.lower() in known for word in inner.split())


def _alone(text: str) -> Iterator[Edit]:
    """Yield an edit for a name in brackets alone on one of the last lines, right below a paragraph."""
    lines = Lines(text)
    visible = [index for index in range(max(0, len(lines) - 24), len(lines)) if not lines.is_blank(index)]
    for place, index in list(enumerate(visible))[-_LAST_LINES:]:
        line = lines[index].strip()
        if (
            not place
            or not (line.startswith("(") and line.endswith(")"))
            or not _is_paragraph(lines[visible[place - 1]])
        ):
            continue
        inner = line[1:-1]
        if len(lines[visible[place - 1]]) >= _SHORTEST and _NAMES.fullmatch(inner) and not _is_other(inner):
            yield from remove_lines(lines, {index: Verdict(_RULE, _CATEGORY, 0.85, _ALONE)})
