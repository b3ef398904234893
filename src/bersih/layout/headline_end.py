"""Where a headline ends that running text is glued to: "Harga Beras Naik Lagi Polisi kemudian menangkap …"."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from bersih.layout.shape import UNSPACED

UNIT = 100
"""The tables are natural logarithms, times this, rounded."""

CLASSES = ("capital", "capitals", "short", "long", "number", "quoted", "other")
"""What a token looks like: "Harga", "KPK", "di", "yang", "12", "“Kami", "–"."""

SMALL = ("short", "long")
AFTER_COLON = "colon"
START = "start"

# No headline seen was longer (1,061 Indonesian ones under 160 characters, evidence of 2026), and what follows
# one needs to be seen only for a few words.
_LONGEST = 200
_MOST_WORDS = 24
_LOOK_AHEAD = 12
_FEWEST_WORDS = 3
_SHORT = 3
_WINDOW = 420

_TOKEN = re.compile(r"\S+")
# Two words glued where a tag was lost: "PetengKeduanya", "Indonesia?Menurut", "2024Menurut".
_HUMP = re.compile(
    r"(?<=[^\W\d_A-ZÀ-ÞΑ-ΩА-Я])(?=[A-ZÀ-ÞΑ-ΩА-Я])|(?<=\w[?!…”\"’])(?=[A-ZÀ-ÞΑ-ΩА-Я])|(?<=\d\d)(?=[A-Z][a-z])"
)
_STOP = re.compile(r"(?:…|(?<=[^\W\d_]{3})\.|(?<=[\d)”\"’%])\.)[\"'”’)\]]*$")
_FULL_STOP = re.compile(r"\.[\"'”’)\]]*$")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？।۔؟][\"'”’)\]]*$")
_OPENING = "\"“„‘'«‹"
_TRIM = "\"'“”„‘’«»‹›()[].,:;!?…"
_COLONS = (":", "–", "—", "-", "|", "?", "!")
_GO_ON = ",;(–—-&"
_NO_OPENERS = ("short", "long", "other")
_HARD = re.compile(r"[\n)\]）】」』>|。]")
_OPENERS = {")": "(", "]": "[", "）": "（", "】": "【"}
_ENDS = ".!?…。！？।۔؟"

# Where two words are glued a tag was lost, oftener than that the word is a name such as "YouTube"; tags are lost
# between headlines and text, and between lines of what follows, but not inside headlines.
_HUMP_IN_HEADLINE = 500
_HUMP_IN_TEXT = 150
# What is glued to the text may be a subheading that follows the headline after a space: seen twice in thirteen.
_HUMP_DOUBT = 3.0
# A name with a hump ("WhatsApp", "MotoGP", "PlayStation") begins with fewer letters.
_LONG_BEFORE_HUMP = 6
# How often the line ends with the headline, a headline with a full stop, a sentence without one, and how often
# a sentence has one or two words.
_LINE_ENDS = -100
_HEADLINE_FULL_STOP = -400
_SENTENCE_OPEN = -300
_SENTENCE_SHORT = -300
# A question mark ends what it ends, more often than not.
_QUESTION = 300
# The margin where something other than the looks of words tells the end.
_CERTAIN = 10.0
_UNCERTAIN = 1.0


class End(NamedTuple):
    """Where a headline ends."""

    end: int
    """Code points, in the text that was given."""
    margin: float
    """By how much (natural logarithm) this end is likelier than the next best; 2 and more is sure enough."""


class Tables(msgspec.Struct, frozen=True):
    """What headlines and sentences of one language look like, as logarithms (`UNIT`)."""

    headlines: list[dict[str, list[int]]]
    """Of headlines in title case, and of others: by the class before (or "start", "colon"), how likely each
    class is next."""
    styles: list[int]
    """How likely each of the two is."""
    sentence: dict[str, list[int]]
    """By the class before: how likely each class is next in a sentence."""
    words: dict[str, tuple[int, int]]
    """How much likelier a word with a capital is first in a sentence than in a headline, and a small one inside
    a sentence. The word "" stands for all that are not in the table."""
    length: list[int]
    """How likely a headline of so many words is; the last holds for all longer ones."""
    also: list[str] = []
    """Other languages whose headlines look the same."""


def headline_end(text: str, start: int, language: str | None, *, before: int | None = None) -> End | None:
    """Return where the headline ends that begins at *start* of *text*, or None where nothing tells.

    Never looks beyond the line, nor beyond *before*, where something else is known to begin. The end is where
    words stop to have capitals as in a headline and a sentence opens, or where the line or a bracket ends. In
    scripts without case only the last two tell.
    """
    limit = len(text) if before is None else before
    line_end = text.find("\n", start, min(limit, start + _WINDOW))
    at_line_end = line_end >= 0 or limit <= start + _WINDOW
    stop = line_end if line_end >= 0 else min(limit, start + _WINDOW)
    part = text[start:stop]
    if not _has_case(part[:_LONGEST]):
        return _without_case(part, start, at_line_end=at_line_end)
    bracket = _closing(part)
    tokens = tokenize(part[:bracket])
    whole = at_line_end or bracket is not None
    found = _change(tokens, _tables(language), whole=whole)
    if found is None:
        return None
    words, margin = found
    return End(start + tokens[words - 1].end, margin)


class Token(NamedTuple):
    """A word and what stands at its sides."""

    start: int
    end: int
    text: str
    kind: str
    glued: bool
    """No space before it."""


def tokenize(part: str) -> list[Token]:
    """Return the tokens of *part*, split at spaces and where two words are glued, but no further than is needed."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(part):
        at = found.start()
        cuts = [at + hump.start() for hump in _HUMP.finditer(found[0]) if hump.start()]
        for cut in [*cuts, found.end()]:
            piece = part[at:cut]
            tokens.append(Token(at, cut, piece, kind_of(piece), glued=at > found.start()))
            at = cut
        if len(tokens) > _MOST_WORDS + _LOOK_AHEAD:
            break
    return tokens


