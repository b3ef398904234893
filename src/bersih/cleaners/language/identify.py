"""The languages of a document, as labels."""

from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.detectors.codes import check_codes
from bersih.detectors.detect import detect, detector_names, provenance
from bersih.detectors.guess import Guess
from bersih.detectors.segments import Segment, find_languages
from bersih.errors import did_you_mean
from bersih.model.document import Document
from bersih.model.edit import Label

_STRICT = 0.7


@dataclass(frozen=True)
class Identify:
    """Label the document with its language (BCP 47), or ``und`` where there is too little text or too much doubt.

    Where paragraphs are in several languages, each stretch gets a label of its own with a span, and the document
    that of the language that most of it is in. A document that came with a language keeps it. Changes no text.

    What answers to *detector* is settled when the chain is built, and stands in the label ``detector``.

    Raises:
        ValueError: where there is no such detector, a number is out of its range, or *languages* no list of codes.
        MissingExtraError: where the detector is not part of this installation.
    """

    detector: str = "auto"
    languages: tuple[str, ...] = ()
    """Those that documents may be in (BCP 47), if you know; empty: any."""
    min_letters: int = 20
    """Below so many letters the answer is ``und``: detectors are sure of themselves, and wrong, on single words."""
    threshold: float = 0.3
    """0 to 1; below this score the answer is ``und``."""
    strict: bool = False
    """True: the threshold is 0.7, or that given if it is more. One in eight single sentences is ``und`` then."""
    paragraphs: bool = True
    """False: only the language of the whole is told."""

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
        check_codes(self.languages, "languages")
        provenance(self.detector)

    @property
    def fingerprint(self) -> str:
        """The detectors that will answer, and their versions."""
        return provenance(self.detector)

    def __call__(self, doc: Document, /) -> Iterator[Label]:
        """Yield the label ``language``, and one for each part if there are several, unless the document has one."""
        if any(label.key == "language" for label in doc.labels):
            return
        guess: Guess | None = None
        found: list[Segment] = []
        if _letters(doc.text, self.min_letters):
            if self.paragraphs:
                guess, found = find_languages(doc.text, self.detector, self.languages)
            else:
                guess = detect(doc.text, self.detector, languages=self.languages)
        least = max(self.threshold, _STRICT) if self.strict else self.threshold
        if guess is None or guess.score < least:
            yield Label("language", "und", guess.score if guess else 0.0)
        else:
            yield Label("language", guess.language, guess.score)
            for segment in found:
                yield Label("language", segment.language, segment.score, segment.span)
        yield Label("detector", self.fingerprint)


def _letters(text: str, least: int) -> bool:
    """Return whether *text* holds at least so many letters."""
    found = 0
    for character in text:
        found += character.isalpha()
        if found >= least:
            return True
    return False
