"""Documents whose lines are labelled as boilerplate or content, measured as the score card sees them.

Rules mark the lines they know by themselves; what is left of head and tail are the lines a card may score.
"""

import hashlib
import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bersih.layout.features import Features, LineFeatures
from bersih.layout.scorecard import candidates
from bersih.layout.zones import KNOWN, SECTION, Page
from bersih.rules.marks import marks
from bersih.rules.matcher import matcher_for

# Sites are divided by a hash of their name, so that no site is trained on and measured.
FOLDS = 5
# Texts without boilerplate are most of what is cleaned, and end and begin in short lines too: parts of this many
# lines of content are documents of their own, of sets with a name of their own.
_EXCERPT = 8
EXCERPTS = " excerpts"
# Characters of a short line.
_SHORT = 60


class Line(NamedTuple):
    """A line that may be scored."""

    measures: LineFeatures
    below: bool
    """Whether it is below the main text."""
    label: int
    """1 boilerplate, 0 content, -1 neither."""
    read: bool
    """Whether the label is that of a reader."""
    size: int
    """Its visible characters."""
    short: bool
    text: str


class Doc(NamedTuple):
    """A document: its lines that may be scored, and what all its lines add up to."""

    set: str
    fold: int
    lines: list[Line]
    total: Counter[str]


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON Lines file, perhaps compressed."""
    if path.suffix == ".zst":
        text = subprocess.run(["zstd", "-dcq", str(path)], check=True, capture_output=True).stdout.decode()
    else:
        text = path.read_text("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def documents(data: Path) -> Iterator[Doc]:
    """Yield the labelled documents in the folder *data*, and excerpts of their content."""
    verdicts: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    for line in read(data / "residue" / "judged_lines.dev.jsonl"):
        verdicts[line["doc"]][line["line"]] = line
    pages = set()
    for row in read(data / "residue" / "residue_lines.dev.jsonl.zst"):
        if row.get("page_type", "article") != "article":
            continue
        lines = row["lines"]
        read_ones = {
            index: each["verdict"]
            for index, each in verdicts[row["id"]].items()
            if index < len(lines) and lines[index].strip() == each["text"].strip()
        }
        labels = [_label(row, index, read_ones.get(index)) for index in range(len(lines))]
        yield _document(row["set"], row, lines, labels, read_ones)
        if row["page"] not in pages:
            pages.add(row["page"])
            content = [line for line, label in zip(lines, labels, strict=True) if label == 0]
            for start in range(0, len(content), _EXCERPT):
                part = content[start : start + _EXCERPT]
                yield _document(row["set"] + EXCERPTS, row, part, [0] * len(part), {})


def _document(
    name: str, row: Mapping[str, Any], lines: Sequence[str], labels: Sequence[int], read_ones: Container[int]
) -> Doc:
    marked = marked_lines(lines, row["lang"])
    total: Counter[str] = Counter()
    for index, line in enumerate(lines):
        known = marked[index] in (KNOWN, SECTION)
        for kind in ("auto", "read")[: 1 + (index in read_ones)]:
            total += counted(kind, labels[index], len("".join(line.split())), len(line) < _SHORT, gone=known)
    features = Features(Page(lines, marked))
    page = features.page
    found = []
    for place in candidates(features):
        index = page.index[place]
        line = lines[index]
        size, short, is_read = len("".join(line.split())), len(line) < _SHORT, index in read_ones
        found.append(Line(features.measure(place), place > page.last, labels[index], is_read, size, short, line))
    return Doc(name, _fold(row), found, total)


def marked_lines(lines: Sequence[str], language: str) -> list[int]:
    """Return what the packs for *language* know of each of *lines*, by itself."""
    find = matcher_for(language, ()).find
    return marks(len(lines), {index: match for index, line in enumerate(lines) if line and (match := find(line))})


def _label(row: Mapping[str, Any], index: int, verdict: str | None) -> int:
    if verdict is not None:
        return {"drop": 1, "keep": 0}.get(verdict, -1)
    return int(not row["keep"][index]) if row["conf"][index] else -1


def _fold(row: Mapping[str, Any]) -> int:
    site = row["domain"] or row["id"].partition("#")[0]
    return int(hashlib.md5(site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def counted(kind: str, label: int, size: int, short: bool, *, gone: bool) -> Counter[str]:  # noqa: FBT001
    """Return what a line adds to a total, and to what of it is gone."""
    if label < 0:
        return Counter()
    names = {"drop " + kind: 1} if label else {"keep " + kind: 1, "size " + kind: size, "short " + kind: int(short)}
    return Counter(names | {"gone " + name: count for name, count in names.items()} if gone else names)
