"""Builds a country's calendar, agencies and divisions from their files, each already held to its schema."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from panoh.instruments.kinds.calendar import Calendar, DatedHoliday, MovedDay, YearlyHoliday
from panoh.instruments.kinds.country import (
    Agency,
    Amount,
    Country,
    Desk,
    Division,
    EmergencyContact,
    FormerName,
    Language,
    Retention,
    Season,
    SeasonYear,
)
from panoh.instruments.kinds.procedure import Role
from panoh.instruments.kinds.source import Words, citations
from panoh.instruments.reader import TextError


def country_from(value: dict[str, Any]) -> Country:
    return Country(
        code=value["code"],
        alpha2=value["alpha2"],
        alpha3=value["alpha3"],
        numeric=value["numeric"],
        name=Words.of(value["name"]),
        calling_code=value["calling_code"],
        time_zone=value["time_zone"],
        currency=value["currency"],
        currency_name=Words.of(value["currency_name"]),
        age_of_majority=value["age_of_majority"],
        languages=tuple(map(_language, value["languages"])),
        amounts=tuple(map(_amount, value["amounts"])),
        emergency=tuple(
            EmergencyContact(entry["key"], Words.of(entry["name"]), entry["number"], citations(entry["sources"]))
            for entry in value["emergency"]
        ),
        retention=_retention(value["retention"]),
        seasons=tuple(map(_season, value["seasons"])),
        sources=citations(value["sources"]),
    )


def _season(value: dict[str, Any]) -> Season:
    years = [
        SeasonYear(
            each["year"],
            date.fromisoformat(each["first"]),
            date.fromisoformat(each["last"]),
            citations(each["sources"]),
        )
        for each in value.get("years", ())
    ]
    for each in years:
        if each.last < each.first or each.first.year != each.year:
            raise TextError(f"country.yaml: {value['key']} {each.year}: it begins in that year and ends after it began")
    return Season(
        value["key"],
        Words.of(value["name"]),
        value["from_month"],
        value["to_month"],
        citations(value["sources"]),
        tuple(years),
    )


def _retention(value: dict[str, Any]) -> Retention:
    return Retention(
        value["years_after_closing"],
        value["keep_longer_years"],
        value["list_years_after_closing"],
        citations(value["sources"]),
    )


def calendar_from(value: dict[str, Any], *, country: str) -> Calendar:
    return Calendar(
        country=country,
        time_zone=value["time_zone"],
        weekend=tuple(value["weekend"]),
        yearly=tuple(
            YearlyHoliday(
                Words.of(entry["name"]),
                entry["month"],
                entry["day"],
                entry["from_year"],
                entry.get("to_year"),
                citations(entry["sources"]),
            )
            for entry in value["yearly"]
        ),
        dated=tuple(
            DatedHoliday(Words.of(entry["name"]), date.fromisoformat(on), citations(entry["sources"]))
            for entry in value["dated"]
            for on in entry["on"]
        ),
        moved=tuple(
            MovedDay(
                Words.of(entry["name"]), date.fromisoformat(entry["on"]), entry["works"], citations(entry["sources"])
            )
            for entry in value.get("moved", ())
        ),
    )


def agencies_from(
    value: dict[str, Any], *, roles: Iterable[Role], regions: Iterable[str], services: Iterable[str], name: str
) -> tuple[Agency, ...]:
    """The agencies. Raises TextError for a role, region or service that does not exist, or a key that stands twice."""
    agencies = tuple(map(_agency, value["agencies"]))
    keys = [agency.key for agency in agencies]
    desks = [desk.key for agency in agencies for desk in agency.desks]
    for key in (*keys, *desks):
        if (keys + desks).count(key) > 1:
            raise TextError(f"{name}: the key {key!r} stands twice; keep one")
    held = [role for role in roles if role.post]
    for agency in agencies:
        if agency.parent and agency.parent not in keys:
            raise TextError(f"{name}: {agency.key}: unknown parent {agency.parent!r}")
        for desk in agency.desks:
            place = f"{name}: desk {desk.key}"
            _known(place, "role", desk.roles, {role.key for role in held}, "roles.yaml")
            _known(place, "region", filter(None, [desk.region]), set(regions), "divisions.yaml")
            _known(place, "service", desk.services, set(services), "services.yaml")
            _keep_apart(desk, {role.key for role in held if role.investigates}, place)
    return agencies


def divisions_from(value: dict[str, Any], *, name: str) -> tuple[Division, ...]:
    """Regions and units. Raises TextError for an unknown region or a code that stands twice."""
    divisions = tuple(map(_division, [*value["regions"], *value["units"]]))
    codes = [division.code for division in divisions]
    for division in divisions:
        if codes.count(division.code) > 1:
            raise TextError(f"{name}: the code {division.code!r} stands twice; keep one")
        if division.parent and division.parent not in codes:
            raise TextError(f"{name}: {division.code}: unknown region {division.parent!r}")
    return divisions


def _language(value: dict[str, Any]) -> Language:
    return Language(
        value["code"],
        Words.of(value["name"]),
        value["script"],
        value.get("right_to_left", False),
        value["pages"],
        value["for_victims"],
        citations(value["sources"]),
    )


def _amount(value: dict[str, Any]) -> Amount:
    return Amount(
        value["key"],
        Decimal(str(value["value"])),
        date.fromisoformat(value["valid_from"]),
        _day(value.get("valid_to")),
        citations(value["sources"]),
    )


def _agency(value: dict[str, Any]) -> Agency:
    return Agency(
        key=value["key"],
        kind=value["kind"],
        parent=value.get("parent", ""),
        name=Words.of(value["name"]),
        valid_from=_day(value.get("valid_from")),
        valid_to=_day(value.get("valid_to")),
        desks=tuple(map(_desk, value["desks"])),
        sources=citations(value["sources"]),
    )


def _desk(value: dict[str, Any]) -> Desk:
    return Desk(
        key=value["key"],
        name=Words.of(value["name"]),
        region=value.get("region", ""),
        abroad=value.get("abroad", ""),
        roles=tuple(value["roles"]),
        services=tuple(value.get("services", ())),
        sources=citations(value["sources"]),
    )


def _known(place: str, kind: str, used: Iterable[str], known: set[str], where: str) -> None:
    for key in used:
        if key not in known:
            raise TextError(f"{place}: unknown {kind} {key!r}; write it in {where} or correct the name")


def _keep_apart(desk: Desk, investigating: set[str], place: str) -> None:
    """Whoever investigates does not decide (promise 9), so no desk may do both."""
    both = set(desk.roles) & investigating and set(desk.roles) & {"preliminary_decider", "formal_decider"}
    if both:
        raise TextError(f"{place}: investigates and decides on status; give one of the two to another desk")


def _division(value: dict[str, Any]) -> Division:
    return Division(
        code=value["code"],
        kind=value["kind"],
        parent=value.get("region", ""),
        name=Words.of(value["name"]),
        former=tuple(FormerName(entry["name"], citations(entry["sources"])) for entry in value.get("former", ())),
        sources=citations(value["sources"]),
        tile=tuple(value["tile"]) if "tile" in value else None,
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