def kind_of(token: str) -> str:
    """Return the class of *token*."""
    if token[0] in _OPENING and len(token) > 1:
        return "quoted"
    word = token.strip(_TRIM)
    first = word[:1]
    if first.isdigit():
        return "number"
    if first.isupper():
        return "capitals" if word.isupper() and len(word) > 1 else "capital"
    if not first.isalpha():
        return "other"
    return "short" if len(word) <= _SHORT else "long"


def word_of(token: str) -> str:
    """Return the word of *token*, as the tables know it."""
    return token.strip(_TRIM).lower()


def _change(tokens: list[Token], tables: Tables, *, whole: bool) -> tuple[int, float] | None:
    """Return after how many of *tokens* the headline ends, and by what margin; *whole*: no more follow them."""
    stop, stopped = _first_stop(tokens)
    seen = tokens[:stop]
    if not seen or (stopped and len(seen) < _FEWEST_WORDS):
        return None
    ended = whole or stopped
    scores = _scores_inside(seen, tables, ended=ended)
    if ended and len(seen) <= _MOST_WORDS:
        scores[len(seen)] = _headline(seen, tables)[-1] + _length(tables, len(seen))
        scores[len(seen)] += _HEADLINE_FULL_STOP if _FULL_STOP.search(seen[-1].text) else 0
        scores[len(seen)] += 0 if stopped else _LINE_ENDS
    if not scores:
        return None
    best, *others = sorted(scores, key=lambda count: (-scores[count], count))
    margin = (scores[best] - scores[others[0]]) / UNIT if others else _CERTAIN
    if best < len(seen) and seen[best].glued:
        margin -= _HUMP_DOUBT
    return best, min(margin, _CERTAIN)


