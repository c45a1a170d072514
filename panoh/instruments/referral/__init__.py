"""The catalogue of services a person can be referred to, from the treaty standard and from what the country gives."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from panoh.instruments import library
from panoh.instruments.kinds.procedure import Unit
from panoh.instruments.kinds.service import AnswerPeriod, ReportPeriod, Service, ServiceGroup, SharingPeriod
from panoh.instruments.kinds.source import Citation, Words, citations
from panoh.instruments.reader import TextError, read


@lru_cache
def services() -> tuple[Service, ...]:
    """Every service in the catalogue. Raises TextError where a key stands twice or a source is not on the shelf."""
    value = read(Path(__file__).parent / "services.yaml", schema="services")
    built = tuple(map(_service, value["services"]))
    keys = [service.key for service in built]
    grouped = {group["key"] for group in value["groups"]}
    for service in built:
        if keys.count(service.key) > 1:
            raise TextError(f"services.yaml: the service {service.key!r} stands twice; keep one")
        if service.group not in grouped:
            raise TextError(f"services.yaml: {service.key}: there is no group {service.group!r}")
        _on_the_shelf(service.sources, f"services.yaml: {service.key}")
    return built


@lru_cache
def service_groups() -> tuple[ServiceGroup, ...]:
    """What comes first in a person's life stands first."""
    value = read(Path(__file__).parent / "services.yaml", schema="services")
    return tuple(ServiceGroup(each["key"], Words.of(each["name"])) for each in value["groups"])


def service(key: str) -> Service:
    """The service called `key`; raises KeyError when there is none."""
    for entry in services():
        if entry.key == key:
            return entry
    raise KeyError(key)


@lru_cache
def answer_period(urgency: str) -> AnswerPeriod:
    """How long a desk may take to answer a need of this urgency; raises KeyError for an urgency there is no period for."""
    for value in read(Path(__file__).parent / "answer_periods.yaml", schema="answer_periods")["periods"]:
        if value["urgency"] == urgency:
            report = ReportPeriod(value["report"]["amount"], Unit(value["report"]["unit"]))
            period = (value["amount"], Unit(value["unit"]), report, value["escalates_to"])
            found = AnswerPeriod(urgency, *period, citations(value["sources"]))
            _on_the_shelf(found.sources, f"answer_periods.yaml: {urgency}")
            return found
    raise KeyError(urgency)


@lru_cache
def sharing_period(purpose: str) -> SharingPeriod:
    """How long what is shown for this purpose stays shown; raises KeyError for a purpose there is no period for."""
    for value in read(Path(__file__).parent / "sharing_periods.yaml", schema="sharing_periods")["periods"]:
        if value["purpose"] == purpose:
            found = SharingPeriod(purpose, value["amount"], Unit(value["unit"]), citations(value["sources"]))
            _on_the_shelf(found.sources, f"sharing_periods.yaml: {purpose}")
            return found
    raise KeyError(purpose)


def _on_the_shelf(cited: tuple[Citation, ...], place: str) -> None:
    for citation in cited:
        if citation.source not in library.sources():
            raise TextError(f"{place}: the source {citation.source!r} is not in sources.yaml")


def _service(value: dict[str, Any]) -> Service:
    return Service(
        key=value["key"],
        name=Words.of(value["name"]),
        meaning=Words.of(value["meaning"]),
        standard=Words.of(value["standard"]),
        urgent=value.get("urgent", False),
        for_children=value.get("for_children", False),
        asks=tuple(value.get("asks", ())),
        group=value["group"],
        unasked=value.get("unasked", False),
        sources=citations(value["sources"]),
    )
