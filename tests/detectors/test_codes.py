"""One code for each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.detectors.codes import base, bases, canonical, check_codes, is_one_of


@pytest.mark.parametrize(
    ("code", "one"),
    [
        ("iw", "he"),
        ("in", "id"),
        ("jw", "jv"),
        ("no", "nb"),
        ("fil", "tl"),
        ("zh-CN", "zh-Hans"),
        ("zh_tw", "zh-Hant"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("pt-br", "pt-BR"),
        ("ID", "id"),
        ("iw-IL", "he-IL"),
        ("nn", "nn"),
    ],
)
def test_codes_that_mean_the_same_are_one(code: str, one: str) -> None:
    assert canonical(code) == one


@given(st.from_regex(r"[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?", fullmatch=True))
def test_a_canonical_code_is_its_own(code: str) -> None:
    assert canonical(canonical(code)) == canonical(code)
    assert canonical(code).startswith(base(code))


def test_a_language_holds_its_scripts_and_regions() -> None:
    assert is_one_of("zh-Hans", ["zh"])
    assert is_one_of("zh-CN", ["zh-Hans"])
    assert not is_one_of("zh-Hant", ["zh-Hans"])
    assert not is_one_of("id", [])
    assert bases(["pt-BR", "in"]) == {"pt", "id"}


@pytest.mark.parametrize("given", ["id", ["Indonesian"], ["id", ""], [3], ["id", "ms "]])
def test_what_is_no_list_of_codes_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match="is no list of BCP 47 codes"):
        check_codes(given, "languages")  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [[], ["id"], ("zh-Hant", "pt-BR", "zsm")])
def test_a_list_of_codes_is_one(given: list[str]) -> None:
    assert check_codes(given, "languages") == tuple(given)
