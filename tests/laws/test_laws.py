"""The laws that hold for every text, every cleaner and every preset."""

from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain, preset_names
from bersih.chain.lookup import find_cleaner, own_names
from bersih.model.document import Document
from bersih.model.edit import Label, first_overlap
from bersih.model.span import Span
from bersih.report.as_json import from_json, to_json
from laws.texts import texts


@cache
def chain(name: str) -> Chain:
    """Return a preset, or a chain of one cleaner with the guard off."""
    return load_chain(name) if name in preset_names() else Chain([find_cleaner(name)], guard=1.0, name=name)


ALL = [*preset_names(), *own_names()]
languages = st.sampled_from([None, "id", "en", "pt", "ms"])


def document(text: str, language: str | None) -> Document:
    return Document.of(text, labels=(Label("language", language),) if language else ())


@pytest.mark.parametrize("name", ALL)
@given(text=texts(), language=languages)
def test_the_original_is_rebuilt(name: str, text: str, language: str | None) -> None:
    doc = chain(name).run(document(text, language))
    assert doc.rebuild() == text
    assert doc.original == text


# ftfy is not always content with its own output, and this preset is ftfy to the letter.
STABLE = [name for name in ALL if name != "ftfy_compatible"]


@pytest.mark.parametrize("name", STABLE)
@given(text=texts(), language=languages)
def test_cleaning_twice_changes_nothing_more(name: str, text: str, language: str | None) -> None:
    once = chain(name).run(document(text, language)).text
    assert chain(name).run(document(once, language)).text == once


@pytest.mark.parametrize("name", own_names())
@given(text=texts(), language=languages)
def test_where_needs_says_absent_nothing_is_found(name: str, text: str, language: str | None) -> None:
    cleaner = find_cleaner(name)
    if cleaner.needs.absent(text):
        assert list(cleaner(document(text, language))) == []


@pytest.mark.parametrize("name", ALL)
@given(text=texts(), language=languages)
def test_layers_lead_from_the_original_to_the_text(name: str, text: str, language: str | None) -> None:
    doc = chain(name).run(document(text, language))
    now = text
    for layer in doc.layers:
        assert first_overlap(layer.edits) is None
        assert list(layer.edits) == sorted(layer.edits)
        assert [now[edit.start : edit.end] for edit in layer.edits] == list(layer.removed)
        assert all(edit.new != old for edit, old in zip(layer.edits, layer.removed, strict=True))
        after = layer.apply(now)
        assert layer.undo(after) == now
        now = after
    assert now == doc.text


@pytest.mark.parametrize("name", preset_names())
@given(text=texts(), language=languages)
def test_the_json_report_rebuilds_the_original(name: str, text: str, language: str | None) -> None:
    doc = chain(name).run(document(text, language))
    report = doc.report()
    again = from_json(to_json(report))
    assert to_json(again) == to_json(report)
    assert again.rebuild(doc.text) == text
    assert all(entry.reason for entry in report.entries)
    assert all(text[slice(*entry.origin)] or not entry.removed for entry in report.made)


@given(text=texts(), data=st.data())
def test_an_origin_is_a_span_of_the_original_and_keeps_order(text: str, data: st.DataObject) -> None:
    doc = chain("text").run(text)
    size = len(doc.text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    low, high = doc.origin(Span(start, end))
    assert 0 <= low <= high <= len(text)
    if size:
        firsts = [doc.origin(Span(at, at + 1)).start for at in range(size)]
        assert firsts == sorted(firsts)


@given(text=texts())
def test_text_that_no_edit_touched_comes_from_itself(text: str) -> None:
    doc = chain("text").run(text)
    if not any(layer.edits for layer in doc.layers):
        return
    for at, character in enumerate(doc.text):
        origin = doc.origin(Span(at, at + 1))
        replaced = any(edit.new for layer in doc.layers for edit in layer.edits)
        if origin.end - origin.start == 1 and not replaced:
            assert text[origin.start] == character


@given(st.lists(texts(), max_size=6), st.randoms(use_true_random=False))
def test_documents_do_not_know_of_each_other(docs: list[str], random: Random) -> None:
    alone = {text: chain("text").run(text) for text in docs}
    shuffled = list(docs)
    random.shuffle(shuffled)
    assert list(chain("text").run_all(shuffled)) == [alone[text] for text in shuffled]
