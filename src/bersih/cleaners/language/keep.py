"""What is in other languages than those asked for, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from bersih.chain.cleaner import ALWAYS
from bersih.detectors.codes import check_codes, is_one_of
from bersih.errors import ConfigError
from bersih.model.document import Document
from bersih.model.edit import Edit
from bersih.model.lines import Lines
from bersih.model.removal import Verdict, remove_lines

_CATEGORY = "language.other"
_SCOPES = ("document", "paragraph")


@dataclass(frozen=True)
class Keep:
    """Keep documents, or paragraphs, in some languages; remove the others, as edits that can be undone.

    How sure an edit is, is how sure the detector was of the language: in doubt the text stays. The chain's guard does
    not count these edits. Needs the labels of `language.identify` before it, or a language the document came with.
    Leaves alone what is in no language: a text without one (see *unknown*), blank lines.

    Raises:
        ConfigError: where *per* is not known.
        ValueError: where *languages* or *but* is no list of codes.
    """

    languages: tuple[str, ...] = ()
    """Those to keep (BCP 47): "zh" keeps "zh-Hans" and "zh-Hant" too. Empty: all but those in *but*."""
    but: tuple[str, ...] = ()
    """Those to remove. Where neither is given nothing goes."""
    per: str = "document"
    """"document": all or nothing of a document goes by the language that most of it is in. "paragraph": lines go."""
    unknown: bool = True
    """Whether text in no known language is kept."""

    name = "language.keep"
    needs = ALWAYS

    def __post_init__(self) -> None:
        """Refuse what is no list of codes, and a scope that is not known."""
        check_codes(self.languages, "languages")
        check_codes(self.but, "but")
        if self.per not in _SCOPES:
            msg = f"per = {self.per!r} is not known; it is one of {', '.join(_SCOPES)}."
            raise ConfigError(msg)

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield one edit for a document, or one for each line, that goes."""
        scores = {label.value: label.score for label in reversed(doc.labels) if label.key == "language"}
        if self.per == "document" or not doc.segments:
            language = doc.language
            if doc.text and not self._is_kept(language):
                score = scores.get(language or "und", 1.0) if language else 1.0
                yield Edit(0, len(doc.text), "", self.name, _CATEGORY, score, f"The document is in {_named(language)}.")
            return
        lines = Lines(doc.text)
        parts = {label.value: label.score for label in doc.segments}
        verdicts: dict[int, Verdict] = {}
        for index, start in enumerate(lines.starts):
            language = doc.language_at(start)
            if language is not None and not lines.is_blank(index) and not self._is_kept(language):
                reason = f"The paragraph is in {_named(language)}."
                verdicts[index] = Verdict(self.name, _CATEGORY, parts[language], reason)
        yield from remove_lines(lines, verdicts)

    def _is_kept(self, language: str | None) -> bool:
        if language is None:
            return self.unknown
        return not is_one_of(language, self.but) and (not self.languages or is_one_of(language, self.languages))


def _named(language: str | None) -> str:
    return f"“{language}”" if language else "no language that is known"
