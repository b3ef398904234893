"""Bytes to text and back: nothing is lost."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bersih.io.decode import decode, decoded_as


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
