"""The report for people."""

from io import StringIO

import pytest

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain
from bersih.model.document import Document
from bersih.report.as_text import finding_lines, summary, visible, write_text

TEXT = "Harga beras naik lagi, kata para pedagang.\n\nPUBLISITAS\n\nPetani  senang &amp; tenang. Baca juga: Ini. Itu juga.\nBaca juga: Ini dulu. Itu kemudian.\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", r"a\nb"),
        ("\x1b[m", r"\x1b[m"),
        ("\u200b", r"\u200b"),
        ("  ", "␣␣"),
        ("a b", "a b"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_long_text_is_cut_in_the_middle() -> None:
    assert len(visible("x" * 1000)) < 170
    assert " … " in visible("x" * 1000)


def test_the_table_names_every_finding() -> None:
    doc = load_chain("text").run(Document.of(TEXT, source="harga.txt"))
    out = StringIO()
    write_text(doc.report(), out, width=160)
    written = out.getvalue()
    assert written.startswith(
        "harga.txt: 3 edits (1 boilerplate.advertisement, 1 encoding.entity, 1 normalization.space); 1 kept"
    )
    for part in ("PUBLISITAS", "&amp;", "␣␣", "id:ad", "kept", "language: id", "chain text"):
        assert part in written


def test_nothing_to_change_is_said_in_one_line() -> None:
    out = StringIO()
    write_text(Chain([]).run("text").report(), out)
    assert out.getvalue().split("\n")[0] == "text: nothing to change"
    assert summary(Chain([]).run("text").report()) == "nothing to change"


def test_finding_lines_stand_in_the_order_of_the_text() -> None:
    doc = load_chain("text").run(Document.of(TEXT, source="harga.txt"))
    lines = list(finding_lines(doc.report(), TEXT))
    assert [line.split(" ")[0] for line in lines] == ["harga.txt:3:1:", "harga.txt:5:7:", "harga.txt:5:16:"]
    assert lines[2].endswith("encoding.entity [encoding.entities] &amp; -> &")
    assert any("(kept)" in line for line in finding_lines(doc.report(), TEXT, kept=True))
