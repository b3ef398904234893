"""Divided words: how sure the cleaner is, what it refuses, and that the laws hold where hyphens abound."""

import re
import time
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.chain.chain import Chain
from bersih.cleaners.repair.hyphenation import Hyphenation
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, first_overlap

_PIECES = [
    "peme", "rintah", "pem", "bangunan", "anak", "di", "lakukan", "well", "known", "Eisen", "bahn", "Vor", "und",
    "re", "sign", "-", "‐", "\u00ad", "¬", "\n", "\r\n", " ", "  ", "-\n", "- ", "\u00ad\n", "-\n\n", ",", ".", "”", "(",
]  # fmt: skip
_SIZE = 30_000


def _document(text: str, language: str | None = "id") -> Document:
    return Document.of(text, labels=(Label("language", language),) if language else ())


def _edits(text: str, language: str = "id") -> list[Edit]:
    return list(Hyphenation()(_document(text, language)))


def test_a_word_that_is_far_commoner_than_its_parts_is_sure() -> None:
    assert [edit.confidence for edit in _edits("Surat peme-\nrintah pusat.")] == [0.9]


def test_a_word_whose_parts_are_as_common_is_likelier_among_other_divided_words() -> None:
    alone = "Harga lem-\nbar itu."
    among = f"Surat peme-\nrintah pusat. {alone}"
    assert [edit.confidence for edit in _edits(alone)] == [0.3]
    assert [edit.confidence for edit in _edits(among)] == [0.9, 0.6]


def test_the_reason_names_the_joined_word() -> None:
    (edit,) = _edits("Surat peme-\nrintah pusat.")
    assert "“pemerintah”" in edit.reason


def test_lines_stay_as_many() -> None:
    text = "Surat peme-\nrintah pusat kepada war-\nga kota di pem-\nbangunan jalan.\n"
    assert Chain([Hyphenation()]).run(_document(text)).text.count("\n") == text.count("\n")


def test_a_language_without_a_lexicon_is_refused() -> None:
    with pytest.raises(ValueError, match=re.escape("no lexicon for 'xx'")):
        Hyphenation(languages=("id", "xx"))


@given(
    text=st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
    language=st.sampled_from([None, "id", "en", "de", "id-ID"]),
)
def test_the_laws_hold_where_hyphens_abound(text: str, language: str | None) -> None:
    cleaner = Hyphenation()
    doc = _document(text, language)
    edits = sorted(cleaner(doc))
    assert not (edits and cleaner.needs.absent(text))
    assert first_overlap(edits) is None
    chain = Chain([cleaner], guard=1.0)
    once = chain.run(doc)
    assert once.rebuild() == text
    assert chain.run(_document(once.text, language)).text == once.text


@pytest.mark.parametrize(
    "unit", ["peme-\nrintah ", "peme-\nrintah,", "ab-\n", "a- ", "-\n", "peme-\nrintah-", "a", " "]
)
def test_four_times_the_text_takes_no_more_than_its_share(unit: str) -> None:
    cleaner = Hyphenation()

    def seconds(size: int) -> float:
        doc = _document((unit * (size // len(unit) + 1))[:size])
        return min(timeit.repeat(lambda: list(cleaner(doc)), timer=time.process_time, number=1, repeat=2))

    seconds(1_000)
    assert seconds(4 * _SIZE) < 10 * max(seconds(_SIZE), 0.01)
