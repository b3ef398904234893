"""The forms in which lines and markers are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.rules.form import folded, marker_form, matching_form, place_after


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Baca Juga:", "baca juga"),
        ("PUBLICITÉ", "publicite"),
        ("ＡＤ", "ad"),
        ("re\u00adklama", "reklama"),
        ("Citește și »", "citeste si"),
        ("'Lihat juga'", "lihat juga"),
        ("[iklan]", "iklan"),
        ("--- iklan ---", "iklan"),
        ("• Share this", "share this"),
        ("- Share this", "share this"),
        ("a - b", "a - b"),
        ("«Реклама»", "реклама"),
        ("Straße", "strasse"),
        ("โฆษณา", "โฆษณา"),
        ("विज्ञापन", "विज्ञापन"),
        ("3 Comments", "3 comments"),
        ("Really?", "really?"),
        ("***", ""),
        ("", ""),
    ],
)
def test_the_matching_form(line: str, form: str) -> None:
    assert matching_form(line) == form


@pytest.mark.parametrize(
    ("line", "form"), [("Loading...", "loading…"), ("(more…)", "more…"), ("More", "more"), ("More.", "more")]
)
def test_a_marker_that_trails_off_is_told_from_one_that_does_not(line: str, form: str) -> None:
    assert marker_form(line) == form


@given(st.text(max_size=60))
def test_the_form_of_a_form_is_itself(line: str) -> None:
    form = matching_form(line)
    assert matching_form(form) == form


@given(st.text(max_size=40))
def test_a_place_after_nothing_is_before_what_shows_and_after_all_is_the_end(line: str) -> None:
    assert place_after(line, len(folded(line)) + 1) == len(line)
    assert 0 <= place_after(line, 0) <= len(line)


@pytest.mark.parametrize(
    ("line", "length", "rest"),
    [
        ("Baca juga: X", 9, ": X"),
        ("Báca  jugá: X", 9, ": X"),
        ("ba\u200bca juga: X", 9, ": X"),
        ("ju\u0301ga X", 4, " X"),
    ],
)
def test_a_place_in_the_folded_line_is_found_in_the_line(line: str, length: int, rest: str) -> None:
    assert line[place_after(line, length) :] == rest
