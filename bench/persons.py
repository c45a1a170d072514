"""`python -m bench.persons N FILE`: N invented persons as a register has them, with duplicates planted, for linking.

Families of brothers and sisters share a family name, a father and a place; common names are borne by many. Who is who
stands in the column `person`, which no tool is shown. The same number gives the same file.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.spellings import another
from panoh.names import stock
from panoh.names.papers import Bearer
from panoh.names.stock import Name

COLUMNS = ("id", "person", "family", "given", "father", "sex", "birth_date", "nationality", "document", "place")
MET_AGAIN = ((0.10, 1), (0.02, 2), (0.003, 4))
"""Share of the persons with so many more records."""
NATIONS = {"TJ": 70, "UZ": 10, "KG": 5, "AF": 7, "RU": 4, "BD": 4}
BORN = (date(1955, 1, 1), date(2015, 12, 31))
IN_A_FAMILY = 0.2
PLACES = tuple(
    """
    Душанбе Хуҷанд Бохтар Кӯлоб Хоруғ Исфара Конибодом Панҷакент Истаравшан Турсунзода Ҳисор Ваҳдат Норак
    Данғара Восеъ Фархор Ёвон Ҷайҳун Панҷ Шаҳритус Рашт Нуробод Айнӣ Ашт Мастчоҳ Спитамен Зафаробод Рӯшон Шуғнон
    Ванҷ Мурғоб Дарвоз Ҳамадонӣ Муъминобод Ховалинг Балҷувон Темурмалик Леваканд Дӯстӣ Қубодиён Шаҳринав Варзоб
    Рӯдакӣ Файзобод Роғун Тавилдара Лахш Тоҷикобод Сангвор Деваштич Самарқанд Бухоро Тошкент Андиҷон Ош Боткен
    Кобул Балх Қундуз Бадахшон Москва Казан
    """.split()  # noqa: SIM905 - sixty places, one list
)


@dataclass(frozen=True)
class Real:
    """A person as they are, before any paper."""

    bearer: Bearer
    born: date
    document: str
    place: str


def records(count: int, *, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """The rows of a register of `count` persons, in no order that gives anything away."""
    random = Random(f"linking-{seed}-{count}")
    rows = []
    for number, real in enumerate(_persons(count, random)):
        drawn, times = random.random(), 1
        for share, more in MET_AGAIN:
            if drawn < share:
                times = 1 + more
        rows += [(str(number), *_row(real, random)) for _ in range(times)]
    random.shuffle(rows)
    return ((str(place), *row) for place, row in enumerate(rows))


def _persons(count: int, random: Random) -> Iterator[Real]:
    stocks = {nation: _wide(nation) for nation in NATIONS}
    last: Real | None = None
    for _ in range(count):
        if last is not None and random.random() < IN_A_FAMILY:
            person = _sibling(last, stocks[last.bearer.nation], random)
        else:
            person = _stranger(stocks, random)
        yield person
        last = person


def _stranger(stocks: dict[str, stock.Stock], random: Random) -> Real:
    nation = random.choices(tuple(NATIONS), tuple(NATIONS.values()))[0]
    names, sex = stocks[nation], random.choice(("f", "m"))
    given = _common(names.women if sex == "f" else names.men, random)
    bearer = Bearer(nation, given, _common(names.families, random), _common(names.men, random), sex)  # type: ignore[arg-type]
    born = BORN[0] + timedelta(days=random.randrange((BORN[1] - BORN[0]).days))
    return Real(bearer, born, _number(random), _common(PLACES, random))


def _sibling(other: Real, names: stock.Stock, random: Random) -> Real:
    """Of the same father, of another name and age; now and then a twin."""
    sex = random.choice(("f", "m"))
    given = _common([name for name in (names.women if sex == "f" else names.men) if name != other.bearer.given], random)
    apart = 0 if random.random() < 0.03 else random.choice((-1, 1)) * random.randrange(300, 4000)
    born = min(max(other.born + timedelta(days=apart), BORN[0]), BORN[1])
    bearer = replace(other.bearer, given=given, sex=sex)
    return Real(bearer, born, _number(random), other.place)


def _common(names: Sequence[Any], random: Random) -> Any:
    """Some names are borne by many: the first of a list is drawn several times as often as the last."""
    return names[int(len(names) * random.random() ** 1.7)]


def _number(random: Random) -> str:
    return f"{random.choice(('A', 'AB', 'TJ', '4', 'PA'))}{random.randrange(10**7, 10**8)}"


def _row(real: Real, random: Random) -> tuple[str, ...]:
    family, given, father = another(real.bearer, random)
    sex = "" if random.random() < 0.03 else real.bearer.sex
    nation = "" if random.random() < 0.04 else real.bearer.nation
    return (family, given, father, sex, _born(real.born, random), nation, _paper(real, random), _place(real, random))


def _born(born: date, random: Random) -> str:
    """Wrong in one row of nine, missing in one of twenty."""
    drawn = random.random()
    if drawn < 0.05:
        return ""
    if drawn < 0.08:
        return born.replace(month=1, day=1).isoformat()
    if drawn < 0.11 and born.day <= 12:
        return born.replace(month=born.day, day=born.month).isoformat()
    if drawn < 0.13:
        return born.replace(day=1 + (born.day + random.randrange(1, 27)) % 28).isoformat()
    if drawn < 0.145:
        return (born + random.choice((-1, 1)) * timedelta(days=365)).isoformat()
    if drawn < 0.155:
        return born.replace(
            year=1900 + (born.year % 100 + 10 * random.randrange(1, 9)) % 100, day=min(born.day, 28)
        ).isoformat()
    return born.isoformat()


def _paper(real: Real, random: Random) -> str:
    """The same paper in two rows of five, another or none in the others, and a digit wrong now and then."""
    drawn = random.random()
    if drawn < 0.30:
        return ""
    if drawn < 0.50:
        return _number(random)
    if drawn < 0.53:
        place = random.randrange(2, len(real.document))
        return real.document[:place] + random.choice("0123456789") + real.document[place + 1 :]
    return real.document


def _place(real: Real, random: Random) -> str:
    drawn = random.random()
    return "" if drawn < 0.2 else random.choice(PLACES) if drawn < 0.27 else real.place


def _wide(nation: str) -> stock.Stock:
    """A people's names with the compounds their speakers make of them, so that there are hundreds of each."""
    names = {"TJ": stock.TAJIK, "UZ": stock.UZBEK, "RU": stock.RUSSIAN, "AF": stock.AFGHAN, "KG": stock.KYRGYZ,
             "BD": stock.BANGLADESHI}[nation]  # fmt: skip
    if nation == "TJ":
        men = (*names.men, *_with(names.families, MEN_OF_TAJIK), *_with(names.men, MEN_OF_TAJIK))
        return stock.Stock(men, (*names.women, *_with(names.women, WOMEN_OF_TAJIK)), (*names.families, *men))
    if nation == "UZ":
        men = (*names.men, *(Name(each.own + end) for each in names.families for end in ("bek", "jon", "xon")))
        return stock.Stock(men, names.women, (*names.families, *names.men))
    if nation == "AF":
        return stock.Stock(names.men, names.women, (*names.families, *names.men))
    if nation == "KG":
        return stock.Stock(names.men, names.women, (*names.families, *names.men))
    return names


MEN_OF_TAJIK = (("ҷон", "جان"), ("бек", "بیک"), ("шоҳ", "شاه"), ("хон", "خان"), ("улло", "الله"), ("иддин", "الدین"))
WOMEN_OF_TAJIK = (("бону", "بانو"), ("гул", "گل"), ("мо", "ماه"))


def _with(names: Sequence[Name], ends: Sequence[tuple[str, str]]) -> tuple[Name, ...]:
    return tuple(Name(each.own + end, each.persian + persian) for end, persian in ends for each in names)


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        writer.writerows(records(int(sys.argv[1])))
