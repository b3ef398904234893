"""Where words in a token lost the space between them, judged by the token alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from bersih.detectors.function_words import small_words
from bersih.rules.glue import Glue, brand_beginnings, brands, endings, glue_of, modules
from bersih.rules.lexicon import shares, strong_words, words

# Signs that only addresses, code, tables and markup have inside a word.
_FOREIGN = re.compile(r"[/@#\\_|<>=&%{}\[\]~^*+$`]|www\.|\d")
_LEAD, _TRAIL = "\"'“‘«„(¿¡—–-", "\"'”’»)“.,;:!?…—–-"
_LETTERS = re.compile(r"[^\W\d_]+")
# "tiba.Namun", "lama?Tidak": a word, an end of sentence, a word with a capital.
_SENTENCES = re.compile(r"(?P<before>[^\W\d_]{2,})(?P<stop>[.!?…]|\.\.\.)(?P<after>[^\W\d_]+)")
_COMMA = re.compile(r"(?P<before>[^\W\d_]{3,}),(?P<after>(?P<word>[^\W\d_]+)(?:['’][^\W\d_]+)?)")
# "diJakarta", "vPraze".
_NAME = re.compile(r"(?P<before>[^\W\d_]+?)(?P<after>[^\W\d_]+)")
# "anak-anakyang": a word said twice, as Indonesian and Malay say many.
_TWICE = re.compile(r"(?P<word>[^\W\d_]{3,})-(?P<again>(?i:(?P=word))[^\W\d_]+)")
_SHORTEST_GLUED = 6
_SHORTEST_WORD = 4
_SHORTEST_FUNCTION_WORD = 2
# "di" and "en" end too many words, and "dan" begins some ("dandang").
_SHORTEST_BESIDE = {2: 6, 3: 5}
_SHORTEST_NAME = 3
# A function word in front of a word with a capital at the beginning of a token: names begin in many ways.
_SHORTEST_BEHIND_A_CAPITAL = 4
# A word rarer than once in a million is no common word.
_RARE = 1e-6
# The lexicon holds words that somebody glued before it was made: for one "ofthe" there are a thousand "of" and "the".
_GLUED_BY_WRITERS = 1000
# From here on a word is very common, and may be a letter shorter.
_VERY_COMMON = 5e-5
# Two words without a function word between them must be so common: of four letters, five, and more. In 480,000 words of
# clean text of ten languages no such token was one word after all.
_LEAST_OF_TWO, _LEAST_OF_LONG = {4: _VERY_COMMON, 5: 2e-5}, 5e-6
# A word with a suffix of so many letters or more may be so much rarer than the word itself.
_SHORTEST_SUFFIX, _ROOT_TO_FORM = 3, 1 / 3
# What is an English word, and not only a name in English text.
_COMMON_ENGLISH = 2e-5
# Between two ways to part a token: the likelier must be so many times likelier.
_CLEARLY = 20.0
_SURE, _NAME_SURE, _SENTENCE_SURE, _COMMA_SURE, _DOUBT = 0.88, 0.86, 0.9, 0.84, 0.5


class Gap(NamedTuple):
    """A space that a token lost."""

    at: int
    """Code points from the token's start."""
    confidence: float
    reason: str


def gaps(token: str, language: str) -> tuple[Gap, ...]:
    """Return where *token*, a stretch of text without white space, lost a space.

    *language* is BCP 47, without a region. Nothing in addresses, code, names of files, numbers and brands; nothing
    in a token that is a word of the language or of English, or a word with an affix.
    """
    if len(token) < _SHORTEST_GLUED - 1 or _FOREIGN.search(token):
        return ()
    lead = len(token) - len(token.lstrip(_LEAD))
    core = token[lead:].rstrip(_TRAIL)
    if not core or core.isupper():
        return ()
    found = _between_sentences(core, language) or _after_comma(core, language)
    if not found and core not in brands():
        if _LETTERS.fullmatch(core):
            found = _before_name(core, language) or _inside(core, language)
        elif "-" in core:
            found = _behind_a_hyphen(core, language)
    return tuple(Gap(lead + gap.at, gap.confidence, gap.reason) for gap in found)


def _between_sentences(core: str, language: str) -> tuple[Gap, ...]:
    found = _SENTENCES.fullmatch(core)
    if found is None or not found["after"].istitle():
        return ()
    before, after = found["before"], found["after"].lower()
    if after in endings() or (found["stop"] == "." and before.lower() in endings()):
        return ()
    if found["stop"] == "..." and not before.islower():
        return ()  # "For...Next"
    known = shares(language)
    if known.get(after, 0.0) < _RARE or (len(after) == 1 and after not in small_words(language)):
        return ()
    inside: tuple[Gap, ...] = ()
    if not _ends_a_sentence(before, after, language):
        inside = _before_name(before, language) or _inside(before, language)
        if not inside:
            return ()
    gap = Gap(found.start("after"), _SENTENCE_SURE, f"A sentence ends after “{before}”, and another begins.")
    return (*inside, gap)


