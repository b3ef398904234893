"""The public face as its users write it. Never run: mypy --strict reads it, so that types stay what they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_type

import bersih


def one_call(text: str) -> str:
    return bersih.clean(text)


def a_chain(text: str) -> None:
    chain = bersih.load_chain("text", mode="balanced", guard=0.4, skip=["boilerplate.credit"])
    doc = chain.run(text)
    assert_type(doc, bersih.Document)
    assert_type(doc.text, str)
    assert_type(doc.language, str | None)
    assert_type(doc.rebuild(), str)
    assert_type(doc.origin(bersih.Span(0, 1)), bersih.Span)
    assert_type(doc.layers, tuple[bersih.Layer, ...])
    for layer in doc.layers:
        assert_type(layer.edits, tuple[bersih.Edit, ...])
    report = doc.report()
    assert_type(report, bersih.Report)
    for entry in report.entries:
        assert_type(entry.reason, str)
        assert_type(entry.line, int)


def many(texts: Iterator[str]) -> Iterator[bersih.Document]:
    return bersih.load_chain("encoding").run_all(texts)


def a_guess(text: str) -> str:
    guess = bersih.detect(text, "langdetect")
    assert_type(guess, bersih.Guess | None)
    return guess.language if guess and guess.score > 0.5 else "und"


@bersih.cleaner("acme.shout", needs=bersih.Needs(any_of=("!!",)))
def shout(doc: bersih.Document) -> Iterator[bersih.Edit]:
    at = doc.text.find("!!")
    yield bersih.Edit(at, at + 2, "!", "acme.shout", "custom.function")


@dataclass(frozen=True)
class Prices:
    """A cleaner with an option."""

    currency: str = "Rp"
    name = "acme.prices"
    needs = bersih.Needs()

    def __call__(self, doc: bersih.Document, /) -> Iterator[bersih.Edit | bersih.Label]:
        yield bersih.Label("prices", str(doc.text.count(self.currency)))


def mine() -> bersih.Chain:
    cleaner: bersih.Cleaner = bersih.find_cleaner("normalize.spaces")
    return bersih.Chain([cleaner, shout, Prices(currency="€"), str.strip, str.title], name="mine", floor=0.9)


def trouble(text: str) -> str:
    try:
        return bersih.load_chain("no-such-chain").clean(text)
    except bersih.BersihError as error:
        return str(error)
