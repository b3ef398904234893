"""The chain: order, floor, categories, guard, passes, labels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from bersih.chain.chain import MODES, Chain
from bersih.chain.cleaner import ALWAYS, Needs, cleaner
from bersih.errors import CleanerError, ConfigError
from bersih.model.document import Document
from bersih.model.edit import Edit, Label
from bersih.model.span import Span


@dataclass(frozen=True)
class Replace:
    """Replaces each *old* by *new*."""

    old: str
    new: str
    confidence: float = 1.0
    category: str = "custom.function"
    name = "test.replace"

    @property
    def needs(self) -> Needs:
        return Needs(any_of=(self.old,))

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        at = doc.text.find(self.old)
        while at >= 0:
            end = at + len(self.old)
            yield Edit(at, end, self.new, self.name, self.category, self.confidence)
            at = doc.text.find(self.old, end)


def broken(*edits: Edit) -> Chain:
    """Return a chain of a cleaner that proposes *edits* for every text."""

    @cleaner("test.broken")
    def find(doc: Document) -> Iterator[Edit]:  # noqa: ARG001
        yield from edits

    return Chain([find])


def test_cleaners_run_in_order() -> None:
    assert Chain([Replace("a", "b"), Replace("b", "c")]).clean("ab") == "cc"


def test_a_text_with_nothing_to_clean_comes_back_as_the_same_object() -> None:
    text = "nothing here"
    doc = Chain([Replace("x", "y")]).run(text)
    assert doc.text is text
    assert doc.layers == ()


def test_what_is_below_the_floor_is_kept_with_offsets_in_the_final_text() -> None:
    chain = Chain([Replace("sure", "s"), Replace("maybe", "m", confidence=0.5)])
    doc = chain.run("sure maybe")
    assert doc.text == "s maybe"
    (kept,) = doc.report().kept
    assert (kept.edit.start, kept.edit.end, kept.removed, kept.origin) == (2, 7, "maybe", Span(5, 10))
    assert replace(chain, floor=MODES["thorough"]).clean("sure maybe") == "s m"


def test_only_and_skip_choose_by_category_or_family() -> None:
    ads = Replace("ad", "", category="boilerplate.advertisement")
    entity = Replace("&amp;", "&", category="encoding.entity")
    text = "long enough a text ad &amp;"
    assert Chain([ads, entity], only=["encoding"]).clean(text) == "long enough a text ad &"
    assert Chain([ads, entity], skip=["encoding.entity"]).clean(text) == "long enough a text  &amp;"
    assert [entry.removed for entry in Chain([ads, entity], skip=["boilerplate"]).run(text).report().kept] == ["ad"]


@pytest.mark.parametrize(
    ("skip", "made"),
    [([], "repeated"), (["boilerplate.duplicate"], "advertisement"), (["boilerplate"], "")],
)
def test_of_several_reasons_for_a_change_the_surest_counts_that_is_on(skip: list[str], made: str) -> None:
    one = Edit(0, 4, "", "advertisement", "boilerplate.advertisement", 0.85)
    two = Edit(0, 4, "", "repeated", "boilerplate.duplicate", 0.9)
    cleaners = broken(one, two).cleaners
    doc = Chain(cleaners, skip=skip, guard=1.0, passes=1).run("text")
    assert [edit.rule for layer in doc.layers for edit in layer.edits] == [made] * bool(made)
    assert [edit.rule for layer in doc.layers for edit in layer.kept] == ["repeated"] * (not made)


def test_the_guard_gives_the_document_back_unchanged_and_says_so() -> None:
    chain = Chain([Replace("spam", ""), Replace("ok", "fine")], guard=0.5)
    doc = chain.run("spam spam spam ok")
    assert doc.text == "spam spam spam ok"
    (label,) = doc.labels
    assert (label.key, round(label.score, 2)) == ("guard", 0.86)
    assert "86%" in label.value
    assert "50%" in label.value
    assert [(kept.removed, kept.made) for kept in doc.report().entries] == [("spam", False)] * 3 + [("ok", False)]
    assert replace(chain, guard=1.0).clean("spam spam spam ok") == "   fine"


def test_the_guard_shows_what_was_found_where_it_stood_in_the_original() -> None:
    doc = Chain([Replace("aaa", "a"), Replace("spam", "")], guard=0.3).run("aaa spam spam aaa")
    assert [entry.removed for entry in doc.report().kept] == ["aaa", "aaa", "spam", "spam"]


def test_characters_nobody_sees_do_not_count_for_the_guard() -> None:
    assert Chain([Replace("\x00", "")], guard=0.1).clean("\x00" * 100 + "text") == "text"


def test_repairs_of_the_encoding_do_not_count_for_the_guard() -> None:
    colour = Replace("[36;44m", "", category="encoding.control")
    assert Chain([colour], guard=0.1).clean("[36;44mx[36;44m") == "x"


def test_a_chain_runs_until_nothing_changes() -> None:
    doc = Chain([Replace("b", "c"), Replace("a", "b")]).run("a")
    assert doc.text == "c"
    assert len(doc.layers) == 2
    assert doc.rebuild() == "a"


def test_a_chain_that_goes_in_circles_leaves_the_text_and_says_so() -> None:
    def swap(text: str) -> str:
        return text.swapcase()

    doc = Chain([swap]).run("Text")
    assert doc.text == "Text"
    assert doc.labels[0].key == "unstable"
    assert Chain([swap]).run(doc.text).text == "Text"


def test_a_plain_function_is_a_cleaner() -> None:
    def shout(text: str) -> str:
        return text.replace("halo", "HALO").replace("  ", " ")

    doc = Chain([shout, str.strip]).run(" halo  dunia")
    assert doc.text == "HALO dunia"
    assert doc.layers[0].cleaner == "function.shout"
    assert doc.layers[1].cleaner == "function.strip"
    assert doc.rebuild() == " halo  dunia"


def test_a_function_that_gives_no_text_is_named() -> None:
    def measure(text: str) -> int:
        return len(text)

    with pytest.raises(TypeError, match=r"function\.measure returned int, not str"):
        Chain([measure]).run("x")  # type: ignore[list-item]


def test_what_is_no_cleaner_is_refused() -> None:
    with pytest.raises(TypeError, match="3 is not a cleaner"):
        Chain([3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="is not a cleaner"):
        Chain([Replace])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([Edit(0, 2, "", "r", "custom.function"), Edit(1, 3, "", "r", "custom.function")], "overlap"),
        ([Edit(2, 9, "", "r", "custom.function")], "lies outside its text of 4 code points"),
        ([Edit(3, 2, "x", "r", "custom.function")], "lies outside"),
        ([Edit(0, 2, "", "r", "custom.function", 1.5)], "confidence that is not between 0 and 1"),
        ([Edit(0, 2, "", "r", "boilerplate.add")], "not a category"),
    ],
)
def test_a_cleaner_that_breaks_its_contract_is_named(edits: list[Edit], message: str) -> None:
    with pytest.raises(CleanerError, match=rf"cleaner 'test\.broken'.*{message}"):
        broken(*edits).run("text")


def test_an_edit_without_effect_is_none() -> None:
    assert broken(Edit(0, 2, "te", "r", "custom.function")).run("text").layers == ()


@pytest.mark.parametrize("key", ["floor", "guard"])
def test_a_threshold_out_of_range_is_refused(key: str) -> None:
    with pytest.raises(ConfigError, match=rf"chain 'custom': {key} = 2 is not between 0 and 1"):
        Chain([], **{key: 2})  # type: ignore[arg-type]


def test_labels_of_the_document_stay_and_later_ones_speak_of_the_cleaned_text() -> None:
    @cleaner("test.count", needs=ALWAYS)
    def count(doc: Document) -> Iterator[Label]:
        yield Label("length", str(len(doc.text)))
        yield Label("first", doc.text[:1], 1.0, Span(0, 1))

    given = Label("language", "id")
    doc = Chain([Replace("xx", ""), count]).run(Document.of("xxtext", labels=(given,)))
    assert doc.labels == (given, Label("length", "4"), Label("first", "t", 1.0, Span(2, 3)))
    assert doc.language == "id"


def test_a_document_can_go_through_two_chains() -> None:
    once = Chain([Replace("a", "b")], name="one").run("a")
    twice = Chain([Replace("b", "c")], name="two").run(once)
    assert (twice.text, twice.original, twice.rebuild()) == ("c", "a", "a")
    assert twice.chain is not None
    assert twice.chain.name == "two"
    assert len(twice.layers) == 2


def test_run_all_keeps_the_order() -> None:
    chain = Chain([Replace("a", "b")])
    assert [doc.text for doc in chain.run_all(["a", Document.of("aa", source="s")])] == ["b", "bb"]


def test_steps_tell_of_those_that_say_nothing_too() -> None:
    first, second = Chain([Replace("a", "b"), Replace("x", "y")]).steps("a")
    assert (first.absent, len(first.layer.edits)) == (False, 1)
    assert (second.absent, second.layer.edits) == (True, ())


def test_the_mark_changes_with_all_that_decides() -> None:
    base = Chain([Replace("a", "b")])
    others = [
        Chain([Replace("a", "c")]),
        Chain([Replace("a", "b")], floor=0.5),
        Chain([Replace("a", "b")], guard=0.9),
        Chain([Replace("a", "b")], skip=["encoding"]),
        Chain([Replace("a", "b"), str.strip]),
        Chain([]),
    ]
    assert base.mark == Chain([Replace("a", "b")]).mark
    assert len({chain.mark.digest for chain in [base, *others]}) == 7
