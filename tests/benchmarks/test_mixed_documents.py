"""The benchmark of mixed documents tells right from wrong, on paragraphs made for it."""

import json
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent.parent.parent / "benchmarks"
PARAGRAPHS = {
    "id": "Para pedagang mengatakan bahwa harga beras sudah naik sejak awal bulan karena pasokan dari desa belum datang.",
    "en": "The traders said that the price of rice has gone up since the beginning of the month, and they still wait.",
}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return import_module("mixed_documents")


def test_two_languages_are_told_and_counted(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "paragraphs.jsonl"
    file.write_text(
        "".join(json.dumps({"lang": key, "text": text}) + "\n" for key, text in PARAGRAPHS.items()), "utf-8"
    )
    bench.main([str(file)])
    assert capsys.readouterr().out.splitlines()[2:] == ["| id, en | 1.0000 | 1.0000 |", "| all | 1.0000 | 1.0000 |"]


def test_what_is_wrong_is_counted_as_wrong(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "paragraphs.jsonl"
    rows = [{"lang": "id", "text": PARAGRAPHS["en"]}, {"lang": "en", "text": PARAGRAPHS["id"]}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    bench.main([str(file)])
    right, whole = (float(cell) for cell in capsys.readouterr().out.splitlines()[-1].split("|")[2:4])
    assert right == 0
    assert whole == 1
