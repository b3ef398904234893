"""UTF-16, UTF-32 and ISO-2022 are known without a mark, though they may be valid UTF-8."""

import pytest

from bersih.io.decode import decode

TEXTS = [
    "Harga beras naik lagi.\n",
    "Цена хлеба выросла.\n",
    "消防隊は古い工場の火事を消し止めた。\n",
    "Ένα νέο σχολείο, 2024\n",
]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", TEXTS)
def test_wide_text_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.found) == (text, encoding, "by its NULs")
    assert decoded.encode("x") == "x".encode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding"), [("消防隊は古い\n工場", "iso2022_jp"), ("소방관들은 오래된\n", "iso2022_kr")]
)
def test_text_with_escape_sequences(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.found) == (text, encoding, "by its escape sequences")


@pytest.mark.parametrize(
    "data",
    [
        b"a\0b",
        b"a\0b\0c",
        b"\0",
        b"\0\0\0\0",
        b"plain text with one \0 NUL",
        b"\x1b",
        b"\x1b[31mred\x1b[0m",
        b"\x1b$B",
        b"\x1b$B\x81",
        b"\x1b$)C",
        b"x\x1b(B",
        bytes(range(256)),
    ],
)
def test_what_is_none_of_them_stays_utf8(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.encode(decoded.text) == data
