"""The hooks, as pre-commit runs them in a repository of somebody else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ARTICLES = PROJECT / "fixtures" / "articles"
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A pre-commit cache of its own, so that the hook's environment is built here and now."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {**own, "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a repository that others name in their configuration, as it stands in the work tree."""
    folder = tmp_path_factory.mktemp("bersih")
    for name in ("src", "LICENSE", "NOTICE", "README.md", "pyproject.toml", ".pre-commit-hooks.yaml"):
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "all")
    return folder


@pytest.fixture
def repository(tmp_path: Path, hooks: Path) -> Path:
    """Somebody's repository with a dirty and a clean text, and a picture that is no text."""
    git(tmp_path, "init", "-q")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {git(hooks, 'rev-parse', 'HEAD')}\n  hooks:\n"
        "  - id: bersih-check\n    stages: [manual]\n"
        "  - id: bersih-fix\n",
        "utf-8",
    )
    shutil.copy(ARTICLES / "pelabuhan.txt", tmp_path / "dirty.txt")
    shutil.copy(ARTICLES / "pelabuhan.expected.txt", tmp_path / "clean.txt")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    git(tmp_path, "add", "-A")
    return tmp_path


def run(repository: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PRE_COMMIT, "run", "--color=never", *arguments],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_check_names_the_findings_and_changes_nothing(repository: Path, environment: dict[str, str]) -> None:
    before = (repository / "dirty.txt").read_bytes()
    done = run(repository, environment, "--hook-stage", "manual", "bersih-check")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "dirty.txt:9:1: boilerplate.advertisement" in done.stdout
    assert "clean.txt" not in done.stdout
    assert "picture.png" not in done.stdout
    assert (repository / "dirty.txt").read_bytes() == before


def test_fix_cleans_the_files_and_is_content_the_second_time(repository: Path, environment: dict[str, str]) -> None:
    done = run(repository, environment, "bersih-fix")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert "dirty.txt: 10 edits" in done.stdout
    assert (repository / "dirty.txt").read_bytes() == (ARTICLES / "pelabuhan.expected.txt").read_bytes()
    git(repository, "add", "-A")
    assert run(repository, environment, "bersih-fix").returncode == 0
    assert run(repository, environment, "--hook-stage", "manual", "bersih-check").returncode == 0


def test_a_commit_is_stopped_until_the_files_are_clean(repository: Path, environment: dict[str, str]) -> None:
    subprocess.run([*PRE_COMMIT, "install"], cwd=repository, env=environment, capture_output=True, check=True)
    commit = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", "texts"]
    assert subprocess.run(commit, cwd=repository, env=environment, capture_output=True).returncode == 1
    git(repository, "add", "-A")
    assert subprocess.run(commit, cwd=repository, env=environment, capture_output=True).returncode == 0
    assert git(repository, "show", "HEAD:dirty.txt") == (ARTICLES / "pelabuhan.expected.txt").read_text("utf-8").strip()
