"""The score card, and what it never scores."""

import json
import time
import timeit

import pytest

from bersih.layout.features import FEATURES
from bersih.layout.scorecard import confidence, mark_of, own_card, read_card, score_lines
from bersih.layout.zones import KNOWN, PERHAPS, SECTION, UNKNOWN, Page

PROSE = "Warga Pulau Utara membangun dermaga mereka sendiri, dan kapal pertama bersandar pada hari Minggu pagi."
TITLE = "Warga Bangun Dermaga Sendiri"
PAGE = ["Beranda", TITLE, "Olahraga", *[PROSE] * 5, "Komentar (3)", "Tentang kami", "Kontak", "Peta situs"]


def scored(lines: list[str], marked: dict[int, int] | None = None) -> dict[int, int]:
    """Return the scores of *lines* by index."""
    marks = [(marked or {}).get(index, UNKNOWN) for index in range(len(lines))]
    return {index: each.score for index, each in score_lines(Page(lines, marks)).items()}


def test_only_lines_above_and_below_the_main_text_are_scored() -> None:
    assert set(scored(PAGE)) == {0, 2, 8, 9, 10, 11}


def test_the_same_lines_have_the_same_scores() -> None:
    first = score_lines(Page(PAGE, [UNKNOWN] * len(PAGE)))
    score_lines(Page([*PAGE, "Lagi", PROSE], [UNKNOWN] * (len(PAGE) + 2)))
    assert score_lines(Page(PAGE, [UNKNOWN] * len(PAGE))) == first


def test_the_reasons_are_the_largest_terms_in_words() -> None:
    for each in score_lines(Page(PAGE, [UNKNOWN] * len(PAGE))).values():
        weights = [weight for _, weight in each.terms]
        assert len(weights) <= 3
        assert weights == sorted(weights, reverse=True)
        assert all(weight > 0 for weight in weights)
        assert all(words and words not in FEATURES for words, _ in each.terms)


@pytest.mark.parametrize("lines", [[], [""], ["Satu"], [PROSE], ["Beras", "Gula", "Kopi"], [PROSE] * 50])
def test_nothing_is_scored_without_a_head_or_tail(lines: list[str]) -> None:
    assert scored(lines) == {}


def test_known_lines_have_no_score_and_raise_that_of_their_neighbours() -> None:
    alone = scored(PAGE)
    beside = scored(PAGE, {9: KNOWN, 11: KNOWN})
    assert set(beside) == set(alone) - {9, 11}
    assert beside[10] > alone[10]


def test_a_line_that_may_be_boilerplate_scores_more() -> None:
    assert scored(PAGE, {10: PERHAPS})[10] > scored(PAGE)[10]


def test_prose_below_the_label_of_comments_is_not_scored() -> None:
    lines = [*[PROSE] * 5, "Komentar", "Ana", PROSE, "Budi", PROSE]
    assert set(scored(lines, {5: SECTION})) <= {6, 8}


@pytest.mark.parametrize(
    "title",
    [
        ["Beranda", TITLE, "Olahraga"],
        ["Beranda", "Minggu 12.04.2026", TITLE],
        ["Harga Kopi Naik Lagi", "Beranda", TITLE, "Olahraga"],
        ["地方报纸庆祝成立一百周年", "首页"],
    ],
)
def test_what_may_be_the_title_is_not_scored(title: list[str]) -> None:
    assert not {index for index in scored([*title, *[PROSE] * 3]) if len(title[index]) > 11 and title[index][0] != "M"}


@pytest.mark.parametrize(
    "line",
    [
        "“Kami senang”",
        "« Nous partons »",
        "Rp5 juta, atau $300",
        "12% dari warga",
        "Mereka menunggu kapal kedua, yang datang pada sore hari juga.",
        "Berikut ini daftar nama semua warga yang ikut bekerja di dermaga:",
        "dan pulang",
        ", kata warga",
        "Sebuah baris yang sangat panjang tanpa titik di ujungnya " * 3,
    ],
)
def test_protected_by_its_looks(line: str) -> None:
    assert 9 in scored([*PAGE[:9], "Kabar", "Kontak"])
    assert 9 not in scored([*PAGE[:9], line, "Kontak"])


def test_names_that_were_links_stay_with_their_sentence() -> None:
    assert scored([*[PROSE] * 3, "Kabar", "Ibu", "Kartini", ", pahlawan dari Jepara"], {3: KNOWN}) == {}


