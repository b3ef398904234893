"""The pack that docs/packs.md builds step by step is sound."""

import re
import textwrap
from pathlib import Path

from bersih.rules.faults import faults
from bersih.rules.pack import read_pack

DOCS = Path(__file__).parents[2] / "docs" / "packs.md"


def test_the_pack_of_the_walk_through_has_no_faults(tmp_path: Path) -> None:
    _, _, walk = DOCS.read_text("utf-8").partition("## Adding a language")
    blocks = re.findall(r"^   ```toml\n(.*?)^   ```$", walk, re.DOTALL | re.MULTILINE)
    (tmp_path / "cy.toml").write_text("\n".join(map(textwrap.dedent, blocks)), "utf-8")
    pack = read_pack(tmp_path / "cy.toml")
    assert [rule.id for rule in pack.rule] == ["related.heading", "nav.words", "follow.where"]
    assert list(faults(pack)) == []
