"""Who the demonstration's people are: drawn from a seed in the proportions the published reports describe.

Most are men who worked abroad; then women in sexual exploitation, children, and foreign workers in the country.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from panoh.names.invent import InventedPerson, Nationality, invent
from panoh.registry.actions import PersonGiven

FORMS = (("labour", "m", 55), ("sexual", "f", 25), ("labour", "f", 12), ("sexual", "m", 2), ("labour", "m", 6))


@dataclass(frozen=True)
class Plan:
    """One invented person and what happened to them."""

    person: InventedPerson
    given: PersonGiven
    form: str
    track: str
    exploited: bool
    seat: str


def plan(number: int, random: Random, *, on: date) -> Plan:
    """The `number`th person. The same seed and day give the same people."""
    form, sex, _ = random.choices(FORMS, weights=[weight for *_, weight in FORMS])[0]
    child = random.random() < 0.14
    nation: Nationality = random.choices(("TJ", "AF", "BD", "UZ", "KG"), weights=(86, 5, 3, 4, 2))[0]
    youngest, oldest = (9, 17) if child else (18, 58)
    born = (on - timedelta(days=oldest * 365 + 300), on - timedelta(days=youngest * 365 + 30))
    person = invent(number, nationality=nation, sex="f" if sex == "f" else "m", born=born)
    return Plan(
        person,
        given(person, random),
        form,
        "child" if child else "adult",
        random.random() < 0.62,
        _seat(nation, random),
    )


def given(person: InventedPerson, random: Random) -> PersonGiven:
    """What the officer writes down: names as the papers have them; some come without papers or a full birth date."""
    has_papers, exact = random.random() < 0.8, random.random() < 0.75
    return PersonGiven(
        names=tuple((name.text, name.source) for name in person.names_as_written),
        sex={"f": "female", "m": "male"}[person.sex],
        birth_date=person.birth_date.isoformat() if exact else str(person.birth_date.year),
        born_from=person.birth_date.year,
        born_to=person.birth_date.year,
        nationality=person.nationality,
        documents=(("passport", person.document_number),) if has_papers else (),
    )


def _seat(nation: str, random: Random) -> str:
    """Where the person is met first."""
    if nation in {"AF", "BD"}:
        return "labour-inspector"
    seats = ("border-guard", "police-sughd", "labour-inspector", "hotline", "consul-moscow", "intake", "case-manager")
    return random.choices(seats, weights=(36, 17, 13, 11, 11, 5, 7))[0]
