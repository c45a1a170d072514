"""The sources a country's files cite, and the check that no file cites one that is not listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from panoh.instruments import fault_words as say
from panoh.instruments.kinds.source import Citation, Source, Verification, Words
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
        source = repr(citation.source)
        if citation.source not in listed:
            raise _there(say.NOT_LISTED.fill(source=source), citation, text).of(name)
        own = listed[citation.source].verification
        if _rank(citation.verification) > _rank(own):
            claim = {"source": source, "place": citation.place, "mark": citation.verification, "own": own}
            raise _there(say.CLAIMS_MORE.fill(**claim), citation, text).of(name)


def _there(said: Words, citation: Citation, text: str) -> TextError:
    cites = re.compile(rf"\bsource: [\"']?{re.escape(citation.source)}\b")
    for number, line in enumerate(text.splitlines(), start=1):
        if cites.search(line):
            return TextError(say.LINE.fill(line=number, said=said))
    return TextError(said)


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
