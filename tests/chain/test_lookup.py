"""Cleaners are found by name."""

from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from bersih.chain import lookup
from bersih.chain.lookup import cleaner_names, find_cleaner, option_names, own_names
from bersih.errors import ConfigError, UnknownNameError


@pytest.mark.parametrize("name", own_names())
def test_a_name_is_a_path(name: str) -> None:
    assert find_cleaner(name).name == name


def test_any_object_is_found_by_its_python_path() -> None:
    assert find_cleaner("builtins:str.strip").name == "function.strip"
    assert find_cleaner("bersih.cleaners.normalize.spaces:spaces").name == "normalize.spaces"


@pytest.mark.parametrize("path", ["no_such_module:x", "builtins:nothing", ":x"])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(UnknownNameError, match="cannot be imported"):
        find_cleaner(path)


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(
        UnknownNameError,
        match=r"mine\.toml: there is no cleaner 'normalize\.space'\. Did you mean 'normalize\.spaces'\?",
    ):
        find_cleaner("normalize.space", where="mine.toml")


def test_an_unknown_option_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"'boilerplate\.whole_lines' has no option 'pack'\. Did you mean 'packs'\?"):
        find_cleaner("boilerplate.whole_lines", {"pack": ()})


def test_a_cleaner_without_options_takes_none() -> None:
    with pytest.raises(ConfigError, match="takes no options, but 'width' was given"):
        find_cleaner("normalize.spaces", {"width": 3})
    assert option_names("normalize.spaces") == []
    assert "packs" in option_names("boilerplate.whole_lines")


def test_an_option_with_an_impossible_value_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"cleaner 'language\.identify': there is no detector 'cld9'"):
        find_cleaner("language.identify", {"detector": "cld9"})


def test_plug_ins_are_found_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("acme.shout", "builtins:str.upper", "bersih.cleaners")
    monkeypatch.setattr(lookup, "entry_points", lambda group: [point] if group == "bersih.cleaners" else [])
    assert "acme.shout" in cleaner_names()
    assert find_cleaner("acme.shout").name == "function.upper"


def test_a_file_without_its_cleaner_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "import_module", lambda _: SimpleNamespace())
    with pytest.raises(UnknownNameError, match="holds neither 'Spaces' nor 'spaces'"):
        find_cleaner("normalize.spaces")
