"""Files in any encoding, on the command line: cleaned as text, written back as they came, undone to the byte."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bersih.chain.config import load_chain
from bersih.cli.main import main
from bersih.report.as_json import read_reports, to_json
from bersih.run.files import clean_bytes, original_bytes

RUSSIAN = "Цена хлеба выросла уже в третий раз.\n\nADVERTISEMENT\n\nЖители просят отремонтировать мост через реку.\n"
SAMPLES = {
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "utf-16-le": RUSSIAN,
    "utf-16-be": RUSSIAN,
    "utf-32-le": RUSSIAN,
    "windows-1252": "Les élèves ont reçu leurs résultats.\n\nADVERTISEMENT\n\nC’est la fin de l’été à l’école.\n",
    "gb18030": "消防员扑灭了旧工厂旁边的大火。\n\nADVERTISEMENT\n\n居民要求政府尽快修好河上的桥。\n",
    "iso2022_jp": "消防隊は古い工場の火事を消し止めた。\n\nADVERTISEMENT\n\nパンの値段は値上げとなった。\n",
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_clean_in_place_and_undo(encoding: str, tmp_path: Path) -> None:
    path, report = tmp_path / "a.txt", tmp_path / "r.json"
    data = SAMPLES[encoding].encode(encoding)
    path.write_bytes(data)
    assert main(["clean", "-iq", "--report", str(report), str(path)]) == 0
    assert path.read_bytes().decode(encoding) == SAMPLES[encoding].replace("ADVERTISEMENT\n\n", "")
    labels = {label["key"]: label for label in json.loads(report.read_text("utf-8"))["labels"]}
    assert SAMPLES[encoding].encode(labels["encoding"]["value"]) == data
    assert labels["encoding-found"]["value"].startswith("by its ")
    assert main(["undo", str(report), str(path), "-o", str(path)]) == 0
    assert path.read_bytes() == data


def test_a_character_that_the_encoding_lacks_makes_it_utf8(tmp_path: Path) -> None:
    path, report = tmp_path / "a.txt", tmp_path / "r.json"
    data = "Цена &euro; 10 за килограмм хлеба в городе.\n".encode("koi8-r")
    path.write_bytes(data)
    assert main(["clean", "-iq", "--report", str(report), str(path)]) == 0
    assert path.read_bytes() == "Цена € 10 за килограмм хлеба в городе.\n".encode()
    assert main(["undo", str(report), str(path), "-o", str(path)]) == 0
    assert path.read_bytes() == data


def test_stray_bytes_in_utf8_are_read_and_undone(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path, report = tmp_path / "a.txt", tmp_path / "r.json"
    good = "L’été à l’école, où les élèves ont reçu leurs résultats.\n"
    data = good.encode() + "Le résultat après l’été.\n".encode("cp1252") + b"\x81\n"
    path.write_bytes(data)
    assert main(["check", str(path)]) == 1
    assert b"encoding.mojibake" in capsysbinary.readouterr().out
    assert main(["clean", "-i", "--report", str(report), str(path)]) == 0
    assert path.read_bytes() == (good + "Le résultat après l’été.\n").encode() + b"\x81\n"
    assert b"1 byte in 1 place not UTF-8, kept as it is." in capsysbinary.readouterr().err
    assert main(["undo", str(report), str(path), "-o", str(path)]) == 0
    assert path.read_bytes() == data
    assert main(["clean", "--skip", "encoding.mojibake", str(path)]) == 0
    assert capsysbinary.readouterr().out == data
    assert main(["explain", str(path)]) == 0


def test_the_guard_gives_stray_bytes_back(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "a.txt"
    data = "é è\n".encode() + b"\xe9t\xe9\nADVERTISEMENT\nADVERTISEMENT\n"
    path.write_bytes(data)
    assert main(["clean", str(path)]) == 4
    assert capsysbinary.readouterr().out == data


@pytest.mark.parametrize("command", [["clean"], ["check"], ["explain"]])
def test_encoding_overrides(command: list[str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("naïve\n".encode("cp1252"))
    assert main([*command, "--encoding", "cp1252", str(path)]) == 0
    capsysbinary.readouterr()
    assert main([*command, "--encoding", "utf-8", str(path)]) == 3
    err = capsysbinary.readouterr().err.decode()
    assert f"{path}: byte 2 (ef) is not utf-8. Name the right encoding with --encoding" in err
    assert path.read_bytes() == "naïve\n".encode("cp1252")
    assert main([*command, "--encoding", "hex", str(path)]) == 2
    assert "'hex' is not an encoding that Python knows" in capsysbinary.readouterr().err.decode()


def test_an_encoding_asked_for_is_in_the_report(tmp_path: Path) -> None:
    path, report = tmp_path / "a.txt", tmp_path / "r.json"
    path.write_bytes("цена".encode("cp1251"))
    assert main(["check", "--encoding", "koi8-r", "--report", str(report), str(path)]) == 0
    labels = {label["key"]: label["value"] for label in json.loads(report.read_text("utf-8"))["labels"]}
    assert (labels["encoding"], labels["encoding-found"]) == ("koi8-r", "as was asked for")


CHAIN = load_chain("encoding")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.binary()
    | st.sampled_from(sorted(SAMPLES)).map(lambda name: SAMPLES[name].encode(name))
    | st.tuples(st.text(), st.sampled_from(["cp1251", "cp932", "gb18030", "utf-16", "iso2022_jp", "cp1252"])).map(
        lambda pair: pair[0].encode(pair[1], "ignore")
    )
    | st.tuples(st.binary(), st.sampled_from(sorted(SAMPLES))).map(
        lambda pair: SAMPLES[pair[1]].encode(pair[1]) + pair[0]
    )
)
def test_every_byte_comes_back_after_cleaning(data: bytes) -> None:
    cleaned = clean_bytes(CHAIN, data, source="x")
    reports = read_reports(to_json(cleaned.document.report()))
    assert original_bytes(reports, cleaned.data, "x") == data


def test_bytes_that_would_join_to_a_character_are_left_alone() -> None:
    data = b"\xc2\x00\x80"
    cleaned = clean_bytes(CHAIN, data)
    assert cleaned.data == data
    assert cleaned.stopped is not None
    assert "could not be undone" in cleaned.stopped.value
