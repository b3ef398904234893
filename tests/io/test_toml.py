"""Where in a TOML file a value begins."""

import pytest

from bersih.io.toml import Key, line_of

SOURCE = """# a comment
title = "x"

list = [
    1,
    2,
]
[table]
a = 1
b.c = 2

[[rule]]
id = "one"
[[rule]]
id = "two"
text = '''
several
lines'''
last = true
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("title",), 2),
        (("list",), 4),
        (("table",), 8),
        (("table", "a"), 9),
        (("table", "b", "c"), 10),
        (("rule", 0), 12),
        (("rule", 1, "id"), 15),
        (("rule", 1, "text"), 16),
        (("rule", 1, "last"), 19),
        (("rule", 2), None),
        (("title", 0), None),
        (("list", "a"), None),
        (("nothing",), None),
    ],
)
def test_line_of(keys: tuple[Key, ...], line: int | None) -> None:
    assert line_of(SOURCE, keys) == line
