"""The language of running text, from its small words alone, or its script."""

import pytest

from bersih.detectors.auto import Auto
from bersih.detectors.detect import detect
from bersih.detectors.function_words import _languages, _lists, by_words, small_words
from bersih.detectors.guess import Guess
from bersih.detectors.script import Script, chinese_script


def guess(text: str) -> Guess | None:
    return Auto().plain(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Warga desa itu sudah lama menunggu jalan yang baru, tetapi mereka tidak tahu kapan pekerjaan bisa selesai karena hujan.", "id"),
        ("The people of the village have been waiting for a new road, but they do not know when it will be finished.", "en"),
        ("Die Leute im Dorf warten auf eine neue Straße, aber sie wissen nicht, wann die Arbeit an ihr zu Ende sein wird.", "de"),
        ("Люди в деревне давно ждут новую дорогу, но они не знают, когда она будет готова, и это их уже не удивляет.", "ru"),
        ("Οι άνθρωποι του χωριού περιμένουν εδώ και καιρό τον καινούργιο δρόμο.", "el"),
        ("村の人々は新しい道を長い間待っているが、いつ終わるかはわからない。", "ja"),
        ("村里的人们等新路已经等了很久，但是他们不知道什么时候会完成，因为一直在下雨。", "zh-Hans"),
        ("村裡的人們等新路已經等了很久，但是他們不知道什麼時候會完成，因為一直在下雨。", "zh-Hant"),
        ("마을 사람들은 새 길을 오랫동안 기다려 왔지만 언제 끝날지 모른다.", "ko"),
    ],
)  # fmt: skip
def test_plain_text_is_named_without_a_detector(text: str, language: str) -> None:
    found = guess(text)
    assert found is not None
    assert found.language == language
    assert 0 < found.score <= 1
    assert detect(text) == found


@pytest.mark.parametrize(
    "text", ["", "12 34", "Share", "Harga Beras Naik", "Oslo Madrid Lima Jakarta", "i i i i i i i i i i"]
)
def test_what_is_not_plain_is_left_to_a_detector(text: str) -> None:
    assert guess(text) is None


def test_two_languages_in_equal_parts_are_no_plain_text() -> None:
    german = (
        "Die Leute im Dorf warten auf eine neue Straße, aber sie wissen nicht, wann die Arbeit an ihr zu Ende ist. "
    )
    english = "The people of the village have been waiting for a new road, but they do not know when it will be done. "
    assert guess(german + english) is None


def test_every_list_is_clean() -> None:
    for word, languages in _languages().items():
        assert word == word.lower().strip()
        assert languages


def test_vowel_signs_are_part_of_the_word() -> None:
    found = guess("गाँव के लोग नई सड़क का इंतज़ार कर रहे हैं और यह नहीं जानते कि काम कब पूरा होगा क्योंकि बारिश हो रही है।")
    assert found is not None
    assert found.language == "hi"


def test_hebrew_is_told_by_its_letters_and_yiddish_by_its_words() -> None:
    hebrew = guess("תושבי הכפר ממתינים זמן רב לכביש החדש, אבל הם לא יודעים מתי תסתיים העבודה.")
    assert hebrew is not None
    assert hebrew.language == "he"
    yiddish = guess("די מענטשן אין דאָרף וואַרטן און ווייסן נישט ווען די אַרבעט וועט זיך ענדיקן.")
    assert yiddish is None or yiddish.language == "yi"


def test_a_menu_around_the_text_does_not_mislead() -> None:
    menu = "Home News Sport Weather Archive Contact Search Login Print Share\n" * 4
    text = "Warga desa itu sudah lama menunggu jalan yang baru, tetapi mereka tidak tahu karena belum selesai. "
    page = menu + text * 8 + menu + text * 8 + menu
    assert (found := detect(page)) is not None
    assert found.language == "id"


def test_where_the_first_look_finds_two_languages_more_of_the_text_is_looked_at() -> None:
    malay = "Penduduk sudah lama menunggu jalan itu, tetapi mereka tidak tahu bila akan siap dan tidak ada yang kata. "
    indonesian = (
        "Mereka juga bilang bahwa pekerjaan itu setelah ini bisa selesai karena sudah tidak hujan lagi, kata dia. "
    )
    text = malay * 7 + indonesian * 30
    assert by_words(text[:600]) is None
    assert (found := by_words(text)) is not None
    assert found.language == "id"


def test_a_language_that_is_only_there_as_a_rival_is_never_named() -> None:
    bosnian = (
        "Ljudi u selu već dugo čekaju novu cestu, ali ne znaju kada će biti gotova, a to ih više ne čudi jer su "
        "navikli da sve ide sporo i da im niko ne kaže šta se radi."
    )
    assert by_words(bosnian) is None
    assert "bs" in _lists()["rivals"]
    assert small_words("bs")


def test_malay_is_told_from_indonesian_by_its_own_words_or_not_at_all() -> None:
    malay = (
        "Penduduk kampung itu sudah lama menunggu jalan baharu, namun mereka tidak tahu bila kerja akan selesai kerana "
        "hujan, kata beliau yang turut hadir bahawa kontraktor boleh bermula selepas cuti."
    )
    assert (found := by_words(malay)) is not None
    assert found.language == "ms"
    assert by_words("Dia sudah ada di sini dan mereka akan pergi dengan kami untuk itu pada hari ini juga.") is None


def test_the_script_alone_decides_where_one_language_has_it() -> None:
    script = Script()
    assert script.guess("สวัสดี") == Guess("th", 1.0)
    assert script.guess("Привет") is None
    assert script.guess("मूल्य") is None
    assert script.guess("দাম বেড়েছে") == Guess("bn", 1.0)
    assert script.guess("দাম বাঢ়িছে আৰু") is None
    assert script.guess("ዋጋ ጨምሯል አለ") == Guess("am", 1.0)
    assert script.guess("ዋጋ ወሲኹ ኣሎ") is None
    assert Script(("ja",)).guess("สวัสดี") is None
    assert chinese_script("大米") is None
