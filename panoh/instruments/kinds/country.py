"""What a country brings to the mechanism: names and codes, languages, money, agencies and their desks, divisions."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from panoh.instruments.kinds.source import Citation, Words


@dataclass(frozen=True)
class Language:
    """A language spoken with people. `pages` is True where Panoh's own pages exist in it."""

    code: str
    name: Words
    script: str
    right_to_left: bool
    pages: bool
    for_victims: bool
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Amount:
    """An official amount that changes by date, such as the unit in which fines are written."""

    key: str
    value: Decimal
    valid_from: date
    valid_to: date | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class EmergencyContact:
    """A number to call. `number` is None where we do not know it; it is never guessed."""

    key: str
    name: Words
    number: str | None
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class SeasonYear:
    """When a season was, or is said to be, in one year."""

    year: int
    first: date
    last: date
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Season:
    """A time of year in which a known risk rises. `years`: where its days are known."""

    key: str
    name: Words
    from_month: int
    to_month: int
    sources: tuple[Citation, ...]
    years: tuple[SeasonYear, ...] = ()

    def known(self, year: int) -> SeasonYear | None:
        return next((each for each in self.years if each.year == year), None)

    def days(self, year: int) -> tuple[date, date]:
        """Its days in a year, or whole months where nobody wrote them down. It may end in the year after."""
        if (known := self.known(year)) is not None:
            return known.first, known.last
        ends = year + (self.to_month < self.from_month)
        return date(year, self.from_month, 1), date(ends, self.to_month, monthrange(ends, self.to_month)[1])


@dataclass(frozen=True)
class Retention:
    """How many years names are kept after a case was closed, and for how many more at a time people may decide.
    `list_years_after_closing`: those on the list of an operation that led to no case, after it was closed."""

    years_after_closing: int
    keep_longer_years: int
    list_years_after_closing: int
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Country:
    code: str
    alpha2: str
    alpha3: str
    numeric: str
    name: Words
    calling_code: str
    time_zone: str
    currency: str
    currency_name: Words
    age_of_majority: int
    languages: tuple[Language, ...]
    amounts: tuple[Amount, ...]
    emergency: tuple[EmergencyContact, ...]
    retention: Retention
    seasons: tuple[Season, ...]
    sources: tuple[Citation, ...]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def amount(self, key: str, on: date) -> Amount | None:
        """The amount in force on a date; None where it is not known for that date."""
        for amount in self.amounts:
            if amount.key == key and amount.valid_from <= on and (amount.valid_to is None or on <= amount.valid_to):
                return amount
        return None


@dataclass(frozen=True)
class Desk:
    """Where work arrives: a unit of an agency in a place, at home (`region`) or abroad (`abroad`, a country code)."""

    key: str
    name: Words
    region: str
    abroad: str
    roles: tuple[str, ...]
    services: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Agency:
    key: str
    kind: str
    parent: str
    name: Words
    valid_from: date | None
    valid_to: date | None
    desks: tuple[Desk, ...]
    sources: tuple[Citation, ...]

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(role for desk in self.desks for role in desk.roles)


@dataclass(frozen=True)
class FormerName:
    """A name that still stands on papers, of birth places above all."""

    name: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Division:
    """A region (no parent) or one of its cities and districts. `tile`: where a region stands in a drawing by tiles, column
    (in halves) and row; no boundary."""

    code: str
    kind: str
    parent: str
    name: Words
    former: tuple[FormerName, ...]
    sources: tuple[Citation, ...]
    tile: tuple[int, int] | None = None
