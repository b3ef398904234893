"""Layers and the way back through them."""

from bersih.model.document import Document
from bersih.model.edit import Edit, Label, Layer, first_overlap, language_of, origin
from bersih.model.span import Span


def edit(start: int, end: int, new: str = "") -> Edit:
    return Edit(start, end, new, "test", "custom.function")


def test_a_layer_applies_and_undoes() -> None:
    text = "satu  dua tiga"
    layer = Layer.of("test", text, [edit(4, 6, " "), edit(9, 9, ","), edit(10, 14)])
    assert layer.apply(text) == "satu dua, "
    assert layer.undo("satu dua, ") == text
    assert layer.removed == ("  ", "", "tiga")


def test_edits_that_touch_are_both_made() -> None:
    text = "abcdef"
    layer = Layer.of("test", text, [edit(0, 3, "X"), edit(3, 3, "-"), edit(3, 5)])
    assert layer.apply(text) == "X-f"
    assert layer.undo("X-f") == text


def test_before_tells_where_a_code_point_came_from() -> None:
    layer = Layer.of("test", "abcdef", [edit(1, 3, "XYZ"), edit(4, 4, "+"), edit(5, 6)])
    assert layer.apply("abcdef") == "aXYZd+e"
    assert [tuple(layer.before(at)) for at in range(7)] == [(0, 1), (1, 3), (1, 3), (1, 3), (3, 4), (4, 4), (4, 5)]


def test_the_end_of_the_text_comes_from_the_end() -> None:
    layer = Layer.of("test", "abc\n\nX", [edit(3, 6)])
    assert origin((layer,), Span(3, 3)) == Span(6, 6)
    assert origin((), Span(1, 2)) == Span(1, 2)


def test_origin_goes_through_every_layer() -> None:
    first = Layer.of("one", "&amp;  x", [edit(0, 5, "&")])
    second = Layer.of("two", "&  x", [edit(1, 3, " ")])
    doc = Document("&amp;  x", "& x", (first, second))
    assert doc.rebuild() == "&amp;  x"
    assert doc.origin(Span(0, 1)) == Span(0, 5)
    assert doc.origin(Span(2, 3)) == Span(7, 8)
    assert doc.origin(Span(0, 3)) == Span(0, 8)


def test_overlaps_are_found_and_touching_is_none() -> None:
    assert first_overlap([edit(0, 2), edit(2, 4)]) is None
    assert first_overlap([edit(0, 3), edit(2, 4)]) == (edit(0, 3), edit(2, 4))
    assert first_overlap([edit(2, 2, "a"), edit(2, 2, "b")]) is not None


def test_the_language_of_a_document_is_that_of_the_whole() -> None:
    part = Label("language", "en", 1.0, Span(0, 4))
    assert language_of([part]) is None
    assert language_of([part, Label("language", "id")]) == "id"
    assert Document.of("x", labels=(Label("language", "und"),)).language is None


def test_a_span_knows_what_lies_in_it() -> None:
    assert 3 in Span(3, 4)
    assert 4 not in Span(3, 4)
