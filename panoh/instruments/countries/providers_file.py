"""Reading providers.yaml: what is known of the desks that give services, held to the files it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from panoh.instruments.kinds.provider import Provider
from panoh.instruments.kinds.source import citations
from panoh.instruments.reader import TextError


def providers_from(
    value: dict[str, Any], *, desks: Collection[str], languages: Collection[str], places: Collection[str], name: str
) -> tuple[Provider, ...]:
    """Raises TextError where a desk stands twice, or a desk, language or place is not in the country's other files."""
    built = tuple(map(_provider, value["providers"]))
    named = [each.desk for each in built]
    for each in built:
        if named.count(each.desk) > 1:
            raise TextError(f"{name}: the desk {each.desk!r} stands twice; keep one")
        _known(name, each.desk, "desk", [each.desk], desks, "agencies.yaml")
        _known(name, each.desk, "language", each.languages, languages, "country.yaml")
        _known(name, each.desk, "place", each.covers, places, "divisions.yaml")
    return built


def _provider(value: dict[str, Any]) -> Provider:
    return Provider(
        desk=value["desk"],
        serves=tuple(value.get("serves", ())),
        languages=tuple(value.get("languages", ())),
        covers=tuple(value.get("covers", ())),
        sources=citations(value["sources"]),
    )


def _known(name: str, desk: str, kind: str, used: Iterable[str], known: Collection[str], where: str) -> None:
    for key in used:
        if key not in known:
            raise TextError(f"{name}: {desk}: unknown {kind} {key!r}; write it in {where} or correct the name")
