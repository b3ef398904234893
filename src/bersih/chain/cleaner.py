"""What a cleaner is: a name, what it needs, and a call that looks at a document and yields findings."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, wraps
from typing import Protocol, TypeVar, runtime_checkable

from bersih.model.compare import changes
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, first_overlap
from bersih.model.sign import Sign

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Needs:
    """A cheap test that says where a cleaner need not be asked: where nothing it needs is in the text.

    It must be sound: where `absent` is true, the cleaner would have found nothing. With none of
    *any_of*, *sign* and *search* given, the cleaner is always asked.
    """

    any_of: tuple[str, ...] = ()
    """Literal strings, compared as they are."""
    sign: Sign | None = None
    """Characters, perhaps with something around them. A chain looks for the signs of all its cleaners in one scan."""
    search: re.Pattern[str] | None = None
    """Any other pattern; it sees all of every text, so let it look for one character class, or close to it."""
    non_ascii: bool = False
    """True: nothing is found in pure ASCII, whatever else is asked for."""

    def absent(self, text: str) -> bool:
        """Return whether *text* holds nothing of what the cleaner needs."""
        if self.non_ascii and text.isascii():
            return True
        for literal in self.any_of:
            if literal in text:
                return False
        if self.sign is not None and _compiled(self.sign).search(text):
            return False
        if self.search is not None:
            return self.search.search(text) is None
        return bool(self.any_of) or self.sign is not None

    @property
    def only_sign(self) -> Sign | None:
        """The sign, if nothing else could make the needs present; else None."""
        return None if self.any_of or self.search is not None else self.sign


@cache
def _compiled(sign: Sign) -> re.Pattern[str]:
    return sign.compiled()


ALWAYS = Needs()


@runtime_checkable
class Cleaner(Protocol):
    """Looks at a document and yields findings. It never changes the document, and remembers none.

    Cleaners with options are frozen dataclasses whose fields are the options; those without are
    functions under `cleaner`.
    """

    @property
    def name(self) -> str:
        """Its path below `bersih.cleaners`, such as ``normalize.spaces``; plug-ins choose their own first part."""
        ...

    @property
    def needs(self) -> Needs:
        """What must be present before it is asked."""
        ...

    def __call__(self, doc: Document, /) -> Iterable[Edit | Label]:
        """Yield edits, in any order but without overlap, and labels.

        The same change may be yielded for several reasons: the surest of those switched on counts.
        """
        ...


@dataclass(frozen=True, slots=True)
class FunctionCleaner:
    """A cleaner without options, made of a function by `cleaner`."""

    name: str
    needs: Needs
    find: Callable[[Document], Iterable[Edit | Label]]

    def __call__(self, doc: Document, /) -> Iterable[Edit | Label]:
        """Yield what the function finds."""
        return self.find(doc)


def in_each_language(find: Callable[[S, Document], Iterable[Edit]]) -> Callable[[S, Document], Iterator[Edit]]:
    """Make the call of a cleaner look at each segment of a document as at a document in that language.

    What it finds in one is what it finds there in a document all in that language. Of edits that overlap, as at the
    border of two segments, the first counts.
    """

    @wraps(find)
    def found(self: S, doc: Document, /) -> Iterator[Edit]:
        if not doc.segments:
            yield from find(self, doc)
            return
        others = tuple(label for label in doc.labels if label.key != "language")
        edits: list[Edit] = []
        for language in doc.languages:
            alone = replace(doc, labels=(*others, Label("language", language)))
            edits += (edit for edit in find(self, alone) if doc.language_at(edit.start) == language)
        last: Edit | None = None
        for edit in sorted(edits):
            if last is None or first_overlap([last, edit]) is None:
                yield edit
                last = edit

    return found


def cleaner(
    name: str, *, needs: Needs = ALWAYS
) -> Callable[[Callable[[Document], Iterable[Edit | Label]]], FunctionCleaner]:
    """Make a cleaner of a function from a document to findings."""

    def make(find: Callable[[Document], Iterable[Edit | Label]]) -> FunctionCleaner:
        return FunctionCleaner(name, needs, find)

    return make


@dataclass(frozen=True, slots=True)
class PlainFunction:
    """A ``str -> str`` function of the user's own as a cleaner: its edits are found by comparing before and after."""

    function: Callable[[str], str]

    @property
    def name(self) -> str:
        """``function.`` and the function's own name."""
        return f"function.{getattr(self.function, '__name__', type(self.function).__name__)}"

    @property
    def needs(self) -> Needs:
        """Nothing is known about the function, so it is always asked."""
        return ALWAYS

    def __call__(self, doc: Document, /) -> Iterator[Edit]:
        """Yield an edit for every stretch the function changed.

        Raises:
            TypeError: where the function returns anything but a str.
        """
        after = self.function(doc.text)
        if not isinstance(after, str):
            found = type(after).__name__
            msg = f"{self.name} returned {found}, not str: a plain function in a chain takes and gives a text."
            raise TypeError(msg)
        for start, end, new in changes(doc.text, after):
            yield Edit(start, end, new, self.name, "custom.function")


def as_cleaner(thing: object) -> Cleaner:
    """Return *thing* as a cleaner: itself if it is one, wrapped if it is a plain ``str -> str`` function.

    Raises:
        TypeError: where it is neither.
    """
    if isinstance(thing, Cleaner) and not isinstance(thing, type):
        return thing
    if callable(thing) and not isinstance(thing, type):
        return PlainFunction(thing)
    msg = f"{thing!r} is not a cleaner: it needs a name, needs and a call, or to be a function from str to str."
    raise TypeError(msg)
