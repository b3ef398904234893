"""Reports, written to a file one by one, each before the document it is about is changed."""

import os
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from bersih.errors import UnreadableError
from bersih.model.document import Document
from bersih.report.as_json import to_json


class ReportFile:
    """A file of reports: one JSON object, or, of *several* documents, one on each line (JSON Lines).

    What was added is on the disk when `add` returns, so that a file may be changed after its report is
    safe, and an interrupted run can be undone as far as it came.
    """

    def __init__(self, path: str | None, *, several: bool) -> None:
        """Open the file at *path*; None: the reports are for nobody, and nothing is written.

        Raises:
            UnreadableError: where it cannot be written.
        """
        self._path = path
        self._indent = None if several else 2
        self._file: IO[bytes] | None = None
        if path is not None:
            try:
                self._file = Path(path).open("wb")  # noqa: SIM115 - __exit__ closes it
            except OSError as error:
                raise self._trouble(error) from error

    def add(self, document: Document) -> None:
        """Write the report of *document*.

        Raises:
            UnreadableError: where it cannot be written.
        """
        if self._file is not None:
            try:
                self._file.write(f"{to_json(document.report(), indent=self._indent)}\n".encode())
                self._file.flush()
                os.fsync(self._file.fileno())
            except OSError as error:
                raise self._trouble(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def _trouble(self, error: OSError) -> UnreadableError:
        return UnreadableError(f"{self._path}: cannot be written: {(error.strerror or str(error)).lower()}.")
