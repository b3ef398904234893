"""Bytes that could not be decoded (U+DC80 to U+DCFF) go through every cleaner unharmed: TOML cannot write them."""

import pytest

from bersih.chain.chain import Chain
from bersih.chain.config import load_chain
from bersih.chain.lookup import find_cleaner, own_names

BYTES = "\udce9\udc80"
TEXT = f"Harga beras di kafe caf{BYTES} naik lagi pekan ini, kata para pedagang.\n"


# ftfy makes U+FFFD of every lone surrogate, and `encoding.ftfy` is ftfy to the letter.
@pytest.mark.parametrize("name", [name for name in own_names() if name != "encoding.ftfy"])
def test_undecodable_bytes_survive_every_cleaner(name: str) -> None:
    assert BYTES in Chain([find_cleaner(name)]).clean(TEXT)
    assert BYTES in Chain([find_cleaner(name)]).clean(f"{TEXT}Ã© &amp;  e\u0301 \x1b[31m\x00{BYTES}\x07\n")


def test_undecodable_bytes_survive_the_extraction_of_a_page() -> None:
    page = f"<!doctype html><html><body><article>{f'<p>{TEXT}</p>' * 5}</article></body></html>"
    clean = load_chain("html").clean(page)
    assert "<" not in clean
    assert BYTES in clean


def test_halves_of_one_character_are_joined() -> None:
    assert load_chain("encoding").clean("a\ud83d\ude00b \ud83d") == "a\U0001f600b \ud83d"
