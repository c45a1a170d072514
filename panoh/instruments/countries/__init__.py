"""What each country brings, by country code: procedure, agencies, divisions, offences, calendar and published figures.

Everything is read once, held to its schema and cross-checked; a mistake in a file is a TextError that names the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from panoh.instruments import fault_words as say
from panoh.instruments import library
from panoh.instruments.countries.country_files import agencies_from, calendar_from, country_from, divisions_from
from panoh.instruments.countries.figures_file import read_figures
from panoh.instruments.countries.offences_file import offences_from
from panoh.instruments.countries.procedure_file import procedure_from, roles_from
from panoh.instruments.countries.providers_file import providers_from
from panoh.instruments.kinds.calendar import Calendar
from panoh.instruments.kinds.country import Agency, Country, Division
from panoh.instruments.kinds.figure import PublishedFigure
from panoh.instruments.kinds.non_penalisation import NonPenalisation, non_penalisation_from
from panoh.instruments.kinds.offence import OffenceRegister
from panoh.instruments.kinds.operation import Sector, sectors_from
from panoh.instruments.kinds.procedure import Procedure, Role
from panoh.instruments.kinds.provider import Provider
from panoh.instruments.kinds.reading_purpose import ReadingPurposes, reading_purposes_from
from panoh.instruments.kinds.residence import Residence, residence_from
from panoh.instruments.kinds.returning import Returning, returning_from
from panoh.instruments.kinds.sign_in import SignInRule, sign_in_rules_from
from panoh.instruments.kinds.source import Source
from panoh.instruments.kinds.source_file import hold_to_sources, sources_from
from panoh.instruments.reader import TextError, parse, read
from panoh.instruments.referral import services

_HERE = Path(__file__).parent
T = TypeVar("T")


def codes() -> tuple[str, ...]:
    """The countries there is a folder for."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/country.yaml")))


@lru_cache
def country(code: str) -> Country:
    """Names, codes, languages, money and emergency numbers."""
    return _cited(country_from(_read(code, "country")), code, "country")


@lru_cache
def roles(code: str) -> tuple[Role, ...]:
    """The parts in the mechanism."""
    return _cited(roles_from(_read(code, "roles")), code, "roles")


@lru_cache
def procedure(code: str) -> Procedure:
    """The written procedure: states, steps, owners, clocks, helps."""
    text, name = procedure_text(code), "procedure.yaml"
    built = procedure_from(parse(text, name=name), roles(code), name=name, text=text)
    return _cited(built, code, "procedure")


def procedure_text(code: str) -> str:
    """The procedure's file, word for word: what is kept when cases begin to run under it."""
    _known(code)
    return (_HERE / code / "procedure.yaml").read_text(encoding="utf-8")


def broken_procedures(code: str) -> Mapping[str, Path]:
    """The deliberately broken variations of a country's procedure, by name: each a patch, each breaks a promise."""
    _known(code)
    return MappingProxyType({path.stem: path for path in sorted((_HERE / code / "broken").glob("*.yaml"))})


def procedure_in(text: str, code: str, *, name: str) -> Procedure:
    """A procedure somebody sends in as the text of a file; held to schema, names and sources like the one in the house.

    Raises TextError for anything that cannot be read or points nowhere. Whether it keeps the promises is another matter.
    """
    value = parse(text, name=name)
    if "change" in value:
        raise TextError(say.ONLY_A_PATCH.fill(base=repr(value.get("base")))).of(name)
    built = procedure_from(value, roles(code), name=name, text=text)
    if built.country != code:
        raise TextError(say.OTHER_COUNTRY.fill(theirs=repr(built.country), ours=repr(code))).of(name)
    hold_to_sources(built, sources(code), name=name, text=text)
    return built


@lru_cache
def calendar(code: str) -> Calendar:
    """Weekend, holidays and time zone of the offices."""
    return _cited(calendar_from(_read(code, "calendar"), country=code), code, "calendar")


