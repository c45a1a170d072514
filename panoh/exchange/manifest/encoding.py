"""Text from the bytes of a manifest: UTF-8, UTF-16 with its mark, or an old Cyrillic code page where it is sure which."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from panoh.exchange.manifest.code_pages import sure_page
from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.instruments.kinds.source import Words

SAMPLE = 65_536
LONGEST_LINE = 200_000

_NOT_TEXT = ((b"%PDF", Words("PDF")), (b"{\\rtf", Words("RTF")), (b"<?xml", Words("XML")), (b"<htm", Words("HTML")))
_BINARY = Words("binary data", "двоичные данные", "маълумоти дуӣ")
_UTF_16 = Words("UTF-16 (Excel: “Unicode text”)", "UTF-16 (Excel: «Текст Юникод»)", "UTF-16 (Excel: «Матни Юникод»)")
_MIXTURE = Words("a mixture of encodings", "смесь кодировок", "омехтаи рамзгузориҳо")


@dataclass(frozen=True)
class Text:
    """The lines of a file, line ends kept; `taken_for` names the encoding where it is not UTF-8. Cells in another
    encoding than the file carry marks (`table.NOT_UTF8_MARKS`)."""

    lines: Iterator[str]
    taken_for: Words | None = None


def text_of(file: BinaryIO, start: bytes, *, only_utf8: bool) -> Text:
    """Reads as it goes. `start`: what was read of the file already. `only_utf8`: where nobody looks at what was made of
    another encoding, it is named and refused."""
    for mark, looks_like in _NOT_TEXT:
        if start[:8].lower().startswith(mark.lower()):
            raise ManifestUnusable("not_text", looks_like=looks_like)
    whole = len(start) < SAMPLE
    marked = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked and not only_utf8:
        return Text(_lines(start, file, "utf-16", "replace"), _UTF_16)
    if marked or start[:400].count(0) > len(start[:400]) // 5:
        raise ManifestUnusable("encoding", looks_like=_UTF_16)
    if _mostly_utf8(start, whole=whole):
        return Text(_lines(start, file, "utf-8-sig", "surrogateescape"))
    page = sure_page(start)
    if page is None or only_utf8:
        raise ManifestUnusable("encoding", looks_like=page.name if page else _MIXTURE, row=_first_odd_row(start))
    return Text(_marking_utf8(_lines(start, file, page.codec, "surrogateescape"), page.codec), page.name)


def start_of(file: BinaryIO) -> bytes:
    start = b""
    while len(start) < SAMPLE and (more := file.read(SAMPLE - len(start))):
        start += more
    if not start.removeprefix(codecs.BOM_UTF8).strip():
        raise ManifestUnusable("empty")
    return start


def _mostly_utf8(start: bytes, *, whole: bool) -> bool:
    """Whether the lines that are not plain ASCII are UTF-8, but for some. The last may be cut off."""
    lines = [line for line in start.splitlines() if not line.isascii()]
    lines = lines if whole or len(lines) < 2 else lines[:-1]
    good = sum(map(_is_utf8, lines))
    return good * 2 > len(lines) or not lines


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _first_odd_row(start: bytes) -> int:
    return next(
        row for row, line in enumerate(start.splitlines(), start=1) if not line.isascii() and not _is_utf8(line)
    )


def _marking_utf8(lines: Iterator[str], page: str) -> Iterator[str]:
    """Lines of a file in an old code page that are UTF-8 after all, with every odd byte marked."""
    for line in lines:
        if not line.isascii() and _is_utf8(raw := line.encode(page, "surrogateescape")):
            yield raw.decode("ascii", "surrogateescape")
        else:
            yield line


def _lines(start: bytes, file: BinaryIO, encoding: str, errors: str) -> Iterator[str]:
    buffered = io.BufferedReader(Rest(start, file))
    text = io.TextIOWrapper(buffered, encoding=encoding, errors=errors, newline="")
    row = 0
    while line := text.readline(LONGEST_LINE):
        row += 1
        if "\0" in line:
            raise ManifestUnusable("not_text", looks_like=_BINARY, row=row)
        if len(line) == LONGEST_LINE:
            raise ManifestUnusable("line_too_long", row=row)
        yield line


class Rest(io.RawIOBase):
    """The bytes already looked at, then the rest of the file, so that a pipe works as well as a file."""

    def __init__(self, start: bytes, file: BinaryIO) -> None:
        self._start, self._file = start, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._start[: len(buffer)] or self._file.read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
