"""The lines of a text, and how to take some of them out.

A line ends at U+000A alone. U+2028, VT, FF, NEL and the CR of a CRLF are part of the line they
stand in, so that nothing is lost or turned into something else by looking at lines.
"""

import re
from collections.abc import Iterable, Iterator

from bersih.model.span import Span


class Lines:
    """The lines of *text*: ``lines[i]`` without its line end, ``lines.span(i)`` where it stands.

    Offsets are code points. A text that ends in a line feed has no empty line after it.
    """

    def __init__(self, text: str) -> None:
        """Split *text* once; positions follow on demand."""
        self.text = text
        pieces = text.split("\n")
        if pieces[-1] == "":
            pieces.pop()
        self._pieces = pieces
        self._starts: list[int] | None = None

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._pieces)

    def __getitem__(self, index: int) -> str:
        """Return the line at *index*, without its line feed."""
        return self._pieces[index]

    def __iter__(self) -> Iterator[str]:
        """Yield each line, without its line feed."""
        return iter(self._pieces)

    def span(self, index: int) -> Span:
        """Return where the line at *index* stands, its line feed left out."""
        start = self.starts[index]
        return Span(start, start + len(self._pieces[index]))

    @property
    def starts(self) -> list[int]:
        """Where each line starts."""
        if self._starts is None:
            starts: list[int] = []
            at = 0
            for piece in self._pieces:
                starts.append(at)
                at += len(piece) + 1
            self._starts = starts
        return self._starts

    def is_blank(self, index: int) -> bool:
        """Return whether the line at *index* has no visible character."""
        piece = self._pieces[index]
        return not piece or piece.isspace()

    def removals(self, indices: Iterable[int]) -> dict[int, Span]:
        """Return, for each of the lines *indices*, the span to delete so that the text closes up.

        The spans are sorted and do not overlap. A line takes its line end along; where it stood
        between blank lines it takes those after it too, and at the end of the text those before it,
        so that no blank lines pile up. The text keeps its last line feed if it had one.
        """
        doomed = sorted(set(indices))
        if not doomed:
            return {}
        gone = set(doomed)
        starts = self.starts
        ends = [*starts[1:], len(self.text)]
        last_left = len(self) - 1
        while last_left >= 0 and (last_left in gone or self.is_blank(last_left)):
            last_left -= 1
        spans: dict[int, Span] = {}
        left = -1  # the last line before this one that stays
        done = 0  # lines before this one are dealt with
        for index in doomed:
            if index > last_left:
                break
            if index > done:
                left = index - 1
            end = index + 1
            if left < 0 or self.is_blank(left):
                while end not in gone and self.is_blank(end):
                    end += 1
            spans[index] = Span(starts[index], ends[end - 1])
            done = end
        tail = [index for index in doomed if index > last_left]
        if tail:
            at = ends[last_left] if last_left >= 0 else 0
            # Without a line feed at the end, each line takes the one before it along, whether or not the others go.
            before = int(last_left >= 0 and not self.text.endswith("\n") and len(self) - 1 in gone)
            at -= before
            for index in tail:
                end = ends[index] - before * (index < len(self) - 1)
                spans[index] = Span(at, end)
                at = end
        return spans


def lines_where(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Yield each line of *text* in which *pattern* matches, its line feed left out; other lines cost one scan."""
    at = 0
    while found := pattern.search(text, at):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        at = end = len(text) if end < 0 else end
        yield Span(start, end)
