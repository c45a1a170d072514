"""The catalogue of services a person can be referred to, from the treaty standard and from what the country gives."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from panoh.instruments import library
from panoh.instruments.kinds.service import Service
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.reader import TextError, read


@lru_cache
def services() -> tuple[Service, ...]:
    """Every service in the catalogue. Raises TextError where a key stands twice or a source is not on the shelf."""
    value = read(Path(__file__).parent / "services.yaml", schema="services")
    built = tuple(map(_service, value["services"]))
    keys = [service.key for service in built]
    for service in built:
        if keys.count(service.key) > 1:
            raise TextError(f"services.yaml: the service {service.key!r} stands twice; keep one")
        for citation in service.sources:
            if citation.source not in library.sources():
                raise TextError(f"services.yaml: {service.key}: the source {citation.source!r} is not in sources.yaml")
    return built


def service(key: str) -> Service:
    """The service called `key`; raises KeyError when there is none."""
    for entry in services():
        if entry.key == key:
            return entry
    raise KeyError(key)


def _service(value: dict[str, Any]) -> Service:
    return Service(
        key=value["key"],
        name=Words.of(value["name"]),
        meaning=Words.of(value["meaning"]),
        standard=Words.of(value["standard"]),
        urgent=value.get("urgent", False),
        for_children=value.get("for_children", False),
        sources=citations(value["sources"]),
    )
