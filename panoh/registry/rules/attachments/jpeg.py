"""A JPEG written anew from what is needed to see it. Left behind: Exif (the place, the hour, the camera's number, a small
copy of the picture), comments, further pictures, and whatever follows the end. Which way up it is, is kept."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from panoh.registry.rules.attachments.faults import Fault, Unfit
from panoh.registry.rules.attachments.limits import MOST_PIXELS

START, END, SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive: what cameras and scanners write and everything shows."""
_TABLES = {0xC4, 0xDB, 0xDD}
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ORIENTATION = 0x0112
_MOST_SEGMENTS = 2_000
"""A camera writes some twenty; thousands of scans are written to keep a machine busy."""


def cleaned(content: bytes) -> bytes:
    kept, frames, scans = [b"\xff\xd8"], 0, 0
    way_up = 1
    for marker, segment, scan in _segments(content):
        if marker == 0xE1 and segment.startswith(b"Exif\0\0"):
            way_up = _way_up(segment[6:])
        elif marker == 0xE0 and segment.startswith(b"JFIF\0") and len(segment) >= 14:
            kept.append(_written(marker, segment[:12] + b"\0\0"))  # without the small copy
        elif marker == 0xEE and segment.startswith(b"Adobe") and len(segment) == 12:
            kept.append(_written(marker, segment))  # says how the colours are written
        elif marker in _FRAMES | _TABLES | {SCAN}:
            frames += marker in _FRAMES
            scans += marker == SCAN
            _refuse_too_large(marker, segment)
            kept.append(_written(marker, segment) + scan)
        elif 0xC0 <= marker <= 0xCF:
            raise Unfit(Fault.DAMAGED)
    if frames != 1 or not scans:
        raise Unfit(Fault.DAMAGED)
    kept.insert(1, _only_way_up(way_up) if way_up != 1 else b"")
    return b"".join(kept) + b"\xff\xd9"


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, what it says, and the picture's data behind it, up to the first end."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        head = content[at : at + 4]
        if head[:2] == b"\xff\xd9":
            return
        if len(head) < 4:
            raise Unfit(Fault.CUT_SHORT)
        length = int.from_bytes(head[2:4], "big")
        if head[0] != 0xFF or length < 2:
            raise Unfit(Fault.DAMAGED)
        end = at + 2 + length
        scanned = _end_of_scan(content, end) if head[1] == SCAN else end
        if scanned > len(content):
            raise Unfit(Fault.CUT_SHORT)
        yield head[1], content[at + 4 : end], content[end:scanned]
        at = scanned
    raise Unfit(Fault.DAMAGED)


def _end_of_scan(content: bytes, start: int) -> int:
    found = _MARKER.search(content, start)
    if found is None:
        raise Unfit(Fault.CUT_SHORT)
    return found.start()


def _refuse_too_large(marker: int, segment: bytes) -> None:
    if marker not in _FRAMES:
        return
    if len(segment) < 6:
        raise Unfit(Fault.DAMAGED)
    _, height, width = struct.unpack(">BHH", segment[:5])
    if not height or not width:
        raise Unfit(Fault.DAMAGED)
    if height * width > MOST_PIXELS:
        raise Unfit(Fault.TOO_MANY_PIXELS, megapixels=MOST_PIXELS // 1_000_000)


def _way_up(tiff: bytes) -> int:
    """1 to 8 as Exif numbers them; 1, as it stands, where nothing readable is said."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4) if order else (len(tiff),)
        (entries,) = struct.unpack_from(f"{order or '>'}H", tiff, first)
        for number in range(entries):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _only_way_up(way_up: int) -> bytes:
    """An Exif of our own with one entry."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, way_up, 0)
    return _written(0xE1, b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 1) + entry + bytes(4))


def _written(marker: int, segment: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(segment) + 2).to_bytes(2, "big") + segment
