"""The main content of an HTML page, by trafilatura."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

from bersih.chain.cleaner import Needs
from bersih.model.document import Document
from bersih.model.edit import Edit, Label

# A page begins with markup, perhaps after a byte-order mark and blanks,
_BEGINS = re.compile(r"[\s\ufeff]*<(?:!doctype|!--|(?P<xml>\?xml)|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
# and says soon that it is HTML. 4,000 code points: a licence or conditional comments may stand before it.
_SAYS_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_SOON = 4000
# Part of a page says nothing, but is markup to its end, and has markup that ends: "<budi> halo" has none.
_ENDS = re.compile(r"</[a-z][a-z0-9]*>[\s\ufeff]*\Z", re.IGNORECASE)
_LONGEST_END = 200

_LONE = re.compile("[\ud800-\udfff]")
# Stand-ins for lone surrogates, which no parser takes: a stretch of rare Chinese characters (CJK Extension B).
_SURROGATES = 0xD800
_STRETCH = 0x800
_RARE = range(0x20000, 0x2A000, _STRETCH)


@dataclass(frozen=True)
class MainContent:
    """Replace an HTML page by its main content, one paragraph a line.

    Leaves alone what is no page, even if it begins with a tag: Markdown, chats, XML. And, with the label
    ``main-content``, a page in which no main content is found.
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
        if not _is_page(doc.text):
            return
        content = self._extract(doc.text)
        if not content.strip():
            yield Label("main-content", "none found")
        elif _is_page(content + "\n"):
            yield Label("main-content", "what was found is markup itself")
        else:
            reason = "The main content of the page, without its markup and what stands around it."
            yield Edit(0, len(doc.text), content + "\n", self.name, "boilerplate.markup", 1.0, reason)

    def _extract(self, page: str) -> str:
        """Return the main content of *page*, with its lone surrogates (bytes that could not be decoded) in place."""
        import trafilatura

        shift = 0
        if _LONE.search(page):
            page = page.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
            shift = _stand_in(page) - _SURROGATES
            page = _LONE.sub(lambda found: chr(ord(found[0]) + shift), page)
        content = trafilatura.extract(page, include_comments=self.comments, include_tables=self.tables) or ""
        if not shift:
            return content
        first = _SURROGATES + shift
        return re.sub(f"[{chr(first)}-{chr(first + _STRETCH - 1)}]", lambda found: chr(ord(found[0]) - shift), content)


def _is_page(text: str) -> bool:
    """Return whether *text* is a page in HTML, or part of one."""
    begins = _BEGINS.match(text)
    if not begins:
        return False
    if _SAYS_HTML.search(text, 0, _SOON):
        return True
    return begins["xml"] is None and bool(_ENDS.search(text, max(0, len(text) - _LONGEST_END)))


def _stand_in(page: str) -> int:
    """Return the first of as many code points as there are surrogates, none of which is in *page*."""
    for first in _RARE:
        if not re.search(f"[{chr(first)}-{chr(first + _STRETCH - 1)}]", page):
            return first
    # A page that uses all twenty stretches is a list of characters, and will not miss a few.
    return _RARE[-1]
