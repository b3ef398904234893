"""Broken lines: what is put back, what never is, and that it takes time in proportion to the text."""

import time
import timeit
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

import bersih
from bersih.chain.chain import Chain
from bersih.chain.lookup import find_cleaner
from bersih.layout.breaks import is_wrapped
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.rules.unfinished import unfinished_words

FOLDER = Path(__file__).parents[2] / "benchmarks"
SIZE = 30_000

PARAGRAPHS = {
    "id": [
        "Perahu kayu buatan warga Desa Tanjung dipakai untuk menyeberang ke Pulau Kelor setiap hari, kata Rahmat Hidayat.",
        "Menurut kepala desa, perahu itu dibuat dari kayu jati yang ditanam oleh para orang tua mereka di bukit Sumber.",
        "Pada bulan Agustus lomba perahu diadakan di muara, dan pemenangnya mendapat hadiah dari Koperasi Nelayan Jaya.",
    ],
    "en": [
        "The wooden boats built by the people of Tanjung are used to cross to Kelor Island every day, said Mary Holt.",
        "According to the mayor, they are made of teak that was planted by the grandparents on the slopes of Mount Hollow.",
        "In August a race is held at the mouth of the river, and the winner gets a prize from the Jaya Fishing Company.",
    ],
}  # fmt: skip


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return import_module("broken_lines")


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_most_breaks_are_found_and_nothing_else_is_joined(bench: ModuleType, language: str) -> None:
    random = Random(1)  # noqa: S311
    breaks = right = 0
    for _ in range(50):
        broken = bench.break_lines(PARAGRAPHS[language], random)
        found, wrong = bench.compare(broken, bench.clean(broken.text, language))
        assert wrong == []
        breaks, right = breaks + found["breaks"], right + found["right"]
    assert right > 0.75 * breaks


def test_lines_that_were_not_broken_stay(bench: ModuleType) -> None:
    for language, lines in bench.own_texts():
        assert bench.clean("\n".join(line for line in lines if not line.startswith(",")), language) == []


def test_the_benchmark_prints_a_row_for_all(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--rounds", "1"])
    assert "| all |" in capsys.readouterr().out


@pytest.mark.parametrize("seed", range(20))
def test_what_was_joined_is_not_looked_at_again(bench: ModuleType, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    text = bench.break_lines([line for lines in PARAGRAPHS.values() for line in lines], random).text
    chain = Chain([find_cleaner("repair.broken_lines")], guard=1.0)
    labels = (Label("language", "id"),)
    once = chain.run(Document.of(text, labels=labels))
    assert chain.run(Document.of(once.text, labels=labels)).text == once.text
    assert once.rebuild() == text


def test_no_language_is_needed_for_a_comma_at_the_beginning() -> None:
    cleaner = find_cleaner("repair.broken_lines")
    text = "Xyz abc defgh ijklm nopq rstuv wxyz abcd efgh ijkl mnop qrst uvwx yzab cdef ghij Klmno\n, pqrst uvw."
    doc = Chain([cleaner], guard=1.0).run(text)
    assert doc.text == text.replace("\n", "")


def test_wrapped_lines_are_told_from_pieces_of_a_sentence() -> None:
    wrapped = ["a" * 70, "b" * 66, "c" * 72, "d" * 20]
    assert is_wrapped(wrapped, 0)
    assert is_wrapped(wrapped, 2)
    assert not is_wrapped(["a" * 70, "b" * 12, "c" * 90, "d" * 8], 1)


def test_words_are_known_by_the_language_without_its_region() -> None:
    assert "de" in unfinished_words("pt-BR")[0]
    assert unfinished_words(None) == unfinished_words("tlh") == (frozenset(), frozenset())


@pytest.mark.parametrize(
    "unit",
    ["a\n", "A\na\n", "a dan\n", "dari\nKupang\n", "Kupang\n, dan\n", ",\n", "(a\n", "(", "“\na\n", "\n ", "a,\n", "kata ini dan\n" * 3 + "\n", ", " * 50 + "\n"],
    ids=repr,
)  # fmt: skip
def test_four_times_the_text_takes_no_more_than_its_share(unit: str) -> None:
    cleaner = find_cleaner("repair.broken_lines")

    def seconds(size: int) -> float:
        doc = Document.of((unit * (size // len(unit) + 1))[:size], labels=(Label("language", "id", 1.0),))
        return min(timeit.repeat(lambda: list(cleaner(doc)), timer=time.process_time, number=1, repeat=2))

    seconds(1_000)
    assert seconds(4 * SIZE) < 10 * max(seconds(SIZE), 0.01)


def test_joins_that_come_up_by_others_are_made_at_once() -> None:
    text = "\n".join(
        ["The members of", "the council and", "of the harbour said that", "they will", "pay for the bridge."] * 2
    )
    chain = bersih.load_chain("text")
    doc = chain.run(text)
    assert not [label for label in doc.labels if label.key == "unstable"]
    assert chain.run(doc.text).text == doc.text
