"""Detectors by name: what is legal, and what happens where one is missing."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bersih.detectors.cld2
from bersih.cleaners.language.identify import Identify
from bersih.detectors.detect import detect, detector_names, provenance
from bersih.detectors.guess import sample
from bersih.errors import MissingExtraError, UnknownNameError

PROSE = {
    "id": "Harga beras di pasar tradisional naik sejak awal bulan, kata para pedagang kepada wartawan.",
    "en": "The price of rice has gone up since the beginning of the month, the traders told us yesterday.",
    "ru": "Цена на рис выросла с начала месяца, рассказали вчера продавцы на рынке.",
    "zh-Hans": "商贩们昨天告诉记者，从本月初开始，市场上的大米价格一直在上涨，居民们都很担心。",
}


def installed() -> list[str]:
    try:
        provenance("cld2")
    except MissingExtraError:
        return ["langdetect"]
    return ["cld2", "langdetect"]


@pytest.mark.parametrize("detector", installed())
@pytest.mark.parametrize("language", PROSE)
def test_prose_is_recognized(detector: str, language: str) -> None:
    guess = detect(PROSE[language], detector)
    assert guess
    assert guess.language == language
    assert 0.9 < guess.score <= 1


@pytest.mark.parametrize("detector", installed())
@pytest.mark.parametrize("text", ["", "12.000 | 9.500", " \n\t", "\u200b\ufeff", "\udc80\ud800", "😀👍🏽", "\x00\x1b"])
def test_a_text_without_a_letter_has_no_language(detector: str, text: str) -> None:
    assert detect(text, detector) is None


@pytest.mark.parametrize("detector", installed())
@given(text=st.text(st.characters(codec=None)))
def test_no_text_is_too_odd(detector: str, text: str) -> None:
    guess = detect(text, detector)
    assert guess is None or 0 <= guess.score <= 1
    assert detect(text, detector) == guess


def test_auto_is_langdetect() -> None:
    assert provenance("auto") == provenance("langdetect")
    assert detect(PROSE["id"]) == detect(PROSE["id"], "langdetect")


def test_an_unknown_detector_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"'landetect'.*Did you mean 'langdetect'"):
        detect("teks", "landetect")
    with pytest.raises(UnknownNameError, match="Did you mean 'cld2'"):
        provenance("cld3")


def test_a_detector_whose_extra_is_missing_is_legal_and_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycld2", None)
    assert "cld2" in detector_names()
    for ask in (lambda: detect("teks", "cld2"), lambda: provenance("cld2"), lambda: Identify(detector="cld2")):
        with pytest.raises(
            MissingExtraError, match=r"the detector cld2 is not installed.*pip install 'bersih\[cld2\]'"
        ):
            ask()


def test_cld2_gives_bcp_47_and_the_share_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "ibrani": ("HEBREW", "iw", 97, 1.0),
        "jawa": ("JAVANESE", "jw", 60, 1.0),
        "entah": ("Unknown", "un", 0, 0.0),
        "gotik": ("X_Gothic", "xx-Goth", 99, 1.0),
    }

    class Stub:
        @staticmethod
        def detect(text: str, *, isPlainText: bool) -> object:  # noqa: N803 - pycld2's own name
            assert isPlainText
            return True, len(text), (answers[text.strip()],)

    monkeypatch.setitem(sys.modules, "pycld2", Stub)
    guess = bersih.detectors.cld2.guess
    assert guess("ibrani") == ("he", 0.97)
    assert guess("\x00jawa\ud800\x7f\ufdd0\uffff") == ("jv", 0.6)
    assert guess("entah") is None
    assert guess("gotik") is None


def test_a_sample_of_a_long_text_is_its_start_middle_and_end() -> None:
    assert sample("pendek", 6) == "pendek"
    assert sample("a" * 50 + "b" * 50 + "c" * 50, 30) == "a" * 10 + "\n" + "b" * 10 + "\n" + "c" * 10
