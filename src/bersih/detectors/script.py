"""The detector script: the language of text in a script that one language is written in.

Japanese, Korean, Thai, Greek, Hebrew, Georgian, Armenian, Amharic, Bengali, Burmese, Tamil, Telugu, Kannada,
Malayalam, Gujarati, Punjabi (Gurmukhi), Odia, Sinhala, Khmer, Lao, Dhivehi; Chinese, with the script by characters
that only one of the two has. Where letters or small words of another language of the script stand (Yiddish, Assamese,
Shan, Tigrinya), it knows no answer. The score is the share of the letters. Smaller languages of these scripts
(Okinawan, Pontic, Mon) it takes for the large one.
"""

import re
from dataclasses import dataclass

from bersih.detectors.guess import Guess, among, sample

NAME = "script"
VERSION = 1

_SIZE = 600
# Kana come before Chinese characters, since Japanese has both.
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("th", re.compile("[\u0e01-\u0e4f]")),
    ("el", re.compile("[\u0386-\u03ce]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ka", re.compile("[\u10d0-\u10ff]")),
    ("hy", re.compile("[\u0531-\u0587]")),
    ("ta", re.compile("[\u0b82-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("pa", re.compile("[\u0a01-\u0a75]")),
    ("or", re.compile("[\u0b00-\u0b7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("dv", re.compile("[\u0780-\u07bf]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("am", re.compile("[\u1200-\u137f]")),
)
# Small words of Hebrew. Without one of them the text may be Yiddish, whatever its letters.
_HEBREW = re.compile(
    "(?<![\u05d0-\u05ea])(?:של|את|לא|על|זה|הוא|היא|עם|גם|כי|אני|אם|מה|יש|או|כל|הם|זאת|אבל|רק|כך|היה|אל|בין|לפי)(?![\u05d0-\u05ea])"
)
# Letters that other languages of a script have and the large one has not: Yiddish, Assamese, Shan and Karen, Tigrinya.
_NOT = {
    "he": re.compile(
        "(?<![\u05d0-\u05ea])(?:און|איז|די|פון|האט|ניט|נישט|אויף|מען|זיך|דער)(?![\u05d0-\u05ea])"
        "|[\u05f0-\u05f2\ufb1f]|\u05d0[\u05b7\u05b8]"
    ),
    "bn": re.compile("[\u09f0\u09f1]"),
    "my": re.compile("[\u1050-\u109f]"),
    "am": re.compile("\u12a3"),
}
_OWN_SCRIPT = re.compile(
    "[\u0386-\u03ce\u0531-\u0587\u05d0-\u05ea\u0780-\u07bf\u0980-\u0dff\u0e01-\u0eff\u1000-\u137f\u1780-\u17ff"
    "\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SIMPLIFIED = re.compile("[这来国时说会对学后个们还没为发经过动样现开关问题从长东车马门见书话请让认识网无实体业]")
_TRADITIONAL = re.compile("[這來國時說會對學後個們還沒為發經過動樣現開關問題從長東車馬門見書話請讓認識網無實體業]")
# A script decides where this share of all letters is in it.
_MOST_LETTERS = 0.6
_KANA_AMONG_HAN = 0.15
_FEWEST_LETTERS = 3
# Which of the two Chinese scripts: by so many of its characters, so many times as many as of the other.
_FEWEST_APART = 3
_TIMES = 4


@dataclass(frozen=True)
class Script:
    """The detector; answers with one of *languages* where some are given."""

    languages: tuple[str, ...] = ()

    def guess(self, text: str) -> Guess | None:
        """Return the language that the script of most letters is of, or None where it is that of several."""
        return among(by_script(text), self.languages)

    def provenance(self) -> str:
        """Return the detector's name and version."""
        return f"{NAME} {VERSION}"


def by_script(text: str) -> Guess | None:
    """Return the language that the script of most letters of *text* is of, or None where it is that of several."""
    if text.isascii() or not _OWN_SCRIPT.search(text := sample(text, _SIZE)):
        return None
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        return None
    for language, script in _SCRIPTS:
        least = _KANA_AMONG_HAN if language == "ja" else _MOST_LETTERS
        found = len(script.findall(text))
        if found >= least * letters:
            if language in _NOT and _NOT[language].search(text):
                return None
            if language == "he" and not _HEBREW.search(text):
                return None
            share = (found + len(_HAN.findall(text))) / letters if language == "ja" else found / letters
            return Guess(language, round(min(share, 1.0), 3)) if share >= _MOST_LETTERS else None
    return _chinese(text, letters)


def _chinese(text: str, letters: int) -> Guess | None:
    """Return simplified or traditional Chinese; None where no character tells which, as in short Japanese."""
    share = len(_HAN.findall(text)) / letters
    if share < _MOST_LETTERS:
        return None
    script = chinese_script(text)
    return Guess(f"zh-{script}", round(share, 3)) if script else None


def chinese_script(text: str) -> str | None:
    """Return "Hans" or "Hant" where the Chinese characters of *text* tell which."""
    simplified, traditional = len(_SIMPLIFIED.findall(text)), len(_TRADITIONAL.findall(text))
    most, least = max(simplified, traditional), min(simplified, traditional)
    if most < _FEWEST_APART or least * _TIMES > most:
        return None
    return "Hans" if simplified > traditional else "Hant"


def detector(languages: tuple[str, ...] = ()) -> Script:
    """Return the detector."""
    return Script(languages)
