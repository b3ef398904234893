"""The encodings a text of unknown origin may be in, and the languages written in each."""

from typing import NamedTuple

WEST = ("en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "ca", "id")
# Not German: its letters are where windows-1252 has them, and what else it holds is rather from the west.
_CENTRAL = ("pl", "cs", "sk", "hu", "ro", "sh", "sl", "en")
_BALTIC = ("lt", "lv", "pl", "en")
_CYRILLIC = ("ru", "uk", "bg", "mk")
_ARABIC = ("ar", "fa", "ur")


class Candidate(NamedTuple):
    """An encoding, by a name that Python knows, and what speaks for it before a byte was seen."""

    encoding: str
    languages: tuple[str, ...]
    """Languages with a word list (BCP 47) that are written in it."""
    rarity: float = 0.0
    """Nats, 0 for the usual encoding of its languages on the web: the text must look so much better in a rarer one."""


# Where two encodings give the same text, the earlier one is named. Windows stands before ISO: pages are in it.
CANDIDATES = (
    Candidate("windows-1252", WEST),
    Candidate("windows-1250", _CENTRAL),
    Candidate("windows-1251", _CYRILLIC),
    Candidate("windows-1253", ("el",)),
    Candidate("windows-1254", ("tr",)),
    Candidate("windows-1255", ("he",)),
    Candidate("windows-1256", _ARABIC),
    Candidate("windows-1257", _BALTIC, 1),
    Candidate("windows-1258", ("vi",), 1),
    Candidate("cp874", ("th",)),
    Candidate("gb18030", ("zh",)),
    Candidate("big5-hkscs", ("zh-Hant",)),
    Candidate("cp932", ("ja",)),
    Candidate("euc-jp", ("ja",)),
    Candidate("cp949", ("ko",)),
    Candidate("koi8-r", ("ru", "bg")),
    Candidate("koi8-u", ("uk", "ru")),
    Candidate("iso-8859-2", _CENTRAL, 1),
    Candidate("iso-8859-15", WEST, 2),
    Candidate("iso-8859-9", ("tr",), 2),
    Candidate("iso-8859-7", ("el",), 1),
    Candidate("iso-8859-8", ("he",), 1),
    Candidate("iso-8859-6", _ARABIC, 2),
    Candidate("iso-8859-5", _CYRILLIC, 2),
    Candidate("iso-8859-4", _BALTIC, 4),
    Candidate("iso-8859-13", _BALTIC, 3),
    Candidate("iso-8859-16", ("ro",), 3),
    Candidate("iso-8859-3", ("tr",), 6),
    Candidate("cp866", _CYRILLIC, 2),
    Candidate("cp850", WEST, 3),
    Candidate("cp852", _CENTRAL, 3),
    Candidate("cp437", WEST, 4),
    Candidate("cp857", ("tr",), 4),
    Candidate("cp737", ("el",), 4),
    Candidate("cp862", ("he",), 4),
    Candidate("cp775", _BALTIC, 5),
    Candidate("cp855", _CYRILLIC, 5),
    Candidate("cp1125", ("uk", "ru"), 5),
    Candidate("mac-roman", WEST, 3),
    Candidate("mac-latin2", _CENTRAL, 5),
    Candidate("mac-cyrillic", _CYRILLIC, 4),
    Candidate("mac-greek", ("el",), 5),
    Candidate("mac-turkish", ("tr",), 5),
    Candidate("mac-iceland", ("is",), 6),
)
