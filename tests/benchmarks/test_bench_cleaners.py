"""The benchmark runs, and its table names every cleaner and preset. How fast they are is not tested."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from bersih.chain.config import preset_names
from bersih.chain.lookup import own_names

FOLDER = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return import_module("bench_cleaners")


def test_the_table_names_every_cleaner_and_preset(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--rounds", "1", "--largest", "500"])
    rows = [line.split("|") for line in capsys.readouterr().out.split("\n") if line.startswith("|")]
    assert [row[1].strip() for row in rows[2:]] == [*own_names(), *(f"preset {name}" for name in preset_names())]
    assert all(float(cell) > 0 for row in rows[2:] for cell in row[2:4])


def test_only_chooses_by_the_beginning_of_a_name(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--rounds", "1", "--largest", "500", "--kind", "clean", "--only", "normalize.s", "encoding"])
    out = capsys.readouterr().out
    assert "| normalize.spaces |" in out
    assert "| preset encoding |" in out
    assert "unicode" not in out


def test_a_name_that_chooses_nothing_is_wrong_use(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        bench.main(["--only", "whitespace"])
    assert "normalize.spaces" in capsys.readouterr().err


def test_documents_are_the_same_every_time_and_of_every_kind(bench: ModuleType) -> None:
    made = import_module("documents")
    assert bench.documents is made.documents
    documents = made.documents(rounds=1, sizes=(500,))
    assert documents == made.documents(rounds=1, sizes=(500,))
    assert {each.kind for each in documents} == set(made.KINDS)
    assert made.page() == made.page()
