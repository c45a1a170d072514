"""The sources a country's files cite, and the check that no file cites one that is not listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from panoh.instruments.kinds.source import Citation, Source, Verification
from panoh.instruments.reader import TextError


def sources_from(value: dict[str, Any], shelf: Mapping[str, Source], *, name: str) -> dict[str, Source]:
    """The country's sources by id, on top of those on the shelf that everything may cite."""
    listed = dict(shelf)
    for entry in value["sources"]:
        if entry["id"] in listed:
            raise TextError(f"{name}: the source {entry['id']!r} stands twice; keep one")
        words = {key: str(entry.get(key, "")) for key in ("id", "title", "issuer", "year", "note")}
        listed[entry["id"]] = Source(verification=Verification(entry["verification"]), **words)
    return listed


def hold_to_sources(built: Any, listed: Mapping[str, Source], *, name: str, text: str = "") -> None:
    """Raise TextError where a citation names no listed source, or claims more than the source itself was verified;
    with the line of the first such citation where the `text` is given."""
    for citation in cited(built):
        place = f"{name}: {_line_of(citation.source, text)}cites {citation.source!r}"
        if citation.source not in listed:
            raise TextError(f"{place}, which is not listed in sources.yaml")
        if _rank(citation.verification) > _rank(listed[citation.source].verification):
            raise TextError(
                f"{place} ({citation.place}) as {citation.verification}, "
                f"but the source itself is only {listed[citation.source].verification}"
            )


def _line_of(source: str, text: str) -> str:
    cites = re.compile(rf"\bsource: [\"']?{re.escape(source)}\b")
    numbers = (number for number, line in enumerate(text.splitlines(), start=1) if cites.search(line))
    return next((f"line {number}: " for number in numbers), "")


def cited(value: Any) -> Iterator[Citation]:
    """Every citation anywhere inside a built text."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from cited(entry)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from cited(getattr(value, field.name))


def _rank(verification: Verification) -> int:
    return list(reversed(Verification)).index(verification)
