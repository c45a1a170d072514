"""Text from the bytes of a manifest: UTF-8 with or without its mark; anything else is named, and what to save instead."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.instruments.kinds.source import Words

SAMPLE = 65_536
LONGEST_LINE = 200_000
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # how a byte that is not UTF-8 is marked when decoding

_NOT_TEXT = (
    (
        b"PK\x03\x04",
        Words(
            "an Excel workbook (.xlsx) or a packed file",
            "книгу Excel (.xlsx) или архив",
            "китоби Excel (.xlsx) ё бойгонӣ",
        ),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        Words("an old Excel workbook (.xls)", "старую книгу Excel (.xls)", "китоби кӯҳнаи Excel (.xls)"),
    ),
    (b"%PDF", Words("PDF")),
    (b"PAR1", Words("Parquet")),
)
_BINARY = Words("binary data", "двоичные данные", "маълумоти дуӣ")
_UTF_16 = Words("UTF-16 (Excel: “Unicode text”)", "UTF-16 (Excel: «Текст Юникод»)", "UTF-16 (Excel: «Матни Юникод»)")
_MIXTURE = Words("a mixture of encodings", "смесь кодировок", "омехтаи рамзгузориҳо")
_COMMON = frozenset("оеаинтсрвлОЕАИНТСРВЛ")
"""The ten most frequent letters of Russian text, common in Tajik too: they tell one old Cyrillic code page from another."""
_OLD_PAGES = (("cp1251", Words("Windows-1251")), ("cp866", Words("DOS 866")), ("koi8-r", Words("KOI8-R")))


def text_of(file: BinaryIO) -> Iterator[str]:
    """The lines of the file, line ends kept. Reads as it goes; raises ManifestUnusable at the first byte that is not UTF-8."""
    start = _start(file)
    _refuse_what_is_not_utf8(start)
    buffered = io.BufferedReader(_Rest(start, file))
    text = io.TextIOWrapper(buffered, encoding="utf-8-sig", errors="surrogateescape", newline="")
    row = 0
    while line := text.readline(LONGEST_LINE):
        row += 1
        _refuse_odd_line(line, row)
        yield line


def _refuse_odd_line(line: str, row: int) -> None:
    if _NOT_UTF8.search(line):
        raise ManifestUnusable("encoding", looks_like=_MIXTURE, row=row)
    if "\0" in line:
        raise ManifestUnusable("not_text", looks_like=_BINARY, row=row)
    if len(line) == LONGEST_LINE:
        raise ManifestUnusable("line_too_long", row=row)


def _start(file: BinaryIO) -> bytes:
    start = b""
    while len(start) < SAMPLE and (more := file.read(SAMPLE - len(start))):
        start += more
    if not start.removeprefix(codecs.BOM_UTF8).strip():
        raise ManifestUnusable("empty")
    return start


def _refuse_what_is_not_utf8(start: bytes) -> None:
    for mark, looks_like in _NOT_TEXT:
        if start.startswith(mark):
            raise ManifestUnusable("not_text", looks_like=looks_like)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or start[:400].count(0) > len(start[:400]) // 5:
        raise ManifestUnusable("encoding", looks_like=_UTF_16)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start, final=len(start) < SAMPLE)
    except UnicodeDecodeError as wrong:
        row = start.count(b"\n", 0, wrong.start) + 1
        raise ManifestUnusable("encoding", looks_like=_old_page(start), row=row) from None


def _old_page(start: bytes) -> Words:
    """The code page under which the text reads most like Cyrillic words."""
    high = bytes(byte for byte in start if byte > 127)
    scores = [sum(letter in _COMMON for letter in high.decode(page, "ignore")) for page, _ in _OLD_PAGES]
    best = max(scores)
    return _OLD_PAGES[scores.index(best)][1] if best * 3 > len(high) else _MIXTURE


class _Rest(io.RawIOBase):
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
