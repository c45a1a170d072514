"""The objects of a PDF as far as its text needs them: pages in order, what is drawn on each, and the letters of its fonts."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+\d{1,5}\s+obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_REFERENCE = rb"(\d{1,7})\s+\d{1,5}\s+R"
_MOST_UNPACKED = 50_000_000
"""Of a whole file: the text of a report is a hundredth of that."""
_DEEPEST, _MOST_PAGES = 50, 500


@dataclass(frozen=True)
class PdfObject:
    """Its dictionary as it is written, and its stream unpacked."""

    head: bytes
    stream: bytes = b""

    def reference(self, key: str) -> int | None:
        found = re.search(rb"/" + key.encode() + rb"\s+" + _REFERENCE, self.head)
        return int(found[1]) if found else None

    def references(self, key: str) -> tuple[int, ...]:
        """One, or those of a list."""
        found = re.search(rb"/" + key.encode() + rb"\s*\[([^\]]*)\]", self.head)
        if found:
            return tuple(int(each) for each in re.findall(_REFERENCE, found[1]))
        one = self.reference(key)
        return () if one is None else (one,)

    def is_a(self, kind: str) -> bool:
        return re.search(rb"/Type\s*/" + kind.encode() + rb"\b", self.head) is not None


class PdfObjects:
    """A PDF by the numbers of its objects. What cannot be unpacked is empty."""

    def __init__(self, raw: bytes) -> None:
        self.locked = re.search(rb"/Encrypt\b", raw) is not None
        self._of: dict[int, PdfObject] = dict(_objects(raw))
        for each in list(self._of.values()):
            if each.is_a("ObjStm"):
                self._of.update(_packed(each))

    def get(self, number: int | None) -> PdfObject:
        return self._of.get(number, PdfObject(b"")) if number is not None else PdfObject(b"")

    def array(self, key: str, holder: PdfObject) -> bytes:
        """What stands between the brackets, wherever it is kept; empty where it is not told."""
        found = re.search(rb"/" + key.encode() + rb"\s*\[", holder.head)
        head = holder.head[found.end() :] if found else self.get(holder.reference(key)).head.strip()[1:]
        depth = 1
        for bracket in re.finditer(rb"[\[\]]", head):
            depth += 1 if bracket[0] == b"[" else -1
            if not depth:
                return head[: bracket.start()]
        return b""

    def listed(self, key: str, holder: PdfObject) -> tuple[int, ...]:
        """The objects an array names."""
        return tuple(int(each) for each in re.findall(_REFERENCE, self.array(key, holder)))

    @cached_property
    def pages(self) -> tuple[PdfObject, ...]:
        root = next((each for each in self._of.values() if each.is_a("Catalog")), PdfObject(b""))
        found = tuple(self._below(root.reference("Pages"), set()))
        return found or tuple(each for each in self._of.values() if each.is_a("Page"))

    def drawn(self, page: PdfObject) -> bytes:
        return b"\n".join(self.get(each).stream for each in page.references("Contents"))

    def fonts(self, page: PdfObject) -> Mapping[str, PdfObject]:
        """By the name the page uses."""
        return {name: self.get(number) for name, number in self._resources("Font", page).items()}

    def forms(self, page: PdfObject) -> Mapping[str, int]:
        """What is drawn as a sheet upon the sheet, as browsers do with all that is laid over or faded; not its pictures."""
        named = self._resources("XObject", page)
        return {name: each for name, each in named.items() if re.search(rb"/Subtype\s*/Form\b", self.get(each).head)}

    def _resources(self, kind: str, page: PdfObject) -> Mapping[str, int]:
        """Taken over from the pages above where it has none of its own."""
        for _ in range(_DEEPEST):
            resources = self.get(page.reference("Resources")).head or page.head
            inline = re.search(rb"/" + kind.encode() + rb"\s*<<(.*?)>>", resources, re.DOTALL)
            listed = inline[1] if inline else self.get(PdfObject(resources).reference(kind)).head
            named = re.findall(rb"/([^\s/<>\[\]()]+)\s+" + _REFERENCE, listed)
            if named:
                return {name.decode("latin-1"): int(number) for name, number in named}
            above = page.reference("Parent")
            if above is None:
                break
            page = self.get(above)
        return {}

    def _below(self, number: int | None, met: set[int | None]) -> Iterator[PdfObject]:
        """Each once: a file can lead in a ring."""
        each = self.get(number)
        if number in met or len(met) > _MOST_PAGES:
            return
        met.add(number)
        if each.is_a("Pages"):
            for kid in each.references("Kids"):
                yield from self._below(kid, met)
        elif each.head:
            yield each


def _objects(raw: bytes) -> Iterator[tuple[int, PdfObject]]:
    left = _MOST_UNPACKED
    for begins in _OBJECT.finditer(raw):
        ends = raw.find(b"endobj", begins.end())
        body = raw[begins.end() : ends if ends >= 0 else len(raw)]
        stream = _STREAM.search(body)
        if stream is None:
            yield int(begins[1]), PdfObject(body)
            continue
        head, starts = body[: stream.start()], begins.end() + stream.end()
        packed = raw[starts : raw.find(b"endstream", starts)]
        unpacked = _unpacked(head, packed, left)
        left -= len(unpacked)
        yield int(begins[1]), PdfObject(head, unpacked)


def _unpacked(head: bytes, packed: bytes, most: int) -> bytes:
    if most < 1 or (b"/Filter" in head and b"/FlateDecode" not in head):
        return b""
    if b"/Filter" not in head:
        return packed[:most]
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _packed(holder: PdfObject) -> Iterator[tuple[int, PdfObject]]:
    """The objects within an object: numbers and places first, then what they are."""
    count, first = (re.search(rb"/" + key + rb"\s+(\d+)", holder.head) for key in (b"N", b"First"))
    if count is None or first is None:
        return
    begin = int(first[1])
    numbers = [int(each) for each in holder.stream[:begin].split()[: 2 * int(count[1])] if each.isdigit()]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    for at, (number, place) in enumerate(places):
        ends = places[at + 1][1] if at + 1 < len(places) else len(holder.stream)
        yield number, PdfObject(holder.stream[begin + place : begin + ends])
