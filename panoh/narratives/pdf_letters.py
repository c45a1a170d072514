"""What the codes of a PDF's font stand for: by its own table, or by the one of Western texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from panoh.narratives.pdf_objects import PdfObject, PdfObjects

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_CODE = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_CODE + rb"\s*" + _CODE)
_RANGE = re.compile(_CODE + rb"\s*" + _CODE + rb"\s*(?:" + _CODE + rb"|\[([^\]]*)\])")
_LONGEST_RANGE = 65_536


@dataclass(frozen=True)
class Letters:
    """`width`: bytes of one code. Without a table of its own a font of one byte is read as Western text."""

    width: int
    table: Mapping[int, str]

    def read(self, codes: bytes) -> str:
        if self.width == 1 and not self.table:
            return codes.decode("cp1252", errors="replace")
        step = self.width
        numbers = (int.from_bytes(codes[at : at + step], "big") for at in range(0, len(codes) - step + 1, step))
        return "".join(self.table.get(number, "" if step > 1 else chr(number)) for number in numbers)


WESTERN = Letters(1, {})


def letters_of(font: PdfObject, objects: PdfObjects) -> Letters:
    width = 2 if re.search(rb"/Subtype\s*/Type0\b", font.head) else 1
    told = objects.get(font.reference("ToUnicode")).stream
    return Letters(width, dict(_table(told)))


def _table(told: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(told):
        if kind == b"bfchar":
            for code, letter in _CHAR.findall(block):
                yield _number(code), _said(letter)
            continue
        for first, last, letter, listed in _RANGE.findall(block):
            yield from _range(_number(first), _number(last), letter, listed)


def _range(first: int, last: int, letter: bytes, listed: bytes) -> Iterator[tuple[int, str]]:
    if listed:
        for at, each in enumerate(re.findall(_CODE, listed)):
            yield first + at, _said(each)
        return
    begin = _said(letter)
    if not begin or last - first > _LONGEST_RANGE:
        return
    for code in range(first, last + 1):
        yield code, begin[:-1] + chr(min(ord(begin[-1]) + code - first, 0x10FFFF))


def _number(code: bytes) -> int:
    return int(b"".join(code.split()) or b"0", 16)


def _said(letter: bytes) -> str:
    plain = b"".join(letter.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode()).decode("utf-16-be", errors="replace")
