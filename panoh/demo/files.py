"""Files for the demonstration, made here byte by byte: a picture and a paper that say on their face that they are invented."""

from __future__ import annotations

import struct
import zlib

LETTERS = {
    "I": ("111", "010", "010", "010", "111"),
    "N": ("101", "111", "111", "111", "101"),
    "V": ("101", "101", "101", "101", "010"),
    "E": ("111", "100", "110", "100", "111"),
    "T": ("111", "010", "010", "010", "010"),
    "D": ("110", "101", "101", "101", "110"),
}
BIG = 12
"""So many points for one of the letter."""


def picture(word: str = "INVENTED") -> bytes:
    """A PNG with one word on it, black on grey."""
    lines = [" ".join(LETTERS[letter][row] for letter in word).replace(" ", "0") for row in range(5)]
    blank = "0" * (len(lines[0]) + 4)
    rows = [blank, blank, *(f"00{line}00" for line in lines), blank, blank]
    pixels = [bytes(0x20 if mark == "1" else 0xD8 for mark in row for _ in range(BIG)) for row in rows]
    content = b"".join(b"\0" + line for line in pixels for _ in range(BIG))
    header = struct.pack(">IIBBBBB", len(pixels[0]), len(pixels) * BIG, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(content)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def paper(*lines: str) -> bytes:
    """A PDF of one page with these lines (plain letters only), and above them that it is invented."""
    said = ("INVENTED FOR THE DEMONSTRATION. Nobody's paper.", *lines)
    shown = b"".join(b"(%s) Tj T* " % line.encode("ascii") for line in said)
    stream = b"BT /F1 14 Tf 22 TL 60 760 Td " + shown + b"ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    whole, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(whole)
    return whole + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
