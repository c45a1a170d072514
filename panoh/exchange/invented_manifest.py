"""Invents a manifest of people who do not exist, with planted errors and repeats, for demonstration, tests and measuring."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from panoh.names.invent import InventedPerson, invent

HEADINGS = ("family_name", "given_name", "father_name", "sex", "birth_date", "nationality", "document_number", "flight",
            "place", "in_danger", "injured", "alone")  # fmt: skip
_QUESTIONS = ("AL.CD.documents", "AL.CD.violence_victim", "AL.EX.excessive_hours", "AL.EX.very_bad_conditions",
              "AL.DR.nature_of_job", "AL.DR.wages", "AL.CD.withholding_wages", "AL.RV.economic")  # fmt: skip
_ALPHA3 = {"TJ": "TJK", "UZ": "UZB", "RU": "RUS", "AF": "AFG", "KG": "KGZ", "BD": "BGD"}
_PLACES = ("Moscow", "Novosibirsk", "Istanbul", "Yekaterinburg", "Almaty")


@dataclass(frozen=True)
class Planted:
    """One error on purpose: where the reader must find it, and as what."""

    row: int
    column: str
    code: str


@dataclass(frozen=True)
class InventedManifest:
    """The file, the errors planted in it, and how many people on it are sound."""

    content: bytes
    planted: tuple[Planted, ...]
    sound: int


Cells = dict[str, str]
Plant = Callable[[Cells, Random], None]


def _put(column: str, *values: str) -> Plant:
    def plant(cells: Cells, random: Random) -> None:
        cells[column] = random.choice(values)

    return plant


def _no_one(cells: Cells, random: Random) -> None:
    for column in ("family_name", "given_name", "father_name", "document_number"):
        cells[column] = ""


_ERRORS: tuple[tuple[str, str, Plant], ...] = (
    ("birth_date", "impossible_date", _put("birth_date", "31.02.1990", "2001-13-01", "29.02.1991")),
    ("birth_date", "two_digit_year", _put("birth_date", "03.04.90")),
    ("birth_date", "other_calendar", _put("birth_date", "1371", "12.03.1365")),
    ("birth_date", "not_a_date", _put("birth_date", "spring", "32874")),
    ("nationality", "unknown_country", _put("nationality", "QQ", "Atlantis", "TAJ")),
    ("sex", "unknown_sex", _put("sex", "yes", "3")),
    ("AL.CD.documents", "unknown_answer", _put("AL.CD.documents", "perhaps")),
    ("given_name", "formula", _put("given_name", "=1+1", "@SUM(A1)")),
    ("", "nobody", _no_one),
)


def invented_manifest(
    count: int, *, seed: int = 0, on: date, errors: float = 0.05, answers: float = 0.6
) -> InventedManifest:
    """`count` people, each a row; a share of `errors` of the rows carries one error, a third of these a repeated paper."""
    random = Random(f"manifest-{seed}")  # noqa: S311 - invented lists must be the same every time, not secret
    rows, planted = [], []
    taken: list[tuple[int, Cells]] = []
    for number, person in enumerate(_people(count, seed), start=2):
        cells = _cells(person, random, answered=random.random() < answers)
        if taken and random.random() < errors:
            planted.append(_plant(number, cells, taken, random))
        else:
            taken.append((number, cells))
        rows.append(cells)
    return InventedManifest(_written(rows), tuple(planted), count - len(planted))


def _people(count: int, seed: int) -> Iterator[InventedPerson]:
    """Mostly the country's own people coming home, every tenth from elsewhere. No two with the same paper by chance:
    every repeat on the list is a planted one."""
    seen: set[str] = set()
    number = seed * 1_000_000
    while len(seen) < count:
        number += 1
        person = invent(number, nationality=None if number % 10 == 0 else "TJ")
        if person.document_number not in seen:
            seen.add(person.document_number)
            yield person


def _cells(person: InventedPerson, random: Random, *, answered: bool) -> Cells:
    cells = {
        "family_name": person.family,
        "given_name": person.given,
        "father_name": person.father,
        "sex": random.choice({"f": ("F", "female", "ж"), "m": ("M", "male", "м")}[person.sex]),
        "birth_date": random.choice((person.birth_date.isoformat(), f"{person.birth_date:%d.%m.%Y}")),
        "nationality": random.choice((person.nationality, _ALPHA3[person.nationality])),
        "document_number": person.document_number,
        "flight": "DEMO 632",
        "place": random.choice(_PLACES),
        "in_danger": "yes" if random.random() < 0.01 else "",
        "injured": "yes" if random.random() < 0.03 else "no",
        "alone": random.choice(("yes", "no", "")),
    }
    for question in _QUESTIONS:
        cells[question] = random.choice(("yes", "no", "no", "unknown", "")) if answered else ""
    return cells


def _plant(number: int, cells: Cells, taken: list[tuple[int, Cells]], random: Random) -> Planted:
    if random.random() < 1 / 3:
        _, earlier = random.choice(taken)
        cells["document_number"] = earlier["document_number"].lower().replace("demo", "demo ")
        return Planted(number, "document_number", "same_document")
    column, code, plant = random.choice(_ERRORS)
    plant(cells, random)
    return Planted(number, column, code)


def _written(rows: list[Cells]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=[*HEADINGS, *_QUESTIONS])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
