"""The closed list of categories."""

import re

import pytest

from bersih.errors import ConfigError
from bersih.model.category import CATEGORIES, check_categories, is_among


@pytest.mark.parametrize("name", CATEGORIES)
def test_every_category_has_a_name_and_one_sentence(name: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z-]+", name)
    assert re.fullmatch(r"[A-Z][^.]*\.", CATEGORIES[name])


def test_a_family_stands_for_its_kinds() -> None:
    assert is_among("boilerplate.credit", frozenset({"boilerplate"}))
    assert is_among("boilerplate.credit", frozenset({"boilerplate.credit"}))
    assert not is_among("encoding.entity", frozenset({"boilerplate"}))


def test_an_unknown_category_is_refused_with_the_nearest() -> None:
    with pytest.raises(
        ConfigError, match=r"here: 'boilerplate\.credits' is not a category\. Did you mean 'boilerplate\.credit'\?"
    ):
        check_categories(["boilerplate.credits"], "here")
