"""The encoding that a page declares of itself."""

import codecs
import re

from bersih.io.decode import Reading

# https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding: 1,024 bytes.
_HEAD = 1_024
_META = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]+)", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_:.+-]+)", re.IGNORECASE)

# https://encoding.spec.whatwg.org/#names-and-labels (2026): a label means the superset that pages are really in.
# Left are the names as Python's codecs know themselves.
_MEANS = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "hz",
    "big5": "big5-hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Labels that Python has no alias for.
_ALIASES = {
    "windows-874": "cp874",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "ks_c_5601-1989": "cp949",
    "windows-949": "cp949",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5-hkscs": "big5-hkscs",
    "cn-big5": "big5-hkscs",
    "x-x-big5": "big5-hkscs",
    "x-cp1250": "windows-1250",
    "x-cp1251": "windows-1251",
    "x-cp1252": "windows-1252",
    "x-cp1253": "windows-1253",
    "x-cp1254": "windows-1254",
    "x-cp1255": "windows-1255",
    "x-cp1256": "windows-1256",
    "x-cp1257": "windows-1257",
    "x-cp1258": "windows-1258",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "x-euc-jp": "euc-jp",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "dos-874": "cp874",
    "logical": "iso-8859-8",
    "visual": "iso-8859-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
}


def declared(data: bytes) -> Reading | None:
    """Return the encoding that *data* declares in its first 1,024 bytes, if it is legal in it.

    None where nothing is declared, the name is unknown, or it is UTF-8: whoever asks has tried that.
    """
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    if found is None:
        return None
    said = found[1].decode("ascii")
    name = meaning(said)
    if name is None or name.startswith("utf"):
        return None
    try:
        data.decode(name)
    except UnicodeError:
        return None
    return Reading(name, f"declared in the page as {said}")


def meaning(label: str) -> str | None:
    """Return the encoding that *label* means on the web, by a name that Python knows; None where it means none."""
    label = label.strip().lower()
    if label in _ALIASES:
        return _ALIASES[label]
    try:
        codec = codecs.lookup(label)
        "".encode(label)  # Not text, such as "hex": refused.
    except LookupError:
        return None
    return _MEANS.get(codec.name, label)
