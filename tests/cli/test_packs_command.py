"""`bersih packs`, and packs of one's own on the command line."""

from pathlib import Path

import pytest

from bersih.cli.main import main

PACK = """\
language = "id"
version = 1

[[rule]]
id = "ad.ours"
category = "boilerplate.advertisement"
where = "whole-line"
any = ["kabar dari mitra kami"]
confidence = 0.9
hits = ["Kabar dari mitra kami", "KABAR DARI MITRA KAMI"]
misses = ["Kabar dari mitra kami baik.", "Kabar dari mitra"]
note = "Made up."
"""
TEXT = "Kabar dari mitra kami\n\nSungai di utara kota meluap pagi ini, dan warga dibantu perahu karet milik pemadam kebakaran.\n"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_the_list_names_every_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs"]) == 0
    out = capsys.readouterr().out
    assert "id " in out
    assert "used in: every document" in out
    assert out.splitlines()[-1].split()[1] == "packs,"


def test_a_pack_is_shown_with_hits_and_misses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "show", "id", "--category", "boilerplate.related"]) == 0
    out = capsys.readouterr().out
    assert "related.baca-juga  boilerplate.related  line-start, needs colon-or-headline  0.95" in out
    assert "    + Baca juga: Harga beras naik" in out
    assert "    - Baca juganya nanti saja." in out
    assert "advertisement" not in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["packs", "show", "ind"], "there is no pack 'ind'. Did you mean 'id'?"),
        (["packs", "show", "id", "--category", "boilerplate.relate"], "Did you mean 'boilerplate.related'?"),
        (["packs", "check", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_a_wrong_name_is_told_with_the_nearest(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_sound_pack_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ours.toml").write_text(PACK, "utf-8")
    assert main(["packs", "check", str(tmp_path / "ours.toml")]) == 0
    assert "1 rules, 1 phrases, no faults" in capsys.readouterr().out


def test_a_pack_with_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ours.toml").write_text(PACK.replace('"Kabar dari mitra kami", ', '"Kabar mitra", '), "utf-8")
    assert main(["packs", "check", str(tmp_path / "ours.toml")]) == 1
    assert "the hit 'Kabar mitra' is not matched" in capsys.readouterr().out


def test_an_illegal_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ours.toml").write_text(PACK.replace("advertisement", "adverts"), "utf-8")
    assert main(["packs", "check", str(tmp_path / "ours.toml")]) == 2
    assert "Did you mean 'boilerplate.advertisement'?" in capsys.readouterr().err


def test_a_pack_from_the_command_line_works_at_once(
    tmp_path: Path, page: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "ours.toml").write_text(PACK, "utf-8")
    assert main(["clean", page]) == 0
    assert capsysbinary.readouterr().out == TEXT.encode()
    assert main(["clean", "--pack", str(tmp_path / "ours.toml"), page]) == 0
    assert capsysbinary.readouterr().out.startswith(b"Sungai")


def test_so_does_a_list_of_phrases(tmp_path: Path, page: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "ours.txt").write_text("# our own\n\nkabar dari MITRA kami\n", "utf-8")
    assert main(["clean", "--pack", str(tmp_path / "ours.txt"), page]) == 0
    assert capsysbinary.readouterr().out.startswith(b"Sungai")


@pytest.mark.parametrize(
    ("content", "says"), [(b"# nothing\n", "holds no phrase"), (b"caf\xe9\n", "is not UTF-8 at byte 3")]
)
def test_a_list_that_cannot_be_used(
    content: bytes, says: str, tmp_path: Path, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.txt").write_bytes(content)
    assert main(["clean", "--pack", str(tmp_path / "ours.txt"), page]) == 2
    assert says in capsys.readouterr().err


def test_a_category_can_be_switched_on(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "news.txt"
    path.write_text("Panen Raya\n12/05/2024\n\n" + TEXT.partition("\n\n")[2], "utf-8")
    assert main(["clean", str(path)]) == 0
    assert b"12/05/2024" in capsysbinary.readouterr().out
    assert main(["clean", "--also", "boilerplate.date", str(path)]) == 0
    assert b"12/05/2024" not in capsysbinary.readouterr().out
