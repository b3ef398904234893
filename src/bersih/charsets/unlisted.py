"""Languages without a word list: Thai by the order of its signs, traditional Chinese by the order of Big5."""

import math
from functools import cache

from bersih.charsets.letters import Letters

# 44 consonants, 30 signs: but a text uses a third of them most of the time.
_THAI = 3.3
_THAI_ORDER = 7.0
_BEFORE = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")  # SARA E, AE, O and the two AI: written before a consonant.
_ABOVE = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
_RARE = frozenset(
    "\u0e03\u0e05\u0e06\u0e0c\u0e0d\u0e0e\u0e0f\u0e10\u0e11\u0e12\u0e13\u0e2c\u0e2f\u0e3a\u0e3f\u0e45\u0e4d\u0e4e\u0e4f\u0e5a\u0e5b"
)


class Thai:
    """Thai by the grammar of its script."""

    def cost(self, word: str) -> float:
        """Return how dear *word*, a run of letters, is in nats."""
        total = 1.0
        last = ""
        for letter in word:
            if not "\u0e01" <= letter <= "\u0e5b":
                total += 12.0
            else:
                total += _THAI + (3.0 if letter in _RARE else 0.0)
                consonant = "\u0e01" <= last <= "\u0e2e"
                if letter in _ABOVE and not (consonant or (last in _ABOVE and letter >= "\u0e47")):
                    total += _THAI_ORDER
                if last in _BEFORE and not "\u0e01" <= letter <= "\u0e2e":
                    total += _THAI_ORDER
                if letter in "\u0e30\u0e32\u0e33" and not (consonant or last in _ABOVE):
                    total += _THAI_ORDER
            last = letter
        return total


class Traditional:
    """Traditional Chinese, taught by simplified words, and by Big5, which has common characters in front."""

    def __init__(self, simplified: Letters) -> None:
        """Take what *simplified* knows of the characters that both have."""
        self._simplified = simplified

    def cost(self, word: str) -> float:
        """Return how dear *word*, a run of characters, is in nats."""
        return sum(map(self._character, word))

    @cache  # noqa: B019 - one object lives, and there are 20,000 characters
    def _character(self, character: str) -> float:
        known = self._simplified.share(character)
        coded = character.encode("big5", "ignore")
        # 5,401 common characters from A4 40, 7,652 rare ones from C9 40 (Big5, 1984).
        zone = 0.9 / 5401 if b"\xa4\x40" <= coded < b"\xc9\x40" else 0.01 / 7652 if len(coded) == 2 else 5e-7
        return -math.log(0.65 * known + 0.35 * zone)
