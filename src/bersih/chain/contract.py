"""What a chain holds each cleaner to."""

from bersih.errors import CleanerError, did_you_mean
from bersih.model.category import CATEGORIES
from bersih.model.edit import Edit, first_overlap


def check_edits(name: str, edits: list[Edit], length: int) -> None:
    """Hold sorted *edits* on a text of *length* code points to the contract.

    Raises:
        CleanerError: where one lies outside the text, has no legal confidence or category, or overlaps another.
    """
    for edit in edits:
        start, end, _, _, category, confidence, _ = edit
        if not 0 <= start <= end <= length:
            msg = f"cleaner {name!r}: {edit!r} lies outside its text of {length} code points."
            raise CleanerError(msg)
        if not 0 <= confidence <= 1:
            msg = f"cleaner {name!r}: {edit!r} has a confidence that is not between 0 and 1."
            raise CleanerError(msg)
        if category not in CATEGORIES:
            msg = f"cleaner {name!r}: {category!r} is not a category. {did_you_mean(category, CATEGORIES)}"
            raise CleanerError(msg)
    overlap = first_overlap(edits)
    if overlap:
        msg = (
            f"cleaner {name!r}: {overlap[0]!r} and {overlap[1]!r} overlap. A cleaner may propose one edit for a place."
        )
        raise CleanerError(msg)
