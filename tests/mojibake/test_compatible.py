"""The profile `ftfy_compatible` is `ftfy.fix_text`, to the letter."""

import random
import unicodedata
from collections.abc import Iterator

import ftfy
import pytest

from bersih.chain.config import load_chain
from bersih.mojibake import compatible
from bersih.mojibake.compatible import fix_text
from mojibake.damage import READ_AS, SENTENCES, classes, misread

# What ftfy rewrites besides mojibake, and what stands near it.
_PIECES = [
    *" \n\t\r abcxyzABCZ.,?!&;#<\"'",
    "&amp;", "&lt;", "&#8217;", "&#x92;", "&eacute;", "&EACUTE;", "\x1b[31m", "\x1b[0m", "\u2028", "\u2029", "\x85",
    "\x00", "\x07", "\x7f", "\ufeff", "\ufffc", "\u206a", "\u200d", "\u200b", "\u00ad", "\u0301", "\u030a", "\u0308",
    "\u0327", "\u3099", "\uff76", "\uff9e", "\uff01", "\uff06", "\uff1b", "\uff41", "\uff2d", "\uffe0", "\uffe3", "\u3000",
    "\ufb01", "\u0133", "\u0149", "\u2018", "\u2019", "\u201c", "\u201d", "\u037e", "\u212a", "\u2126", "\u1fef",
    "\ud83d", "\udca9", "\U0001f600", "\ud55c", "\u1100", "\u1161", "\u6f22", "\u0e01", "\u0627", "\u0446", "\u0402",
]  # fmt: skip


def adversarial(seed: int, count: int) -> Iterator[str]:
    """Yield texts that try each of ftfy's steps, alone and against each other."""
    rnd = random.Random(seed)  # noqa: S311 - the same texts on every machine
    letters = [*classes(), *_PIECES]
    for _ in range(count):
        kind = rnd.random()
        if kind < 0.45:
            yield "".join(rnd.choice(letters) for _ in range(rnd.randint(1, 14)))
        elif kind < 0.75:
            text = rnd.choice(SENTENCES)[: rnd.randint(5, 80)]
            for _ in range(rnd.choice([1, 1, 1, 2, 3])):
                text = misread(text, rnd.choice(READ_AS))
            at = rnd.randrange(len(text) + 1)
            yield text[:at] + rnd.choice(letters) + text[at:]
        else:
            lines = []
            for _ in range(rnd.randint(2, 8)):
                line = rnd.choice(SENTENCES)[: rnd.randint(0, 60)]
                line = rnd.choice([
                    line, line, misread(line, rnd.choice(READ_AS)), line + rnd.choice(letters),
                    unicodedata.normalize("NFD", line), f"<b>{line}", line.replace(".", "&hellip;"),
                ])  # fmt: skip
                lines.append(line)
            yield rnd.choice(["\n", "\n", "\n", "\r\n", "\r", "\u2028"]).join(lines)


def test_it_is_ftfy_to_the_letter() -> None:
    for text in adversarial(seed=4, count=30_000):
        assert fix_text(text) == ftfy.fix_text(text), ascii(text)


def test_the_preset_is_too_and_can_be_undone() -> None:
    chain = load_chain("ftfy_compatible")
    for text in adversarial(seed=5, count=2_000):
        doc = chain.run(text)
        assert doc.text == ftfy.fix_text(text), ascii(text)
        assert doc.rebuild() == text


def test_lines_that_ftfy_would_cut_apart_are_left_to_ftfy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compatible, "_LONGEST_LINE", 10)
    assert fix_text("cafÃ© dÃ©jÃ\u00a0 vu") == ftfy.fix_text("cafÃ© dÃ©jÃ\u00a0 vu")
