"""By its first characters a line can be told to match nothing, and must never be told so wrongly."""

from hypothesis import given
from hypothesis import strategies as st

from bersih.rules.form import marker_form
from bersih.rules.heads import Heads

PHRASES = ["baca juga", "ad", "publicité", "关注", "отзыв", "3 comments", "ﬁn"]


@given(
    phrase=st.sampled_from(PHRASES),
    lead=st.sampled_from(["", " ", "- ", "“", "\u200b", "\xa0", "» ", "("]),
    upper=st.booleans(),
    tail=st.text(max_size=5),
)
def test_a_line_that_begins_with_a_phrase_is_never_excluded(*, phrase: str, lead: str, upper: bool, tail: str) -> None:
    heads = Heads(whole=map(marker_form, PHRASES), starts=map(marker_form, PHRASES))
    shown = phrase.upper() if upper else phrase
    assert heads.of(lead + shown + " " + tail)[1]
    assert heads.of(lead + shown)[0]


def test_most_lines_are_excluded() -> None:
    heads = Heads(whole=["share this"], starts=["read also"])
    assert heads.of("The price of rice") == (False, False)
    assert heads.of("Share the market") == (True, False)
    assert heads.of("Read all of it") == (False, True)


def test_the_memory_of_heads_does_not_grow_for_ever() -> None:
    heads = Heads(whole=["share this"], starts=[])
    for number in range(50_000):
        heads.of(chr(0x4E00 + number % 20_000) + chr(0x4E00 + number // 3) + "ab")
    assert len(heads._known) <= 20_001
