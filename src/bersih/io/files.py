"""Files, read whole and written whole."""

import os
import stat
import sys
import tempfile
from pathlib import Path

from bersih.errors import UnreadableError

STDIN = "-"
"""The path that stands for standard input."""


def read_bytes(path: str) -> bytes:
    """Return what is in the file at *path*, or on standard input for ``-``.

    Raises:
        UnreadableError: where it is missing, a directory, or not ours to read.
    """
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read: {_said(error)}."
        raise UnreadableError(msg) from error


def write_atomically(path: str, data: bytes) -> None:
    """Put *data* in the place of the file at *path*: either all of it is there afterwards, or the old file is.

    Keeps the file's permissions, and follows a symbolic link to the file it stands for.

    Raises:
        UnreadableError: where the file, or its folder, cannot be written.
    """
    target = Path(path).resolve()
    temporary = ""
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            Path(temporary).chmod(stat.S_IMODE(target.stat().st_mode))
        else:
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        msg = f"{path}: cannot be written: {_said(error)}."
        raise UnreadableError(msg) from error


def _said(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
