"""Head, main text and tail, and the measures of their lines."""

import pytest

from bersih.layout.features import FEATURES, Features, end_of
from bersih.layout.zones import KNOWN, PERHAPS, SECTION, UNKNOWN, Page, zones

PROSE = "Warga Pulau Utara membangun dermaga mereka sendiri, dan kapal pertama bersandar pada hari Minggu pagi."
CJK = "村民们自己动手修建了码头，第一艘船在星期天的早晨靠岸，孩子们站在岸边唱歌，老人们坐在树下看着他们的孙子孙女。"


def places(lines: list[str], marked: list[int] | None = None) -> str:
    """Return the zones of *lines*, one letter each."""
    found = zones(lines, marked or [UNKNOWN] * len(lines))
    return "".join(found[index][0] for index in sorted(found))


def measures(lines: list[str], place: int, marked: list[int] | None = None) -> dict[str, float]:
    features = Features(Page(lines, marked or [UNKNOWN] * len(lines)))
    return dict(zip(FEATURES, features.measure(place), strict=True))


def test_what_stands_above_prose_is_the_head_and_below_it_the_tail() -> None:
    assert places(["Beranda", "Kabar", PROSE, PROSE, "Tentang kami", "Kontak"]) == "hhbbtt"


def test_the_line_right_above_prose_is_in_the_head_too_where_nothing_is_above_it() -> None:
    assert places(["Dermaga Baru", PROSE]) == "hb"


def test_short_lines_between_prose_are_body() -> None:
    assert places([PROSE, "Dibangun sendiri", PROSE, "Kata warga", "Dua", "Tiga", PROSE, PROSE]) == "bbbbbbbb"


@pytest.mark.parametrize("lines", [[], [""], ["  ", "\t"]])
def test_a_document_without_a_visible_line_has_no_zones(lines: list[str]) -> None:
    assert zones(lines, [UNKNOWN] * len(lines)) == {}


@pytest.mark.parametrize("lines", [["Satu"], ["Beras", "Gula", "Kopi", "Teh"]])
def test_a_document_without_prose_is_body(lines: list[str]) -> None:
    assert set(places(lines)) == {"b"}


def test_blank_lines_have_no_zone_and_do_not_count() -> None:
    assert zones(["Beranda", "", PROSE, " ", "Kontak"], [0] * 5) == {0: "head", 2: "body", 4: "tail"}


def test_scripts_without_spaces_have_prose_of_fewer_characters() -> None:
    assert len(CJK) < 80
    assert places(["首页", CJK, "关于我们"]) == "hbt"


def test_comments_below_the_label_of_their_section_are_tail() -> None:
    lines = [PROSE] * 4 + ["Comments", "Ana", PROSE, "Budi", PROSE]
    assert places(lines, [0, 0, 0, 0, SECTION, 0, 0, 0, 0]) == "bbbbttttt"
    assert set(places(lines)) == {"b"}


def test_a_label_of_a_section_that_stands_inside_the_text_too_opens_nothing() -> None:
    lines = [*[PROSE] * 4, "Baca juga", *[PROSE] * 4, "Baca juga", "Dermaga Lama", PROSE, "Kembang"]
    marked = [SECTION if line == "Baca juga" else UNKNOWN for line in lines]
    assert places(lines, marked) == "b" * 12 + "t"


def test_prose_below_short_lines_stays_body_unless_a_rule_knows_one_of_them() -> None:
    lines = [PROSE] * 4 + ["Ukuran", "Warna", "Berat", "Harga", "Toko", "Kota", PROSE]
    assert places(lines)[-1] == "b"
    assert places(lines, [0, 0, 0, 0, KNOWN, 0, 0, 0, 0, 0, 0]) == "bbbbttttttt"


def test_known_lines_are_no_prose() -> None:
    assert places([PROSE, PROSE, PROSE], [UNKNOWN, UNKNOWN, KNOWN]) == "bbt"


def test_looks() -> None:
    found = measures(["Beranda | KABAR | Olahraga (12)", PROSE, "x"], 0)
    assert found["width"] == 31
    assert found["words"] == 6
    assert found["separators"] == 2
    assert found["capitals"] == pytest.approx(1 / 6)
    assert found["digits"] == pytest.approx(2 / 31)
    assert found["counted"] == 2
    assert found["menu"] == 0


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("Home | News | Sport", 1),
        ("| Начало | Новости | Спорт |", 1),
        ("首页>新闻>正文", 1),
        ("- Dry/Sec/Seco", 0),
        ("Rain -> River -> Sea", 0),
        ("In short / in full / in print", 0),
        ("Home | News", 0),
        ("Mercury | 0.4 AU | 88 days", 0),
        ("Rain | A long line about the weather of the week | Sun", 0),
        ("Rain | Wind | Sun.", 0),
    ],
)
def test_menus_in_one_line(line: str, menu: int) -> None:
    assert measures([line, PROSE], 0)["menu"] == menu


def test_places_and_marks() -> None:
    lines = [PROSE, PROSE, "Comments", "Ana", "Budi", "Share", "Kontak"]
    found = measures(lines, 4, [0, 0, SECTION, 0, 0, PERHAPS, KNOWN])
    assert found["to_text"] == 3
    assert found["to_edge"] == 2
    assert found["zone"] == 5
    assert found["text"] == 2
    assert found["run"] == 5
    assert found["since_known"] == found["since_section"] == 2
    assert found["until_known"] == 2
    assert found["known_near"] == found["known_wide"] == 2
    assert found["known_share"] == pytest.approx(2 / 5)
    assert found["perhaps"] == 0
    assert found["perhaps_near"] == 1
    assert found["like"] == 2


def test_marks_of_the_other_zone_are_far() -> None:
    found = measures(["Share", PROSE, "Kontak"], 2, [KNOWN, 0, 0])
    assert found["since_known"] == 30
    assert found["known_near"] == 1


def test_repeated_lines_count_without_their_numbers() -> None:
    assert measures([PROSE, "3 jam lalu", "Kopi", "12 jam lalu"], 1)["repeats"] == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Beras", 0),
        ("Beras.", 1),
        ("米。", 1),
        ("Beras?", 2),
        ("Beras:", 3),
        ("Beras...", 4),
        ("Beras 5", 9),
        ("%", 10),
    ],
)
def test_the_kind_of_the_last_character(line: str, kind: int) -> None:
    assert end_of(line) == kind


def test_a_headline_has_three_words_and_is_no_day() -> None:
    features = Features(Page(["Minggu 12.04.2026 pagi", "Kabar", "Warga Bangun Dermaga Sendiri", PROSE], [0] * 4))
    assert features.headlines == [0, 0, 0, 1]
