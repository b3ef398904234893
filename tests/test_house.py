"""The house: floors, names, documents that say what is there."""

import ast
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import click
import pytest

from bersih.chain.config import preset_names
from bersih.chain.lookup import find_cleaner, own_names
from bersih.cli.main import cli

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "bersih"
README = (ROOT / "README.md").read_text("utf-8")

# From the ground up: a room may use only rooms below it. Written down in docs/architecture.md.
FLOORS = [
    {"errors", "version"},
    {"model"},
    {"detectors", "io", "layout", "mojibake"},
    {"rules", "report"},
    {"chain", "charsets"},
    {"cleaners", "run", "face"},
    {"cli"},
    {"__init__", "__main__"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# Each heavy third party is used in one file, inside the function or constructor that needs it.
HEAVY = {
    "ftfy": "mojibake/tables.py",
    "langdetect": "detectors/langdetect.py",
    "py3langid": "detectors/py3langid.py",
    "pycld2": "detectors/cld2.py",
    "rich": "report/as_text.py",
    "trafilatura": "cleaners/html/main_content.py",
    "wordfreq": "rules/lexicon.py",
}

FILES = sorted(SRC.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path: Path) -> list[tuple[str, ast.stmt, bool]]:
    """Return (module, statement, whether it stands at the top of the file) for each import in *path*."""
    tree = ast.parse(path.read_text("utf-8"))
    found: list[tuple[str, ast.stmt, bool]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node, node in tree.body) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.module or "", node, node in tree.body))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_run_downwards(path: Path) -> None:
    here = room_of(path)
    for module, _, _ in imports(path):
        if module.startswith("bersih."):
            there = module.split(".")[1]
            assert there == here or FLOOR[there] < FLOOR[here], f"{here} uses {there}"


@pytest.mark.parametrize("path", sorted(SRC.glob("cleaners/*/*.py")), ids=lambda path: path.stem)
def test_a_cleaner_is_a_leaf(path: Path) -> None:
    used = {module for module, _, _ in imports(path)}
    assert not {module for module in used if module.startswith(("bersih.cleaners", "bersih.report", "bersih.io"))}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_heavy_third_parties_are_used_in_one_file_and_late(path: Path) -> None:
    for module, _, top in imports(path):
        home = HEAVY.get(module.partition(".")[0])
        if home is not None:
            assert str(path.relative_to(SRC)) == home
            assert not top, f"{module} is imported when the file is"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_file_holds_one_idea_and_says_which(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= 300
    assert ast.get_docstring(ast.parse(source))
    assert path.stem not in {"utils", "helpers", "common", "base", "misc", "constants", "types"}


@pytest.mark.parametrize("name", own_names())
def test_a_cleaners_name_is_a_path_and_its_rules_carry_it(name: str) -> None:
    assert (SRC / "cleaners" / f"{name.replace('.', '/')}.py").is_file()
    assert find_cleaner(name).name == name
    assert (ROOT / "fixtures" / "cleaners" / f"{name}.toml").is_file()


@pytest.mark.parametrize("name", [*own_names(), *preset_names()])
def test_the_readme_names_every_cleaner_and_preset(name: str) -> None:
    assert f"`{name}`" in README


def options() -> list[str]:
    commands = [cli, *(cli.get_command(click.Context(cli), name) for name in cli.list_commands(click.Context(cli)))]
    return sorted(
        {
            max(option.opts, key=len)
            for command in commands
            if command
            for option in command.params
            if isinstance(option, click.Option)
        }
    )


@pytest.mark.parametrize("option", options())
def test_the_readme_names_every_option_of_the_command_line(option: str) -> None:
    assert f"`{option}" in README


@pytest.mark.parametrize("name", cli.list_commands(click.Context(cli)))
def test_the_readme_names_every_command(name: str) -> None:
    assert f"bersih {name} " in README


def test_the_readme_sets_up_with_two_commands_and_the_ci_runs_the_second() -> None:
    commands = re.findall(r"^python3 -m venv \.venv && .*$", README, re.MULTILINE)
    assert len(commands) == 2
    first, second = commands
    assert (ROOT / first.rpartition("< ")[2]).is_file()
    assert second.endswith("-m pytest")
    pattern = re.search(r"grep -E '(.*)' README\.md", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert pattern is not None
    assert re.findall(pattern[1], README, re.MULTILINE) == [second]


def test_the_architecture_page_has_the_floors_as_they_stand() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    for number, rooms in enumerate(FLOORS, 1):
        assert re.search(rf"^{number}  {'  '.join(sorted(rooms))}  ", page, re.MULTILINE), f"floor {number}"
    for path in SRC.iterdir():
        if path.name not in {"py.typed", "__pycache__"}:
            assert re.search(rf"\b{path.name}\b", page), path.name


def test_no_two_rooms_stand_on_one_another() -> None:
    assert all(not lower & upper for lower, upper in pairwise(FLOORS))
    assert {room_of(path) for path in FILES} == set(FLOOR)


def test_the_dependencies_have_their_reasons() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"trafilatura", "ftfy", "langdetect"} <= {re.split(r"[<>=\[ ]", each)[0] for each in project["dependencies"]}


def test_the_repository_speaks_of_the_project_alone() -> None:
    banned = re.compile(r"/(?:tmp|work|root|home)/[a-z]|example\.invalid")
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *FILES]:
        assert not banned.search(path.read_text("utf-8")), path
