r"""Clean web text, with a report from which the original can be rebuilt.

    >>> import bersih
    >>> bersih.clean("Harga beras naik.\n\nADVERTISEMENT\n\nPetani senang.\n")
    'Harga beras naik.\n\nPetani senang.\n'

Everything is imported when it is first used, so that ``import bersih`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from bersih.version import __version__

if TYPE_CHECKING:
    from bersih.chain.chain import Chain
    from bersih.chain.cleaner import Cleaner, Needs, cleaner
    from bersih.chain.config import load_chain
    from bersih.chain.lookup import find_cleaner
    from bersih.detectors.detect import detect
    from bersih.detectors.guess import Guess
    from bersih.detectors.segments import Segment, segments
    from bersih.errors import BersihError
    from bersih.face import clean
    from bersih.model.document import Document
    from bersih.model.edit import Edit, Label, Layer
    from bersih.model.report import Report
    from bersih.model.span import Span

__all__ = [
    "BersihError",
    "Chain",
    "Cleaner",
    "Document",
    "Edit",
    "Guess",
    "Label",
    "Layer",
    "Needs",
    "Report",
    "Segment",
    "Span",
    "__version__",
    "clean",
    "cleaner",
    "detect",
    "find_cleaner",
    "load_chain",
    "segments",
]

_HOMES = {
    "BersihError": "errors",
    "Chain": "chain.chain",
    "Cleaner": "chain.cleaner",
    "Document": "model.document",
    "Edit": "model.edit",
    "Guess": "detectors.guess",
    "Label": "model.edit",
    "Layer": "model.edit",
    "Needs": "chain.cleaner",
    "Report": "model.report",
    "Segment": "detectors.segments",
    "Span": "model.span",
    "clean": "face",
    "cleaner": "chain.cleaner",
    "detect": "detectors.detect",
    "find_cleaner": "chain.lookup",
    "load_chain": "chain.config",
    "segments": "detectors.segments",
}


def __getattr__(name: str) -> object:
    """Import what *name* stands for when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module 'bersih' has no attribute {name!r}"
        raise AttributeError(msg)
    found: object = getattr(import_module(f"bersih.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
