"""Text without a sign of `normalize.unicode` is NFC, by the data of the running Python."""

import unicodedata

from bersih.cleaners.normalize.unicode import unicode


def test_every_character_that_nfc_may_change_is_a_sign() -> None:
    missed: set[str] = set()
    for place in (*range(0xD800), *range(0xE000, 0x110000)):
        character = chr(place)
        decomposed = unicodedata.decomposition(character)
        second = "" if not decomposed or decomposed[0] == "<" else chr(int(decomposed.split()[-1], 16))
        if unicodedata.combining(character) or unicodedata.normalize("NFC", character) != character:
            missed.add(character)
        elif second and not 0xAC00 <= place < 0xD7A4:
            missed.add(second)
    missed |= {chr(place) for place in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    assert not [f"U+{ord(each):04X}" for each in sorted(missed) if unicode.needs.absent(each)]