def test_numbered_rows_stay() -> None:
    assert scored([*[PROSE] * 3, "1. Beras", "2. Gula", "3. Kopi"]) == {}
    assert set(scored([*[PROSE] * 3, "Beras", "2. Gula", "Kopi"])) == {3, 4, 5}


def test_bulleted_rows_stay_where_a_colon_introduces_them() -> None:
    row = ["- Beras", "- Gula", "- Kopi"]
    assert scored([*[PROSE] * 3, "Yang dibawa kapal:", *row], {}).keys() <= {3}
    assert set(scored([*[PROSE] * 3, "Bagikan:", *row], {3: KNOWN})) == {4, 5, 6}
    assert set(scored([*[PROSE] * 3, *row])) == {3, 4, 5}


def test_tables_stay_and_menus_are_scored() -> None:
    table = ["| Bulan | Hujan |", "| Juni | 12 mm |", "| Juli | 3 mm |"]
    menu = ["| Beranda | Kabar |", "| Niaga | Kota |"]
    assert scored([*[PROSE] * 3, *table]) == {}
    assert scored([*[PROSE] * 3, "Beranda | Kabar | Kota"])[3] >= own_card().knots[3][0]
    assert scored([*[PROSE] * 3, *menu]) == {}


def test_code_between_fences_stays() -> None:
    assert set(scored([*[PROSE] * 3, "```", "make", "INSTALL", "```", "Kontak"])) == {7}


def test_a_subheading_of_prose_in_the_tail_stays_unless_a_rule_knows_a_line_above() -> None:
    lines = [*[PROSE] * 5, "Komentar", "Satu", "Dua", "Ana", PROSE]
    assert 8 not in scored(lines, {5: SECTION})
    assert 8 in scored(lines, {5: SECTION, 7: KNOWN})


def test_confidence_rises_with_the_score_and_names_the_modes() -> None:
    points = {sure: score for score, sure in own_card().knots}
    assert confidence(points[0.8]) == pytest.approx(0.8)
    assert confidence(points[0.6]) == pytest.approx(0.6)
    assert confidence(points[0.4]) == pytest.approx(0.4)
    assert confidence(points[0.8] - 1) < 0.8
    rising = [confidence(score) for score in range(-300, 300)]
    assert rising == sorted(rising)
    assert rising[0] >= 0
    assert rising[-1] < 1


def test_marks() -> None:
    assert mark_of(0.95, "boilerplate.navigation") == KNOWN
    assert mark_of(0.95, "boilerplate.comments") == SECTION
    assert mark_of(0.5, "boilerplate.comments") == PERHAPS
    assert mark_of(0.0, "boilerplate.navigation") == PERHAPS


def test_the_card_has_a_weight_for_each_bin_and_whole_numbers_only() -> None:
    card = own_card()
    for edges, head, tail in zip(card.edges, card.head, card.tail, strict=True):
        assert len(head) == len(tail) == len(edges) + 1
        assert list(edges) == sorted(set(edges))
        assert all(type(weight) is int for weight in (*head, *tail))


def test_a_card_is_read_as_it_is_written() -> None:
    row = {"edges": [1, 2.5], "head": [-1, 0, 1], "tail": [2, 0, -2]}
    text = json.dumps(
        {
            "bias": {"head": 3, "tail": -3},
            "knots": [[0, 0.4], [9, 0.8]],
            "measures": dict.fromkeys(FEATURES, row),
        }
    )
    card = read_card(text)
    values = (0, 2.5, *[1] * (len(FEATURES) - 2))
    assert card.score(values, below=False) == (3 - 1 + 1, [-1, 1, *[0] * (len(FEATURES) - 2)])
    assert card.score(values, below=True)[0] == -3 + 2 - 2


def test_time_grows_with_the_lines_and_no_faster() -> None:
    def seconds(count: int) -> float:
        lines = [
            *["Beranda", "Kabar", "a | b"] * (count // 6),
            PROSE,
            PROSE,
            *["Kontak", "3 jam", "Peta"] * (count // 6),
        ]
        page = Page(lines, [UNKNOWN] * len(lines))
        return min(timeit.repeat(lambda: score_lines(page), timer=time.process_time, number=1, repeat=3))

    seconds(500)
    assert seconds(20_000) < 12 * max(seconds(5_000), 0.01)


@pytest.mark.parametrize("line", [" " * 200_000 + "|", "( " * 100_000, "a" + " " * 200_000 + "b", "." * 200_000])
def test_a_hostile_line_takes_no_longer_than_any_other(line: str) -> None:
    start = time.process_time()
    scored(["Beranda", "x" + line + "y", PROSE, PROSE, "x" + line])
    assert time.process_time() - start < 2
