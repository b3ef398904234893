"""The command line, as a person or a pipeline meets it."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bersih.cli.main import main

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
DIRTY = ARTICLES / "pelabuhan.txt"
CLEAN = ARTICLES / "pelabuhan.expected.txt"
BERSIH = [sys.executable, "-m", "bersih"]


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


def said(capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[str, str]:
    out, err = capsysbinary.readouterr()
    return out.decode(), err.decode()


# The filter.


def test_alone_it_filters(stdin: Callable[[bytes], None], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    stdin(DIRTY.read_bytes())
    assert main([]) == 0
    assert capsysbinary.readouterr() == (CLEAN.read_bytes(), b"")


@pytest.mark.parametrize("data", [b"", b"a", b"\n", b"\n\n\n", b"\xff\xfe", b"\x00", b"caf\xe9 \xff\n", b"a\r\n"])
def test_anything_goes_in(
    data: bytes, stdin: Callable[[bytes], None], capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    stdin(data)
    assert main(["--report", str(tmp_path / "r.json")]) == 0
    out, _ = capsysbinary.readouterr()
    (tmp_path / "clean").write_bytes(out)
    assert main(["undo", str(tmp_path / "r.json"), str(tmp_path / "clean")]) == 0
    assert capsysbinary.readouterr().out == data


def test_bytes_that_are_not_utf8_are_kept_and_told(
    stdin: Callable[[bytes], None], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(b"Harga beras \xe9\xe8 naik.\n\nADVERTISEMENT\n\nPetani di sana senang sekali.\n")
    assert main([]) == 0
    out, err = capsysbinary.readouterr()
    assert out == b"Harga beras \xe9\xe8 naik.\n\nPetani di sana senang sekali.\n"
    assert b"standard input: 2 bytes in 1 place not UTF-8, kept as they are." in err


def test_options_of_the_filter(stdin: Callable[[bytes], None], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    stdin(DIRTY.read_bytes())
    assert main(["--skip", "boilerplate.advertisement", "--skip", "repair", "-v"]) == 0
    out, err = said(capsysbinary)
    assert (out.count("PUBLISITAS"), out.count("pelabuhan.mente"), out.count("gulir ke atas")) == (5, 1, 0)
    assert "7 kept" in err


def test_the_guard_leaves_the_text_and_exits_with_4(
    stdin: Callable[[bytes], None], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(b"ADVERTISEMENT\nADVERTISEMENT\nab\n")
    assert main([]) == 4
    out, err = said(capsysbinary)
    assert out == "ADVERTISEMENT\nADVERTISEMENT\nab\n"
    assert "standard input: left as it was: would have removed 93% of the visible text, the limit is 75%." in err
    stdin(b"ADVERTISEMENT\nADVERTISEMENT\nab\n")
    assert main(["--guard", "1"]) == 0
    assert capsysbinary.readouterr().out == b"ab\n"


def test_at_a_terminal_it_shows_its_help(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert main([]) == 2
    assert "bersih < page.txt > clean.txt" in capsys.readouterr().err


# Files.


def test_clean_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["clean", str(DIRTY), str(CLEAN)]) == 0
    assert capsysbinary.readouterr() == (CLEAN.read_bytes() * 2, b"")


def test_clean_in_place_and_undo(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    originals = [
        DIRTY.read_bytes(),
        b"nothing to do here\n",
        "\ufeffPetani senang.\n\nADVERTISEMENT\n\nHarga naik.\n".encode("utf-16-le"),
    ]
    for path, data in zip(files, originals, strict=True):
        path.write_bytes(data)
    untouched = files[1].stat().st_mtime_ns
    report = tmp_path / "edits.jsonl"
    assert main(["clean", "--in-place", "--report", str(report), *map(str, files)]) == 0
    out, err = said(capsysbinary)
    assert out == ""
    assert f"{files[0]}: 10 edits" in err
    assert str(files[1]) not in err
    assert files[0].read_bytes() == CLEAN.read_bytes()
    assert files[1].stat().st_mtime_ns == untouched
    assert files[2].read_bytes().decode("utf-16") == "Petani senang.\n\nHarga naik.\n"
    for path, data in zip(files, originals, strict=True):
        assert main(["undo", str(report), str(path), "-o", str(path)]) == 0
        assert path.read_bytes() == data
    assert [json.loads(line)["source"] for line in report.read_text("utf-8").splitlines()] == list(map(str, files))


def test_a_report_is_on_the_disk_before_its_file_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in files:
        path.write_bytes(DIRTY.read_bytes())
    report = tmp_path / "r.jsonl"

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bersih.cli.clean.write_back", cut)
    assert main(["clean", "-i", "--report", str(report), *map(str, files)]) == 130
    assert [json.loads(line)["source"] for line in report.read_text("utf-8").splitlines()] == [str(files[0])]


def test_a_report_that_cannot_be_written_stops_before_anything_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.read_bytes())
    assert main(["clean", "-i", "--report", str(tmp_path / "no" / "r.json"), str(path)]) == 3
    assert path.read_bytes() == DIRTY.read_bytes()


def test_a_report_goes_over_no_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.read_bytes())
    assert main(["clean", "--report", str(path), str(path)]) == 2
    assert "that is one of the files to read" in capsys.readouterr().err
    assert path.read_bytes() == DIRTY.read_bytes()


def test_clean_in_place_says_nothing_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.read_bytes())
    assert main(["clean", "-iq", str(path)]) == 0
    assert capsys.readouterr() == ("", "")


def test_nothing_is_written_that_cannot_be_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bersih.model.document import Document

    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.read_bytes())
    monkeypatch.setattr(Document, "rebuild", lambda _: "something else")
    assert main(["clean", "--in-place", str(path)]) == 2
    assert path.read_bytes() == DIRTY.read_bytes()
    assert "cannot be rebuilt from its report; nothing was written" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["clean", str(tmp_path / "no.txt"), str(tmp_path), str(CLEAN)]) == 3
    out, err = said(capsysbinary)
    assert out.encode() == CLEAN.read_bytes()
    assert "no.txt: cannot be read: no such file or directory." in err
    assert "cannot be read: is a directory." in err


def test_an_unwritable_target_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.read_bytes())
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert main(["clean", "--in-place", str(path)]) == 3
    assert "a.txt: cannot be written: permission denied." in capsys.readouterr().err
    monkeypatch.undo()
    assert main(["clean", str(path), "--report", str(tmp_path / "no" / "r.json")]) == 3


def test_html(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    page = tmp_path / "page.html"
    body = "<p>Harga beras naik lagi pekan ini, kata para pedagang di pasar induk kota itu.</p>" * 4
    page.write_text(
        f"<!doctype html><html><head><title>x</title></head><body><nav>Menu</nav><article>{body}<p>ADVERTISEMENT</p></article></body></html>",
        "utf-8",
    )
    assert main(["clean", "--chain", "html", str(page)]) == 0
    out, _ = said(capsysbinary)
    assert "Harga beras naik lagi" in out
    assert "<" not in out
    assert "ADVERTISEMENT" not in out


# Findings.


def test_check_names_every_finding_and_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.read_bytes())
    report = tmp_path / "r.json"
    assert main(["check", str(path), "--report", str(report)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert lines[0].startswith(f"{path}:1:1: boilerplate.credit [")
    assert lines[0].endswith("Kredit gambar: Dinas Perhubungan")
    assert path.read_bytes() == DIRTY.read_bytes()
    assert json.loads(report.read_text("utf-8"))["language"] == "id"


def test_check_is_content_with_clean_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CLEAN)]) == 0
    assert capsys.readouterr() == ("", "")


def test_check_finds_bytes_that_are_not_utf8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("é\n".encode() + b"d\x81a\n")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out == f"{path}:2:2: undecodable 81\n"


def test_check_weighs_what_happened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"ADVERTISEMENT\n")
    assert main(["check", str(path), str(DIRTY)]) == 4
    assert "guard: would have removed 100% of the visible text" in capsys.readouterr().out
    assert main(["check", str(path), str(DIRTY), str(tmp_path / "no.txt")]) == 3


def test_check_only_a_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--only", "repair", str(DIRTY)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["check", "--only", "repair", "--kept", str(DIRTY)]) == 1
    assert capsys.readouterr().out.count("(kept)") == 8


# Reasons.


def test_explain_says_what_each_cleaner_makes_of_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "id", "Baca juga: Harga Beras Naik"]) == 0
    out = capsys.readouterr().out
    assert "encoding.entities            not asked: nothing it needs is there" in out
    assert "boilerplate.whole_lines      1 to change" in out
    assert "line 1: Baca juga: Harga Beras Naik\n  changed\n  boilerplate.related by id:" in out
    assert "label guard: would have removed 100%" in out


def test_explain_says_why_something_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "id", "Sistem mewakiliaria itu dipakai oleh pasukan mereka."]) == 0
    assert "kept: 0.50 is below the floor of 0.80" in capsys.readouterr().out
    assert main(["explain", "--skip", "boilerplate", "--lang", "id", "Baca juga: Harga Beras Naik"]) == 0
    assert "kept: its category is switched off" in capsys.readouterr().out


def test_explain_one_line_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--line", "9", str(DIRTY)]) == 0
    assert capsys.readouterr().out.count("\nline ") == 1
    assert main(["explain", "--line", "999", str(DIRTY)]) == 2
    assert "--line 999: the text has" in capsys.readouterr().err


def test_explain_hints_at_the_language(stdin: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]) -> None:
    stdin(b"Baca juga: Padi\n")
    assert main(["explain"]) == 0
    assert "The language is in doubt. As id text it has 1" in capsys.readouterr().out


# The way back.


def test_undo_refuses_a_text_that_is_not_the_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "r.json"
    assert main(["clean", str(DIRTY), "--report", str(report)]) == 0
    assert main(["undo", str(report), str(DIRTY)]) == 2
    assert "is not the cleaned text of this report" in capsys.readouterr().err
    assert main(["undo", str(DIRTY), str(DIRTY)]) == 2
    assert "pelabuhan.txt: not a report" in capsys.readouterr().err
    both = tmp_path / "r.jsonl"
    assert main(["clean", str(DIRTY), str(CLEAN), "--report", str(both)]) == 0
    assert main(["undo", str(both), str(DIRTY)]) == 2
    assert "none of the 2 reports is about this text" in capsys.readouterr().err


# Wrong use.


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cleen"], "there is no command 'cleen'. Did you mean 'clean'?"),
        ([str(DIRTY)], f"To clean it: bersih clean {DIRTY}"),
        (["--chain", "text", "check", str(DIRTY)], "--chain belongs to the command: bersih check --chain"),
        (["--lang", "id", "check", str(DIRTY)], "--lang belongs to the command: bersih check --lang"),
        (["clean"], "Missing argument 'FILE"),
        (["clean", "-i", "-"], "standard input has no place to write back to"),
        (["clean", "--chain", "txt", str(DIRTY)], "there is no preset 'txt'"),
        (["clean", "--lang", "Indonesian", str(DIRTY)], "'Indonesian' is not a BCP 47 code such as id, en or pt-BR."),
        (["clean", "--only", "ads", str(DIRTY)], "'ads' is not a category"),
        (["clean", "--guard", "2", str(DIRTY)], "2.0 is not in the range 0<=x<=1"),
        (["clean", "--mod", "precise", str(DIRTY)], "No such option"),
        (["explain", "--report", "r.json", "x"], "explain writes no report"),
    ],
)  # fmt: skip
def test_wrong_use_exits_with_2_and_says_what_is_right(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_an_interrupt_exits_as_a_shell_expects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bersih.cli.clean.clean_file", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    assert main(["clean", str(DIRTY)]) == 130


@pytest.mark.parametrize("command", [[], ["clean"], ["check"], ["explain"], ["undo"]])
def test_help_teaches_by_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "  bersih " in out.replace("Usage: bersih", "")


# As a program.


def test_the_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from bersih.cli.main import main; main(['--help']); "
        "print([name for name in ('ftfy', 'trafilatura', 'langdetect', 'py3langid', 'wordfreq', 'rich', 'msgspec', 'numpy', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("lines", [3, 200_000])
def test_a_closed_pipe_ends_quietly(lines: int) -> None:
    text = b"Harga beras naik lagi, kata para pedagang.\n" * lines
    with subprocess.Popen(
        [*BERSIH, "--lang", "id"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdin is not None
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdin.write(text)
        done.stdin.close()
        assert done.stdout.read(10) == b"Harga bera"
        done.stdout.close()
        assert done.stderr.read() == b""
        assert done.wait() == 0


def test_detect_prints_the_language_of_each_file_and_of_its_parts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    indonesian = "Para pedagang mengatakan bahwa harga beras sudah naik sejak awal bulan karena pasokan belum datang."
    english = "The traders said that the price of rice has gone up since the beginning of the month, and they wait."
    one, two, none = tmp_path / "one.txt", tmp_path / "two.txt", tmp_path / "none.txt"
    one.write_text(indonesian, "utf-8")
    two.write_text(f"{indonesian}\n\n{english}\n{english}\n", "utf-8")
    none.write_text("12.000 | 9.500\n", "utf-8")
    assert main(["detect", str(one), str(two), str(none)]) == 0
    first, second, part, other, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{one}: id 0.9")
    assert second.startswith(f"{two}: en 0.9")
    assert part.startswith(f"{two}:1-1: id 0.9")
    assert other.startswith(f"{two}:3-4: en 0.9")
    assert other.endswith("% of the text")
    assert last == f"{none}: und 0.00"


def test_detect_writes_json_lines_with_spans(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Para pedagang mengatakan bahwa harga beras sudah naik sejak awal bulan karena pasokan belum datang."
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    assert main(["detect", "--json", "--detector", "langdetect", str(path), str(path)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 2
    assert lines[0] == {
        "file": str(path),
        "language": "id",
        "score": lines[0]["score"],
        "detector": "langdetect 1.0.9",
        "segments": [],
    }


def test_detect_keeps_to_candidates_and_is_strict_where_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Dobro jutro svima u gradu.", "utf-8")
    assert main(["detect", "--strict", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: und 0.46\n"
    assert main(["detect", "--among", "sl", "--among", "de", str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"{path}: sl ")


def test_detect_names_what_cannot_be_read_and_a_detector_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["detect", str(tmp_path / "none.txt")]) == 3
    assert "none.txt" in capsys.readouterr().err
    assert main(["detect", "--detector", "py3langit", "x.txt"]) == 2
    assert "Did you mean 'py3langid'?" in capsys.readouterr().err
    assert main(["detect", "--among", "Indonesian", "x.txt"]) == 2
    assert "'Indonesian' is not a BCP 47 code" in capsys.readouterr().err


def test_a_detector_is_pinned_for_a_chain_and_refused_where_none_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Harga beras di pasar tradisional naik sejak awal bulan, kata para pedagang.", "utf-8")
    assert main(["explain", "--detector", "langdetect", str(path)]) == 0
    assert "label detector: langdetect 1.0.9" in capsys.readouterr().out
    assert main(["check", "--chain", "encoding", "--detector", "langdetect", str(path)]) == 2
    assert "the chain has no language.identify" in capsys.readouterr().err
