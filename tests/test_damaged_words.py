"""Damaged words: what must be repaired and what must stay, through the preset `text`, in sentences written for the purpose."""

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain
from bersih.chain.lookup import own_names
from bersih.model.document import Document
from bersih.model.edit import Label

WORDS = Path(__file__).parent.parent / "fixtures" / "words"
GLUED_WORDS = "repair.glued_words"

DAMAGE = {"inline", "name", "sentence", "comma", "tail"}
LOOK_ALIKES = {
    "abbreviation",
    "address",
    "affix",
    "code",
    "compound",
    "file",
    "loan",
    "name",
    "number",
    "spelling",
    "tail",
    "unit",
    "word",
}


class Sentence(NamedTuple):
    """A sentence, and what must become of it."""

    language: str
    kind: str
    text: str
    clean: str
    """The same as the text where that is sound."""

    @property
    def damaged(self) -> bool:
        return self.text != self.clean


class Outcome(NamedTuple):
    """What the chain made of a sentence, and the rules that it owes to."""

    sentence: Sentence
    made: str
    rules: tuple[str, ...]

    @property
    def right(self) -> bool:
        return self.made == self.sentence.clean

    def __str__(self) -> str:
        by = f" ({', '.join(self.rules)})" if self.rules else ""
        return f"{self.sentence.language} {self.sentence.kind}: {self.sentence.text}\n  became {self.made}{by}"


def read_sentences(path: Path) -> list[Sentence]:
    """Return the sentences of one file; an unknown key is an error."""
    tables = tomllib.loads(path.read_text("utf-8"))
    assert set(tables) == {"damaged", "sound"}, path.name
    damaged = [Sentence(path.stem, **entry) for entry in tables["damaged"]]
    sound = [Sentence(path.stem, clean=entry["text"], **entry) for entry in tables["sound"]]
    assert all(sentence.damaged for sentence in damaged), path.name
    return damaged + sound


@cache
def sentences() -> tuple[Sentence, ...]:
    return tuple([sentence for path in sorted(WORDS.glob("*.toml")) for sentence in read_sentences(path)])


def damaged() -> list[Sentence]:
    return [sentence for sentence in sentences() if sentence.damaged]


def sound() -> list[Sentence]:
    return [sentence for sentence in sentences() if not sentence.damaged]


@cache
def text_chain() -> Chain:
    """Return the preset `text`, or skip the test where bersih cannot repair glued words."""
    if GLUED_WORDS not in own_names():
        pytest.skip(f"there is no cleaner {GLUED_WORDS}")
    return load_chain("text")


def outcome(chain: Chain, sentence: Sentence) -> Outcome:
    doc = chain.run(Document.of(sentence.text, labels=(Label("language", sentence.language),)))
    rules = dict.fromkeys(entry.edit.rule for entry in doc.report().entries if entry.made)
    return Outcome(sentence, doc.text, tuple(rules))


def listed(outcomes: list[Outcome]) -> str:
    return "\n".join([f"{len(outcomes)} sentences:", *map(str, outcomes)])


def test_every_kind_is_known_and_has_entries() -> None:
    assert {sentence.kind for sentence in damaged()} == DAMAGE
    assert {sentence.kind for sentence in sound()} == LOOK_ALIKES


def test_no_sentence_stands_twice() -> None:
    times = Counter(text for sentence in sentences() for text in {sentence.text, sentence.clean})
    assert not [text for text, count in times.items() if count > 1]


def test_there_is_enough_damage() -> None:
    assert len(damaged()) >= 300
    assert len({sentence.language for sentence in damaged()}) >= 18
    assert sum(sentence.language == "id" for sentence in damaged()) >= 75


def test_there_are_enough_look_alikes() -> None:
    assert len(sound()) >= 400
    assert len({sentence.language for sentence in sound()}) >= 18
    assert sum(sentence.language == "id" for sentence in sound()) >= 85


def test_sound_sentences_stay() -> None:
    chain = text_chain()
    changed = [found for sentence in sound() if not (found := outcome(chain, sentence)).right]
    assert not changed, listed(changed)


def test_repaired_sentences_stay() -> None:
    chain = text_chain()
    repaired = [sentence._replace(text=sentence.clean) for sentence in damaged()]
    changed = [found for sentence in repaired if not (found := outcome(chain, sentence)).right]
    assert not changed, listed(changed)


def test_damaged_sentences_are_repaired() -> None:
    chain = text_chain()
    wrong = [found for sentence in damaged() if not (found := outcome(chain, sentence)).right]
    # 60 %: precision goes first, and some of these only a reader would repair.
    assert len(wrong) <= 0.4 * len(damaged()), listed(wrong)
