"""Code and lists, which nothing may judge line by line."""

import time

import pytest

from bersih.layout.structure import in_structure


def inside(text: str, marked: tuple[int, ...] = ()) -> list[int]:
    return sorted(in_structure(text.split("\n"), marked))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One line.", []),
        ("Run this:\n```\nshare()\n```\nDone.", [1, 2, 3]),
        ("```\nnever closed\nShare", []),
        ("    if (share) {\n        print();\n    }\nShare", [0, 1, 2]),
        ("1. Rice\n2. Sugar\nEnough.", [0, 1]),
        ("1. Rice\n\n2. Sugar", [0, 2]),
        ("1. Rice\nAnd then we went home.", []),
        ("• Rice\n• Sugar", [0, 1]),
        ("a) Rice\nb) Sugar", [0, 1]),
        ("The tabs are:\nHome\nSearch\nShare", [1, 2, 3]),
        ("The tabs are:\n\nHome\n\nSearch", [2, 4]),
        ("The tabs are:\nHome", []),
        ("The tabs are:\nHome\nChoose one.", []),
        ("成分：\n米\n糖", [1, 2]),
    ],
)
def test_what_is_code_or_a_list(text: str, expected: list[int]) -> None:
    assert inside(text) == expected


def test_a_label_that_rules_know_introduces_no_list() -> None:
    assert inside("Read also:\nOne Story of the Day\nAnother Story of the Day", marked=(0,)) == []


def test_it_takes_linear_time() -> None:
    for line in ("1. x\n", "```\n", "    {\n", "a:\nb\n", "\t" * 50 + "\n"):
        start = time.process_time()
        in_structure((line * 40_000).split("\n"))
        assert time.process_time() - start < 3
