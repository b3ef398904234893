"""How much of a document was removed: what the guard of a chain goes by."""

import re
from collections.abc import Iterable

from bersih.model.category import is_among
from bersih.model.edit import Layer

DEFAULT_GUARD = 0.5
"""The share of a document's visible characters that a chain may remove."""

# Nobody came to read these: a text in which every character is coloured is still all there without its colours. And
# what is in another language than those asked for was not to be there.
_NEVER_CONTENT = frozenset({"encoding", "language", "normalization"})

_UNSEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


def share_removed(before: str, layers: Iterable[Layer]) -> float:
    """Return the share of the visible characters of *before* that *layers* delete."""
    removed = sum(
        _visible(old)
        for layer in layers
        for edit, old in zip(layer.edits, layer.removed, strict=True)
        if (not edit.new or edit.new.isspace()) and not is_among(edit.category, _NEVER_CONTENT)
    )
    return removed / max(_visible(before), removed) if removed else 0.0


def _visible(text: str) -> int:
    """Return how many characters of *text* can be seen: white space, controls and format characters are not counted."""
    return len(_UNSEEN.sub("", text))
