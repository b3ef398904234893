"""Detectors by name: what each answers, what is legal, and what happens where one is missing."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bersih.detectors.detect
from bersih.cleaners.language.identify import Identify
from bersih.detectors.cld2 import Cld2
from bersih.detectors.detect import detect, detector_for, detector_names, provenance
from bersih.detectors.guess import Guess, sample, sample_of_bytes
from bersih.errors import MissingExtraError, UnknownNameError

PROSE = {
    "id": "Harga beras di pasar tradisional naik sejak awal bulan, kata para pedagang kepada wartawan.",
    "en": "The price of rice has gone up since the beginning of the month, the traders told us yesterday.",
    "ru": "Цена на рис выросла с начала месяца, рассказали вчера продавцы на рынке.",
    "nb": "Prisen på ris har steget siden begynnelsen av måneden, sa de som selger den på torget i går.",
    "he": "מחיר האורז עלה מתחילת החודש, כך אמרו אתמול הסוחרים בשוק של העיר.",
    "zh-Hans": "商贩们昨天告诉记者，从本月初开始，市场上的大米价格一直在上涨，居民们都很担心。",
}
FULL = ["auto", "cld2", "langdetect", "py3langid"]


def is_installed(detector: str) -> bool:
    try:
        provenance(detector)
    except MissingExtraError:
        return False
    return True


def installed() -> list[str]:
    return [name for name in FULL if is_installed(name)]


@pytest.mark.parametrize("detector", installed())
@pytest.mark.parametrize("language", PROSE)
def test_prose_is_recognized(detector: str, language: str) -> None:
    guess = detect(PROSE[language], detector)
    assert guess
    assert guess.language == language
    assert 0.5 < guess.score <= 1


@pytest.mark.parametrize("detector", installed())
@pytest.mark.parametrize("text", ["", "12.000 | 9.500", " \n\t", "\u200b\ufeff", "\udc80\ud800", "😀👍🏽", "\x00\x1b"])
def test_a_text_without_a_letter_has_no_language(detector: str, text: str) -> None:
    assert detect(text, detector) is None


@pytest.mark.parametrize(
    "text",
    ["https://example.org/a/b?c=d", "name@example.org", "Rp59.700 A4 1080p", "@budi #banjir", "<br> &nbsp; &amp;"],
)
def test_addresses_figures_and_markup_are_in_no_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("detector", [*installed(), "function-words", "script"])
@given(text=st.text(st.characters(codec=None)))
def test_no_text_is_too_odd(detector: str, text: str) -> None:
    guess = detect(text, detector)
    assert guess is None or 0 <= guess.score <= 1
    assert detect(text, detector) == guess


@pytest.mark.parametrize("detector", [*installed(), "function-words", "script"])
@given(text=st.text(st.characters(codec=None)))
def test_candidates_are_kept_to(detector: str, text: str) -> None:
    guess = detect(text, detector, languages=["in", "en", "zh"])
    assert guess is None or guess.language in {"id", "en", "zh", "zh-Hans", "zh-Hant"}


@pytest.mark.parametrize("detector", ["auto", "langdetect", "py3langid"])  # CLD2 only drops its other answers.
def test_of_candidates_the_likeliest_is_named(detector: str) -> None:
    among_two = detect("Kami sarapan roti dan teh di rumah nenek pada hari Minggu.", detector, languages=["id", "en"])
    assert among_two is not None
    assert among_two.language == "id"
    named = detect(PROSE["ru"], detector, languages=["uk", "bg", "de"])
    assert named is not None
    assert named.language in {"uk", "bg", "de"}


def test_auto_says_what_answers() -> None:
    said = provenance("auto")
    assert said.startswith("auto (script 1, function-words 2, py3langid 0.4")
    assert ("pycld2" in said) == is_installed("cld2")


def test_auto_without_cld2_is_settled_when_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycld2", None)
    alone = detector_for.__wrapped__("auto")
    assert "pycld2" not in alone.provenance()
    monkeypatch.undo()
    assert "pycld2" not in alone.provenance()
    assert (guess := alone.guess(PROSE["id"]))
    assert guess.language == "id"


def test_an_unknown_detector_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"'landetect'.*Did you mean 'langdetect'"):
        detect("teks", "landetect")
    with pytest.raises(UnknownNameError, match="Did you mean 'cld2'"):
        provenance("cld3")


def test_a_detector_whose_extra_is_missing_is_legal_and_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycld2", None)
    monkeypatch.setattr(bersih.detectors.detect, "detector_for", detector_for.__wrapped__)
    assert "cld2" in detector_names()
    for ask in (lambda: detect("teks", "cld2"), lambda: provenance("cld2"), lambda: Identify(detector="cld2")):
        with pytest.raises(
            MissingExtraError, match=r"the detector cld2 is not installed.*pip install 'bersih\[cld2\]'"
        ):
            ask()


class Always:
    """A detector from outside."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def guess(self, text: str) -> Guess | None:  # noqa: ARG002
        return Guess(self.languages[0] if self.languages else "tlh", 0.8)

    def provenance(self) -> str:
        return "always 7"