@lru_cache
def divisions(code: str) -> tuple[Division, ...]:
    """Regions first, then their cities and districts."""
    return _cited(divisions_from(_read(code, "divisions"), name="divisions.yaml"), code, "divisions")


@lru_cache
def agencies(code: str) -> tuple[Agency, ...]:
    """Ministries, services, international organisations and NGOs, with their desks."""
    built = agencies_from(
        _read(code, "agencies"),
        roles=roles(code),
        regions=[division.code for division in divisions(code)],
        services=[service.key for service in services()],
        name="agencies.yaml",
    )
    return _cited(built, code, "agencies")


@lru_cache
def providers(code: str) -> Mapping[str, Provider]:
    """What is known of the desks that give services, by desk."""
    built = providers_from(
        _read(code, "providers"),
        desks=[desk.key for agency in agencies(code) for desk in agency.desks if desk.services],
        languages=[language.code for language in country(code).languages],
        places=[country(code).alpha2, *(division.code for division in divisions(code))],
        name="providers.yaml",
    )
    return MappingProxyType({each.desk: each for each in _cited(built, code, "providers")})


@lru_cache
def offences(code: str) -> OffenceRegister:
    """The offences of the country's codes, and how the mechanism classes them."""
    return _cited(offences_from(_read(code, "offences"), name="offences.yaml"), code, "offences")


@lru_cache
def non_penalisation(code: str) -> NonPenalisation:
    """When a penalty on a victim is looked at, stayed and lifted."""
    known = {each.key for each in offences(code).offences}
    built = non_penalisation_from(_read(code, "non_penalisation"), offences=known, name="non_penalisation.yaml")
    return _cited(built, code, "non_penalisation")


@lru_cache
def residence(code: str) -> Residence:
    """On which grounds a foreign victim may stay, for how long, and who decides."""
    known = [role.key for role in roles(code)]
    built = residence_from(_read(code, "residence"), roles=known, name="residence.yaml")
    return _cited(built, code, "residence")


@lru_cache
def sectors(code: str) -> tuple[Sector, ...]:
    """Sectors in which forced labour or sexual exploitation was reported."""
    return _cited(sectors_from(_read(code, "sectors")), code, "sectors")


@lru_cache
def returning(code: str) -> Returning:
    """What is looked at before a return, and the periods of returns, of custody of children and of consular files."""
    return _cited(returning_from(_read(code, "returns"), name="returns.yaml"), code, "returns")


@lru_cache
def sign_in_rules(code: str) -> Mapping[str, SignInRule]:
    """How each role signs in, by role."""
    known = [role.key for role in roles(code)]
    built = sign_in_rules_from(_read(code, "sign_in"), roles=known, name="sign_in.yaml")
    _cited([*built.values()], code, "sign_in")
    return MappingProxyType(built)


@lru_cache
def reading_purposes(code: str) -> ReadingPurposes:
    """For what a name may be opened by whoever the law asks."""
    built = reading_purposes_from(_read(code, "reading_purposes"), name="reading_purposes.yaml")
    return _cited(built, code, "reading_purposes")


@lru_cache
def published_figures(code: str) -> tuple[PublishedFigure, ...]:
    """What others have published about the country: numbers, none, and what was never reported."""
    _known(code)
    return read_figures(_HERE / code / "published_figures.csv")


@lru_cache
def sources(code: str) -> Mapping[str, Source]:
    """The texts this country's files may cite, by id: its own and the international ones."""
    return MappingProxyType(sources_from(_read(code, "sources"), library.sources(), name="sources.yaml"))


def _read(code: str, name: str) -> dict[str, Any]:
    _known(code)
    return read(_HERE / code / f"{name}.yaml", schema=name)


def _known(code: str) -> None:
    if code not in codes():
        raise TextError(f"there is no country {code!r}; known: {', '.join(codes())}")


def _cited(built: T, code: str, name: str) -> T:
    hold_to_sources(built, sources(code), name=f"{name}.yaml")
    return built
