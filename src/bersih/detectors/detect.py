"""Ask a detector by name."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import cast

from bersih.detectors.guess import Guess
from bersih.errors import UnknownNameError, did_you_mean

AUTO = "auto"

# What "auto" stands for: the first answers where there is no doubt, the second the rest.
_FIRST = "function_words"
_DEFAULT = "langdetect"
_OWN = {"cld2": "cld2", "function-words": "function_words", "langdetect": "langdetect"}


def detector_names() -> list[str]:
    """Return every name that `detect` knows, sorted; those too whose extra is not installed."""
    return sorted({AUTO, *_OWN})


def detect(text: str, detector: str = AUTO) -> Guess | None:
    """Return which language *text* is in, or None where it has no letter or the detector knows no answer.

    Args:
        text: at any length; long texts are sampled.
        detector: a name from `detector_names`.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
    """
    module = _module(detector)
    if not any(character.isalpha() for character in text):
        return None
    if detector == AUTO:
        plain = cast("Callable[[str], Guess | None]", _first().guess)(text)
        if plain is not None:
            return plain
    return cast("Callable[[str], Guess | None]", module.guess)(text)


def provenance(detector: str) -> str:
    """Return the name and version of what answers to *detector*.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
    """
    return cast("Callable[[], str]", _module(detector).provenance)()


def _module(detector: str) -> ModuleType:
    if detector not in detector_names():
        msg = f"there is no detector {detector!r}. {did_you_mean(detector, detector_names())}"
        raise UnknownNameError(msg)
    return import_module(f"bersih.detectors.{_DEFAULT if detector == AUTO else _OWN[detector]}")


def _first() -> ModuleType:
    return import_module(f"bersih.detectors.{_FIRST}")
