"""The shape of a line."""

import pytest

from bersih.layout.shape import (
    continues,
    is_field,
    is_headline,
    is_label,
    is_names,
    is_one_clause,
    is_prose,
    is_speech,
)


@pytest.mark.parametrize(
    "line",
    [
        "Warga Pulau Utara Bangun Dermaga Sendiri",
        "7 Cara Merawat Sepeda Tua di Musim Hujan",
        "Harga Beras Naik, Ini Kata Petani dan Pedagang",
        "地方报纸庆祝成立一百周年",
    ],
)
def test_a_headline(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Hubungan historis",
        "Harga beras naik lagi minggu ini",
        "Warga Pulau Utara Bangun Dermaga Sendiri.",
        "Kapal Tiba Pagi. Muatannya Beras Dari Desa",
        "Bahan Bahan yang Diperlukan:",
        "dan Warga Pulau Utara Pulang",
        "Kata " * 30,
        "广告",
    ],
)
def test_no_headline(line: str) -> None:
    assert not is_headline(line)


@pytest.mark.parametrize("line", ["IKLAN", "[Iklan]", "(iklan)", "- iklan -", "=== Iklan ===", "【広告】"])
def test_a_label(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize("line", ["Iklan", "iklan", "AD", "[Iklan", "広告", "Iklan - sabun", "12"])
def test_no_label(line: str) -> None:
    assert not is_label(line)


@pytest.mark.parametrize(
    "text",
    [
        "AFP",
        "Sari Dewi",
        "Dok. Humas Polda",
        "Sari Dewi/Unsplash)",
        "instagram.com/saridewi",
        "@saridewi",
        "Sari Dewi | Editor: Budi",
        "王明",
        "Sari Dewi dan Budi",
    ],
)
def test_names(text: str) -> None:
    assert is_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "warga menyeberang",
        "Warga menyeberangi sungai",
        "Siapa?",
        "Budi Santoso. Jakarta",
        "Kata " * 30,
        "Syarat:",
        "2 buah",
    ],
)
def test_no_names(text: str) -> None:
    assert not is_names(text)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Judul: Laut", True),
        ("Harga : 20", True),
        ("Judul:", False),
        ("Laut", False),
        (": x", False),
        ("Kata seorang warga yang tinggal di sana: pulang", False),
        ("Kata: satu. Lalu dua", False),
        ("A: " + "b" * 100, False),
    ],
)
def test_a_field(line: str, field: bool) -> None:
    assert is_field(line) is field


@pytest.mark.parametrize(
    ("line", "speech"),
    [
        ("“Follow us!”", True),
        ("— Read more.", True),
        ('"Pulang."', True),
        ("“Lihat juga”", False),
        ("Follow us!", False),
        ("", False),
        ("'Lihat juga Video: Tuna'", False),
    ],
)
def test_speech(line: str, speech: bool) -> None:
    assert is_speech(line) is speech


@pytest.mark.parametrize(
    ("line", "one"),
    [("Satu saja.", True), ("Satu. Dua", False), ("Rp 1.000", True), ("“Satu.” Lalu", False), ("一。二", False)],
)
def test_one_clause(line: str, one: bool) -> None:
    assert is_one_clause(line) is one


def test_prose_is_long_and_ends_as_a_sentence_does() -> None:
    assert is_prose("kata " * 20 + "selesai.")
    assert is_prose("kata " * 20 + "selesai.”\r")
    assert not is_prose("kata " * 20)
    assert not is_prose("Selesai.")


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [("dan pulang", True), (", katanya", True), ("Dan pulang", False), ("", False), ("“Dan", False)],
)
def test_a_line_that_goes_on(line: str, goes_on: bool) -> None:
    assert continues(line) is goes_on
