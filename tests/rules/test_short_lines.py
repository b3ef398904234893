"""Short lines with a phrase of a rule, and one of its `with`, anywhere."""

import time

import pytest

from bersih.rules.pack import Rule
from bersih.rules.short_lines import ShortLines, ends_word, has_at_most, holds


def rules(*phrases: str, also: tuple[str, ...] = (), max_words: int = 8) -> ShortLines:
    rule = Rule(
        id="made.up",
        category="boilerplate.follow",
        where="short-line",
        any=list(phrases),
        also=list(also),
        max_words=max_words,
        confidence=0.9,
        hits=[],
        misses=[],
        note="Made up.",
    )
    return ShortLines([("en", rule)])


def found(lines: ShortLines, line: str) -> list[tuple[str, str]]:
    return [(known.phrase, also) for known, also in lines.find(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Follow us on Facebook", [("follow us", "facebook")]),
        ("Please FOLLOW  us, and like our FACEBOOK page!", [("follow us", "facebook")]),
        ("On Facebook, follow us", [("follow us", "facebook")]),
        ("Follow us", []),
        ("Followers use Facebook", []),
        ("They follow useful advice on Facebook", []),
        ("Facebook says that people who follow us there will see more of what they like", []),
        ("", []),
    ],
)
def test_both_phrases_must_stand_there_as_whole_words(line: str, expected: list[tuple[str, str]]) -> None:
    assert found(rules("follow us", also=("facebook", "instagram")), line) == expected


def test_without_with_one_phrase_is_enough() -> None:
    assert found(rules("all rights reserved"), "2024 The Mill. All rights reserved.") == [("all rights reserved", "")]


def test_scripts_without_spaces_are_looked_through_at_every_character() -> None:
    lines = rules("关注我们", also=("微信",))
    assert found(lines, "欢迎关注我们的微信公众号") == [("关注我们", "微信")]
    assert found(lines, "欢迎关注我们") == []


def test_a_rule_answers_once() -> None:
    assert len(found(rules("follow us", "like us"), "Follow us, like us, follow us")) == 1


@pytest.mark.parametrize(
    ("line", "words", "fits"),
    [
        ("one two three", 3, True),
        ("one two three four", 3, False),
        ("关注我们的微信", 2, True),
        ("关注我们的微信公众号吧好吗", 2, False),
    ],
)
def test_words_are_counted(line: str, words: int, *, fits: bool) -> None:
    assert has_at_most(line, words) is fits


@pytest.mark.parametrize(
    ("text", "at", "ends"),
    [
        ("share this", 5, True),
        ("shares", 5, False),
        ("share", 5, True),
        ("शेयरों", 4, False),
        ("分享到", 2, True),
        ("댓글을", 2, False),
    ],
)
def test_where_a_word_ends(text: str, at: int, *, ends: bool) -> None:
    assert ends_word(text, at) is ends


def test_a_phrase_inside_a_word_is_not_held() -> None:
    assert holds("we share", "share")
    assert not holds("we shared", "share")
    assert not holds("unshare", "share")


def test_hostile_lines_take_linear_time() -> None:
    lines = rules("a a", "follow us", also=("zz",), max_words=400)
    for line in ("a " * 150, "follow us " * 29, "关" * 290):
        start = time.process_time()
        for _ in range(200):
            found(lines, line)
        assert time.process_time() - start < 3