@pytest.fixture
def with_plug_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    point = EntryPoint("always", f"{__name__}:Always", "bersih.detectors")
    monkeypatch.setattr(EntryPoint, "load", lambda self: Always if self.name == "always" else None)
    monkeypatch.setattr(bersih.detectors.detect, "_plug_ins", lambda: {"always": point})
    yield
    detector_for.cache_clear()


@pytest.mark.usefixtures("with_plug_in")
def test_a_detector_from_outside_has_a_name_like_any_other() -> None:
    assert "always" in detector_names()
    assert detect("nuqneH", "always") == Guess("tlh", 0.8)
    assert detect("nuqneH", "always", languages=["no"]) == Guess("nb", 0.8)
    assert Identify(detector="always").fingerprint == "always 7"


def test_cld2_gives_bcp_47_and_the_share_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "ibrani": (("HEBREW", "iw", 97, 1.0),),
        "jawa": (("JAVANESE", "jw", 60, 1.0), ("ENGLISH", "en", 30, 1.0)),
        "entah": (("Unknown", "un", 0, 0.0),),
        "gotik": (("X_Gothic", "xx-Goth", 99, 1.0),),
    }

    class Stub:
        @staticmethod
        def detect(text: str, *, isPlainText: bool) -> object:  # noqa: N803 - pycld2's own name
            assert isPlainText
            return True, len(text), answers[text.strip()]

    monkeypatch.setitem(sys.modules, "pycld2", Stub)
    guess = Cld2().guess
    assert guess("ibrani") == ("he", 0.97)
    assert guess("\x00jawa\ud800\x7f\ufdd0\uffff") == ("jv", 0.6)
    assert guess("entah") is None
    assert guess("gotik") is None
    assert Cld2(("en",)).guess("jawa") == ("en", 0.3)
    assert Cld2(("fr",)).guess("jawa") is None


@pytest.mark.skipif(not is_installed("cld2"), reason="the extra cld2 is not installed")
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Urang lembur geus lila nungguan jalan anyar, tapi maranéhna teu nyaho iraha éta bakal réngsé.", "su"),
        ("Kei te piki haere te utu o te raihi i te tīmatanga o te marama, e ai ki ngā kaihoko.", "mi"),
        ("Misaka ang presyo sa bugas sukad sa sinugdanan sa bulan, matod pa sa mga tigbaligya kagahapon.", "ceb"),
        ("Harga beras di pasar telah naik sejak awal bulan ini kerana bekalan masih belum tiba, kata peniaga.", "ms"),
    ],
)
def test_languages_that_py3langid_does_not_know_or_tell_are_told(text: str, language: str) -> None:
    guess = detect(text)
    assert guess is not None
    assert guess.language == language


def test_a_sample_of_a_long_text_is_its_start_middle_and_end() -> None:
    assert sample("pendek", 6) == "pendek"
    assert sample("a" * 50 + "b" * 50 + "c" * 50, 30) == "a" * 10 + "\n" + "b" * 10 + "\n" + "c" * 10
    assert sample_of_bytes("a" * 300, 30) == sample("a" * 300, 30)
    assert len(sample_of_bytes("ж" * 300, 30).encode()) <= 32
    assert sample_of_bytes("жук", 30) == "жук"
