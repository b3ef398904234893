"""Bytes to text and back: nothing is lost."""

import codecs
import random
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bersih.errors import UnreadableError
from bersih.io.decode import Reading, decode, decode_in, decoded_as


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda text: text.encode("utf-16", "surrogatepass")))
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xff\xfe\x00\x00\x41")
@example(codecs.BOM_UTF32_LE + "é".encode("utf-32-le"))
@example(b"\xef\xbb\xbfa")
@example(b"\xed\xa0\x80\xed\xb2\x80")
def test_every_byte_comes_back(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encode(decoded.text) == data
    again = decoded_as(data, decoded.labels())
    assert (again.text, again.encoding, again.mark) == (decoded.text, decoded.encoding, decoded.mark)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    decoded = decode("\ufeffHarga é 😀".encode(encoding))
    assert (decoded.text, decoded.encoding) == ("Harga é 😀", encoding)
    assert decoded.encode("Harga") == "\ufeffHarga".encode(encoding)
    assert [(label.key, label.value) for label in decoded.labels()][:2] == [
        ("encoding", encoding),
        ("byte-order-mark", "\ufeff".encode(encoding).hex()),
    ]


def test_the_mark_of_utf8_is_left_for_a_cleaner_to_find() -> None:
    assert decode(b"\xef\xbb\xbfa").text == "\ufeffa"


def test_bytes_that_are_not_utf8_are_told_by_place_and_number() -> None:
    decoded = decode(b"satu \xe9\xff dua \x80\n")
    labels = [label for label in decoded.labels() if label.key == "undecodable"]
    assert [label.value for label in labels] == ["e9 ff", "80", "3 bytes in 2 places"]
    assert labels[0].span is not None
    assert decoded.text[slice(*labels[0].span)] == "\udce9\udcff"
    assert labels[2].span is None


def test_a_binary_file_is_told_briefly() -> None:
    labels = decode(b"\xff." * 5000).labels()
    assert len(labels) == 103
    assert labels[-1].value == "5000 bytes in 5000 places"


@given(st.binary() | st.text().map(lambda text: text.encode("cp1251", "ignore")))
@example(b"\x00\xd8")
@example(b"\xff\xfe\x00\xd8")
@example(b"\x1b$B")
@example(b"\x81\x40\xff")
@example("①∵ｱ".encode("cp932"))
@example(b"\x87\x9a")
@pytest.mark.parametrize("encoding", ["cp1251", "cp932", "gb18030", "iso2022_jp", "utf-16-le", "utf-7", "no-such"])
def test_every_byte_comes_back_whatever_a_detector_says(encoding: str, data: bytes) -> None:
    decoded = decode(data, detector=lambda _: Reading(encoding, "by guessing", 0.1))
    assert decoded.encode(decoded.text) == data
    again = decoded_as(data, decoded.labels())
    assert again == decoded


def test_a_detector_is_asked_last() -> None:
    def never(data: bytes) -> Reading:
        raise AssertionError(data)

    for data in (
        b"",
        b"abc",
        "é".encode(),
        "\ufeffé".encode("utf-16"),
        "é ü ö".encode() + b" \xe9",
        "消".encode("iso2022_jp"),
    ):
        assert decode(data, detector=never).encode("x")
    decoded = decode(b"caf\xe9", detector=lambda _: Reading("cp1252", "by guessing", 0.7))
    assert [(label.key, label.value, label.score) for label in decoded.labels()] == [
        ("encoding", "cp1252", 0.7),
        ("encoding-found", "by guessing", 0.7),
    ]


def test_mostly_utf8_stays_utf8() -> None:
    decoded = decode("école, été, où\n".encode() * 3 + b"caf\xe9\n")
    assert (decoded.encoding, decoded.found) == ("utf-8", "most of it is UTF-8")
    cut = "Вчера в городе".encode()[:-1]
    assert decode(cut).found == "most of it is UTF-8"


def test_a_text_with_characters_that_the_encoding_lacks_is_written_in_utf8() -> None:
    decoded = decode_in("цена".encode("koi8-r"), "koi8-r", "x")
    assert decoded.encode("цена") == "цена".encode("koi8-r")
    assert decoded.encode("цена €") == "цена €".encode()


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"abc\xe9\n", "utf-8", "a.txt: byte 3 (e9) is not utf-8. Name the right encoding with --encoding"),
        (b"\xff\xfea\0b", "utf-16", "a.txt: byte 4 (62) is not utf-16-le."),
        (b"ab\x81", "cp1252", "a.txt: byte 2 (81) is not cp1252."),
        (b"\x87\x9a", "cp932", "a.txt: in cp932 the bytes from byte 0 on (87 9a) would not be written back"),
        (b"\xe9", "ascii", "byte 0 (e9) is not ascii"),
        (b"\xff", "idna", "is not idna"),
    ],
)
def test_bytes_that_are_not_in_the_encoding_asked_for_are_an_error(data: bytes, encoding: str, said: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decode_in(data, encoding, "a.txt")
    assert said in str(error.value)


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-32", "utf-32-be", "utf-8", "utf-8-sig", "koi8-r", "hz"]
)
def test_an_encoding_asked_for_is_written_back(encoding: str) -> None:
    data = "Цена é".encode(encoding, "ignore")
    decoded = decode_in(data, encoding, "x")
    assert decoded.encode(decoded.text) == data
    assert decoded_as(data, decoded.labels()).text == decoded.text


def test_five_megabytes_of_anything_take_less_than_two_seconds() -> None:
    for data in (random.Random(1).randbytes(5_000_000), b"\xe9." * 2_500_000, b"\x00\xff" * 2_500_000):  # noqa: S311
        start = time.process_time()
        decoded = decode(data)
        assert decoded.labels()
        assert decoded.encode(decoded.text) == data
        assert time.process_time() - start < 2
