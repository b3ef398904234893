"""The residue cleaners take time in proportion to the text, whatever the text is."""

import time
import timeit

import pytest

from bersih.chain.lookup import find_cleaner
from bersih.model.document import Document
from bersih.model.edit import Label

SIZE = 30_000

HOSTILE = [
    "Baca juga:\n",
    "Baca juga:\nHarga Beras Naik Lagi Di Pasar Induk\n",
    "Baca juga: ",
    'Baca juga: "',
    'Baca juga: "a',
    "Baca juga: Harga Beras Naik Lagi ",
    "(Foto: ",
    "Foto: Antara\n",
    "[[[[",
    "((((a",
    "(abc)\n",
    "googletag.cmd.push(function() { ",
    "Beranda | ",
    "Beranda\n",
    "Komentar\n\n",
    "IKLAN\n",
    "iklan\nsebuah baris lain\n",
    "- satu\n",
    ", dan\n",
    "1 2 3 4\n",
    "JAKARTA - ",
    "a",
    " ",
]


@pytest.mark.parametrize("name", [f"boilerplate.{name}" for name in ("whole_lines", "inline", "signature", "dateline")])
@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_four_times_the_text_takes_no_more_than_its_share(name: str, unit: str) -> None:
    cleaner = find_cleaner(name)

    def seconds(size: int) -> float:
        doc = Document.of((unit * (size // len(unit) + 1))[:size], labels=(Label("language", "id", 1.0),))
        return min(timeit.repeat(lambda: list(cleaner(doc)), timer=time.process_time, number=1, repeat=2))

    seconds(1_000)
    assert seconds(4 * SIZE) < 10 * max(seconds(SIZE), 0.01)
