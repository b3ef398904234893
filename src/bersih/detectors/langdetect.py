"""The detector langdetect: 55 languages; seeded, and safe to use first from several threads.

What it cannot do: it knows no Malay, Javanese or Sundanese and calls them Indonesian at a score of
0.99; its score means little below one sentence; it needs about 3 ms for 500 characters.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from bersih.detectors.codes import bases, canonical
from bersih.detectors.guess import Guess, sample, version_of

NAME = "langdetect"

# Code points looked at.
_SIZE = 600

_loading = Lock()


@dataclass(frozen=True)
class Langdetect:
    """The detector; answers with one of *languages* where some are given."""

    languages: tuple[str, ...] = ()

    def guess(self, text: str) -> Guess | None:
        """Return the likeliest language of *text*, or None where it holds nothing to go by.

        The same text gives the same answer in every process and thread.
        """
        from langdetect.lang_detect_exception import LangDetectException

        profiles = _profiles()
        asked = profiles.create()
        if self.languages:
            wanted = bases(self.languages)
            likely = {code: 1.0 for code in profiles.langlist if canonical(code).partition("-")[0] in wanted}
            if not likely:
                return None
            asked.set_prior_map(likely)
        asked.append(sample(text, _SIZE))
        try:
            ranking = asked.get_probabilities()
        except LangDetectException:
            return None
        if not ranking:
            return None
        return Guess(canonical(ranking[0].lang), round(min(ranking[0].prob, 1.0), 6))

    def provenance(self) -> str:
        """Return the detector's name and version."""
        return f"{NAME} {version_of('langdetect')}"


def detector(languages: tuple[str, ...] = ()) -> Langdetect:
    """Return the detector."""
    return Langdetect(languages)


def _profiles() -> Any:
    """Return langdetect's profiles, loaded once.

    langdetect loads them without a lock, so that a first use from several threads fails or answers
    wrongly; and its seed is one for the whole process. So this is a factory of our own, with a seed of
    its own, which leaves the host program's langdetect alone.
    """
    with _loading:
        return _factory()


@cache
def _factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(0)
    # In a fixed order: the file system's own differs between machines, and with it the last digits of a score.
    files = sorted(file for file in Path(PROFILES_DIRECTORY).iterdir() if not file.name.startswith("."))
    factory.load_json_profile([file.read_text("utf-8") for file in files])
    return factory
