"""The benchmark of encodings runs over its own sentences, and bersih finds every encoding of them out."""

import json
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return import_module("bench_decode")


def test_the_table_names_every_encoding(
    bench: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "SIZES", (300,))
    monkeypatch.setitem(bench.PEERS, "charset-normalizer", bench.by_habit)
    bench.main(["--each", "1", "--failures", "3"])
    out = capsys.readouterr().out
    rows = {row[1].strip(): row for line in out.split("\n") if (row := line.split("|"))[2:]}
    assert rows.keys() >= {*bench.PLAN, "legacy", "single byte", "CJK"}
    assert {name: rows[name][3].strip() for name in bench.PLAN} == dict.fromkeys(bench.PLAN, "1.000")


def test_rows_of_a_file_and_halves_of_them(bench: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [{"lang": "id", "text": f"baris {number}"} for number in range(40)]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    halves = [bench.rows_of(str(path), half)["id"] for half in (0, 1)]
    assert sorted([*halves[0], *halves[1]]) == sorted(row["text"] for row in rows)
    assert all(halves)
