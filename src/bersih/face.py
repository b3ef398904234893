"""The one call that most people need."""

from functools import cache

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain


def clean(text: str) -> str:
    """Return *text*, cleaned by the preset ``text``.

    What was done, and the way back, is in the document that ``load_chain("text").run(text)`` gives.
    """
    return _default().clean(text)


@cache
def _default() -> Chain:
    return load_chain("text")
