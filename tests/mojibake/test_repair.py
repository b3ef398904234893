"""What is repaired, and how it is told."""

import ftfy
import pytest

from bersih.mojibake.repair import repair
from bersih.mojibake.runs import repaired_runs
from bersih.mojibake.steps import repaired
from bersih.mojibake.wrong_codec import codecs, undone
from mojibake.damage import SENTENCES, damaged, misread


def test_the_steps_are_those_of_ftfy() -> None:
    for line in damaged(seed=3, count=20_000):
        assert repaired(line).text == ftfy.fix_encoding(line), ascii(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_is_not_damaged_stays(line: str) -> None:
    assert repair(line) == (line, ())


@pytest.mark.parametrize(
    "encoding", ["latin-1", "sloppy-windows-1252", "sloppy-windows-1254", *[each.codec for each in codecs()]]
)
@pytest.mark.parametrize("line", SENTENCES)
def test_utf8_read_as_another_encoding_is_undone(line: str, encoding: str) -> None:
    read = misread(line, encoding)
    if encoding == "iso-8859-15" and "ẽ" in line:
        pytest.skip("read as windows-1252 these bytes are another Vietnamese letter")
    if encoding == "gbk" and read == line:
        pytest.skip("the bytes of this sentence are not all characters of GBK")
    assert repair(read).text == line


@pytest.mark.parametrize("line", SENTENCES)
def test_twice_and_three_times_too(line: str) -> None:
    for times in (2, 3):
        read = line
        for _ in range(times):
            read = misread(read, "sloppy-windows-1252")
        assert repair(read).text == line


@pytest.mark.parametrize("line", SENTENCES[:6])
def test_a_line_of_which_only_half_is_mojibake(line: str) -> None:
    half = line.index(" ", len(line) // 2)
    mixed = line[:half] + misread(line[half:], "sloppy-windows-1252")
    assert repair(mixed).text == line


def test_the_steps_are_told_in_order() -> None:
    assert repair("cafÃƒÂ© Ã¨").steps[-1].startswith("UTF-8 read as")
    assert repair("п÷я─п╦п╡п╣я┌").steps == ("UTF-8 read as KOI8-R",)
    assert repair("we\x92re").steps == ("windows-1252 read as latin-1",)


@pytest.mark.parametrize(
    "line",
    [
        "16 янв | 17:10",
        "5×£35 pin ups, 4288×…",
        "NESTLÉ® requiere personal",
        "SELKÄ\u00a0EDELLÄ\u00a0MAAHAN",
        "Ôôô minha vida",
        "MISUTÂ\u00a0AJIKKO",
        "раб",
        "学校",
        "Bremer/Mccoy – DrÃ¥ber",
        "├─ src/",
        "│ a │ b │",
    ],
)
def test_what_only_looks_like_it_stays(line: str) -> None:
    assert repair(line).text == line
    assert undone(line) is None


def test_what_was_lost_before_comes_back_as_that() -> None:
    assert repair("fizicďż˝ ďż˝i psihicďż˝").text == "fizic\ufffd \ufffdi psihic\ufffd"


def test_no_control_character_comes_out_of_a_repair() -> None:
    for line in damaged(seed=6, count=20_000):
        text = repair(line.replace("\u2039", "\ufffd")).text
        assert "\x1a" not in text, ascii(line)


def test_in_a_proven_line_what_might_be_meant_is_repaired_too() -> None:
    assert repaired_runs("Ä… stoi") == "Ä… stoi"
    assert repaired_runs("— mogÄ… stwarzaÄ‡ duÅ¼e zagroÅ¼enie") == "— mogą stwarzać duże zagrożenie"
