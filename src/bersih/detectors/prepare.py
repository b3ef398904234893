"""What a detector is given to read: a text without what is in no language."""

import re

# Addresses, mentions, tags, character references.
_ADDRESSES = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[a-z0-9-]+\.(?:com|org|net|id|co|io|gov|edu|info|html?|php)\b\S*"
    r"|[@#]\w+|<[^<>]{0,200}>|&\w{2,8};",
    re.ASCII,
)
_SIGNS_OF_ADDRESSES = ("://", "www.", "@", "#", "<", "&", ".")
# Figures with what is written to them: "12.000", "Rp59,7", "A4". In scripts without spaces, the figures alone.
_FIGURES = re.compile(r"(?<![^\s(\"'])[\w.,:/%$€£-]*[0-9][\w.,:/%$€£-]*", re.ASCII)
_FIGURE = re.compile("[0-9]")


def prepared(text: str) -> str:
    """Return *text* with addresses, mentions, markup and figures out; for detection only, never as a result."""
    if any(sign in text for sign in _SIGNS_OF_ADDRESSES):
        text = _ADDRESSES.sub(" ", text)
    return _FIGURES.sub(" ", text) if _FIGURE.search(text) else text
