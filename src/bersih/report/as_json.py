"""A report as JSON, and back. Its form is fixed by `report.schema.json` and a version number."""

import json
import re
from pathlib import Path

import msgspec

from bersih.errors import ReportError
from bersih.model.edit import Edit, Label, Layer
from bersih.model.report import ChainMark, Entry, Report
from bersih.model.span import Span
from bersih.version import __version__

SCHEMA_VERSION = 1
SCHEMA = Path(__file__).parent / "report.schema.json"

# JSON cannot tell two surrogates next to each other from the one character they would make.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class CodePoints(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A text that a JSON string cannot hold: its code points, one by one."""

    code_points: list[int]


Text = str | CodePoints


class SpanJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A half-open range of code points."""

    start: int
    end: int


class ChainJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The chain: its name, and a hash of all that decides what it does."""

    name: str
    digest: str


class SideJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How to know the original or the cleaned text again: code points, and the SHA-256 of its UTF-8."""

    length: int
    sha256: str


class LabelJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A fact that changed no text; its span is in the original, null where it is about the whole."""

    key: str
    value: Text
    score: float
    span: SpanJson | None


class EditJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One edit: *start* and *end* in the text of its layer, *origin* and *line* (from 1) in the original."""

    start: int
    end: int
    origin: SpanJson
    line: int
    removed: Text
    new: Text
    rule: str
    category: str
    confidence: float
    reason: str


class LayerJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The edits of one cleaner, and what it found but left alone."""

    cleaner: str
    edits: list[EditJson]
    kept: list[EditJson]


class ReportJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A cleaning report of bersih: with the cleaned text it rebuilds the original. Offsets are code points."""

    schema_version: int
    bersih: str
    source: Text | None
    chain: ChainJson | None
    language: str | None
    original: SideJson
    text: SideJson
    labels: list[LabelJson]
    layers: list[LayerJson]


def to_json(report: Report, *, indent: int | None = None) -> str:
    """Return *report* as a JSON object: on one line, or with *indent*. It holds no surrogate, so UTF-8 can write it."""
    by_layer: list[tuple[list[EditJson], list[EditJson]]] = []
    entries = iter(report.entries)
    for layer in report.layers:
        made = [_edit(next(entries)) for _ in layer.edits]
        by_layer.append((made, [_edit(next(entries)) for _ in layer.kept]))
    whole = ReportJson(
        schema_version=SCHEMA_VERSION,
        bersih=__version__,
        source=None if report.source is None else _text(report.source),
        chain=ChainJson(*report.chain) if report.chain else None,
        language=report.language,
        original=SideJson(report.original_length, report.original_sha256),
        text=SideJson(report.text_length, report.text_sha256),
        labels=[LabelJson(key, _text(value), score, _span(span)) for key, value, score, span in report.labels],
        layers=[LayerJson(layer.cleaner, *edits) for layer, edits in zip(report.layers, by_layer, strict=True)],
    )
    written = json.dumps(msgspec.to_builtins(whole), ensure_ascii=False, indent=indent)
    # A lone surrogate is written as its escape, which JSON allows and every parser reads.
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def from_json(written: str) -> Report:
    """Return the report that `to_json` wrote.

    Raises:
        ReportError: where it is no JSON, no report, or of another schema version.
    """
    try:
        data = json.loads(written)
    except ValueError as error:
        msg = f"not a report: {error}."
        raise ReportError(msg) from error
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != SCHEMA_VERSION:
        msg = f"not a report of schema version {SCHEMA_VERSION}: schema_version is {version!r}."
        raise ReportError(msg)
    try:
        whole = msgspec.convert(data, ReportJson)
    except msgspec.ValidationError as error:
        msg = f"not a report: {error}."
        raise ReportError(msg) from error
    layers: list[Layer] = []
    entries: list[Entry] = []
    for each in whole.layers:
        made = [_entry(edit, each.cleaner, made=True) for edit in each.edits]
        kept = [_entry(edit, each.cleaner, made=False) for edit in each.kept]
        entries += made + kept
        removed = tuple(entry.removed for entry in made)
        edits = tuple(entry.edit for entry in made)
        layers.append(Layer(each.cleaner, edits, removed, tuple(entry.edit for entry in kept)))
    return Report(
        source=None if whole.source is None else _string(whole.source),
        chain=ChainMark(whole.chain.name, whole.chain.digest) if whole.chain else None,
        labels=tuple(
            Label(
                each.key, _string(each.value), each.score, Span(each.span.start, each.span.end) if each.span else None
            )
            for each in whole.labels
        ),
        layers=tuple(layers),
        entries=tuple(entries),
        original_length=whole.original.length,
        text_length=whole.text.length,
        original_sha256=whole.original.sha256,
        text_sha256=whole.text.sha256,
    )


def read_reports(written: str) -> list[Report]:
    """Return the reports in *written*: one JSON object, or one on each line (JSON Lines).

    Raises:
        ReportError: where there is none, or one of them is none; says on which line.
    """
    try:
        return [from_json(written)]
    except ReportError as error:
        lines = [(number, line) for number, line in enumerate(written.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not lines[0][1].startswith("{") or not lines[0][1].rstrip().endswith("}"):
            raise
        reports: list[Report] = []
        for number, line in lines:
            try:
                reports.append(from_json(line))
            except ReportError as problem:
                msg = f"line {number}: {problem}"
                raise ReportError(msg) from error
        return reports


def schema() -> dict[str, object]:
    """Return the JSON Schema of a report, as it stands in `report.schema.json`."""
    return msgspec.json.schema(ReportJson)


def _edit(entry: Entry) -> EditJson:
    edit = entry.edit
    return EditJson(
        start=edit.start,
        end=edit.end,
        origin=SpanJson(*entry.origin),
        line=entry.line,
        removed=_text(entry.removed),
        new=_text(edit.new),
        rule=edit.rule,
        category=edit.category,
        confidence=edit.confidence,
        reason=entry.reason,
    )


def _entry(edit: EditJson, cleaner: str, *, made: bool) -> Entry:
    found = Edit(edit.start, edit.end, _string(edit.new), edit.rule, edit.category, edit.confidence, edit.reason)
    span = Span(edit.origin.start, edit.origin.end)
    return Entry(found, _string(edit.removed), span, edit.line, cleaner, made)


def _span(span: Span | None) -> SpanJson | None:
    return SpanJson(*span) if span else None


def _text(text: str) -> Text:
    """Return *text*, or its code points where JSON would give back another text."""
    return CodePoints([ord(character) for character in text]) if _PAIR.search(text) else text


def _string(text: Text) -> str:
    return text if isinstance(text, str) else "".join(map(chr, text.code_points))
