"""What gives something away in a text, in a form that many can be looked for in one scan."""

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, Self, TypeVar

K = TypeVar("K", bound=Hashable)


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
        return cls("".join(sign.leading for sign in signs), tuple(sign.nested() for sign in signs))

    def nested(self) -> str:
        """Return the alternatives behind a look at the leading character: those of other signs are not tried then."""
        if len(self.alternatives) == 1:
            return self.alternatives[0]
        return f"(?<=[{self.leading}])(?:{'|'.join(self.alternatives)})"

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern; ``^`` in it matches at the start of every line."""
        return re.compile(f"[{self.leading}](?:{'|'.join(self.alternatives)})", re.MULTILINE)


class Signs(Generic[K]):
    """Signs by a key of one's own, looked for in one scan."""

    def __init__(self, signs: Mapping[K, Sign]) -> None:
        """Take *signs*; patterns are made when they are needed."""
        self._signs = dict(signs)
        self._each = {key: sign.compiled() for key, sign in self._signs.items()}
        self._all = frozenset(self._signs)
        self._together: dict[frozenset[K], re.Pattern[str]] = {}

    def absent(self, text: str) -> frozenset[K]:
        """Return the keys of all signs that are not in *text*.

        One scan over the text: at each place found it is asked whose sign that is, and from there on the
        scan is for the others.
        """
        left = self._all
        at = 0
        while left:
            found = self._pattern(left).search(text, at)
            if found is None:
                break
            at = found.start()
            left = frozenset(key for key in left if not self._each[key].match(text, at))
        return left

    def _pattern(self, keys: frozenset[K]) -> re.Pattern[str]:
        """Return the pattern for the signs of *keys*."""
        pattern = self._together.get(keys)
        if pattern is None:
            pattern = self._together[keys] = Sign.any_of(
                self._signs[key] for key in self._signs if key in keys
            ).compiled()
        return pattern
