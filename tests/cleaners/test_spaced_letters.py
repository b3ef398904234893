"""Letters set apart: how sure the cleaner is, and that the laws hold where single letters abound."""

import time
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.chain.chain import Chain
from bersih.cleaners.repair.spaced_letters import SpacedLetters
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, first_overlap
from bersih.rules.letter_rows import is_list

_PIECES = [
    "P U B L I S I T A S", "h a r g a", "B A C A  J U G A", "A B C D E F", "T E N E T", "O P E R A", "P U N E",
    "h\u2009a\u2009r\u2009g\u2009a", "社 群 回 應", "日 一 二 三 四", "a", "K", "é", " ", "  ", "\u00a0", "\n", "\n", ".", "*", "(", "kata",
]  # fmt: skip
_SIZE = 30_000


def _document(text: str, language: str | None = "id") -> Document:
    return Document.of(text, labels=(Label("language", language),) if language else ())


def _edits(text: str) -> list[Edit]:
    return list(SpacedLetters()(_document(text)))


def test_a_word_alone_on_its_line_is_surer_than_one_in_running_text() -> None:
    assert [edit.confidence for edit in _edits("P U B L I S I T A S")] == [0.9]
    assert [edit.confidence for edit in _edits("Kata itu dieja P U B L I S I T A S di papan.")] == [0.5]


def test_each_word_is_an_edit_of_its_own() -> None:
    assert [edit.new for edit in _edits("H A R I A N  K O T A")] == ["HARIAN", "KOTA"]


@pytest.mark.parametrize("letters", ["cdefg", "qwert", "acgta", "abadc", "aiueo", "甲乙丙丁", "월화수목금토일"])
def test_a_list_is_known(letters: str) -> None:
    assert is_list(letters)


@pytest.mark.parametrize("letters", ["berita", "harga", "社群回應"])
def test_a_word_is_no_list(letters: str) -> None:
    assert not is_list(letters)


@given(
    text=st.lists(st.sampled_from(_PIECES), max_size=20).map("".join),
    language=st.sampled_from([None, "id", "en", "zh"]),
    characters=st.booleans(),
)
def test_the_laws_hold_where_single_letters_abound(text: str, language: str | None, *, characters: bool) -> None:
    cleaner = SpacedLetters(characters=characters)
    doc = _document(text, language)
    edits = sorted(cleaner(doc))
    assert not (edits and cleaner.needs.absent(text))
    assert first_overlap(edits) is None
    chain = Chain([cleaner], guard=1.0)
    once = chain.run(doc)
    assert once.rebuild() == text
    assert chain.run(_document(once.text, language)).text == once.text


@pytest.mark.parametrize("unit", ["P U B L I S I T A S\n", "P U B L I S ", "A ", "A B C\n", "a  ", "社 群 ", "a", " "])
def test_four_times_the_text_takes_no_more_than_its_share(unit: str) -> None:
    cleaner = SpacedLetters(characters=True)

    def seconds(size: int) -> float:
        doc = _document((unit * (size // len(unit) + 1))[:size], "zh")
        return min(timeit.repeat(lambda: list(cleaner(doc)), timer=time.process_time, number=1, repeat=2))

    seconds(1_000)
    assert seconds(4 * _SIZE) < 10 * max(seconds(_SIZE), 0.01)
