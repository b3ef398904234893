"""Texts damaged in every way that the mojibake room knows of, and characters that matter to ftfy's heuristic."""

import random
import re
from collections.abc import Iterator
from functools import cache

from bersih.mojibake.tables import tables

SENTENCES = [
    "Menteri itu berkata, “harga beras akan turun” – paling lambat bulan depan…",
    "Les élèves préfèrent l’été à Noël, déjà l’an passé; ça coûte 3 €.",
    "Die Größe der Häuser überrascht selbst Ärzte aus Österreich – „schön“!",
    "Źle, że łódź płynie; gęś śpi, a żółw czeka na ćmę.",
    "Bugün İstanbul’da güneşli ve ılık bir gün, ağaçlar çiçek açtı.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Сегодня министр сказал, что новый мост откроют весной.",
    "Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για τη στέγαση.",
    "قال الوزير إن الجسر الجديد سيفتح قبل نهاية العام.",
    "השר אמר שהגשר החדש ייפתח באביב.",
    "大臣は月曜日に新しい橋が開通すると述べた。",
    "รัฐมนตรีกล่าวว่าสะพานใหม่จะเปิดในฤดูใบไม้ผลิ",
    "Thủ tướng nói rằng cây cầu mới sẽ mở cửa vào mùa xuân.",
    "Ljubičasti šešir i đački džep – čaša žućkaste vode.",
]

READ_AS = ["latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "sloppy-windows-1250", "sloppy-windows-1253",
           "sloppy-windows-1254", "sloppy-windows-1257", "iso-8859-2", "macroman", "cp437"]  # fmt: skip


@cache
def classes() -> tuple[str, ...]:
    """Return one character for each class that the heuristic tells apart."""
    kinds = [f"[{kind}]" for kind in tables().kinds.values()]
    named = re.findall(r"\[[^\]]+\]|[À-ÿĀ-ſА-яΑ-ω]", tables().badness.pattern)
    tests = [re.compile(test) for test in {*kinds, *named, "[a-z]", "[A-Z]", r"\s", r"\w", "[.,?!]"}]
    found: dict[tuple[bool, ...], str] = {}
    for character in map(chr, [*range(0x20, 0x2600), 0x0A]):
        found.setdefault(tuple(bool(test.match(character)) for test in tests), character)
    return tuple(found.values())


def misread(text: str, encoding: str) -> str:
    """Return *text* as UTF-8 read in *encoding*, or as it is where that cannot be."""
    tables()
    try:
        return text.encode().decode(encoding)
    except UnicodeDecodeError:
        return text


def damaged(seed: int, count: int) -> Iterator[str]:
    """Yield *count* lines, damaged at random."""
    rnd = random.Random(seed)  # noqa: S311 - the same damage on every machine
    letters = classes()
    for _ in range(count):
        kind = rnd.random()
        if kind < 0.3:
            yield "".join(rnd.choice(letters) for _ in range(rnd.randint(1, 12)))
            continue
        text = rnd.choice(SENTENCES)[: rnd.randint(4, 60)]
        for _ in range(rnd.choice([1, 1, 1, 2, 3])):
            text = misread(text, rnd.choice(READ_AS))
        if kind < 0.6:
            at = rnd.randrange(len(text) + 1)
            text = text[:at] + rnd.choice(letters) + text[at:]
        if kind > 0.8:
            text = f"{rnd.choice(SENTENCES)[:30]} {text}"
        if kind > 0.9:
            text = text.replace("\u00a0", " ")
        yield text
