"""One line of a list of people who should all be accounted for, and what tells one person on it from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from panoh.names.document import normalise_number
from panoh.names.fold import words
from panoh.registry.rules.age import MAJORITY, age
from panoh.screening.rules.answers import AgeGroup, Answer


@dataclass(frozen=True, slots=True)
class RosterRow:
    """What a list says of one person. Everything may be missing but a name or a document number; by hand, that too:
    `description` then says how to find them ("woman about 30, red coat").

    `birth_date` is an ISO date where the day is sure, otherwise as written; the birth years are then a range.
    `answers` hold indicators, facts and what was seen of the person, each yes, no or unknown.
    """

    row: int
    name: str = ""
    sex: str = "unknown"
    birth_date: str = ""
    born_from: int | None = None
    born_to: int | None = None
    nationality: str = ""
    document: str = ""
    flight: str = ""
    place: str = ""
    contact: str = ""
    description: str = ""
    answers: tuple[tuple[str, Answer], ...] = ()

    @property
    def born_on(self) -> date | None:
        """The day of birth, where it is known to the day."""
        try:
            return date.fromisoformat(self.birth_date)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes two lines the same person's. `certain`: by a paper, or by the full name and the day of birth.

    A name with less beside it is shared by namesakes: such lines are counted, so that nobody is taken for another.
    """

    text: str
    certain: bool


def likeness(row: RosterRow) -> Likeness:
    """The same for a paper however its number is typed, and for a name however its words are ordered."""
    number = normalise_number(row.document)
    if number:
        return Likeness(f"document:{number}", certain=True)
    name = " ".join(sorted(words(row.name)))
    born = row.birth_date or f"{row.born_from or ''}-{row.born_to or ''}"
    return Likeness(f"name:{name}|{born}|{row.sex}", certain=bool(row.born_on and len(words(row.name)) > 1))


def age_group(row: RosterRow, *, on: date) -> AgeGroup:
    """Adult only where every reading of the papers says so; without a birth date the age is in doubt."""
    if row.born_from is None or row.born_to is None:
        return AgeGroup.UNKNOWN
    youngest, oldest = row.born_on or date(row.born_to, 12, 31), row.born_on or date(row.born_from, 1, 1)
    if age(youngest, on) >= MAJORITY:
        return AgeGroup.ADULT
    return AgeGroup.CHILD if age(oldest, on) < MAJORITY else AgeGroup.UNKNOWN


def could_be_child(born_from: int | None, born_to: int | None, *, on: date) -> bool:
    """By the years alone: whether any reading makes the person a child."""
    return born_from is not None and born_to is not None and age(date(born_to, 12, 31), on) < MAJORITY