def _scores_inside(tokens: list[Token], tables: Tables, *, ended: bool) -> dict[int, int]:
    """Return by number of words how likely it is that so many are the headline, and the rest opens a sentence."""
    inside = _headline(tokens, tables)
    after = [0]
    for at in range(len(tokens) - 1, -1, -1):
        hump = -_HUMP_IN_TEXT if tokens[at].glued else 0
        after.append(after[-1] + _step(tables.sentence, tokens, at) + _word(tables, tokens[at], 1) + hump)
    after.reverse()
    scores: dict[int, int] = {}
    for count in range(_FEWEST_WORDS, min(len(tokens), _MOST_WORDS + 1)):
        before, first = tokens[count - 1], tokens[count]
        if before.end > _LONGEST or (before.glued and _is_lost_tag(tokens[count - 2])):
            break
        if first.kind in _NO_OPENERS or before.text[-1] in _GO_ON:
            continue
        opens = tables.sentence[START][CLASSES.index(first.kind)] + _word(tables, first, 0)
        asks = _QUESTION if before.text[-1] in "?!" else 0
        scores[count] = inside[count] + opens + after[count + 1] + _length(tables, count) + asks
        if ended and not _ENDS_SENTENCE.search(tokens[-1].text):
            scores[count] += _SENTENCE_OPEN
        if ended and len(tokens) - count < _FEWEST_WORDS:
            scores[count] += _SENTENCE_SHORT
    return scores


def _headline(tokens: list[Token], tables: Tables) -> list[int]:
    """Return how likely the first tokens are as a headline, of the style that fits them better, for each number."""
    styles = []
    for table, sure in zip(tables.headlines, tables.styles, strict=True):
        sums = [sure]
        for at, token in enumerate(tokens):
            sums.append(sums[-1] + _step(table, tokens, at) - (_HUMP_IN_HEADLINE if token.glued else 0))
        styles.append(sums)
    return [max(scores) for scores in zip(*styles, strict=True)]


def _is_lost_tag(before: Token) -> bool:
    """Return whether the word *before* a hump is too long for the first half of a name such as "YouTube"."""
    return len(before.text) >= _LONG_BEFORE_HUMP or not before.text[-1].isalpha()


def _first_stop(tokens: list[Token]) -> tuple[int, bool]:
    """Return after how many tokens the first sentence ends, and whether one does."""
    for at, token in enumerate(tokens[:-1]):
        if _STOP.search(token.text) and not tokens[at + 1].text[:1].islower():
            return at + 1, True
    return len(tokens), False


def _step(table: dict[str, list[int]], tokens: list[Token], at: int) -> int:
    before = START if at == 0 else AFTER_COLON if tokens[at - 1].text.endswith(_COLONS) else tokens[at - 1].kind
    return table[before][CLASSES.index(tokens[at].kind)]


def _word(tables: Tables, token: Token, place: int) -> int:
    if place and token.kind not in SMALL:
        return 0
    known = tables.words.get(word_of(token.text)) or tables.words[""]
    return known[place]


def _length(tables: Tables, words: int) -> int:
    return tables.length[min(words, len(tables.length) - 1)]


def _closing(part: str) -> int | None:
    """Return where a bracket closes that was not opened in *part*, or None."""
    depth = 0
    for at, character in enumerate(part):
        if character in "([（【":
            depth += 1
        elif character in ")]）】":
            depth -= 1
            if depth < 0:
                return at
    return None


def _has_case(part: str) -> bool:
    """Return whether most letters of *part* are of a script with capitals."""
    letters = sum(map(str.isalpha, part))
    return 2 * sum(character.isupper() or character.islower() for character in part) >= letters > 0


def _without_case(part: str, start: int, *, at_line_end: bool) -> End | None:
    """Return the end of a headline in a script without case: the end of the line, or a bracket."""
    bracket = _closing(part)
    end = bracket if bracket is not None else len(part) if at_line_end else None
    if end is None:
        return None
    headline = part[:end].rstrip()
    unspaced = sum(1 for _ in UNSPACED.finditer(headline)) > len(headline) / 2
    long = len(headline) > 60 if unspaced else len(headline.split()) > _MOST_WORDS
    sentence = any(sign in headline for sign in _ENDS)
    if not headline or (long and bracket is None):
        return None
    return End(start + len(headline), _UNCERTAIN if sentence or long else _CERTAIN)


@cache
def _all_tables() -> dict[str, Tables]:
    raw = files("bersih.layout").joinpath("headline_end.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, Tables])


def _tables(language: str | None) -> Tables:
    tables = _all_tables()
    base = (language or "").partition("-")[0]
    alike = (name for name, table in tables.items() if base in table.also)
    return tables.get(base) or tables[next(alike, "cased")]
