"""A line and the rule it matches."""

import time

import pytest

from bersih.rules.matcher import Match, Matcher, matcher_for
from bersih.rules.pack import Need, Rule, Where


def rule(phrase: str, where: Where = "whole-line", needs: Need = "nothing", *, words: int = 16) -> Rule:
    return Rule(
        id="test.rule",
        category="boilerplate.related",
        where=where,
        any=[phrase],
        needs=needs,
        max_words=words,
        confidence=0.9,
        hits=["one", "two"],
        misses=["three", "four"],
        note="Made up.",
    )


def find(phrase: str, line: str, where: Where = "whole-line", needs: Need = "nothing", *, words: int = 16) -> float:
    """Return the confidence of the match, -1 where there is none."""
    match = Matcher([("xx", rule(phrase, where, needs, words=words))]).find(line)
    return -1 if match is None else round(match.confidence, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga",
        "BACA JUGA:",
        "  baca  juga … ",
        "“Baca juga”",
        "[Baca juga]",
        "» Baca juga »",
        "- baca juga",
        "Bacá juga\r",
        "baca\u00a0ju\u200bga",
    ],
)
def test_a_whole_line_matches_in_any_dress(line: str) -> None:
    assert find("baca juga", line) == 0.9


@pytest.mark.parametrize(
    "line", ["baca juga buku", "ibu baca juga", "bacajuga", "", " ", "*", "“Baca juga!”", "— Baca juga."]
)
def test_a_whole_line_leaves_everything_else(line: str) -> None:
    assert find("baca juga", line) == -1


@pytest.mark.parametrize(
    ("line", "confidence"), [("IKLAN", 0.81), ("[Iklan]", 0.81), ("Iklan", 0), ("iklan", 0), ("Iklan sabun", -1)]
)
def test_a_label_shape_is_capitals_or_brackets(line: str, confidence: float) -> None:
    assert find("iklan", line, needs="label-shape") == confidence


def test_a_word_that_needs_company_is_a_hint_and_no_finding() -> None:
    assert find("home", "Home", needs="company") == 0


@pytest.mark.parametrize(("needs", "bare", "colon"), [("no-colon", 0.9, -1), ("colon", -1, 0.9), ("nothing", 0.9, 0.9)])
def test_a_colon_at_the_end_of_a_whole_line(needs: Need, bare: float, colon: float) -> None:
    assert find("selengkapnya", "Selengkapnya", needs=needs) == bare
    assert find("selengkapnya", "Selengkapnya : ", needs=needs) == colon


@pytest.mark.parametrize(
    ("line", "matches"), [("3 Comments", True), ("1,204 comments:", True), ("comments", False), ("3 4 comments", False)]
)
def test_a_count_stands_for_any_number(line: str, matches: bool) -> None:
    assert (find("{n} comments", line) > 0) is matches


@pytest.mark.parametrize(
    ("line", "matches"), [("Loading...", True), ("(loading…)", True), ("Loading", False), ("Loading.", False)]
)
def test_a_phrase_with_dots_needs_them(line: str, matches: bool) -> None:
    assert (find("loading...", line) > 0) is matches


@pytest.mark.parametrize(
    ("line", "confidence"),
    [
        ("Baca juga: Harga beras naik", 0.9),
        ("(BACA JUGA : Harga beras naik)", 0.9),
        ("Baca juga | Harga beras naik", 0.9),
        ("Baca juga： Harga beras naik", 0.9),
        ("Baca juga Harga Beras Naik Lagi", 0.9),
        ("Baca juga", 0.9),
        ("Baca juga: Harga naik. Warga pulang.", 0.45),
        ("Baca juga harga beras di pasar.", -1),
        ("Baca jugalah: buku", -1),
        ("Baca juga: " + "satu " * 20, -1),
    ],
)
def test_a_line_start_with_colon_or_headline(line: str, confidence: float) -> None:
    assert find("baca juga", line, "line-start", "colon-or-headline") == confidence


@pytest.mark.parametrize(
    ("needs", "line", "matches"),
    [
        ("names", "Photo by Sari Dewi", True),
        ("names", "Photo by photo, the wall filled", False),
        ("colon-and-names", "Photo by: Sari Dewi", True),
        ("colon-and-names", "Photo by Sari Dewi", False),
        ("colon-and-headline", "Photo by: Village Band Plays Its Last Concert", True),
        ("colon-and-headline", "Photo by: the band", False),
        ("colon", "Photo by: the band", True),
        ("colon", "Photo by the band", False),
        ("one-clause", "Photo by the band", True),
        ("nothing", "Photo by the band. It played.", True),
    ],
)
def test_what_a_line_start_may_need(needs: Need, line: str, matches: bool) -> None:
    assert (find("photo by", line, "line-start", needs) > 0) is matches


def test_one_clause_halves_where_a_second_sentence_follows() -> None:
    assert find("follow us", "Follow us here. It rained.", "line-start", "one-clause") == 0.45


def test_what_follows_is_given_in_the_letters_of_the_line() -> None:
    match = Matcher([("id", rule("baca juga", "line-start", "colon"))]).find("  « Báca  Jugá :  Harga: Naik »\r")
    assert match is not None
    assert (match.name, match.rest) == ("id:test.rule", "Harga: Naik »")
    assert "begins with" in match.reason


def test_a_whole_line_goes_before_a_line_start_and_a_longer_phrase_before_a_shorter() -> None:
    matcher = Matcher(
        [
            ("a", rule("baca", "line-start")),
            ("b", rule("baca juga", "line-start")),
            ("c", rule("baca juga ini")),
        ]
    )
    assert [found(matcher, line) for line in ("baca ini", "baca juga itu", "baca juga ini")] == ["a", "b", "c"]


def test_a_sure_line_start_goes_before_a_whole_line_that_is_a_hint() -> None:
    matcher = Matcher([("a", rule("tags", needs="company")), ("b", rule("tags", "line-start", "colon"))])
    assert [found(matcher, line) for line in ("Tags", "Tags:", "Tags: beras")] == ["a", "b", "b"]


def found(matcher: Matcher, line: str) -> str:
    match = matcher.find(line)
    assert isinstance(match, Match)
    return match.pack


def test_line_starts_of_one_and_two_characters_are_found() -> None:
    assert find("広告", "広告：新しい本", "line-start", "colon") == 0.9
    assert find("摄", "摄: 王明", "line-start", "colon") == 0.9


@pytest.mark.parametrize(
    ("language", "line", "matches"),
    [
        ("id", "Baca juga: Harga beras naik", True),
        ("id-ID", "Baca juga: Harga beras naik", True),
        ("de", "Baca juga: Harga beras naik", False),
        (None, "Baca juga: Harga beras naik", False),
        ("de", "Read more: A mill", True),
        (None, "Read more: A mill", True),
        ("und", "Read more: A mill", True),
    ],
)
def test_the_language_decides_which_packs_count(language: str | None, line: str, matches: bool) -> None:
    assert (matcher_for(language, ()).find(line) is not None) is matches


@pytest.mark.parametrize(
    "line",
    [
        "(" * 200_000,
        " " * 200_000,
        "-" * 200_000,
        "baca juga " + ". " * 100_000,
        "foto: " + "A." * 100_000,
        "«" * 119,
        "=-" * 60,
        "\u0301" * 200_000,
    ],
)
def test_a_hostile_line_takes_linear_time(line: str) -> None:
    matcher = matcher_for("id", ())
    start = time.process_time()
    matcher.find(line)
    # Milliseconds on one core; a quadratic step over 200,000 characters would take minutes.
    assert time.process_time() - start < 2
