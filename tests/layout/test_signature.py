"""Initials below a text."""

import pytest

from bersih.layout.signature import is_initials


@pytest.mark.parametrize(
    "line", ["(abc/def)", "(kpl/aal/tdr)", " (hal/ara) ", "(ahs/nu2)", "(rls)", "(*)", "(***)", "[dra]", "(ab-cd)."]
)
def test_initials(line: str) -> None:
    assert is_initials(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "(km/jam)",
        "(and/or)",
        "(n/a)",
        "(Persero)",
        "(Jawa Barat)",
        "(2024)",
        "abc/def",
        "(a long remark)",
        "(abcdefgh)",
    ],
)
def test_no_initials(line: str) -> None:
    assert not is_initials(line)
