"""Encode texts in legacy encodings, find the encodings out again, and print how often that was exact, in Markdown.

    python benchmarks/bench_decode.py [--data rows.jsonl[.zst]] [--half 0|1] [--each 4] [--seed 7]

A document is right if its bytes, decoded with the answer, are the text it was made from. Two encodings in which the
bytes are the same text are equally right. Rows of --data are {"lang": …, "text": …}; without it, the sentences beside
this file are used. Rows that an encoding lacks characters for, that are ASCII in it, that are damaged already
(C1 controls, mojibake), or that are in another script than their language, are left out. --half takes the rows whose
SHA-1 is even or odd: one half to work with, one to report.
"""

import argparse
import hashlib
import json
import random
import re
import subprocess
import time
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from charset_normalizer import from_bytes

from bersih.charsets.detect import detect
from bersih.io.decode import decode

SIZES = (60, 300, 2000)
_WEST = ("fr", "de", "es", "pt", "it", "nl", "sv", "da", "fi")
_CENTRAL = ("pl", "cs", "sk", "hu", "ro", "hr")
_CYRILLIC = ("ru", "uk", "bg", "sr")
_ALL = ("fr", "de", "pl", "ru", "el", "tr", "he", "ar", "vi", "th", "zh", "ja", "ko", "lt", "hi", "ta")

# Each encoding with the languages that were written in it.
PLAN: dict[str, tuple[str, ...]] = {
    "utf-8": _ALL,
    "utf-16-le": _ALL,
    "utf-16-be": _ALL,
    **dict.fromkeys(("cp1252", "iso-8859-1", "iso-8859-15", "mac-roman", "cp850"), _WEST),
    "cp437": ("fr", "de", "es", "it"),
    **dict.fromkeys(("cp1250", "iso-8859-2", "cp852"), _CENTRAL),
    **dict.fromkeys(("cp1251", "iso-8859-5", "mac-cyrillic"), _CYRILLIC),
    "koi8-r": ("ru", "bg"),
    "koi8-u": ("uk", "ru"),
    "cp866": ("ru", "bg"),
    **dict.fromkeys(("cp1253", "iso-8859-7", "cp737"), ("el",)),
    **dict.fromkeys(("cp1254", "iso-8859-9"), ("tr",)),
    **dict.fromkeys(("cp1255", "iso-8859-8"), ("he",)),
    "cp1256": ("ar", "fa", "ur"),
    "cp1257": ("lt", "lv"),
    "cp1258": ("vi",),
    "cp874": ("th",),
    "gb18030": ("zh",),
    "big5": ("zh-Hant", "zh"),
    "cp932": ("ja",),
    "euc-jp": ("ja",),
    "cp949": ("ko",),
    "iso2022_jp": ("ja",),
}
_CJK = ("gb18030", "big5", "cp932", "euc-jp", "cp949", "iso2022_jp")
_UNICODE = ("utf-8", "utf-16-le", "utf-16-be")
_LATIN = {*_WEST, *_CENTRAL, "tr", "vi", "lt", "lv"}


# UTF-8 that was read as something else before it came here.
_MOJIBAKE = re.compile("ďż˝|Ã[\x80-\xbf]")


class Case(NamedTuple):
    """A text, and its bytes."""

    encoding: str
    size: int
    text: str
    data: bytes


def cases(rows: dict[str, list[str]], *, each: int, seed: int) -> Iterator[Case]:
    """Yield *each* documents for every encoding, language and size."""
    chance = random.Random(seed)  # noqa: S311
    for encoding, languages in PLAN.items():
        for language in languages:
            written = [_written(row, encoding) for row in rows.get(language, ())]
            usable = [text for text in written if _is_usable(text, encoding, language)]
            for size in SIZES if usable else ():
                for _ in range(each):
                    text = _of_size(usable, encoding, size, chance)
                    data = text.encode(encoding)
                    if encoding in _UNICODE or not data.isascii() or b"\x1b" in data:
                        yield Case(encoding, size, text, data)


def _of_size(rows: list[str], encoding: str, size: int, chance: random.Random) -> str:
    """Return rows in a random order, again if need be, cut to *size* bytes in *encoding* at a character."""
    text = ""
    while len(text.encode(encoding)) < size:
        text += "\n".join(chance.sample(rows, min(len(rows), 50))) + "\n"
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if len(text[:middle].encode(encoding)) <= size else (low, middle - 1)
    return text[:low]


