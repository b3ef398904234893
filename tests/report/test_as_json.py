"""The JSON report: its schema, and the way back."""

import json
from pathlib import Path

import jsonschema
import pytest

from bersih.chain.config import load_chain
from bersih.errors import ReportError
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, Layer
from bersih.report.as_json import SCHEMA, from_json, read_reports, schema, to_json

ARTICLE = Path(__file__).parents[2] / "fixtures" / "articles" / "pelabuhan.txt"


def test_the_committed_schema_is_that_of_the_code() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == schema()


def test_a_report_fits_the_schema_and_rebuilds_the_article_to_the_byte() -> None:
    doc = load_chain("text").run(Document.of(ARTICLE.read_bytes().decode(), source="pelabuhan.txt"))
    written = to_json(doc.report(), indent=2)
    jsonschema.validate(json.loads(written), schema())
    report = from_json(written)
    assert report.rebuild(doc.text).encode() == ARTICLE.read_bytes()
    assert (report.language, report.source) == ("id", "pelabuhan.txt")
    assert report.chain == doc.chain


def test_a_report_says_what_a_reader_needs() -> None:
    doc = load_chain("text").run(
        "Harga beras naik lagi, kata para pedagang.\n\nPUBLISITAS\n\nPetani senang sekali hari ini.\n"
    )
    data = json.loads(to_json(doc.report()))
    (layer,) = data["layers"]
    (edit,) = layer["edits"]
    assert layer["cleaner"] == "boilerplate.whole_lines"
    assert (edit["line"], edit["removed"], edit["new"]) == (3, "PUBLISITAS\n\n", "")
    assert (edit["start"], edit["end"], edit["origin"]) == (44, 56, {"start": 44, "end": 56})
    assert edit["category"] == "boilerplate.advertisement"
    assert edit["reason"].endswith(".")


@pytest.mark.parametrize("removed", ["\ud800", "\udce9x", "\ud83d\ude00", 'a\x00\u2028"\\', "😀"])
def test_every_text_survives(removed: str) -> None:
    edit = Edit(0, len(removed), "\ud83d\ude00", "r", "custom.function")
    doc = Document(removed + "!", "\ud83d\ude00!", (Layer("c", (edit,), (removed,)),), (Label("k", removed),), removed)
    written = to_json(doc.report())
    written.encode("utf-8")
    again = from_json(written)
    assert again.rebuild(doc.text) == doc.original
    assert (again.labels, again.source) == (doc.labels, doc.source)


def test_a_report_refuses_another_text() -> None:
    report = load_chain("encoding").run("a &amp; b").report()
    with pytest.raises(ReportError, match="is not the cleaned text of this report"):
        report.rebuild("a & c")


def test_a_report_that_was_changed_is_noticed() -> None:
    doc = load_chain("encoding").run("a &amp; b")
    changed = from_json(to_json(doc.report()).replace("&amp;", "&lt;"))
    with pytest.raises(ReportError, match="was changed after it was written"):
        changed.rebuild(doc.text)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "not a report"),
        ("{", "not a report"),
        ("[1]", "schema_version is None"),
        ('{"schema_version": 99}', "not a report of schema version 1: schema_version is 99"),
        ('{"schema_version": 1}', "missing required field"),
        ('{"schema_version": 1}\n{"schema_version": 1}\n', "line 1: not a report"),
    ],
)
def test_what_is_no_report_is_refused(written: str, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        read_reports(written)


def test_several_reports_stand_one_on_a_line() -> None:
    docs = [load_chain("encoding").run(text) for text in ("a &amp; b", "c", "\ud800 &lt;")]
    written = "".join(to_json(doc.report()) + "\n" for doc in docs)
    assert [report.text_sha256 for report in read_reports(written)] == [doc.report().text_sha256 for doc in docs]
