"""The main content of an HTML page, by trafilatura."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from bersih.chain.cleaner import Needs
from bersih.model.document import Document
from bersih.model.edit import Edit, Label

# A page begins with markup, perhaps after a byte-order mark and blanks.
_PAGE = re.compile(r"[\s\ufeff]*<(?:!doctype|!--|\?xml|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)


@dataclass(frozen=True)
class MainContent:
    """Replace an HTML page by its main content, one paragraph a line.

    Leaves alone what does not begin with markup, and, with the label ``main-content``, a page in which no
    main content is found.
    """

    comments: bool = False
    """True: readers' comments are content too."""
    tables: bool = True
    """False: tables are left out."""

    name = "html.main_content"
    needs = Needs(any_of=("<",))

    @property
    def fingerprint(self) -> str:
        """The version of the extractor."""
        return f"trafilatura {version('trafilatura')}"

    def __call__(self, doc: Document, /) -> Iterator[Edit | Label]:
        """Yield one edit that replaces the page, or a label that says why not."""
        if not _PAGE.match(doc.text):
            return
        import trafilatura

        # The parser refuses what XML has no place for.
        page = doc.text.encode("utf-8", "replace").decode("utf-8")
        content = trafilatura.extract(page, include_comments=self.comments, include_tables=self.tables)
        if not content or not content.strip():
            yield Label("main-content", "none found")
        elif _PAGE.match(content):
            yield Label("main-content", "what was found is markup itself")
        else:
            reason = "The main content of the page, without its markup and what stands around it."
            yield Edit(0, len(doc.text), content + "\n", self.name, "boilerplate.markup", 1.0, reason)
