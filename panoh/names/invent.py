"""Invents people for the demonstration and the tests: names as their papers carry them, never a real person's.

The same seed gives the same people. Document numbers begin with DEMO, a series no state issues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from panoh.names import stock
from panoh.names.family import Sex
from panoh.names.papers import Bearer, WrittenName, another_paper, papers_of

Nationality = Literal["TJ", "UZ", "RU", "AF", "KG", "BD"]

NATIONALITIES: tuple[Nationality, ...] = ("TJ", "UZ", "RU", "AF", "KG", "BD")
SEXES: tuple[Sex, ...] = ("f", "m")
INVENTED_SERIES = "DEMO"
BORN = (date(1962, 1, 1), date(2012, 12, 31))

_STOCKS: dict[Nationality, stock.Stock] = {
    "TJ": stock.TAJIK,
    "UZ": stock.UZBEK,
    "RU": stock.RUSSIAN,
    "AF": stock.AFGHAN,
    "KG": stock.KYRGYZ,
    "BD": stock.BANGLADESHI,
}


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Someone who does not exist. `given`, `family` and `father` are as the person's own people writes them."""

    given: str
    family: str
    father: str
    sex: Sex
    names_as_written: tuple[WrittenName, ...]
    birth_date: date
    nationality: Nationality
    document_number: str
    bearer: Bearer


def invent(
    seed: int,
    *,
    nationality: Nationality | None = None,
    sex: Sex | None = None,
    born: tuple[date, date] = BORN,
) -> InventedPerson:
    """One invented person; the same arguments always give the same one."""
    random = Random(f"panoh-{seed}")  # noqa: S311 - invented people must be the same every time, not secret
    nation: Nationality = random.choice(NATIONALITIES) if nationality is None else nationality
    chosen_sex: Sex = random.choice(SEXES) if sex is None else sex
    names = _STOCKS[nation]
    bearer = Bearer(
        nation=nation,
        given=random.choice(names.women if chosen_sex == "f" else names.men),
        family=random.choice(names.families),
        father=random.choice(names.men),
        sex=chosen_sex,
    )
    written = papers_of(bearer)
    return InventedPerson(
        given=bearer.given.own,
        family=bearer.family_as_written,
        father=bearer.father.own,
        sex=chosen_sex,
        names_as_written=written,
        birth_date=born[0] + timedelta(days=random.randrange((born[1] - born[0]).days + 1)),
        nationality=nation,
        document_number=f"{INVENTED_SERIES}{random.randrange(10**7):07d}",
        bearer=bearer,
    )


def people(count: int, *, seed: int = 0, nationality: Nationality | None = None) -> Iterator[InventedPerson]:
    """`count` invented people."""
    for number in range(count):
        yield invent(seed * 1_000_003 + number, nationality=nationality)


def respell(person: InventedPerson, random: Random) -> WrittenName:
    """The name as one more paper of the same person might have it."""
    return another_paper(person.bearer, random)
