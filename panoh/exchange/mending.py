"""The rows to mend: each line that cannot be taken as it stood, with what is wrong, in a file that can be read again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from panoh.exchange.manifest import Line
from panoh.exchange.manifest.columns import Columns
from panoh.exchange.whole_file import written
from panoh.exchange.writing import csv_lines


class Mender:
    """Without a file it takes everything and writes nothing."""

    def __init__(self, file: TextIO | None) -> None:
        self._file, self._width = file, 0

    def begin(self, columns: Columns) -> None:
        """The headings first, with the mark of UTF-8."""
        self._width = len(columns.headings)
        self._write((*columns.headings, "row in the file sent", "what to mend"), mark=True)

    def __call__(self, line: Line) -> None:
        cells = (*line.cells[: self._width], *[""] * (self._width - len(line.cells)))
        self._write((*cells, line.number, " ".join(map(str, line.faults))))

    def _write(self, row: tuple[object, ...], *, mark: bool = False) -> None:
        if self._file is not None:
            self._file.writelines(csv_lines([row], mark=mark))


@contextmanager
def mending(path: Path | None) -> Iterator[Mender]:
    if path is None:
        yield Mender(None)
        return
    with text_written(path) as file:
        yield Mender(file)


@contextmanager
def text_written(path: Path) -> Iterator[TextIO]:
    with written(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        yield text
        text.flush()
        text.detach()
