"""What a detector is."""

from collections.abc import Callable
from typing import Protocol

from bersih.detectors.guess import Guess


class Detector(Protocol):
    """Names the language of a text. Holds no state that a call changes: one can serve many threads."""

    def guess(self, text: str) -> Guess | None:
        """Return the likeliest language of *text*, or None where it knows no answer.

        The same text gives the same answer in every process. Codes are those of `codes.canonical`.
        """
        ...

    def provenance(self) -> str:
        """Return the detector's name and version."""
        ...


Factory = Callable[[tuple[str, ...]], Detector]
"""Makes a detector that answers with one of the languages it is given (BCP 47; none: with any that it knows)."""