def _ends_a_sentence(before: str, after: str, language: str) -> bool:
    """Return whether *before* is a word of *language* that a full stop and *after* may follow: no part of a program.

    A word with a capital ("Jakarta") only before a very common one; not in English, of which programs are made.
    """
    known, small = shares(language), small_words(language)
    if not before.islower():
        common = len(after) >= _SHORTEST_WORD and known.get(after, 0.0) >= _VERY_COMMON
        return before.istitle() and len(before) >= _SHORTEST_WORD and language != "en" and common
    if (len(before) < _SHORTEST_NAME and before not in small) or known.get(before, 0.0) < _RARE:
        return False
    return before not in modules() or after in small


def _after_comma(core: str, language: str) -> tuple[Gap, ...]:
    found = _COMMA.fullmatch(core)
    if found is None:
        return ()
    known = words(language)
    for part in found.group("before", "word"):
        if not (part.istitle() and len(part) >= _SHORTEST_NAME) and part not in known:
            return ()
    if not glue_of(language).front and not found["after"].islower():
        return ()
    return (Gap(found.start("after"), _COMMA_SURE, "Two words with a comma and no space between them."),)


def _before_name(core: str, language: str) -> tuple[Gap, ...]:
    cut = next((at for at, letter in enumerate(core) if at and letter.isupper()), 0)
    before, after = core[:cut], core[cut:]
    glue = glue_of(language)
    if after.isupper() and min(cut, len(after)) > 1 and before in glue.names and before not in glue.prefixes:
        return (Gap(cut, _NAME_SURE, f"“{before}” and an abbreviation with no space between them."),)
    if not cut or len(after) < _SHORTEST_NAME or not after[1:].islower():
        return ()
    if not (before in glue.names or _may_stand_before_a_name(before, after, language, glue)):
        return ()
    known, name = shares(language), after.lower()
    if any(known.get(before + name.removesuffix(suffix), 0.0) >= _RARE for suffix in ("", *glue.suffixes)):
        # "keIslaman": an affix may be set off by the capital of a name.
        return ()
    if before in glue.prefixes and after.lower().endswith(("an", "kan")) and after.lower() not in words(language):
        return ()
    return (Gap(cut, _NAME_SURE, f"“{before}” and a name with no space between them."),)


def _may_stand_before_a_name(before: str, after: str, language: str, glue: Glue) -> bool:
    """Return whether *before* is a very common word that begins no brand, and *after* no common word of English.

    "kotaMedan", but not "detikNews": brands and the names of functions are made of English words.
    """
    if not glue.two_words or language == "en" or before in brand_beginnings():
        return False
    very_common = len(before) >= _SHORTEST_WORD and shares(language).get(before, 0.0) >= _VERY_COMMON
    return very_common and shares("en").get(after.lower(), 0.0) < _COMMON_ENGLISH


def _behind_a_hyphen(core: str, language: str) -> tuple[Gap, ...]:
    """Return the gaps behind a word that is said twice: "anak-anak", "mudah-mudahan"."""
    twice = _TWICE.fullmatch(core)
    if twice is None:
        return ()
    start = twice.start("again")
    gaps_behind = _inside(twice["again"], language)
    if any(gap.at < len(twice["word"]) for gap in gaps_behind):
        return ()
    return tuple(gap._replace(at=start + gap.at) for gap in gaps_behind)


def _inside(core: str, language: str) -> tuple[Gap, ...]:
    """Return the gaps of a token in small letters, perhaps with a capital in front."""
    glue = glue_of(language)
    word = core.lower()
    if not glue.front or core[1:] != word[1:] or len(word) < _SHORTEST_GLUED - 1 or _is_word(word, language, glue):
        return ()
    parts = sorted(_partings(word, language, glue, capital=core[0].isupper()), reverse=True)
    if not parts:
        return ()
    (likelier, cuts), *others = parts
    if any(other[0] * _CLEARLY > likelier for other in others):
        return ()
    shown = " ".join(word[start:end] for start, end in zip((0, *cuts), (*cuts, len(word)), strict=True))
    return tuple(Gap(cut, _SURE, f"“{word}” is no word, “{shown}” are.") for cut in cuts)


def _is_word(word: str, language: str, glue: Glue) -> bool:
    """Return whether *word* is known: as a word of *language* or of English, or as one with an affix."""
    share = shares(language).get(word, 0.0)
    if share >= _VERY_COMMON:
        return True
    most = _share_of_two_function_words(word, language) / _GLUED_BY_WRITERS if glue.two_small else 0.0
    if share and share >= most:
        return True
    if _has_affixes(word, language, glue):
        return True
    return language != "en" and word in words("en")


def _has_affixes(word: str, language: str, glue: Glue) -> bool:
    """Return whether *word* is a known word with a prefix, a suffix or both."""
    prefixes = ["", *(prefix for prefix in glue.prefixes if word.startswith(prefix))]
    suffixes = ["", *(suffix for suffix in glue.suffixes if word.endswith(suffix))]
    known = words(language)
    affixes = ((prefix, suffix) for prefix, suffix in product(prefixes, suffixes) if prefix or suffix)
    roots = (word[len(prefix) : len(word) - len(suffix)] for prefix, suffix in affixes)
    return any(len(root) >= _SHORTEST_WORD and root in known for root in roots)


