"""A pack that is not legal says where, what, and what would be."""

from pathlib import Path

import pytest

from bersih.errors import PackError
from bersih.rules.faults import faults
from bersih.rules.pack import read_pack

GOOD = """language = "xx"
version = 1

[[rule]]
id = "ad.label"
category = "boilerplate.advertisement"
where = "whole-line"
any = ["iklan ini"]
confidence = 0.9
hits = ["Iklan ini", "IKLAN INI"]
misses = ["Iklan ini mahal.", "Di bawah iklan ini"]
note = "Made up."
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_sound_pack_is_read_and_has_no_faults(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path, GOOD))
    assert pack.rule[0].id == "ad.label"
    assert list(faults(pack)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("note =", "nota =", ["mine.toml:12", "'nota'", "Did you mean 'note'?"]),
        (
            "boilerplate.advertisement",
            "boilerplate.advertisment",
            ["mine.toml:6", "Did you mean 'boilerplate.advertisement'?"],
        ),
        ('hits = ["Iklan ini", "IKLAN INI"]\n', "", ["mine.toml:4", "hits"]),
        ('hits = ["Iklan ini", "IKLAN INI"]', 'hits = ["Iklan ini"]', ["mine.toml:10", "length >= 2"]),
        ('misses = ["Iklan ini mahal.", "Di bawah iklan ini"]', "misses = []", ["mine.toml:11", "length >= 2"]),
        ('where = "whole-line"', 'where = "inline"', ["mine.toml:7", "inline"]),
        ('any = ["iklan ini"]', 'any = ["iklan ini", "* * *"]', ["mine.toml:8", "'* * *'", "nothing to match"]),
        (
            'where = "whole-line"',
            'where = "line-start"\nneeds = "company"',
            ["mine.toml:8", "'line-start'", "'colon-and-names'"],
        ),
        (
            'where = "whole-line"',
            'where = "whole-line"\nneeds = "names"',
            ["mine.toml:8", "'whole-line'", "'label-shape'"],
        ),
        (
            'where = "whole-line"\nany = ["iklan',
            'where = "short-line"\nany = ["{n} iklan',
            ["mine.toml:8", "{n}"],
        ),
        ("confidence = 0.9", "confidence = 9", ["mine.toml:9", "confidence"]),
        ("any = [", "any = [[", ["mine.toml", "not TOML"]),
        ("version = 1", "version = 0", ["mine.toml:2", "version"]),
    ],
)
def test_a_fault_is_named_with_its_place_and_the_nearest_legal_word(
    tmp_path: Path, old: str, new: str, says: list[str]
) -> None:
    assert old in GOOD
    with pytest.raises(PackError) as raised:
        read_pack(write(tmp_path, GOOD.replace(old, new, 1)))
    for word in says:
        assert word in str(raised.value)


def test_a_rule_that_is_there_twice(tmp_path: Path) -> None:
    twice = GOOD + GOOD.partition("\n\n")[2].replace("iklan ini", "iklan itu")
    with pytest.raises(PackError, match=r"mine\.toml:14: rule 'ad\.label' is there twice\."):
        read_pack(write(tmp_path, twice))


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.toml: cannot be read: No such file"):
        read_pack(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"IKLAN INI"]', '"Iklan itu"]', "the hit 'Iklan itu' is not matched"),
        ('"Di bawah iklan ini"]', '"Iklan ini:"]', "the miss 'Iklan ini:' is matched"),
        ('any = ["iklan ini"]', 'any = ["iklan ini", "Iklan ini »"]', "stands in rule 'ad.label' already"),
        ('hits = ["Iklan ini", ', 'hits = ["Iklan ini", "iklan ini", ', "3 hits and only 2 misses"),
    ],
)
def test_faults_name_the_example(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    assert any(says in fault for fault in faults(read_pack(write(tmp_path, GOOD.replace(old, new, 1)))))


def test_a_list_with_a_phrase_of_signs_alone_says_on_which_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("iklan\n---\n", "utf-8")
    with pytest.raises(PackError, match=r"mine\.txt:2: '---' has nothing to match"):
        read_pack(path)


def test_a_pipe_is_refused_since_it_can_be_read_only_once(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no regular file"):
        read_pack(tmp_path)
