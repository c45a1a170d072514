"""Packed files opened with care: what is no workbook is named, and what would unpack beyond all measure is refused."""

from __future__ import annotations

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from panoh.exchange.manifest.faults import ManifestUnusable
from panoh.instruments.kinds.source import Words

MOST_UNPACKED = 600_000_000
MOST_TEXTS = 120_000_000
"""Shared texts stand in memory whole; the sheets do not."""
MOST_PARTS = 2_000
MOST_TIMES = 200
"""A part that unpacks to more times its size than text ever does is a bomb."""
SMALL = 2_000_000

PACKED, OLD_OR_LOCKED, PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def checked_archive(file: BinaryIO) -> ZipFile:
    """The archive of a workbook. Sizes are those it declares; unpacking stops at them."""
    try:
        archive = ZipFile(file)
        names = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise ManifestUnusable("damaged") from None
    if "xl/workbook.bin" in names:
        raise ManifestUnusable("not_text", looks_like=Words("Excel (.xlsb)"))
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise ManifestUnusable("not_text", looks_like=_what(archive, names))
    _refuse_bombs(archive)
    return archive


def old_or_locked(start: bytes, file: BinaryIO) -> ManifestUnusable:
    """A file in the old packing of Office: an .xls, or a new workbook behind a password."""
    locked = _LOCKED in start or _LOCKED in file.read(2_000_000)
    return ManifestUnusable("locked" if locked else "old_workbook")


def _refuse_bombs(archive: ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    texts = sum(part.file_size for part in parts if "sharedStrings" in part.filename)
    swollen = any(part.file_size > SMALL and part.file_size > MOST_TIMES * part.compress_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or texts > MOST_TEXTS or swollen:
        raise ManifestUnusable("too_large_unpacked", megabytes=unpacked // 1_000_000)
    for part in parts:
        if part.flag_bits & 1:
            raise ManifestUnusable("locked")
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as markup:
                if b"<!DOCTYPE" in markup.read(4_096):
                    raise ManifestUnusable("damaged")


def _what(archive: ZipFile, names: set[str]) -> Words:
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype")[:200]:
        return Words("OpenDocument (.ods)")
    if "word/document.xml" in names:
        return Words("Word (.docx)")
    return Words("a packed file (.zip)", "архив (.zip)", "бойгонӣ (.zip)")
