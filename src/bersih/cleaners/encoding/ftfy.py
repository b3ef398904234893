"""What ftfy's own defaults do, for those who want just that."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from bersih.chain.cleaner import ALWAYS
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.mojibake.compatible import edits


@dataclass(frozen=True)
class Ftfy:
    """Make the text what `ftfy.fix_text` makes of it with its default options, to the letter.

    These are for display, not for data: quotes are straightened, full width (Chinese punctuation too) made
    half, ligatures split. `encoding.mojibake` and the cleaners beside it do what is safe. ftfy run over
    its own output changes about one adversarial text in a hundred again; so the preset `ftfy_compatible`
    runs once.
    """

    name = "encoding.ftfy"
    needs = ALWAYS

    @property
    def fingerprint(self) -> str:
        """The version of ftfy."""
        return f"ftfy {version('ftfy')}"

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for each character or word that ftfy changes."""
        for start, end, new in edits(doc.text):
            yield Edit(start, end, new, self.name, "encoding.ftfy")
