"""What a file is, by its first bytes. Its name and what a browser says of it count for nothing."""

from __future__ import annotations

from enum import StrEnum

from panoh.registry.rules.attachments.faults import Fault, Unfit


class Media(StrEnum):
    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def ending(self) -> str:
        return {Media.PDF: "pdf", Media.JPEG: "jpg", Media.PNG: "png"}[self]


_BEGINS = {b"%PDF-": Media.PDF, b"\xff\xd8\xff": Media.JPEG, b"\x89PNG\r\n\x1a\n": Media.PNG}
_KNOWN_OTHERS = {
    b"PK": Fault.PACKED,
    b"Rar!": Fault.PACKED,
    b"7z\xbc\xaf": Fault.PACKED,
    b"\x1f\x8b": Fault.PACKED,
    b"\xd0\xcf\x11\xe0": Fault.PACKED,
    b"MZ": Fault.PROGRAM,
    b"\x7fELF": Fault.PROGRAM,
    b"#!": Fault.PROGRAM,
}


def media_of(content: bytes) -> Media:
    """From the very first byte: what begins otherwise may be two files in one."""
    if not content:
        raise Unfit(Fault.EMPTY)
    for begin, media in _BEGINS.items():
        if content.startswith(begin):
            return media
    if content[4:8] == b"ftyp" and content[8:12] in {b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif"}:
        raise Unfit(Fault.HEIC)
    raise Unfit(next((fault for begin, fault in _KNOWN_OTHERS.items() if content.startswith(begin)), Fault.UNKNOWN))
