"""What a cleaner needs."""

import re

import pytest

from bersih.chain.cleaner import ALWAYS, Needs


@pytest.mark.parametrize(
    ("needs", "text", "absent"),
    [
        (ALWAYS, "", False),
        (Needs(any_of=("&",)), "a & b", False),
        (Needs(any_of=("&", "<")), "a b", True),
        (Needs(search=re.compile("[xy]")), "ay", False),
        (Needs(search=re.compile("[xy]")), "a", True),
        (Needs(any_of=("&",), search=re.compile("x")), "x", False),
        (Needs(non_ascii=True), "abc", True),
        (Needs(non_ascii=True), "é", False),
        (Needs(non_ascii=True, any_of=("&",)), "&", True),
        (Needs(non_ascii=True, any_of=("&",)), "é&", False),
    ],
)
def test_absent(needs: Needs, text: str, absent: bool) -> None:
    assert needs.absent(text) is absent
