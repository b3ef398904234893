"""The language of a document, as a label."""

from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.detectors.detect import detect, detector_names, provenance
from bersih.errors import did_you_mean
from bersih.model.document import Document
from bersih.model.edit import Label


@dataclass(frozen=True)
class Identify:
    """Label the document with its language (BCP 47), or ``und`` where there is too little text or too much doubt.

    A document that came with a language keeps it. Changes no text.

    Raises:
        ValueError: where there is no such detector, or a number is out of its range.
        MissingExtraError: where the detector is not part of this installation.
    """

    detector: str = "auto"
    min_letters: int = 20
    """Below so many letters the answer is ``und``: detectors are sure of themselves, and wrong, on single words."""
    threshold: float = 0.3
    """0 to 1; below this score the answer is ``und``."""

    name = "language.identify"
    needs = ALWAYS

    def __post_init__(self) -> None:
        """Refuse a detector that does not exist before the first document comes."""
        if self.detector not in detector_names():
            msg = f"there is no detector {self.detector!r}. {did_you_mean(self.detector, detector_names())}"
            raise ValueError(msg)
        if self.min_letters < 0 or not 0 <= self.threshold <= 1:
            msg = (
                f"min_letters = {self.min_letters!r} and threshold = {self.threshold!r}: "
                "the first is 0 or more, the second between 0 and 1."
            )
            raise ValueError(msg)
        provenance(self.detector)

    @property
    def fingerprint(self) -> str:
        """The detector that will answer, and its version."""
        return provenance(self.detector)

    def __call__(self, doc: Document, /) -> Iterator[Label]:
        """Yield one label, ``language``, unless the document has one."""
        if any(label.key == "language" and label.span is None for label in doc.labels):
            return
        guess = detect(doc.text, self.detector) if _letters(doc.text, self.min_letters) else None
        if guess is None or guess.score < self.threshold:
            yield Label("language", "und", guess.score if guess else 0.0)
        else:
            yield Label("language", guess.language, guess.score)


def _letters(text: str, least: int) -> bool:
    """Return whether *text* holds at least so many letters."""
    found = 0
    for character in text:
        found += character.isalpha()
        if found >= least:
            return True
    return False