def _is_usable(text: str, encoding: str, language: str) -> bool:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return False
    letters = [each for each in text if each.isalpha()]
    damaged = any("\x80" <= each <= "\x9f" for each in text) or _MOJIBAKE.search(text) is not None
    own = language in _LATIN or 2 * sum(each > "\x7f" for each in letters) >= len(letters)
    return not text.isascii() and not damaged and own and data.decode(encoding) == text


def _written(text: str, encoding: str) -> str:
    """Return *text* as *encoding* writes it: windows-1258 has tone marks of their own."""
    if encoding != "cp1258":
        return text
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = [part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"]
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        found.append(bare + "".join(tones) if tones and not _has(letter) else letter)
    return "".join(found)


def _has(letter: str) -> bool:
    return bool(letter.encode("cp1258", "ignore"))


def by_bersih(data: bytes) -> str | None:
    """Return what bersih reads."""
    return decode(data, detector=detect).text


def by_charset_normalizer(data: bytes) -> str | None:
    """Return what charset-normalizer reads."""
    best = from_bytes(data).best()
    return None if best is None else data.decode(best.encoding, "replace")


def by_habit(data: bytes) -> str | None:
    """Return UTF-8, else windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


PEERS: dict[str, Callable[[bytes], str | None]] = {
    "bersih": by_bersih,
    "charset-normalizer": by_charset_normalizer,
    "UTF-8 else cp1252": by_habit,
}


def rows_of(path: str | None, half: int | None) -> dict[str, list[str]]:
    """Return the texts of each language in the file at *path*; the sentences beside this file for None."""
    if path is None:
        found: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
        return found
    data = Path(path).read_bytes()
    if path.endswith(".zst"):
        data = subprocess.run(["zstd", "-dc", path], check=True, capture_output=True).stdout
    rows: dict[str, list[str]] = defaultdict(list)
    for line in filter(None, data.decode("utf-8").split("\n")):
        row = json.loads(line)
        if half is None or hashlib.sha1(row["text"].encode()).digest()[0] % 2 == half:  # noqa: S324
            rows[row["lang"]].append(row["text"])
    return rows


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table, and what each peer took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--failures", type=int, default=0, help="show so many of bersih's")
    options = parser.parse_args(argv)
    right: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    spent: Counter[tuple[str, int]] = Counter()
    failures = []
    start = time.perf_counter()
    detect("été".encode("cp1252"))
    print(f"first answer: {time.perf_counter() - start:.1f} s\n")
    for case in cases(rows_of(options.data, options.half), each=options.each, seed=options.seed):
        for group in _groups(case):
            right[group, case.size]["documents"] += 1
        for name, read in PEERS.items():
            start = time.perf_counter()
            text = read(case.data)
            spent[name, case.size] += int(1e6 * (time.perf_counter() - start))
            for group in _groups(case):
                right[group, case.size][name] += text == case.text
            if name == "bersih" and text != case.text:
                failures.append((case.encoding, case.size, case.text[:90], text and text[:90]))
    print(f"| encoding | documents | {' | '.join(PEERS)} |")
    print("|---|---|" + "---|" * len(PEERS))
    for group in dict.fromkeys(group for group, _ in right):
        cells = [" / ".join(_share(right[group, size], name) for size in SIZES) for name in PEERS]
        print(f"| {group} | {sum(right[group, size]['documents'] for size in SIZES)} | {' | '.join(cells)} |")
    legacy = sum((right["legacy", size] for size in SIZES), Counter())
    print(f"\nLegacy encodings over all sizes: {', '.join(f'{name} {_share(legacy, name)}' for name in PEERS)}.")
    for name in PEERS:
        each = [f"{spent[name, size] / max(1, right['legacy', size]['documents']) / 1000:.1f}" for size in SIZES]
        print(f"{name}: {' / '.join(each)} ms a document")
    for failure in random.Random(1).sample(failures, min(options.failures, len(failures))):  # noqa: S311
        print(failure)


def _groups(case: Case) -> tuple[str, ...]:
    if case.encoding in _UNICODE:
        return (case.encoding,)
    return case.encoding, "CJK" if case.encoding in _CJK else "single byte", "legacy"


def _share(counts: Counter[str], name: str) -> str:
    return f"{counts[name] / counts['documents']:.3f}".removeprefix("0") if counts["documents"] else "–"


if __name__ == "__main__":
    main()
