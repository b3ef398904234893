"""The edits between two texts: right for every pair, small where that is cheap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.model.compare import changes

words = st.lists(st.sampled_from(["ada", "dua", " ", "\n", "é", "tiga", "."]), max_size=40).map("".join)


def applied(before: str, after: str) -> str:
    at, parts = 0, []
    for start, end, new in changes(before, after):
        assert at <= start <= end <= len(before)
        assert before[start:end] != new
        parts += [before[at:start], new]
        at = end
    return "".join([*parts, before[at:]])


@given(words | st.text(), words | st.text())
def test_the_changes_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    assert applied(before, after) == after


@given(words | st.text(), words | st.text())
def test_no_two_insertions_share_a_place(before: str, after: str) -> None:
    places = [change.start for change in changes(before, after)]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        pytest.param("sama", "sama", [], id="equal texts have none"),
        pytest.param("cafÃ© dan rÃ©sumÃ©", "café dan résumé", [(3, 5, "é"), (10, 18, "résumé")], id="by words"),
        pytest.param("a b c", "a c", [(2, 4, "")], id="a deletion"),
        pytest.param("a c", "a b c", [(2, 2, "b ")], id="an insertion"),
        pytest.param("satu\ndua\ntiga\n", "satu!\ndua\ntiga?\n", [(4, 4, "!"), (13, 13, "?")], id="line by line"),
        pytest.param("satu\ndua\n\ntiga\n", "satu?\ntiga?\n", [(4, 9, "?"), (14, 14, "?")], id="lines that went"),
    ],
)
def test_changes_are_small(before: str, after: str, found: list[tuple[int, int, str]]) -> None:
    assert [tuple(change) for change in changes(before, after)] == found


def test_a_stretch_too_large_to_align_is_one_change() -> None:
    before = " ".join(f"a{number}" for number in range(2000))
    after = " ".join(f"b{number}" for number in range(1000))
    assert len(list(changes(before, after))) == 1


def test_a_large_stretch_of_as_many_words_is_taken_word_by_word() -> None:
    middle = "kata " * 1000
    assert [change.new for change in changes(f"satu {middle}dua", f"SATU {middle}DUA")] == ["SATU", "DUA"]
