"""What gives something away in a text, in a form that many can be looked for in one scan."""

import re
from collections.abc import Iterable
from typing import NamedTuple, Self


class Sign(NamedTuple):
    """Characters that every match begins with, and what must be around them.

    A scan jumps from one leading character to the next and looks around only there. So the scan for
    many signs at once costs little more than that for one, and none costs much on text that has none.
    """

    leading: str
    """The inside of a character class: characters and ranges, escaped as `re` wants them."""
    alternatives: tuple[str, ...]
    """Patterns, one of which must match behind the leading character. Each begins with a look-behind
    that ends in the leading character itself, so that it means the same beside the leading characters of others."""

    @classmethod
    def of(cls, leading: str) -> Self:
        """Return the sign that is any one of the *leading* characters."""
        return cls(leading, (f"(?<=[{leading}])",))

    @classmethod
    def any_of(cls, signs: Iterable["Sign"]) -> Self:
        """Return the sign that is one of *signs*."""
        signs = list(signs)
        return cls("".join(sign.leading for sign in signs), tuple(each for sign in signs for each in sign.alternatives))

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern; ``^`` in it matches at the start of every line."""
        return re.compile(f"[{self.leading}](?:{'|'.join(self.alternatives)})", re.MULTILINE)
