"""Every error bersih raises: where it happened, what was found, and how to mend it.

A fault in the *data* becomes a finding, never an error. These are for faults in what
a person wrote (a chain file, a pack, a command) or in a cleaner's code.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class BersihError(Exception):
    """The root of all errors raised by bersih."""


class ConfigError(BersihError):
    """A chain file, or an option of one, is not legal."""


class PackError(BersihError):
    """A rule pack is not legal."""


class CleanerError(BersihError):
    """A cleaner broke its contract: edits that overlap, an unknown category, and the like."""


class UnknownNameError(BersihError):
    """No cleaner, chain, pack or detector of that name."""


class UnreadableError(BersihError):
    """A file cannot be read, decoded or written."""


class ReportError(BersihError):
    """A report cannot be read, or does not belong to the text it was given with."""


class MissingExtraError(BersihError):
    """A part of bersih that is not in the plain install was asked for."""

    def __init__(self, what: str, extra: str) -> None:
        """Name *what* was asked for and the *extra* that brings it."""
        super().__init__(f"{what} is not installed. Install it with: pip install 'bersih[{extra}]'")
        self.extra = extra


def did_you_mean(found: str, legal: Iterable[str]) -> str:
    """Return a sentence that names the legal word nearest to *found*, or all of them if none is near."""
    legal = sorted(legal)
    near = get_close_matches(found, legal, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]!r}?"
    return f"Legal here: {', '.join(legal)}." if legal else "Nothing is legal here."
