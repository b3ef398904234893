"""Signs: one scan says the same as one for each."""

from hypothesis import given
from hypothesis import strategies as st

from bersih.model.sign import Sign, Signs

SIGNS = {
    "digit": Sign.of("0-9"),
    "quote": Sign.of("\u201c\u201d"),
    "capital inside": Sign("A-Z", ("(?<=[a-z][A-Z])",)),
    "question": Sign("?", (r"(?<=\?)[a-z]", r"(?<=\?)\?")),
    "line of x": Sign("x", ("(?<=^x)",)),
}


@given(st.text(alphabet="aAx09?\u201c \n", max_size=30))
def test_one_scan_finds_what_each_would(text: str) -> None:
    found = {key for key, sign in SIGNS.items() if sign.compiled().search(text)}
    assert Signs(SIGNS).absent(text) == SIGNS.keys() - found


def test_no_signs_are_never_absent() -> None:
    assert Signs[int]({}).absent("text") == frozenset()


def test_a_start_of_line_counts_on_every_line() -> None:
    assert Signs(SIGNS).absent("a\nx") == SIGNS.keys() - {"line of x"}
