"""Where a headline ends that text is glued to."""

import pytest

from bersih.layout.headline_end import headline_end, kind_of, tokenize

SURE = 1.5


@pytest.mark.parametrize(
    ("language", "headline", "after"),
    [
        ("id", "Wali Kota Resmikan Jembatan Baru di Atas Sungai", " Sementara itu, petugas masih menutup jalan."),
        ("ms", "Wali Kota Resmikan Jembatan Baru di Atas Sungai", " Sementara itu, petugas masih menutup jalan."),
        ("id", "Harga Beras Naik Lagi di Pasar Induk", ' "Kami bingung," kata seorang pedagang di sana.'),
        ("id", "Mengapa Kucing Suka Tidur di Atas Lemari?", " Dokter hewan itu menjelaskan sebabnya."),
        ("en", "Mayor Opens the New Bridge Over the Old River", " He said that the old one had been closed in May."),
        ("en", "10 Ways to Keep Your Bread Fresh for a Week", " According to the baker, most people buy too much."),
    ],
)
def test_a_sentence_opens(language: str, headline: str, after: str) -> None:
    found = headline_end(headline + after, 0, language)
    assert found is not None
    assert found.end == len(headline)
    assert found.margin >= SURE


@pytest.mark.parametrize("language", ["id", "en", "fr", None])
def test_the_line_ends(language: str | None) -> None:
    text = "Baca: Harga Beras Naik Lagi\nMenurut dia, jalan ditutup."
    found = headline_end(text, 6, language)
    assert found is not None
    assert found.end == text.index("\n")


def test_a_bracket_ends_it() -> None:
    text = "(Baca juga: Harga Beras (Merah) Naik) kata dia."
    found = headline_end(text, 12, "id")
    assert found is not None
    assert text[: found.end].endswith("Naik")


def test_it_never_goes_beyond_the_next_trigger() -> None:
    text = "Harga Beras Naik Lagi di Pasar Induk Foto: Budi Santoso"
    found = headline_end(text, 0, "id", before=text.index("Foto"))
    assert found is not None
    assert found.end <= text.index(" Foto")


def test_scripts_without_case_end_at_the_line_only() -> None:
    assert headline_end("北京发布暴雨红色预警信号\n记者昨日获悉。", 0, "zh") == (12, 10.0)
    long = headline_end("北京发布暴雨红色预警信号。" + "记者昨日获悉北京发布。" * 9, 0, "zh")
    assert long is None


@pytest.mark.parametrize("text", ["", " ", "\n", "x", "Dia", "...", "( ) [", "a" * 5000])
def test_nothing_to_tell(text: str) -> None:
    found = headline_end(text, 0, "id")
    assert found is None or 0 <= found.end <= len(text)


def test_tokens_are_split_where_words_are_glued() -> None:
    assert [token.text for token in tokenize("Keris PetengKeduanya pergi 2024Menurut")] == [
        "Keris",
        "Peteng",
        "Keduanya",
        "pergi",
        "2024",
        "Menurut",
    ]


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("Harga", "capital"),
        ("KPK", "capitals"),
        ("di", "short"),
        ("yang", "long"),
        ("12", "number"),
        ("“Kami", "quoted"),
        ("–", "other"),
    ],
)
def test_classes(token: str, kind: str) -> None:
    assert kind_of(token) == kind
