"""The languages of a text, paragraph by paragraph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bersih
from bersih.chain.config import load_chain
from bersih.cleaners.language.identify import Identify
from bersih.detectors.segments import segments, shares
from bersih.model.document import Document
from bersih.model.lines import Lines

PARTS = {
    "id": "Para pedagang mengatakan bahwa harga beras sudah naik sejak awal bulan karena pasokan dari desa belum datang juga.",
    "en": "The traders said that the price of rice has gone up since the beginning of the month because the supply is late.",
    "de": "Die Händler sagen, dass der Preis für Reis seit dem Anfang des Monats gestiegen ist, weil die Lieferung fehlt.",
    "ru": "Торговцы говорят, что цена на рис выросла с начала месяца, потому что поставки из деревень ещё не пришли.",
    "zh-Hans": "商贩们昨天告诉记者，从本月初开始，市场上的大米价格一直在上涨，居民们都很担心，他们不知道什么时候会下降，村里的人们也在等着新的大米，因为这个月还没有来过。",
}


@pytest.mark.parametrize("one", PARTS)
@pytest.mark.parametrize("two", PARTS)
def test_two_languages_are_told_apart(one: str, two: str) -> None:
    text = "\n".join(["Rp59.700", PARTS[one], PARTS[one], "OK", PARTS[two], PARTS[two]])
    found = segments(text)
    if one == two:
        assert found == []
    else:
        assert [each.language for each in found] == [one, two]
        assert found[0].span.start == 0
        assert found[0].span.end == found[1].span.start
        assert found[1].span.end == len(text)
        assert sum(shares(found).values()) == pytest.approx(1)


def test_a_foreign_sentence_and_a_quoted_line_are_no_segments() -> None:
    text = "\n".join(
        [PARTS["id"]] * 6
        + ["“To be or not to be, that is the question that we ask ourselves,” ujarnya."]
        + [PARTS["id"]] * 6
    )
    assert segments(text) == []


def test_text_in_one_language_or_none_has_no_segments() -> None:
    assert segments("") == []
    assert segments("12.000\n" * 50) == []
    assert segments("\n".join([PARTS["en"]] * 20)) == []
    assert bersih.segments is segments


def test_the_document_has_the_language_of_most_of_it_and_labels_for_its_parts() -> None:
    text = "\n".join([PARTS["en"], PARTS["de"], PARTS["de"], PARTS["de"]])
    labels = [label for label in Identify()(Document.of(text)) if label.key == "language"]
    assert [(label.value, label.span is None) for label in labels] == [("de", True), ("en", False), ("de", False)]
    alone = [label for label in Identify(paragraphs=False)(Document.of(text)) if label.key == "language"]
    assert len(alone) == 1


def test_labels_of_parts_are_in_the_report_once_with_offsets_of_the_original() -> None:
    text = "\n".join(
        ["ADVERTISEMENT", PARTS["id"], "ADVERTISEMENT", PARTS["id"], PARTS["en"], "ADVERTISEMENT", PARTS["en"]]
    )
    doc = load_chain("text").run(text)
    assert "ADVERTISEMENT" not in doc.text
    assert [label.value for label in doc.segments] == ["id", "en"]
    assert [text[label.span.start :][:12] for label in doc.segments if label.span][1] == PARTS["en"][:12]
    assert doc.report().rebuild(doc.text) == text


mixtures = st.lists(st.one_of(st.sampled_from(list(PARTS.values())), st.text(max_size=80)), max_size=10).map("\n".join)


@given(text=mixtures)
def test_segments_follow_each_other_and_end_with_lines(text: str) -> None:
    found = segments(text)
    borders = [each.span.start for each in found] + [len(text)]
    assert [each.span.end for each in found] == borders[1:]
    if found:
        assert borders[0] == 0
        assert set(borders[:-1]) <= set(Lines(text).starts)
        assert all(one.language != two.language for one, two in pairwise(found))


@given(text=mixtures)
def test_the_laws_hold_for_text_in_several_languages(text: str) -> None:
    chain = load_chain("text")
    doc = chain.run(text)
    assert doc.rebuild() == text
    assert chain.clean(doc.text) == doc.text