def _share_of_two_function_words(word: str, language: str) -> float:
    """Return the share of the rarer of two function words that *word* is made of, 0 where it is not."""
    small, known = small_words(language), shares(language)
    cuts = range(_SHORTEST_FUNCTION_WORD, len(word) - _SHORTEST_FUNCTION_WORD + 1)
    parts = [(word[:cut], word[cut:]) for cut in cuts if word[:cut] in small and word[cut:] in small]
    return max((min(known.get(before, 0.0), known.get(after, 0.0)) for before, after in parts), default=0.0)


def _are_very_common(before: str, after: str, language: str, glue: Glue) -> bool:
    """Return whether both parts are very common, and the commoner the shorter they are."""
    if before in brand_beginnings():
        return False
    known, suffixes = shares(language), glue.suffixes
    least = _LEAST_OF_TWO.get(min(len(before), len(after)), _LEAST_OF_LONG)
    if not len(before) >= _SHORTEST_WORD <= len(after) or _are_english(before, after, language):
        return False
    return min(_share(before, known, suffixes), _share(after, known, suffixes)) >= least


def _are_english(before: str, after: str, language: str) -> bool:
    """Return whether both are English words that *language* has rarely: a name such as "streetfashion"."""
    known, english = shares(language), shares("en") if language != "en" else {}
    return all(english.get(part, 0.0) >= max(_COMMON_ENGLISH, known.get(part, 0.0)) for part in (before, after))


def _share(word: str, known: Mapping[str, float], suffixes: Iterable[str]) -> float:
    """Return the share of *word*; of a rare one with a suffix ("makanannya"), a third of its root's if that is more."""
    share = known.get(word, 0.0)
    for suffix in suffixes:
        root = word.removesuffix(suffix)
        if len(suffix) >= _SHORTEST_SUFFIX and root != word and len(root) > _SHORTEST_WORD:
            share = max(share, known.get(root, 0.0) * _ROOT_TO_FORM)
    return share


def _partings(word: str, language: str, glue: Glue, *, capital: bool) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Yield (likelihood, cuts) of each way to part *word* into a function word and one or two common words.

    A word with a *capital* in front may be a name, so its parts must be longer or commoner.
    """
    known = shares(language)
    last = len(word) - _SHORTEST_FUNCTION_WORD
    for cut in range(_SHORTEST_FUNCTION_WORD, last + 1):
        before, after = word[:cut], word[cut:]
        if _are_two(before, after, language, glue, capital=capital):
            yield known.get(before, 0.0) * known.get(after, 0.0), (cut,)
        if capital or not glue.two_small or not (before in glue.front or _is_common(before, language)):
            continue
        for end in range(cut + _SHORTEST_FUNCTION_WORD, last + 1):
            if _are_three(before, word[cut:end], word[end:], language, glue):
                likelihood = known.get(before, 0.0) * known.get(word[cut:end], 0.0) * known.get(word[end:], 0.0)
                yield likelihood, (cut, end)


def _are_two(before: str, after: str, language: str, glue: Glue, *, capital: bool) -> bool:
    """Return whether *before* and *after* are likelier two words than one."""
    behind = after in glue.back and _is_common(before, language, after)
    if capital:
        known = shares(language)
        least = _LEAST_OF_LONG if len(before) >= _SHORTEST_GLUED else _VERY_COMMON
        if behind and (len(after) >= _SHORTEST_BEHIND_A_CAPITAL or known.get(before, 0.0) >= least):
            return True
        ahead = before in glue.front and len(before) >= _SHORTEST_BEHIND_A_CAPITAL < len(after)
        if ahead and known.get(after, 0.0) >= _LEAST_OF_LONG:
            return True
        small = small_words(language)
        return glue.two_small and len(before + after) > _SHORTEST_GLUED and before in small and after in small
    if behind or (before in glue.front and _is_common(after, language, before)):
        return True
    small = small_words(language)
    if glue.two_small and before in small and after in small:
        return True
    return glue.two_words and _are_very_common(before, after, language, glue)


def _are_three(before: str, middle: str, after: str, language: str, glue: Glue) -> bool:
    """Return whether a function word stands between two common words, or beside two very common ones."""
    if middle in glue.front and middle in glue.back:
        return _is_common(before, language) and _is_common(after, language)
    if not glue.two_words:
        return False
    if after in glue.back and len(after) > _SHORTEST_FUNCTION_WORD:
        return _are_very_common(before, middle, language, glue)
    return before in glue.front and _are_very_common(middle, after, language, glue)


def _is_common(part: str, language: str, beside: str = "") -> bool:
    """Return whether *part* is a common word, of enough letters to stand *beside* a function word."""
    if len(part) >= _SHORTEST_BESIDE.get(len(beside), _SHORTEST_WORD):
        return part in strong_words(language)
    if len(part) < _SHORTEST_WORD or len(beside) <= _SHORTEST_FUNCTION_WORD:
        return False
    return shares(language).get(part, 0.0) >= _VERY_COMMON
