"""The detector CLD2, by pycld2: about 100 languages in 0.1 ms; an extra, for it has no wheel on some platforms.

What it cannot do: its score is the share of the text, not how sure it is; below a sentence it mostly knows
no answer, and takes Malay for Indonesian. It knows Javanese, Sundanese and Malay, which langdetect does not.
"""

import re
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from bersih.detectors.codes import bases, canonical
from bersih.detectors.guess import Guess, sample, version_of
from bersih.detectors.prepare import prepared
from bersih.errors import MissingExtraError

NAME = "pycld2"

# Code points looked at: three slices of a third of it do as well as the whole page (198 pages, 2026).
_SIZE = 1000

# CLD2's own codes; all others are BCP 47 already, or known to `canonical`.
_BCP47 = {"zh": "zh-Hans", "sr-ME": "sr-Latn-ME"}

# What pycld2 0.42 refuses, found by asking it for each code point: controls, surrogates, non-characters.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


@dataclass(frozen=True)
class Cld2:
    """The detector; answers with one of *languages* where some are given: CLD2 itself cannot be told of them.

    Raises:
        MissingExtraError: where pycld2 is not installed.
    """

    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Find out now whether pycld2 is there, not at the first document."""
        _pycld2()

    def guess(self, text: str) -> Guess | None:
        """Return the language that most of *text* is in, with its share as score, or None for no answer."""
        return self.guess_all(prepared(sample(text, _SIZE)))

    def guess_all(self, text: str) -> Guess | None:
        """Return the same of the whole of *text*, which is short and prepared."""
        _, _, ranking = _pycld2().detect(_REFUSED.sub(" ", text), isPlainText=True)
        wanted = bases(self.languages)
        for _, code, percent, _ in ranking:
            # "un" is unknown; "xx-Goth" and the like name a script, not a language.
            if code == "un" or code.startswith("xx"):
                continue
            language = canonical(_BCP47.get(code, code))
            if not wanted or language.partition("-")[0] in wanted:
                return Guess(language, percent / 100)
        return None

    def provenance(self) -> str:
        """Return the detector's name and version."""
        return f"{NAME} {version_of('pycld2')}"


def detector(languages: tuple[str, ...] = ()) -> Cld2:
    """Return the detector.

    Raises:
        MissingExtraError: where pycld2 is not installed.
    """
    return Cld2(languages)


def _pycld2() -> ModuleType:
    try:
        return import_module("pycld2")
    except ImportError as error:
        what = "the detector cld2"
        raise MissingExtraError(what, "cld2") from error
