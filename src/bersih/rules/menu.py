"""Lines whose parts are words of an interface: "Home | News | Sport", "Print Share E-mail", "1 2 3 4 Next"."""

import re
from collections.abc import Callable

from bersih.rules.pack import Rule

# What stands between the parts of a menu or a breadcrumb: a sign with spaces around it, or one that needs none.
_SEPARATOR = re.compile(r"\s+(?:[|/·•∙‧・›»>→\\–—-]|::|>>|\\\|)\s+|\s*[|·•›»∙]\s*|\t+| {2,}")
# The same, as far as a quick look tells.
_ASCII_SIGNS = ("|", ">", " - ", " / ", "  ", "\\", "\t", "::")
_SIGNS = (*_ASCII_SIGNS, "·", "•", "›", "»", " – ", " — ", "→", "∙", "‧")
_FEWEST = 2
# Of words that alone may be subheadings so many must stand together, where nothing separates them.
_FEWEST_WEAK = 4
_SURE = 0.8
_LONGEST_PART = 40
_FEWEST_PAGES = 4
_ARROWS = (">", "»", "›", "→")
_LONGEST = 240
_LONGEST_UNSEPARATED = 60

MENU = Rule(
    id="menu",
    category="boilerplate.navigation",
    where="whole-line",
    any=["…"],
    confidence=0.9,
    hits=[],
    misses=[],
    note="A line of which half the parts or more are phrases of rules.",
)


def may_be_menu(line: str) -> bool:
    """Return whether *line* is short enough for a menu, and has separators if it is not very short: a quick look."""
    return len(line) <= _LONGEST_UNSEPARATED or (len(line) <= _LONGEST and _has_sign(line))


def _ends_in_a_stop(line: str) -> bool:
    """Return whether *line* ends as a sentence does that speaks of a menu: "Choose File - Print - Options."."""
    return line.endswith(".") and not line.endswith("..")


def _has_sign(line: str) -> bool:
    # A loop: a generator costs more than the few looks it takes.
    for sign in _ASCII_SIGNS if line.isascii() else _SIGNS:  # noqa: SIM110
        if sign in line:
            return True
    return False


def known_parts(line: str, look_up: Callable[[str], Rule | None]) -> int:
    """Return how many parts of *line* are whole phrases of rules, if that makes it a menu; else 0.

    Between separators half of the parts must be, two at least, or one that could not be a subheading by itself;
    between arrows the first of three.
    Without separators every word must be one, four of them, or two that could be no subheading; or they are page
    numbers from 1 on.
    """
    if _ends_in_a_stop(line.rstrip()):
        return 0
    if _has_sign(line.strip()):
        parts = [part for part in _SEPARATOR.split(line.strip()) if part.strip()]
        if len(parts) >= _FEWEST:
            crumbs = any(sign in line for sign in _ARROWS) and look_up(parts[0]) is not None
            return _separated(parts, look_up) or int(crumbs and len(parts) > _FEWEST)
    words = line.split()
    if len(line) > _LONGEST_UNSEPARATED or len(words) < _FEWEST:
        return 0
    return _unseparated(words, look_up)


def _separated(parts: list[str], look_up: Callable[[str], Rule | None]) -> int:
    found = [rule for part in parts if (rule := look_up(part)) is not None]
    one = len(max(parts, key=len)) <= _LONGEST_PART and any(map(_is_sure, found))
    enough = len(found) >= _FEWEST or one
    return len(found) if enough and 2 * len(found) >= len(parts) else 0


def _unseparated(words: list[str], look_up: Callable[[str], Rule | None]) -> int:
    numbers: list[str] = []
    others: list[Rule] = []
    for word in words:
        if word.isdigit():
            numbers.append(word)
            continue
        if not any(map(str.isalnum, word)):
            continue
        rule = look_up(word)
        if rule is None:
            return 0
        others.append(rule)
    if numbers:
        pages = numbers == [str(number) for number in range(1, len(numbers) + 1)]
        return len(numbers) + len(others) if pages and len(numbers) >= _FEWEST_PAGES else 0
    sure = sum(map(_is_sure, others))
    return len(others) if sure >= _FEWEST or len(others) >= _FEWEST_WEAK else 0


def _is_sure(rule: Rule) -> bool:
    """Return whether a phrase of *rule* is no subheading and no noun of its own."""
    return rule.needs in {"nothing", "no-colon"} and rule.confidence >= _SURE
