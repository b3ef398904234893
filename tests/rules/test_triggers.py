"""Phrases inside running text."""

import time

import pytest

from bersih.rules.pack import Need, Rule
from bersih.rules.triggers import Triggers, variants


def rule(*phrases: str, needs: Need = "headline") -> tuple[str, Rule]:
    return "id", Rule(
        id="inline.x",
        category="boilerplate.related",
        where="inline",
        any=list(phrases),
        needs=needs,
        confidence=0.9,
        hits=["a", "b"],
        misses=["c", "d"],
        note="made up",
    )


def spans(text: str, *phrases: str, needs: Need = "headline") -> list[str]:
    return [text[found.start : found.end] for found in Triggers([rule(*phrases, needs=needs)]).find(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Baca juga: x",
        "BACA JUGA: x",
        "baca juga : x",
        "Ya.Baca Juga: x",
        "kataBaca juga: x",
        "Baca\u00a0juga: x",
        "é日本😀Baca juga: x",
    ],
)
def test_found_in_any_case_and_glued(text: str) -> None:
    assert [found.lower().replace("\u00a0", " ") for found in spans(text, "baca juga")] == ["baca juga"]


@pytest.mark.parametrize("text", ["membaca juga: x", "baca jugalah: x", "baca juga x", "KABACA JUGA: x"])
def test_no_part_of_a_word_and_no_colon_no_trigger(text: str) -> None:
    assert spans(text, "baca juga") == []


def test_longer_phrases_are_compared_to_their_end() -> None:
    assert spans("Baca Juga Berita Lain Ini: x", "baca juga berita lain ini") == ["Baca Juga Berita Lain Ini"]
    assert spans("Baca Juga Berita Lama Ini: x", "baca juga berita lain ini") == []


def test_accents_may_be_missing() -> None:
    assert spans("A lire aussi: x", "à lire aussi") == ["A lire aussi"]
    assert spans("À lire aussi: x", "à lire aussi") == ["À lire aussi"]


def test_closed_phrases_only_as_written() -> None:
    assert spans("a.GULIR KE BAWAHSetelah", "GULIR KE BAWAH", needs="closed") == ["GULIR KE BAWAH"]
    assert spans("gulir ke bawah GULIR KE BAWAHAN", "GULIR KE BAWAH", needs="closed") == []


def test_offsets_are_those_of_the_text_even_with_undecoded_bytes() -> None:
    text = "\udc80😀. Baca juga: x"
    (found,) = Triggers([rule("baca juga")]).find(text)[0]
    assert text[found.start : found.end] == "Baca juga"


def test_names_are_found_as_written() -> None:
    assert Triggers([], ["gtag"]).find("gtag GTAG xgtag")[1] == [0, 11]
    assert Triggers([]).find("gtag") == ([], [])


def test_variants_hold_the_phrase_itself() -> None:
    assert {"léa más", "LÉA MÁS", "Lea Mas", "Léa más", "Léa\u00a0más"} <= set(variants("léa más"))


@pytest.mark.parametrize("piece", ["Baca juga: ", ".Baca juga:", "Baca ", "baca juga"])
def test_time_grows_with_the_text_only(piece: str) -> None:
    triggers = Triggers([rule("baca juga", "baca")])

    def seconds(text: str) -> float:
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            triggers.find(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(piece * 20_000) < 10 * max(seconds(piece * 5_000), 0.002)
