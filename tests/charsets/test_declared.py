"""What a page declares of itself, by the labels of the Encoding Standard."""

import pytest

from bersih.charsets.declared import declared, meaning


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META CHARSET=Windows-1251>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "windows-1252"),
        (b'<?xml version="1.0" encoding="gb2312"?>', "gb18030"),
        (b"<?xml version='1.0' encoding='EUC-KR'?>", "cp949"),
        (b'<meta charset="utf-8">', None),
        (b'<meta charset="utf-16">', None),
        (b'<meta charset="no-such-thing">', None),
        (b'<meta charset="hex">', None),
        (b'<meta name="description" content="charsets">', None),
        (b"charset=windows-1251", None),
        (b" " * 1_024 + b'<meta charset="windows-1251">', None),
        (b'<meta charset="cp932">\x81', None),
    ],
)
def test_a_declaration(head: bytes, encoding: str | None) -> None:
    found = declared(head)
    assert (found.encoding if found else None) == encoding


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("latin1", "windows-1252"),
        ("ascii", "windows-1252"),
        (" ISO-8859-1 ", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("tis-620", "cp874"),
        ("gbk", "gb18030"),
        ("big5", "big5-hkscs"),
        ("shift_jis", "cp932"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("iso-8859-8-i", "iso-8859-8"),
        ("x-mac-cyrillic", "mac-cyrillic"),
        ("koi8-r", "koi8-r"),
        ("rot13", None),
        ("", None),
    ],
)
def test_a_label_means_what_pages_are_in(label: str, encoding: str | None) -> None:
    assert meaning(label) == encoding
