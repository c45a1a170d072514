"""A PNG written anew from its picture alone. Left behind: Exif, texts, hours, profiles, and whatever follows the end."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from math import ceil

from panoh.registry.rules.attachments.faults import Fault, Unfit
from panoh.registry.rules.attachments.limits import MOST_PIXELS, MOST_UNPACKED

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {1, 2, 4, 8, 16}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""How an interlaced picture is cut up (Adam7): first column and row, step across and down."""
_STEP = 1_000_000


def cleaned(content: bytes) -> bytes:
    chunks = [(kind, data) for kind, data in _chunks(content) if kind in _KEPT]
    kinds = [kind for kind, _ in chunks]
    if kinds[0] != b"IHDR" or kinds.count(b"IHDR") != 1 or b"IDAT" not in kinds:
        raise Unfit(Fault.DAMAGED)
    _refuse_what_does_not_unpack(b"".join(data for kind, data in chunks if kind == b"IDAT"), _size(chunks[0][1]))
    return SIGNATURE + b"".join(_written(kind, data) for kind, data in chunks)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Up to the end the picture names itself."""
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        data, check = content[at + 8 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if len(check) < 4:
            raise Unfit(Fault.CUT_SHORT)
        if zlib.crc32(kind + data) != int.from_bytes(check, "big"):
            raise Unfit(Fault.DAMAGED)
        yield kind, data
        at += 12 + length


def _size(header: bytes) -> int:
    """How many bytes the picture has once unpacked; never more than a machine should be asked for."""
    if len(header) != 13:
        raise Unfit(Fault.DAMAGED)
    width, height, depth, colours, packing, filtering, interlaced = struct.unpack(">IIBBBBB", header)
    if not width or not height or depth not in _DEPTHS or colours not in _CHANNELS or packing or filtering:
        raise Unfit(Fault.DAMAGED)
    if width * height > MOST_PIXELS:
        raise Unfit(Fault.TOO_MANY_PIXELS, megapixels=MOST_PIXELS // 1_000_000)
    bits = depth * _CHANNELS[colours]
    if not interlaced:
        return _bytes_of(width, height, bits)
    parts = ((ceil((width - x) / across), ceil((height - y) / down)) for x, y, across, down in _PASSES)
    return sum(_bytes_of(wide, high, bits) for wide, high in parts if wide > 0 and high > 0)


def _bytes_of(width: int, height: int, bits: int) -> int:
    return height * (1 + ceil(width * bits / 8))


def _refuse_what_does_not_unpack(packed: bytes, size: int) -> None:
    """Half a picture is found here, and so is one that unpacks to more than its header says."""
    if size > MOST_UNPACKED:
        raise Unfit(Fault.UNPACKS_TOO_FAR)
    unpacking, found, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and not unpacking.eof and found <= size:
            found += len(unpacking.decompress(rest, _STEP))
            rest = unpacking.unconsumed_tail
    except zlib.error:
        raise Unfit(Fault.DAMAGED) from None
    if found > size:
        raise Unfit(Fault.UNPACKS_TOO_FAR)
    if found < size:
        raise Unfit(Fault.CUT_SHORT)


def _written(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
