"""What a fact may say: held together before it is kept, whoever wrote it, the reader or a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from panoh.assessment.rules.parted import parts_unknown
from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.vocabulary import Vocabulary

REPORTED, ZERO, NOT_REPORTED = "reported", "zero", "not_reported"
FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST = Decimal(10) ** 15
MOST_YEARS = 100
"""In a row."""


@dataclass(frozen=True)
class Values:
    """What a fact says. `breakdown` in order of its keys, so that equal ones are equal. `qualifier`: what stands before a number
    that is not exact, such as more_than; `consecutive_years`: how many years in a row the text says it was so."""

    measure: str
    status: str
    value: Decimal | None
    unit: str
    year: int | None
    breakdown: tuple[tuple[str, str], ...] = ()
    actor: str = "government"
    usd: Decimal | None = None
    qualifier: str = ""
    consecutive_years: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For keeping beside what was read, and for comparing verdicts."""
        return {
            "measure": self.measure,
            "status": self.status,
            "value": plain(self.value),
            "unit": self.unit,
            "year": self.year,
            "breakdown": dict(self.breakdown),
            "actor": self.actor,
            "usd": plain(self.usd),
            "qualifier": self.qualifier,
            "consecutive_years": self.consecutive_years,
        }

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Values:
        return cls(
            **{
                **kept,
                "value": None if kept["value"] is None else Decimal(kept["value"]),
                "usd": None if kept["usd"] is None else Decimal(kept["usd"]),
                "breakdown": tuple(sorted(kept["breakdown"].items())),
            }
        )


def plain(value: Decimal | None) -> str | None:
    """One writing for one number: 15, not 15.00."""
    return None if value is None else f"{value.normalize():f}"


def faults(values: Values, vocabulary: Vocabulary) -> Iterator[Words]:
    """What does not hold together; nothing where all does."""
    if values.measure not in vocabulary.measures:
        yield _NO_MEASURE.fill(key=values.measure)
    if values.actor not in vocabulary.actors:
        yield _NO_ACTOR.fill(key=values.actor)
    currency = len(values.unit) == 3 and values.unit.isascii() and values.unit.isupper()
    if values.unit not in vocabulary.units and not currency:
        yield _NO_UNIT.fill(key=values.unit)
    if values.year is not None and not FIRST_YEAR <= values.year <= LAST_YEAR:
        yield _NO_YEAR.fill(year=values.year)
    yield from parts_unknown(values.breakdown, vocabulary)
    if any(each is not None and not 0 <= each < MOST for each in (values.value, values.usd)):
        yield _NO_NUMBER
    yield from _status(values)
    yield from _beside(values, vocabulary)


def _beside(values: Values, vocabulary: Vocabulary) -> Iterator[Words]:
    """What stands beside the number: how exact it is, and for how many years in a row it was so."""
    if values.qualifier and values.qualifier not in vocabulary.qualifiers:
        yield _NO_QUALIFIER.fill(key=values.qualifier)
    elif values.qualifier and values.value is None:
        yield _NOTHING_TO_QUALIFY
    if values.consecutive_years is not None and not 1 <= values.consecutive_years <= MOST_YEARS:
        yield _NO_RUN.fill(most=MOST_YEARS)


def _status(values: Values) -> Iterator[Words]:
    """A number, zero and not reported are three different things. A tier is a word in the breakdown and no number."""
    if values.status not in {REPORTED, ZERO, NOT_REPORTED}:
        yield _NO_STATUS
    elif values.status == NOT_REPORTED and values.value is not None:
        yield _NOT_REPORTED_HAS_NONE
    elif values.status == ZERO and values.value and values.measure != "policy_gap":
        yield _ZERO_IS_ZERO
    elif values.status == REPORTED and values.value is None and values.measure != "tier_placement":
        yield _REPORTED_HAS_ONE
    elif values.status == REPORTED and values.value == 0:
        yield _ZERO_IS_NO_NUMBER


_NO_MEASURE = Words("There is no measure “{key}”.", "Показателя «{key}» нет.", "Нишондиҳандаи «{key}» нест.")
_NO_ACTOR = Words("There is no actor “{key}”.", "Действующего лица «{key}» нет.", "Иҷрокунандаи «{key}» нест.")
_NO_UNIT = Words(
    "“{key}” is neither a unit of the list nor a currency of three capital letters.",
    "«{key}» — не единица из списка и не валюта из трёх заглавных букв.",
    "«{key}» на воҳиди рӯйхат аст ва на асъори се ҳарфи калон.",
)
_NO_YEAR = Words("{year} is no year of a report.", "{year} — не год доклада.", "{year} соли маърӯза нест.")
_NO_NUMBER = Words(
    "A number is zero or more, and not that large.",
    "Число не меньше нуля и не настолько велико.",
    "Рақам на камтар аз сифр ва на ин қадар калон аст.",
)
_NO_STATUS = Words(
    "A fact is reported, zero or not reported.",
    "Факт: сообщено число, ноль или не сообщено.",
    "Факт: рақам гуфта шуд, сифр ё гуфта нашуд.",
)
_NOT_REPORTED_HAS_NONE = Words(
    "What was not reported has no number.", "У несообщённого нет числа.", "Он чи гуфта нашуд, рақам надорад."
)
_ZERO_IS_ZERO = Words("None means zero.", "«Нет» означает ноль.", "«Нест» маънои сифрро дорад.")
_REPORTED_HAS_ONE = Words(
    "What was reported has a number.", "У сообщённого есть число.", "Он чи гуфта шуд, рақам дорад."
)
_ZERO_IS_NO_NUMBER = Words(
    "A number reported is more than zero; say zero where the text says none.",
    "Сообщённое число больше нуля; где текст говорит «не было», выберите ноль.",
    "Рақами гуфташуда аз сифр зиёд аст; агар матн «набуд» гӯяд, сифрро интихоб кунед.",
)
_NO_QUALIFIER = Words(
    "A number is exact, at least, more than, approximately, or up to what the text says; “{key}” is none of these.",
    "Число точное, «не менее», «более», «около» или «до»; «{key}» — ничто из этого.",
    "Рақам дақиқ, «на камтар аз», «зиёда аз», «тақрибан» ё «то» аст; «{key}» ҳеҷ яке аз инҳо нест.",
)
_NOTHING_TO_QUALIFY = Words(
    "“At least” and the like stand before a number, and there is none.",
    "«Не менее» и подобное стоит перед числом, а числа нет.",
    "«На камтар аз» ва монанди он пеш аз рақам меистад, вале рақам нест.",
)
_NO_RUN = Words(
    "Years in a row are at least one and at most {most}.",
    "Лет подряд — от одного до {most}.",
    "Солҳои пайдарпай аз як то {most} мебошанд.",
)
