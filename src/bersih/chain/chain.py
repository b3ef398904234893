"""Cleaners in order: the chain asks each, applies what it proposes, and loses nothing."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from bersih.chain.cleaner import Cleaner, FunctionCleaner, PlainFunction, as_cleaner
from bersih.chain.contract import check_edits
from bersih.chain.guard import DEFAULT_GUARD, share_removed
from bersih.errors import ConfigError
from bersih.model.category import check_categories, is_among
from bersih.model.document import Document
from bersih.model.edit import Edit, Label, Layer, origin
from bersih.model.report import ChainMark
from bersih.model.sign import Signs
from bersih.model.span import Span
from bersih.version import __version__

MODES: Mapping[str, float] = {"precise": 0.8, "balanced": 0.6, "thorough": 0.4}
"""The confidence floor of each mode: precise asks for much, thorough for little."""

# A chain runs again over what it has cleaned until nothing changes, so that cleaning twice changes nothing
# more. Two passes settle nearly every text; what is not settled after six goes in circles.
_MOST_PASSES = 6


class Step(NamedTuple):
    """What one cleaner of a chain had to say to a text; made by `Chain.steps`."""

    cleaner: Cleaner
    absent: bool
    """True: what it needs was not in the text, so it was not asked."""
    layer: Layer
    labels: tuple[Label, ...]


@dataclass(frozen=True, init=False)
class Chain:
    """Cleaners in order. `run` gives a document with its layers; `clean` just the text.

    A plain ``str -> str`` function is welcome among the cleaners. Edits below *floor* are recorded as
    kept, and so are those of categories that *only* or *skip* switch off. Where more than *guard* of a
    document's visible characters would be removed, the document comes back unchanged, with the label
    ``guard`` and all that was found recorded as kept. Edits of the families encoding, language and
    normalization do not count for it.

    A chain holds no state: one can serve many threads.

    Raises:
        ConfigError: where a threshold or category is not legal.
        TypeError: where one of *cleaners* is no cleaner.
    """

    cleaners: tuple[Cleaner, ...]
    name: str
    floor: float
    """0 to 1."""
    guard: float
    """0 to 1; 1 switches it off."""
    only: frozenset[str]
    """Categories or families; empty: all."""
    skip: frozenset[str]
    passes: int | None
    """How often the cleaners run over a text; None: until nothing changes."""

    def __init__(
        self,
        cleaners: Iterable[Cleaner | Callable[[str], str]],
        *,
        name: str = "custom",
        floor: float = MODES["precise"],
        guard: float = DEFAULT_GUARD,
        only: Iterable[str] = (),
        skip: Iterable[str] = (),
        passes: int | None = None,
    ) -> None:
        """Take *cleaners* in the order they shall run in."""
        for key, value in (("floor", floor), ("guard", guard)):
            if not 0 <= value <= 1:
                msg = f"chain {name!r}: {key} = {value!r} is not between 0 and 1."
                raise ConfigError(msg)
        if passes is not None and passes < 1:
            msg = f"chain {name!r}: passes = {passes!r} is less than 1."
            raise ConfigError(msg)
        values = {
            "cleaners": tuple([as_cleaner(thing) for thing in cleaners]),
            "name": name,
            "floor": floor,
            "guard": guard,
            "only": check_categories(only, f"chain {name!r}: only"),
            "skip": check_categories(skip, f"chain {name!r}: skip"),
            "passes": passes,
        }
        for key, chosen in values.items():
            object.__setattr__(self, key, chosen)

    def clean(self, text: str) -> str:
        """Return *text*, cleaned."""
        return self.run(text).text

    def run(self, text: str | Document) -> Document:
        """Return the document that *text* becomes, with everything that was done to it.

        A document that has been through a chain before keeps its layers and labels below the new ones,
        and its *original* stays what it was.

        Raises:
            CleanerError: where a cleaner broke its contract (edits that overlap, an unknown category).
        """
        doc = text if isinstance(text, Document) else Document.of(text)
        passes: list[list[Layer]] = []
        labels: list[Label] = []
        now = doc
        for _ in range(self.passes or _MOST_PASSES):
            labels = [label for label in labels if label.key != "language"]  # found anew in the text as it is now
            layers, now = self._pass(now if now.labels == doc.labels else replace(now, labels=doc.labels), labels)
            passes.append(layers)
            if not any(layer.edits for layer in layers):
                break
        done = _in_order(passes)
        if self.passes is None and any(layer.edits for layer in passes[-1]):
            return self._unchanged(doc, done, Label("unstable", f"still changing after {_MOST_PASSES} passes"))
        share = share_removed(doc.text, done) if done else 0.0
        if share > self.guard:
            said = f"would have removed {share:.0%} of the visible text, the limit is {self.guard:.0%}"
            return self._unchanged(doc, done, Label("guard", said, share))
        known = _merge(doc.labels, labels) if labels else doc.labels
        return Document(doc.original, now.text, (*doc.layers, *done), known, doc.source, self.mark)

    def run_all(self, docs: Iterable[str | Document]) -> Iterator[Document]:
        """Yield the cleaned document of each of *docs*, in their order, one at a time."""
        for doc in docs:
            yield self.run(doc)

    def steps(self, text: str | Document) -> Iterator[Step]:
        """Yield what each cleaner says in the first pass over *text*, those that say nothing too.

        Label spans are in the text of their own step.
        """
        doc = text if isinstance(text, Document) else Document.of(text)
        for thing in self.cleaners:
            if thing.needs.absent(doc.text):
                yield Step(thing, absent=True, layer=Layer(thing.name), labels=())
                continue
            layer, labels = self._ask(thing, doc)
            yield Step(thing, absent=False, layer=layer, labels=labels)
            doc = replace(doc, text=layer.apply(doc.text), labels=(*doc.labels, *labels))

    @cached_property
    def mark(self) -> ChainMark:
        """The chain's name, and a hash of all that decides what it does: cleaners, options, packs, version."""
        parts = {
            "bersih": __version__,
            "floor": self.floor,
            "guard": self.guard,
            "only": sorted(self.only),
            "skip": sorted(self.skip),
            "passes": self.passes,
            "cleaners": [_describe(thing) for thing in self.cleaners],
        }
        digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        return ChainMark(self.name, digest)

    def _pass(self, doc: Document, labels: list[Label]) -> tuple[list[Layer], Document]:
        """Ask each cleaner once; return the layers of those that found something, and the document.

        New labels are added to *labels*, their spans in the original.
        """
        layers: list[Layer] = []
        in_ascii, in_other = self._signs
        quiet = in_ascii.absent(doc.text) if doc.text.isascii() else in_other.absent(doc.text)
        for place, thing in enumerate(self.cleaners):
            if place in quiet or thing.needs.absent(doc.text):
                continue
            layer, found = self._ask(thing, doc)
            if found:
                in_original = [_in_original(label, doc.layers) for label in found]
                labels += in_original
                doc = replace(doc, labels=(*doc.labels, *in_original))
            if layer.edits:
                doc = replace(doc, text=layer.apply(doc.text), layers=(*doc.layers, layer))
                quiet = frozenset()
            if layer.edits or layer.kept:
                layers.append(layer)
        return layers, doc

    @cached_property
    def _signs(self) -> tuple[Signs[int], Signs[int]]:
        """The signs of cleaners that need one and nothing else, by place in the order; in ASCII, and in other text."""
        needs = {place: thing.needs for place, thing in enumerate(self.cleaners)}
        signs = {place: sign for place, need in needs.items() if (sign := need.only_sign)}
        return Signs({place: sign for place, sign in signs.items() if not needs[place].non_ascii}), Signs(signs)

    def _ask(self, thing: Cleaner, doc: Document) -> tuple[Layer, tuple[Label, ...]]:
        """Return the layer and labels of one cleaner, its edits checked, sorted and divided."""
        edits: list[Edit] = []
        labels: list[Label] = []
        for finding in thing(doc):
            if isinstance(finding, Label):
                labels.append(finding)
            else:
                edits.append(finding)
        if not edits:
            return Layer(thing.name), tuple(labels)
        text = doc.text
        edits = self._one_reason_each(sorted([edit for edit in edits if text[edit[0] : edit[1]] != edit[2]]))
        check_edits(thing.name, edits, len(text))
        made: list[Edit] = []
        kept: list[Edit] = []
        for edit in edits:
            (made if self._is_made(edit) else kept).append(edit)
        return Layer.of(thing.name, text, made, kept), tuple(labels)

    def _one_reason_each(self, edits: list[Edit]) -> list[Edit]:
        """Return sorted *edits* without those that another makes already: of each, the surest that counts."""
        if not any(one[:3] == two[:3] for one, two in pairwise(edits)):
            return edits
        found: dict[tuple[int, int, str], Edit] = {}
        for edit in edits:
            change = edit[:3]
            other = found.get(change)
            if other is None or self._weight(edit) > self._weight(other):
                found[change] = edit
        return list(found.values())

    def _weight(self, edit: Edit) -> tuple[bool, float]:
        return self._is_made(edit), edit.confidence

    def _is_made(self, edit: Edit) -> bool:
        """Return whether *edit* is to be made; if not it is recorded as kept."""
        return edit.confidence >= self.floor and self._is_on(edit.category)

    def _is_on(self, category: str) -> bool:
        """Return whether edits of *category* are to be made."""
        return (not self.only or is_among(category, self.only)) and not is_among(category, self.skip)

    def _unchanged(self, doc: Document, layers: list[Layer], why: Label) -> Document:
        """Return *doc* as it came, with *why* as its label and all that *layers* did recorded as kept."""
        kept: list[Layer] = []
        for index, layer in enumerate(layers):
            earlier = tuple(layers[:index])
            edits = []
            for edit in layer.edits:
                start, end = origin(earlier, Span(edit.start, edit.end))
                edits.append(edit._replace(start=start, end=end))
            kept.append(Layer(layer.cleaner, kept=tuple(sorted(edits))))
        return replace(doc, layers=(*doc.layers, *kept), labels=(*doc.labels, why), chain=self.mark)


