"""The encoding of bytes that are not UTF-8 is found out; noise is not taken for text."""

import os
import random
import time

import pytest

from bersih.charsets.candidates import CANDIDATES
from bersih.charsets.detect import detect, judge
from bersih.charsets.sample import glimpse_of, sample_of

TEXTS = {
    "windows-1251": "Пожарные потушили огонь возле старой фабрики.",
    "koi8-r": "Учительница прочитала вслух письмо из деревни.",
    "koi8-u": "Її лист прочитали вголос, і всі замовкли.",
    "cp866": "Жители просят отремонтировать мост через реку.",
    "iso-8859-5": "Грађани траже да се мост преко реке поправи.",
    "windows-1252": "Les élèves ont reçu leurs résultats après l’été.",
    "mac-roman": "Les élèves ont reçu leurs résultats après l’été.",
    "cp850": "Für die Schüler fällt der Unterricht wegen der Hitze früher aus.",
    "windows-1250": "Mieszkańcy żądają, żeby urząd naprawił drogę w tym miesiącu.",
    "iso-8859-2": "Şcoala nouă va fi deschisă în toamnă, după reparaţii.",
    "windows-1253": "Οι πυροσβέστες έσβησαν τη φωτιά κοντά στο παλιό εργοστάσιο.",
    "windows-1254": "Köylüler köprünün onarılmasını istiyor.",
    "windows-1255": "התושבים מבקשים לתקן את הגשר מעל הנהר.",
    "windows-1256": "ارتفع سعر الخبز للمرة الثالثة هذا العام.",
    "windows-1257": "Gaisrininkai užgesino gaisrą prie senojo fabriko.",
    "cp874": "ชาวบ้านขอให้ซ่อมสะพานข้ามแม่น้ำ",
    "gb18030": "消防员扑灭了旧工厂旁边的大火。",
    "big5-hkscs": "消防員撲滅了舊工廠旁邊的大火。",
    "cp932": "消防隊は古い工場の近くの火事を消し止めた。",
    "euc-jp": "消防隊は古い工場の近くの火事を消し止めた。",
    "cp949": "소방관들은 오래된 공장 근처의 불을 껐다.",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_sentence_is_enough(encoding: str) -> None:
    data = TEXTS[encoding].encode(encoding)
    reading = detect(data)
    assert reading is not None
    assert data.decode(reading.encoding) == TEXTS[encoding]
    assert reading.found == "by its letters"
    assert reading.score > 0.9


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "gb18030", "windows-1252"])
def test_a_long_text_is_judged_by_a_piece(encoding: str) -> None:
    data = ("plain\n" * 20_000 + (TEXTS[encoding] + "\n") * 2_000).encode(encoding)
    start = time.process_time()
    reading = detect(data)
    assert time.process_time() - start < 3
    assert reading is not None
    assert data.decode(reading.encoding).endswith(TEXTS[encoding] + "\n")


def test_one_long_line_is_cut() -> None:
    data = ("x" * 50_000 + " " + TEXTS["koi8-r"] * 2_000).encode("koi8-r")
    assert 500 < len(sample_of(data)) < 10_000
    reading = detect(data)
    assert reading is not None
    assert reading.encoding == "koi8-r"
    without_spaces = TEXTS["gb18030"].encode("gb18030") * 1_000
    reading = detect(without_spaces)
    assert reading is not None
    assert reading.encoding == "gb18030"
    assert glimpse_of(b"abc") == b"abc"


@pytest.mark.parametrize("size", [300, 2_000, 50_000])
def test_noise_is_no_text(size: int) -> None:
    chance = random.Random(size)  # noqa: S311
    assert detect(chance.randbytes(size)) is None
    assert detect(bytes(chance.choice(range(0x80, 0x100)) for _ in range(size))) is None
    assert detect(bytes(chance.choice([10, *range(32, 127), *range(0x80, 0x100)]) for _ in range(size))) is None


def test_binary_data_is_given_up_at_once() -> None:
    start = time.process_time()
    assert detect(os.urandom(5_000_000)) is None
    assert time.process_time() - start < 0.5


def test_the_same_bytes_have_the_same_answer() -> None:
    data = TEXTS["windows-1250"].encode("windows-1250")
    assert judge(data) == judge(data)
    assert detect(data) == detect(data)


@pytest.mark.parametrize("candidate", CANDIDATES, ids=lambda candidate: candidate.encoding)
def test_every_candidate_is_an_encoding_that_keeps_ascii(candidate: object) -> None:
    encoding = getattr(candidate, "encoding", "")
    ascii_text = "".join(map(chr, [9, 10, 13, *range(32, 127)]))
    assert ascii_text.encode(encoding).decode(encoding) == ascii_text


def test_what_a_page_declares_counts_unless_it_is_noise() -> None:
    page = '<html><head><meta charset="{}"></head><body>Łódź i Żyrardów</body></html>'
    reading = detect(page.format("iso-8859-2").encode("iso-8859-2"))
    assert reading is not None
    assert (reading.encoding, reading.found) == ("iso-8859-2", "declared in the page as iso-8859-2")
    wrong = page.format("iso-8859-1").replace("Łódź i Żyrardów", TEXTS["windows-1251"] * 5).encode("windows-1251")
    reading = detect(wrong)
    assert reading is not None
    assert (reading.encoding, reading.found) == ("windows-1251", "by its letters")
