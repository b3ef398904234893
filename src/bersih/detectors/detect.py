"""Ask a detector by name."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from bersih.detectors.codes import canonical, check_codes
from bersih.detectors.guess import Guess
from bersih.detectors.protocol import Detector, Factory
from bersih.errors import UnknownNameError, did_you_mean

AUTO = "auto"

_GROUP = "bersih.detectors"
_OWN = ("auto", "cld2", "function_words", "langdetect", "py3langid", "script")


def detector_names() -> list[str]:
    """Return every name that `detect` knows, sorted: own ones, also those whose extra is missing, and plug-ins."""
    return sorted({*(name.replace("_", "-") for name in _OWN), *_plug_ins()})


def detect(text: str, detector: str = AUTO, *, languages: Iterable[str] = ()) -> Guess | None:
    """Return which language *text* is in, or None where it has no letter or the detector knows no answer.

    The answer is the likeliest language, however unlikely: what its score means is said by each detector. A text
    in several languages has one here; `bersih.segments` tells them apart.

    Args:
        text: at any length; long texts are sampled at their start, middle and end.
        detector: a name from `detector_names`.
        languages: those that it may be (BCP 47), if you know; any otherwise.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
        ValueError: where *languages* is no list of codes.
    """
    asked = detector_for(detector, check_codes(languages, "languages"))
    return asked.guess(text) if any(map(str.isalpha, text)) else None


@lru_cache(maxsize=256)
def detector_for(name: str, languages: tuple[str, ...] = ()) -> Detector:
    """Return the detector *name*, which answers with one of *languages* where some are given.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
    """
    wanted = tuple(dict.fromkeys(map(canonical, languages)))
    return _factory(name)(wanted)


def provenance(detector: str) -> str:
    """Return the names and versions of what answers to *detector*.

    Raises:
        UnknownNameError: where there is no such detector.
        MissingExtraError: where it is not part of this installation.
    """
    return detector_for(detector).provenance()


def _factory(name: str) -> Factory:
    module = name.replace("-", "_")
    if module in _OWN:
        return cast("Factory", import_module(f"bersih.detectors.{module}").detector)
    point = _plug_ins().get(name)
    if point is None:
        msg = f"there is no detector {name!r}. {did_you_mean(name, detector_names())}"
        raise UnknownNameError(msg)
    return cast("Factory", point.load())


@cache
def _plug_ins() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=_GROUP)}
