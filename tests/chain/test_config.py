"""Chain files: what they can say, and what is said of mistakes in them."""

from pathlib import Path

import pytest

from bersih.chain.config import load_chain, preset_names
from bersih.errors import BersihError, ConfigError


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def names(path: Path) -> list[str]:
    return [cleaner.name for cleaner in load_chain(path).cleaners]


def test_the_presets() -> None:
    assert preset_names() == ["encoding", "encoding-full", "ftfy_compatible", "html", "text"]
    html, text = load_chain("html"), load_chain("text")
    assert [cleaner.name for cleaner in html.cleaners] == ["html.main_content", *[each.name for each in text.cleaners]]
    assert text.name == "text"


def test_a_chain_file_gives_the_whole_order(tmp_path: Path) -> None:
    path = write(tmp_path, 'cleaners = ["normalize.spaces", "encoding.entities"]\nguard = 1\nfloor = 0.9\n')
    chain = load_chain(path)
    assert [cleaner.name for cleaner in chain.cleaners] == ["normalize.spaces", "encoding.entities"]
    assert (chain.name, chain.guard, chain.floor) == ("mine", 1, 0.9)


def test_a_chain_file_changes_an_inherited_order(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        extends = "encoding"
        without = ["encoding.mojibake"]
        insert = [
            { cleaner = "normalize.spaces" },
            { cleaner = "builtins:str.strip", before = "encoding.entities" },
            { cleaner = "boilerplate.whole_lines", after = "encoding.entities" },
        ]
        mode = "thorough"
        skip = ["encoding.control"]
        """,
    )
    chain = load_chain(path)
    assert [cleaner.name for cleaner in chain.cleaners] == [
        "encoding.controls",
        "encoding.legacy_bytes",
        "function.strip",
        "encoding.entities",
        "boilerplate.whole_lines",
        "encoding.invisible",
        "encoding.ligatures",
        "encoding.loss",
        "normalize.newlines",
        "normalize.unicode",
        "normalize.spaces",
    ]
    assert (chain.floor, chain.skip) == (0.4, frozenset({"encoding.control"}))


def test_options_are_inherited_one_by_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        'extends = "text"\nfloor = 0.7\n[options."language.identify"]\nmin_letters = 5\nthreshold = 0.5\n',
        "a.toml",
    )
    path = write(tmp_path, 'extends = "a.toml"\n[options."language.identify"]\nthreshold = 0.9\n')
    chain = load_chain(path)
    (identify,) = [cleaner for cleaner in chain.cleaners if cleaner.name == "language.identify"]
    assert (vars(identify)["min_letters"], vars(identify)["threshold"]) == (5, 0.9)
    assert chain.floor == 0.7


def test_a_path_in_an_option_counts_from_the_chain_file(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    write(
        tmp_path / "packs",
        """
        language = "id"
        version = 1
        [[rule]]
        id = "ad.iklan-kami"
        category = "boilerplate.advertisement"
        where = "whole-line"
        any = ["iklan kami"]
        confidence = 0.9
        hits = ["Iklan kami", "IKLAN KAMI:"]
        misses = ["Iklan kami tayang besok.", "Kami pasang iklan."]
        note = "made up"
        """,
    )
    path = write(tmp_path, 'extends = "text"\n[options."boilerplate.whole_lines"]\npacks = ["./packs/mine.toml"]\n')
    text = "Sebuah kalimat yang cukup panjang.\nIklan kami\nSebuah kalimat lain yang panjang.\n"
    doc = load_chain(path).run(text)
    assert doc.text == "Sebuah kalimat yang cukup panjang.\nSebuah kalimat lain yang panjang.\n"
    assert doc.report().made[0].edit.rule == "id:ad.iklan-kami"


def test_a_caller_has_the_last_word(tmp_path: Path) -> None:
    path = write(tmp_path, 'extends = "text"\nmode = "thorough"\nguard = 0.1\nonly = ["encoding"]\n')
    chain = load_chain(path, mode="balanced", guard=0.2, only=[], skip=["repair"])
    assert (chain.floor, chain.guard, chain.only, chain.skip) == (0.6, 0.2, frozenset(), frozenset({"repair"}))
    assert load_chain(path, mode="balanced", floor=0.11).floor == 0.11


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "text"\nflor = 0.5\n', r"mine\.toml:2: key 'flor' is not known here\. Did you mean 'floor'\?"),
        ('cleaners = [\n  "normalize.spaces",\n  "normalize.space",\n]\n', r"mine\.toml:1: there is no cleaner 'normalize\.space'\. Did you mean 'normalize\.spaces'\?"),
        ('cleaners = ["normalize.spaces", "normalize.spaces"]\n', r"mine\.toml:1: cleaner 'normalize\.spaces' stands twice"),
        ('extends = "txt"\n', r"mine\.toml:1: there is no preset 'txt', nor a chain file at .*\. Did you mean 'text'\?"),
        ('extends = "text"\n\nwithout = ["normalize.dashes"]\n', r"mine\.toml:3: 'normalize\.dashes' is not in the order"),
        ('extends = "text"\n[[insert]]\ncleaner = "normalize.spaces"\n', r"mine\.toml:2: cleaner 'normalize\.spaces' is in the order already"),
        ('cleaners = []\n[[insert]]\ncleaner = "normalize.spaces"\nbefore = "a"\nafter = "b"\n', r"mine\.toml:2: give before or after, not both"),
        ('cleaners = []\n[[insert]]\ncleaner = "normalize.spaces"\nafter = "b"\n', r"mine\.toml:2: 'b' is not in the order"),
        ('extends = "text"\n[[insert]]\ncleaner = "normalise.quotes"\n', r"mine\.toml:2: there is no cleaner 'normalise\.quotes'"),
        ('extends = "text"\n[[insert]]\ncleaner = "x:y"\nbefor = "z"\n', r"mine\.toml:4: key 'befor' is not known here\. Did you mean 'before'\?"),
        ('extends = "text"\n[options."normalize.quotes"]\na = 1\n', r"mine\.toml:2: options for 'normalize\.quotes', which is not in this chain"),
        ('extends = "text"\n[options."boilerplate.whole_lines"]\npack = []\n', r"has no option 'pack'\. Did you mean 'packs'\?"),
        ('extends = "text"\nfloor = 1.5\n', r"mine\.toml:2: key 'floor': expected `float` <= 1"),
        ('extends = "text"\nguard = "half"\n', r"mine\.toml:2: key 'guard': expected `float`, got `str`"),
        ('extends = "text"\nmode = "careful"\n', r"mine\.toml:2: key 'mode': 'careful' is not legal\. Legal here: balanced, precise, thorough\."),
        ('extends = "text"\nskip = ["ads"]\n', r"'ads' is not a category"),
        ('extends = "text\n', r"mine\.toml: is not TOML: .*line 1"),
        ('extends = "./mine.toml"\n', r"mine\.toml: extends itself"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_what_would_be_legal(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(BersihError, match=message):
        load_chain(path)


def test_an_unknown_preset_mode_or_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"there is no preset 'encodings', nor a chain file at encodings\. Did you mean 'encoding'"
    ):
        load_chain("encodings")
    with pytest.raises(ConfigError, match=r"mode 'precis' is not known\. Did you mean 'precise'\?"):
        load_chain("text", mode="precis")  # type: ignore[arg-type]
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"\n')
    with pytest.raises(ConfigError, match=r"latin\.toml: is not UTF-8 at byte 11"):
        load_chain(tmp_path / "latin.toml")
