"""A half-open range of code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """The code points from *start* up to, not including, *end*; which text is said where it is used."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        """Return whether the code point at *offset* lies in the span."""
        return isinstance(offset, int) and self.start <= offset < self.end
