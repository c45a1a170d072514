"""A PDF that only shows pages: nothing that runs, opens, sends or carries something else, and no place in its photographs.

It is looked through as it stands and inside everything packed in it; it is not a search for viruses, which is why an
attachment is never shown in a page. What a photograph in it says beside its picture is overwritten where it stands, byte
for byte, so that the rest of the file remains as it was.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from panoh.registry.rules.attachments.faults import Fault, Unfit
from panoh.registry.rules.attachments.limits import MOST_UNPACKED

# Long names only: a short one (/JS) also turns up by chance in the data of a picture, and never stands without a long one.
_ACTS = re.compile(rb"/(?:JavaScript|Launch|Rendition|RichMedia|SubmitForm|ImportData|Movie|XFA|GoToE|GoToR)\b")
_CARRIES = re.compile(rb"/(?:EmbeddedFiles?|Collection|FileAttachment)\b")
_LOCKED = re.compile(rb"/Encrypt\b")
_COMPRESSED_OBJECTS = re.compile(rb"/(?:ObjStm|XRefStm|XRef)\b")
_UNREAD_PACKING = re.compile(
    rb"/(?:LZWDecode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode|Crypt|FlateDecode\s*/FlateDecode)\b"
)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")
_ENDS = re.compile(rb"%%EOF\s*\Z")
_EXIF = re.compile(rb"\xff\xe1(..)Exif\0\0", re.DOTALL)
_XMP_BEGIN, _XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_PLACE = re.compile(rb"Exif\0\0|GPSLatitude")
_END_OF_ZIP, _REACH_OF_ZIP = b"PK\x05\x06", 65_557
_FIRST_STEP, _STEP, _OVERLAP = 4_096, 1_000_000, 64


def cleaned(content: bytes) -> bytes:
    if not _ENDS.search(content[-1024:]):
        raise Unfit(Fault.TWO_IN_ONE if b"%%EOF" in content else Fault.CUT_SHORT)
    if _END_OF_ZIP in content[-_REACH_OF_ZIP:]:
        raise Unfit(Fault.TWO_IN_ONE)
    plain = _without_escapes(content)
    _refuse_what_acts(plain)
    if _LOCKED.search(plain):
        raise Unfit(Fault.LOCKED)
    if _COMPRESSED_OBJECTS.search(plain) and _UNREAD_PACKING.search(plain):
        raise Unfit(Fault.CANNOT_BE_LOOKED_THROUGH)
    for part in _unpacked(content):
        _refuse_what_acts(_without_escapes(part))
        if _PLACE.search(part):
            raise Unfit(Fault.TELLS_A_PLACE)
    kept = bytearray(content)
    _blank_exif(kept)
    _blank_xmp(kept)
    return bytes(kept)


def _refuse_what_acts(text: bytes) -> None:
    if _ACTS.search(text):
        raise Unfit(Fault.ACTS)
    if _CARRIES.search(text):
        raise Unfit(Fault.CARRIES_FILES)


def _without_escapes(text: bytes) -> bytes:
    """A name may be written with any of its letters as a number: /J#61vaScript."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text)


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Everything packed in the file, part by part. Each stream is tried, whatever is written in front of it."""
    left = MOST_UNPACKED
    for found in _STREAM.finditer(content):
        for part in _of_stream(content, found.end()):
            left -= len(part)
            if left < 0:
                raise Unfit(Fault.UNPACKS_TOO_FAR)
            yield part


def _of_stream(content: bytes, start: int) -> Iterator[bytes]:
    """Parts overlap by some bytes, so that a name across two of them is found."""
    unpacking, at, step, before = zlib.decompressobj(), start, _FIRST_STEP, b""
    try:
        while not unpacking.eof and (unpacking.unconsumed_tail or at < len(content)):
            given = unpacking.unconsumed_tail
            if not given:
                given = content[at : at + step]
                at, step = at + len(given), _STEP
            part = unpacking.decompress(given, _STEP)
            if part:
                yield before + part
            before = part[-_OVERLAP:]
    except zlib.error:
        return  # not packed this way, or damaged from here on: a picture, or nothing a reader can unpack either


def _blank_exif(kept: bytearray) -> None:
    for found in list(_EXIF.finditer(bytes(kept))):
        end = found.start() + 2 + int.from_bytes(found[1], "big")
        if found.end() < end <= len(kept):
            kept[found.end() : end] = bytes(end - found.end())


def _blank_xmp(kept: bytearray) -> None:
    at = 0
    while (start := kept.find(_XMP_BEGIN, at)) >= 0 and (at := kept.find(_XMP_END, start)) >= 0:
        kept[start:at] = b" " * (at - start)
