"""Small files for the tests of attachments, made byte by byte: photographs that tell where they were taken, papers that act."""

from __future__ import annotations

import struct
import zlib

PLACE = b"38.5598N 68.7870E"
"""Stands in what a camera writes beside a picture; it must not come out again."""


def exif(*, way_up: int = 6) -> bytes:
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, way_up, 0)
    place = struct.pack(">HHII", 0x8825, 4, 1, 200)
    return b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 2) + entry + place + bytes(4) + PLACE


def segment(marker: int, said: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(said) + 2).to_bytes(2, "big") + said


def jpeg(
    *, width: int = 8, height: int = 8, way_up: int = 6, behind: bytes = b"", scan: bytes = b"\x2f\xff\x00\xd0"
) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"".join(
        (
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0\x01\x01\0\0\x48\0\x48\0\0"),
            segment(0xE1, exif(way_up=way_up)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + PLACE),
            segment(0xFE, PLACE),
            segment(0xDB, bytes(65)),
            segment(0xC0, frame),
            segment(0xC4, bytes(20)),
            segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + scan,
            b"\xff\xd9",
            behind,
        )
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def png(*, width: int = 2, height: int = 2, rows: bytes | None = None, behind: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    picture = rows if rows is not None else bytes(height * (1 + 3 * width))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"eXIf", exif()[6:]),
            chunk(b"tEXt", b"Comment\0" + PLACE),
            chunk(b"IDAT", zlib.compress(picture)),
            chunk(b"IEND", b""),
            behind,
        )
    )


def pdf(*, objects: bytes = b"", packed: bytes = b"", behind: bytes = b"") -> bytes:
    """One page; `objects` as they stand, `packed` inside a compressed stream."""
    stream = b""
    if packed:
        inside = zlib.compress(packed)
        stream = b"4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(inside)
        stream += inside + b"\nendstream\nendobj\n"
    return (
        b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n"
        + objects
        + stream
        + b"trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n"
        + behind
    )