def _in_order(passes: list[list[Layer]]) -> list[Layer]:
    """Return the layers of all *passes*; what was kept, from the last one.

    A last pass that made no edits saw the final text, so what it kept is what is still there, and its
    offsets are in that text. Where the last pass was not allowed to be that, all is as it was found.
    """
    if any(layer.edits for layer in passes[-1]):
        return [layer for layers in passes for layer in layers]
    made = [replace(layer, kept=()) for layers in passes[:-1] for layer in layers if layer.edits]
    return made + passes[-1]


def _in_original(label: Label, layers: tuple[Layer, ...]) -> Label:
    """Return *label* with its span in the text before all *layers*."""
    return label._replace(span=origin(layers, label.span)) if label.span and layers else label


def _merge(given: tuple[Label, ...], found: list[Label]) -> tuple[Label, ...]:
    """Return the labels of a document: those it came with, then those found, each fact once.

    Of labels for the whole document the last of a key counts, since it speaks of the cleaned text.
    """
    whole = {label.key: label for label in found if label.span is None}
    parts = dict.fromkeys(label for label in found if label.span is not None)
    return tuple(dict.fromkeys([*given, *whole.values(), *parts]))


def _describe(thing: Cleaner) -> dict[str, object]:
    """Return what decides what a cleaner does, ready for JSON."""
    options: dict[str, object] = {}
    if isinstance(thing, PlainFunction):
        module = getattr(thing.function, "__module__", "")
        options = {"function": f"{module}.{getattr(thing.function, '__qualname__', thing.name)}"}
    elif is_dataclass(thing) and not isinstance(thing, FunctionCleaner):
        options = {field.name: repr(getattr(thing, field.name)) for field in fields(thing) if field.init}
    return {"name": thing.name, "options": options, "fingerprint": getattr(thing, "fingerprint", "")}
