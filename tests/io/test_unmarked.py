"""UTF-16, UTF-32 and ISO-2022 are known without a mark, though they may be valid UTF-8."""

import pytest

from bersih.io.decode import decode
from bersih.io.unmarked import wide

TEXTS = [
    "Harga beras naik lagi.\n",
    "Цена хлеба выросла.\n",
    "नमस्ते, नया पुल वसंत में खुलेगा\n",
    "നമസ്കാരം, പുതിയ പാലം\n",
    "નમસ્તે, નવો પુલ\n",
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


@pytest.mark.parametrize(
    "data",
    [
        b"Harga beras\x00 naik.\x00\n",
        b"\x00\x00a b c d\x00e f",
        b"satu\x00dua\x00tiga\x00emp\x00",
        "caf\u00e9 naik\x00 lagi d\u00e9j\u00e0 \x00".encode(),
    ],
)
def test_ascii_with_a_few_nuls_is_not_utf_16(data: bytes) -> None:
    assert wide(data) is None
    assert decode(data).encoding == "utf-8"
