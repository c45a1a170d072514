"""What the codes of a PDF's font stand for and how wide each is: by its own tables, or by the one of Western texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from panoh.narratives.pdf_objects import PdfObject, PdfObjects
from panoh.narratives.pdf_widths import Widths, widths_of

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_CODE = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_CODE + rb"\s*" + _CODE)
_RANGE = re.compile(_CODE + rb"\s*" + _CODE + rb"\s*(?:" + _CODE + rb"|\[([^\]]*)\])")
_LONGEST_RANGE = 65_536
# Drawn as one shape, written as letters. Not by NFKC, which would also change what was meant: ½, ², №.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True)
class Letters:
    """`bytes_each`: of one code. Without a table of its own a font of one byte is read as Western text."""

    bytes_each: int = 1
    table: Mapping[int, str] = field(default_factory=dict)
    widths: Widths = field(default_factory=Widths)

    def codes(self, shown: bytes) -> Iterator[int]:
        step = self.bytes_each
        return (int.from_bytes(shown[at : at + step], "big") for at in range(0, len(shown) - step + 1, step))

    def read(self, shown: bytes) -> str:
        if self.bytes_each == 1 and not self.table:
            return shown.decode("cp1252", errors="replace")
        other = (lambda code: "") if self.bytes_each > 1 else chr
        return "".join(self.table.get(code) or other(code) for code in self.codes(shown)).translate(LIGATURES)


WESTERN = Letters()


def letters_of(font: PdfObject, objects: PdfObjects) -> Letters:
    bytes_each = 2 if re.search(rb"/Subtype\s*/Type0\b", font.head) else 1
    told = objects.get(font.reference("ToUnicode")).stream
    return Letters(bytes_each, dict(_table(told)), widths_of(font, objects))


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
