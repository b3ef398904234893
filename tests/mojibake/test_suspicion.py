"""The restated heuristic says what ftfy's own says; the gate misses nothing that can be repaired."""

import re
from itertools import product

import pytest

from bersih.mojibake import suspicion as module
from bersih.mojibake.gate import gate, sign, suspicious_lines
from bersih.mojibake.repair import repair
from bersih.mojibake.suspicion import is_bad, suspicion
from bersih.mojibake.tables import tables
from mojibake.damage import classes, damaged


def said_by_ftfy(line: str) -> bool:
    return re.search(tables().badness.pattern, line, re.VERBOSE) is not None


def test_the_heuristic_is_the_one_that_was_restated() -> None:
    assert suspicion().sign is not None, "ftfy's heuristic changed: restate it, or live with a twentieth of the speed"


def test_it_says_the_same_of_every_short_string() -> None:
    assert len(classes()) > 60
    for length in (1, 2, 3):
        for characters in product(classes(), repeat=length):
            line = "".join(characters)
            assert is_bad(line) == bool(tables().badness.search(line)), ascii(line)


def test_it_says_the_same_of_damaged_lines() -> None:
    for line in damaged(seed=1, count=20_000):
        assert is_bad(line) == bool(tables().badness.search(line)), ascii(line)


def test_the_gate_is_open_wherever_something_can_be_repaired() -> None:
    for line in damaged(seed=2, count=20_000):
        if repair(line).text != line:
            assert list(suspicious_lines(f"satu\n{line}\ndua\n")), ascii(line)


def test_suspicious_lines_are_whole_lines() -> None:
    text = "satu\ncafÃ© Ã©tÃ©\n\ndua â€œx\n"
    assert [text[start:end] for start, end in suspicious_lines(text)] == ["cafÃ© Ã©tÃ©", "dua â€œx"]


def test_an_unknown_heuristic_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for cached in (suspicion, sign, gate):
        monkeypatch.setattr(module, "_KNOWN", "another")
        cached.cache_clear()
    try:
        assert suspicion().sign is None
        assert sign() is None
        assert is_bad("cafÃ©")
        assert [*suspicious_lines("satu\ncafÃ©\n")] == [(5, 10)]
        assert [*suspicious_lines("Mon谩e\n")] == [(0, 5)]
    finally:
        monkeypatch.undo()
        for cached in (suspicion, sign, gate):
            cached.cache_clear()
