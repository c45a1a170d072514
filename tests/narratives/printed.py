"""Prints lines as a browser and as an office program write them into a PDF; the letters' widths are invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

LINE = 16.0
_LIGATURES = {"ffi": 1, "fi": 2}
_NARROW, _WIDE = frozenset("ijltfI.,;:' ()-"), frozenset("mwMW")
Set = tuple[float, float, str]
"""Where a line stands, in points from the left and from the top of its page, and its words."""


def width(letter: str) -> int:
    return 280 if letter in _NARROW else 830 if letter in _WIDE else 560


def columns(paragraphs: Iterable[str], *, wide: float, size: float, each: int = 1000, apart: float = 10.0) -> list[Set]:
    """Filled lines, `wide` points to a column and `each` lines long, ragged on the right."""
    found: list[Set] = []
    column, down, row = 0, 0.0, 0
    for paragraph in paragraphs:
        words = ""
        for word in [*paragraph.split(), ""]:
            longer = f"{words} {word}".strip()
            if word and reach(longer, size) <= wide:
                words = longer
                continue
            found.append((50 + column * (wide + 40), 50 + down, words))
            words, row, down = word, row + 1, down + LINE
            if row == each:
                column, row, down = column + 1, 0, 0.0
        down += apart if down else 0.0
    return found


def reach(words: str, size: float) -> float:
    return sum(map(width, words)) / 1000 * size


def browser(
    pages: Sequence[Sequence[Set]], *, size: float = 12, by_letter: bool = False, on_form: bool = False
) -> bytes:
    """The page stands on its head; what is placed anew is a letter, or what follows a close pair such as "Ta"."""
    drawn = [b"1 0 0 -1 0 800 cm\n" + b"".join(_placed(line, size, by_letter) for line in page) for page in pages]
    told = b"".join(b"<%04X> <%s>\n" % (code, said.encode("utf-16-be").hex().encode()) for code, said in _told())
    widths = b" ".join(b"%d [%d]" % (code, sum(map(width, normalize("NFKC", said)))) for code, said in _told())
    fonts = (
        b"/Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R",
        b"/Type /Font /Subtype /CIDFontType2 /W [" + widths + b"] /DW 0",
        b"1 beginbfchar\n" + told + b"endbfchar",
    )
    return _file(drawn, fonts, on_form)


def office(pages: Sequence[Sequence[Set]], *, size: float = 12) -> bytes:
    """Runs of one line are moved by fractions of a letter, and parted within words where the program has kept them apart."""
    drawn = [b"".join(_runs(line, size) for line in page) for page in pages]
    widths = b" ".join(b"%d" % width(chr(code)) for code in range(32, 256))
    fonts = (
        b"/Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths 6 0 R",
        b"[" + widths + b"]",
    )
    return _file(drawn, fonts, False)


def _told() -> list[tuple[int, str]]:
    shapes = {1: "ﬃ", 2: "ﬁ"}
    return [(code, shapes.get(code, chr(code))) for code in (1, 2, *range(32, 256), ord("’"), ord("—"))]


def _placed(line: Set, size: float, by_letter: bool) -> bytes:
    x, down, words = line
    said = b"BT /F1 %g Tf 1 0 0 -1 %g %g Tm\n" % (size, x, down)
    moved = 0.0
    for part in _parts(words, by_letter):
        code = _LIGATURES.get(part)
        codes = b"%04X" % code if code else b"".join(b"%04X" % ord(letter) for letter in part)
        said += b"%g 0 Td <%s> Tj\n" % (moved, codes)
        moved = reach(part, size) - (0.06 * size if part[-1] in "TVWAfrw" else 0)
    return said + b"ET\n"


def _parts(words: str, by_letter: bool) -> list[str]:
    parts: list[str] = []
    at = 0
    while at < len(words):
        taken = next((each for each in _LIGATURES if words.startswith(each, at)), words[at])
        fresh = by_letter or not parts or len(taken) > 1 or parts[-1] in _LIGATURES or parts[-1][-1] in "TVWAfrw"
        parts[len(parts) - (0 if fresh else 1) :] = [taken if fresh else parts[-1] + taken]
        at += len(taken)
    return parts


def _runs(line: Set, size: float) -> bytes:
    x, down, words = line
    said = b""
    for at in range(0, len(words), 7):
        run = words[at : at + 7]
        strings = b"".join(
            b"(%s)%d" % (letter.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"), place % 5 - 2)
            for place, letter in enumerate(run)
        )
        said += b"/P <</MCID 0>> BDC BT /F1 %g Tf 1 0 0 1 %g %g Tm [%s] TJ ET EMC\n" % (size, x, 800 - down, strings)
        x += reach(run, size)
    return said


def _file(drawn: Sequence[bytes], fonts: Sequence[bytes], on_form: bool) -> bytes:
    """Object 5 is the font; each page's drawing follows the fonts', on a form where that is asked."""
    resources = b"/Resources << /Font << /F1 5 0 R >> /XObject << /X1 %d 0 R >> >>"
    kept: dict[int, bytes] = {5 + at: _held(font) for at, font in enumerate(fonts)}
    pages, number = [], 10
    for content in drawn:
        form = b"/Type /XObject /Subtype /Form " + resources % 0
        kept[number + 2] = _held(form, content)
        kept[number + 1] = _held(b"", b"q /X1 Do Q" if on_form else content)
        kept[number] = _held(
            b"/Type /Page /Parent 2 0 R " + resources % (number + 2) + b" /Contents %d 0 R" % (number + 1)
        )
        pages.append(b"%d 0 R" % number)
        number += 3
    kept[1] = _held(b"/Type /Catalog /Pages 2 0 R")
    kept[2] = _held(b"/Type /Pages /Kids [" + b" ".join(pages) + b"]")
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in sorted(kept.items())) + b"%%EOF"


def _held(head: bytes, stream: bytes | None = None) -> bytes:
    if head[:1] == b"[":
        return head
    if b"begin" in head:
        head, stream = b"", head
    return b"<< " + head + b" >>" + (b"" if stream is None else b"\nstream\n" + stream + b"\nendstream")
