"""Whole articles through the preset `text`, end to end."""

from pathlib import Path

import pytest

from bersih.chain.config import load_chain
from bersih.report.as_json import from_json, to_json

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "fixtures" / "articles"
SEED = ROOT.parent / "shared" / "seed"


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.expected.txt")), ids=lambda path: path.name)
def test_article(path: Path) -> None:
    dirty = path.with_name(path.name.replace(".expected", "")).read_bytes().decode()
    doc = load_chain("text").run(dirty)
    assert doc.text == path.read_bytes().decode()
    assert from_json(to_json(doc.report())).rebuild(doc.text) == dirty


def test_the_article_the_project_started_from() -> None:
    if not SEED.is_dir():
        pytest.skip("the article is press text and not part of the repository")
    (dirty,) = SEED.glob("0*.txt")
    text = dirty.read_bytes().decode()
    doc = load_chain("text").run(text)
    assert doc.text.strip() == (SEED / "expected.txt").read_text("utf-8").strip()
    assert doc.language == "id"
    assert from_json(to_json(doc.report())).rebuild(doc.text).encode() == dirty.read_bytes()
