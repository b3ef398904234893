"""Spaces beside punctuation: how sure the cleaner is, what it refuses, and that the laws hold where marks abound."""

import re
import time
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.chain.chain import Chain
from bersih.cleaners.repair.spaces import Spaces
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, first_overlap
from bersih.rules.spacing import spaced_languages, spacing

_PIECES = [
    "harga", "naik", "Kemudian", "12", "a", "é", " ", " ", "  ", "\u00a0", "\n", ",", ".", ";", ":", "!", "?", "...",
    "(", ")", "[", "]", "“", "”", "„", "«", "»", '"', "'", "{", "|", "```", "di", "ПО",
]  # fmt: skip
_SIZE = 30_000


def _document(text: str, language: str | None = "id") -> Document:
    return Document.of(text, labels=(Label("language", language),) if language else ())


def _edits(text: str) -> list[Edit]:
    return list(Spaces()(_document(text)))


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("Harga naik , kata dia.", 0.9), ("Harga naik .", 0.6), ("Judul : anak judul", 0.5), ("Harga naik ; lalu", 0.5)],
)
def test_each_mark_has_its_confidence(text: str, confidence: float) -> None:
    assert [edit.confidence for edit in _edits(text)] == [confidence]


def test_stops_are_set_apart_where_two_other_marks_are() -> None:
    assert {edit.confidence for edit in _edits("Harga , kata dia , naik . Warga diam .")} == {0.9}


def test_a_language_whose_spacing_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match=re.escape("the spacing of 'ja' is not known")):
        Spaces(languages=("id", "ja"))


def test_french_is_known_to_set_four_marks_apart() -> None:
    french = spacing("fr")
    assert french is not None
    assert set(french.before).isdisjoint(";:!?")
    assert "«»" not in french.quotes


@given(
    text=st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    language=st.sampled_from([None, "zh", *spaced_languages()]),
)
def test_the_laws_hold_where_marks_abound(text: str, language: str | None) -> None:
    cleaner = Spaces()
    doc = _document(text, language)
    edits = sorted(cleaner(doc))
    assert not (edits and cleaner.needs.absent(text))
    assert first_overlap(edits) is None
    chain = Chain([cleaner], guard=1.0)
    once = chain.run(doc)
    assert not any(label.key == "unstable" for label in once.labels)
    assert once.rebuild() == text
    assert chain.run(_document(once.text, language)).text == once.text


@pytest.mark.parametrize(
    "unit", ["harga , ", "( a", "“ harga ", '" harga " ', "((((", "kata,kata ", " ?", "!!!!! ", "a", " "]
)
def test_four_times_the_text_takes_no_more_than_its_share(unit: str) -> None:
    cleaner = Spaces()

    def seconds(size: int) -> float:
        doc = _document((unit * (size // len(unit) + 1))[:size])
        return min(timeit.repeat(lambda: list(cleaner(doc)), timer=time.process_time, number=1, repeat=2))

    seconds(1_000)
    assert seconds(4 * _SIZE) < 10 * max(seconds(_SIZE), 0.01)
