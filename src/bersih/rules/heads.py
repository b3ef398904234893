"""Whether a line can match any phrase at all, told by its first six characters."""

from collections.abc import Iterable

from bersih.rules.form import DOTS, folded

_SIZE = 6
# Before the memory of heads is begun anew: texts of a language have a few thousand.
_MOST = 20_000
_MAYBE = (True, True)


class Heads:
    """The first characters of all phrases, of whole lines and of line starts.

    Most lines of an article begin like no phrase; they are told apart by one look into a dictionary.
    """

    def __init__(self, whole: Iterable[str], starts: Iterable[str]) -> None:
        """Take the matching forms of the phrases."""
        self._whole = _heads(whole)
        self._starts = _heads(starts)
        self._known: dict[str, tuple[bool, bool]] = {}

    def of(self, line: str) -> tuple[bool, bool]:
        """Return whether *line* may be a whole phrase, and whether it may begin with one; in doubt it may."""
        head = line[:_SIZE]
        known = self._known.get(head)
        if known is None:
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[head] = self._judge(head)
        return known

    def _judge(self, head: str) -> tuple[bool, bool]:
        form = folded(head)
        # Signs that a form loses, figures that stand for any number, and characters that fold into more or fewer.
        odd = not form[:1].isalpha() or not head[-1:].isprintable() or any(map(str.isdigit, head))
        if len(form) < _SIZE or odd:
            return _MAYBE
        prefixes = [form[:size] for size in range(1, _SIZE + 1)]
        return any(each in self._whole for each in prefixes), any(each in self._starts for each in prefixes)


def _heads(forms: Iterable[str]) -> frozenset[str]:
    """Return the first characters of *forms*; a shorter form is its own head, without its dots."""
    return frozenset(form.rstrip(DOTS)[:_SIZE] for form in forms)
