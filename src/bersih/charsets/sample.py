"""Pieces of a long input that hold what there is to judge."""

# Bytes. What 2,000 do not decide, more do not.
_ENOUGH = 2_000
# Bytes. So many leave a handful of readings.
_GLIMPSE = 240


def sample_of(data: bytes) -> bytes:
    """Return lines of *data* that are not ASCII, about 2,000 bytes; all of it if it has no more than that."""
    return data if len(data) <= _ENOUGH else _lines(data, _ENOUGH)


def glimpse_of(data: bytes) -> bytes:
    """Return lines of *data* that are not ASCII, about 240 bytes; all of it if it has not twice that."""
    return data if len(data) <= 2 * _GLIMPSE else _lines(data, _GLIMPSE)


def _lines(data: bytes, enough: int) -> bytes:
    """Return whole lines that are not ASCII, *enough* bytes of them; a longer one is cut, at a space if it has one.

    In no encoding of text is a line feed or a space part of a longer character.
    """
    found: list[bytes] = []
    size = start = 0
    while size < enough and start < len(data):
        end = data.find(b"\n", start, start + 50 * enough)
        line = data[start : end if end >= 0 else start + 50 * enough]
        start += len(line) + 1
        if not line.isascii():
            found.append(_cut(line, enough))
            size += len(found[-1])
    return b"\n".join(found)


def _cut(line: bytes, enough: int) -> bytes:
    """Return *line*, or about *enough* bytes of it from before its first byte beyond ASCII."""
    if len(line) <= 2 * enough:
        return line
    first = next(index for index, each in enumerate(line) if each >= 0x80)
    start = line.rfind(b" ", 0, first) + 1
    end = line.rfind(b" ", start + 1, start + 2 * enough)
    # A text without spaces has characters of two bytes: they are cut between two if what stands before is even.
    return line[start : end if end > first else start + 2 * enough]
