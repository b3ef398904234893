"""Lines: what ends one, and what is left where some are taken out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.model.lines import Lines
from bersih.model.span import Span


def without(text: str, *indices: int) -> str:
    """Return *text* without the lines at *indices*."""
    at, parts = 0, []
    for span in Lines(text).removals(indices).values():
        parts.append(text[at : span.start])
        at = span.end
    return "".join([*parts, text[at:]])


def test_only_a_line_feed_ends_a_line() -> None:
    text = "a\u2028b\x0bc\x0cd\x85e\rf\r\ng\n"
    assert list(Lines(text)) == ["a\u2028b\x0bc\x0cd\x85e\rf\r", "g"]


def test_a_line_stands_where_its_span_says() -> None:
    lines = Lines("satu\n\ndua")
    assert [lines.text[slice(*lines.span(index))] for index in range(len(lines))] == ["satu", "", "dua"]
    assert lines.span(2) == Span(6, 9)


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        pytest.param("A\nX\nB\n", [1], "A\nB\n", id="a line takes its line end along"),
        pytest.param("A\n\nX\n\nB\n", [2], "A\n\nB\n", id="no blank lines pile up"),
        pytest.param("A\nX\n\nB\n", [1], "A\n\nB\n", id="a paragraph break after a line without one before stays"),
        pytest.param("A\n\nX\nB\n", [2], "A\n\nB\n", id="a paragraph break before stays"),
        pytest.param("A\n\nX\n\nY\n\nB\n", [2, 4], "A\n\nB\n", id="two in a row leave one break"),
        pytest.param("A\nX\nY\n\nB\n", [1, 2], "A\n\nB\n", id="lines that touch leave the break after them"),
        pytest.param("X\n\nA\n", [0], "A\n", id="at the start, the blank lines after go"),
        pytest.param("A\n\nX\n", [2], "A\n", id="at the end, the blank lines before go"),
        pytest.param("A\n\nX", [2], "A", id="a text without a last line feed gets none"),
        pytest.param("A\n\nX\n\nY", [2, 4], "A", id="two at the end of such a text"),
        pytest.param("A\n\nX\n  ", [2], "A\n  ", id="a blank last line is not glued to the text"),
        pytest.param("A\nX\n\n\n", [1], "A\n\n\n", id="blank lines at the end of the document are its own"),
        pytest.param("A\r\n\r\nX\r\n\r\nB\r\n", [2], "A\r\n\r\nB\r\n", id="CRLF goes with its line"),
        pytest.param("X\n", [0], "", id="the only line"),
        pytest.param("X\n\nY", [0, 2], "", id="every line"),
        pytest.param("A\nB\n", [], "A\nB\n", id="no line"),
    ],
)
def test_what_is_left(text: str, gone: list[int], left: str) -> None:
    assert without(text, *gone) == left


@given(st.lists(st.sampled_from(["A", "B b", "", " ", "X\r"]), max_size=12), st.booleans(), st.data())
def test_the_lines_that_stay_stay_whole(pieces: list[str], closed: bool, data: st.DataObject) -> None:
    text = "\n".join(pieces) + ("\n" if closed else "")
    lines = Lines(text)
    gone = data.draw(st.sets(st.integers(0, max(0, len(lines) - 1)), max_size=len(lines))) if len(lines) else set()
    spans = list(lines.removals(gone).values())
    assert all(one.end <= two.start for one, two in pairwise(spans))
    left = without(text, *gone)
    kept = [line for index, line in enumerate(lines) if index not in gone and line.strip()]
    assert [line for line in Lines(left) if line.strip()] == kept


@given(st.lists(st.sampled_from(["A", "B b", "", " ", "X\r"]), max_size=12), st.booleans(), st.data())
def test_the_lines_that_stay_stay_whole_though_only_some_of_the_others_go(
    pieces: list[str], closed: bool, data: st.DataObject
) -> None:
    text = "\n".join(pieces) + ("\n" if closed else "")
    lines = Lines(text)
    doubtful = data.draw(st.sets(st.integers(0, max(0, len(lines) - 1)), max_size=len(lines))) if len(lines) else set()
    made = {index: span for index, span in lines.removals(doubtful).items() if data.draw(st.booleans())}
    left = text
    for span in sorted(made.values(), reverse=True):
        left = left[: span.start] + left[span.end :]
    kept = [line for index, line in enumerate(lines) if index not in made and line.strip()]
    assert [line for line in Lines(left) if line.strip()] == kept
