"""How wide the letters of a PDF's font are. Only so can it be told whether what is drawn next begins a new word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from panoh.narratives.pdf_objects import PdfObject, PdfObjects

_NUMBER = rb"[-+]?\d*\.?\d+"
_WIDTHS = re.compile(rb"(\d{1,7})\s*\[([^\]]*)\]|(\d{1,7})\s+(\d{1,7})\s+(" + _NUMBER + rb")")
_LONGEST_RANGE = 65_536
_USUAL = 500.0
"""Of a font that does not tell: a guess no word should rest on."""


@dataclass(frozen=True)
class Widths:
    """In thousandths of a letter's height, by code. `known`: the font tells them."""

    of: Mapping[int, float] = field(default_factory=dict)
    other: float = _USUAL
    known: bool = False

    def get(self, code: int) -> float:
        return self.of.get(code, self.other)


def widths_of(font: PdfObject, objects: PdfObjects) -> Widths:
    if re.search(rb"/Subtype\s*/Type0\b", font.head):
        # Its codes are taken for the numbers of its letters, as browsers and office programs write them.
        letters = objects.get(next(iter(objects.listed("DescendantFonts", font)), None))
        other = _first(rb"/DW\s+(" + _NUMBER + rb")", letters.head, 1000.0)
        return Widths(dict(_by_number(objects.array("W", letters))), other, known=bool(letters.head))
    told = [float(each) for each in re.findall(_NUMBER, objects.array("Widths", font))]
    if not told:
        return Widths()
    begin = int(_first(rb"/FirstChar\s+(\d{1,7})\b", font.head, 0.0))
    unit = _first(rb"/FontMatrix\s*\[\s*(" + _NUMBER + rb")", font.head, 0.001) * 1000
    return Widths({begin + at: width * unit for at, width in enumerate(told)}, known=True)


def _first(shape: bytes, head: bytes, otherwise: float) -> float:
    found = re.search(shape, head)
    return float(found[1]) if found else otherwise


def _by_number(told: bytes) -> Iterator[tuple[int, float]]:
    """ "19 28 636" is one width for a stretch, "36 [684 686]" one for each from there."""
    for begin, each, first, last, width in _WIDTHS.findall(told):
        if begin:
            yield from ((int(begin) + at, float(one)) for at, one in enumerate(re.findall(_NUMBER, each)))
        elif int(last) - int(first) <= _LONGEST_RANGE:
            yield from ((code, float(width)) for code in range(int(first), int(last) + 1))
