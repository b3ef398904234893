"""Paragraphs in other languages go, and come back; and parts of a document are judged by their own language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bersih.chain.chain import Chain
from bersih.chain.lookup import find_cleaner
from bersih.cleaners.language.identify import Identify
from bersih.cleaners.language.keep import Keep
from bersih.errors import ConfigError
from bersih.model.document import Document
from bersih.model.edit import Label
from bersih.model.span import Span

INDONESIAN = (
    "Para pedagang di pasar itu mengatakan bahwa harga beras sudah naik sejak awal bulan karena pasokan dari desa belum "
    "datang, dan mereka tidak tahu kapan harga tersebut akan turun lagi."
)
ENGLISH = (
    "The traders at the market said that the price of rice has gone up since the beginning of the month because the "
    "supply from the villages has not come yet, and they do not know when it will fall."
)
GERMAN = (
    "Die Händler auf dem Markt sagen, dass der Preis für Reis seit dem Anfang des Monats gestiegen ist, weil die "
    "Lieferung aus den Dörfern noch nicht da ist, und sie wissen nicht, wann er wieder fällt."
)
MIXED = f"Harga Beras\n{INDONESIAN}\nBerita lain\n{ENGLISH}\nThe traders wait\n{ENGLISH}\n{GERMAN}\n"


def kept(text: str, **options: object) -> Document:
    return Chain([Identify(), find_cleaner("language.keep", options)]).run(text)


def test_paragraphs_in_other_languages_go_with_the_lines_around_them_and_can_be_undone() -> None:
    doc = kept(MIXED, languages=("id",), per="paragraph")
    assert doc.text == f"Harga Beras\n{INDONESIAN}\nBerita lain\n"
    assert doc.rebuild() == MIXED
    assert {entry.edit.category for entry in doc.report().entries} == {"language.other"}
    assert {entry.reason for entry in doc.report().entries} == {
        "The paragraph is in “en”.",
        "The paragraph is in “de”.",
    }


def test_paragraphs_to_remove_go_alone() -> None:
    assert kept(MIXED, but=("de",), per="paragraph").text == MIXED.replace(f"{GERMAN}\n", "")


def test_a_document_goes_by_the_language_of_most_of_it() -> None:
    assert kept(MIXED, languages=("id",)).text == ""
    assert kept(MIXED, languages=("en",)).text == MIXED


def test_what_is_not_sure_enough_is_kept_and_reported() -> None:
    chain = Chain([Keep(languages=("id",))])
    doc = chain.run(Document.of("Harga beras naik", labels=(Label("language", "ms", 0.5),)))
    assert doc.text == "Harga beras naik"
    assert [entry.removed for entry in doc.report().kept] == ["Harga beras naik"]


def test_the_guard_does_not_stop_what_was_asked_for() -> None:
    assert Chain([Identify(), Keep(languages=("id",))], guard=0.1).clean(ENGLISH) == ""


def test_a_scope_that_is_not_known_is_refused() -> None:
    with pytest.raises(ConfigError, match="per = 'line' is not known; it is one of document, paragraph"):
        Keep(per="line")


@pytest.mark.parametrize("cleaner", ["language.keep", "language.identify"])
def test_a_code_in_place_of_a_list_of_codes_is_refused_before_any_text_is_lost(cleaner: str) -> None:
    with pytest.raises(ConfigError, match=r"languages = 'id' is no list of BCP 47 codes"):
        find_cleaner(cleaner, {"languages": "id"})


def test_rules_of_each_language_count_in_its_part() -> None:
    text = f"{INDONESIAN}\nBaca juga: Harga Cabai Turun\n{INDONESIAN}\n{GERMAN}\nLesen Sie auch: Preise\n{GERMAN}"
    chain = Chain([Identify(), find_cleaner("boilerplate.whole_lines")], skip=["boilerplate.duplicate"])
    doc = chain.run(text)
    assert sorted(doc.languages) == ["de", "id"]
    assert doc.text == f"{INDONESIAN}\n{INDONESIAN}\n{GERMAN}\n{GERMAN}"


def test_words_are_parted_by_the_language_they_stand_in() -> None:
    text = "\n".join([ENGLISH, ENGLISH, INDONESIAN.replace("sejak awal", "sejakawal"), INDONESIAN])
    doc = Chain([Identify(), find_cleaner("repair.glued_words")]).run(text)
    assert "terse but" not in doc.text
    assert doc.text == f"{ENGLISH}\n{ENGLISH}\n{INDONESIAN}\n{INDONESIAN}"


def test_offsets_of_parts_hold_where_the_text_before_them_has_changed() -> None:
    labels = (
        Label("language", "id"),
        Label("language", "id", 1.0, Span(0, 20)),
        Label("language", "en", 1.0, Span(20, 40)),
    )
    doc = Document.of("x" * 10 + "\n" * 10 + "y" * 20, labels=labels)
    assert [doc.language_at(at) for at in (0, 19, 20, 39)] == ["id", "id", "en", "en"]
    chain = Chain([lambda text: text.replace("\n", "")])
    after = chain.run(doc)
    assert after.text == "x" * 10 + "y" * 20
    assert [after.language_at(at) for at in (0, 9, 10, 29)] == ["id", "id", "en", "en"]


paragraphs = st.lists(
    st.one_of(st.sampled_from([INDONESIAN, ENGLISH, GERMAN, "Baca juga: Harga", "", " "]), st.text(max_size=40)),
    max_size=8,
)


@given(
    parts=paragraphs,
    per=st.sampled_from(["document", "paragraph"]),
    unknown=st.booleans(),
    end=st.sampled_from(["", "\n"]),
)
def test_the_laws_hold_with_languages_asked_for(parts: list[str], per: str, unknown: bool, end: str) -> None:
    chain = Chain([Identify(), Keep(languages=("id", "ms"), per=per, unknown=unknown)])
    text = "\n".join(parts) + end
    doc = chain.run(text)
    assert doc.rebuild() == text
    assert chain.clean(doc.text) == doc.text
