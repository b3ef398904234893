"""Stray bytes of windows-1252 in UTF-8 are read only where every word then is one."""

import time

import pytest

from bersih.charsets.stray import stray_bytes


def read(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape")
    for edit in reversed(list(stray_bytes(text))):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "line",
    [
        b"Za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87 \xb3\xf3d\x9f",
        "Привет, мир".encode("cp1251"),
        "Şcoala nouă".encode("iso-8859-2"),
        "消防员扑灭了旧工厂".encode("gb18030"),
        "Hafızası çok güçlü".encode("mac-turkish"),
        b"binary \x81\x8d",
        b"\xff\xfe\xfd",
        b"dialogov\x82 okno",
        b"va\xb9 touchpad",
        b"x\xe9\x81",
    ],
)
def test_what_makes_no_sense_stays_as_bytes(line: bytes) -> None:
    assert read(line) == line.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    "text",
    [
        "Les élèves ont reçu leurs résultats.",
        "Für die Schüler fällt der Unterricht aus.",
        "L’économie – dit-il – va mieux…",
        "It’s “fine”, she said. It’s 20 °C.",
        "¿Quién pagará la reparación del camión?",
        "DÉBUT DE L'ÉTÉ",
    ],
)
def test_western_text_is_read(text: str) -> None:
    assert read(text.encode("cp1252")) == text


def test_each_line_is_judged_by_itself() -> None:
    data = "Où est l’été ? Été.\n".encode() + "après\n".encode("cp1252") + "Привет\n".encode("cp1251")
    assert read(data) == "Où est l’été ? Été.\naprès\n" + "Привет\n".encode("cp1251").decode("utf-8", "surrogateescape")


def test_an_edit_says_which_bytes() -> None:
    (edit,) = stray_bytes("l'\udce9t\u00e9")
    assert (edit.start, edit.end, edit.new, edit.category) == (2, 3, "é", "encoding.mojibake")
    assert edit.reason == "Bytes that are not UTF-8 (e9), in a line that makes sense in windows-1252."


@pytest.mark.parametrize(
    "text", ["é" * 200_000 + "\udce9" * 20_000, "é\udce9" * 50_000, "a\udce9\n" * 20_000 + "é" * 500_000]
)
def test_nothing_hostile_is_slow(text: str) -> None:
    start = time.process_time()
    assert list(stray_bytes(text)) is not None
    assert time.process_time() - start < 4
