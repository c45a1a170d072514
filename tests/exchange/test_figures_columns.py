"""One rule, two shapes: figures counted over columns are those the database counts, whatever happened to whom and when."""

from __future__ import annotations

import json
import os
import random
from datetime import date, timedelta

import pytest

from panoh.exchange.bulk.unusable import TableUnusable
from panoh.exchange.case_columns.engine import in_process, opened
from panoh.exchange.case_columns.folder import CONTENTS
from panoh.exchange.case_columns.writing import write_columns
from panoh.identification.actions.same_person import count_anew
from panoh.identification.models import SamePerson
from panoh.instruments.statistics import definitions
from panoh.registry.models import LedgerEntry, Officer, Person
from panoh.statistics.queries.figures import figure, records_from, today
from panoh.statistics.rules.counting import RULES
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import Number
from tests.statistics.book import CANARY, Book, moment

pytestmark = pytest.mark.django_db

NOW = moment("2026-11-16")
OURS = [each for each in definitions() if each.rule in RULES]
PERIODS = [Period(kind, year) for kind in PeriodKind for year in (2024, 2025, 2026, 2027)]
EDGES = ("00:00", "00:01", "04:59", "12:00", "18:59", "23:59")
DAYS = ("2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01")


@pytest.fixture
def book(cast):
    made = Book(cast)
    made.opened("2024-12-15")
    return made


def any_day(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(DAYS)
    return (date(2024, 12, 20) + timedelta(days=chance.randrange(690))).isoformat()


def any_moment(chance: random.Random) -> str:
    return f"{any_day(chance)} {chance.choice(EDGES)}"


def anybody(book: Book, chance: random.Random):
    born = chance.choice(((2000, 2000), (2007, 2009), (None, None), (1960, 1975), (2018, 2018)))
    return book.person(
        sex=chance.choice(("female", "male", "other", "unknown")),
        born_from=born[0],
        born_to=born[1],
        age_in_doubt=chance.random() < 0.2,
        nationality=chance.choice(("TJ", "TJ", "UZ", "")),
    )


def lived(book: Book, person, chance: random.Random) -> None:
    """One case with anything that can happen, in any order, as often as it likes."""
    case = book.case(
        person,
        on=any_day(chance),
        form=chance.choice(("labour", "sexual", "other", "unknown")),
        region=chance.choice(("TJ-SU-01", "TJ-SU-02", "TJ-DU", "", "XX-1")),
    )
    happens = {
        "screened": lambda: book.screened(case, any_moment(chance), chance.choice(("finished", "open"))),
        "presumed": lambda: book.step(case, "presumed", any_moment(chance)),
        "referred": lambda: book.step(case, "referred", any_moment(chance)),
        "decided": lambda: book.decided(case, any_moment(chance), form=chance.choice(("labour", "unknown"))),
        "accepted": lambda: book.accepted(case, any_moment(chance), accepted=chance.random() < 0.7),
        "served": lambda: book.served(case, any_day(chance)),
        "penalised": lambda: book.penalised(**about(book, case, chance), on=any_day(chance)),
        "returned": lambda: returned(book, case, chance),
        "held": lambda: held(book, case, chance),
        "consular": lambda: book.consular(case, any_moment(chance)),
    }
    once = {"decided", "served", "returned", "held", "consular"}
    for name, happen in happens.items():
        for _ in range(chance.choice((0, 1, 1, 2)) if name not in once else chance.choice((0, 1))):
            happen()
    stays(book, case, chance)


def stays(book: Book, case, chance: random.Random) -> None:
    if chance.random() < 0.6:
        came = any_moment(chance)
        left = (date.fromisoformat(came[:10]) + timedelta(days=chance.choice((0, 1, 40)))).isoformat() + " 23:59"
        book.stayed(case, came, chance.choice((left, None)))


def returned(book: Book, case, chance: random.Random) -> None:
    departed = any_moment(chance)
    book.returned(case, departed=departed, received=chance.choice((None, departed)))


def held(book: Book, case, chance: random.Random) -> None:
    since = any_moment(chance)
    ended = date.fromisoformat(since[:10]) + timedelta(days=chance.choice((0, 1, 90)))
    book.held(**about(book, case, chance), since=since, ended=chance.choice((None, ended.isoformat())))


def about(book: Book, case, chance: random.Random) -> dict[str, object]:
    """Recorded with the case, or before there was one on a line of a list, which got the case later or never."""
    whose = chance.choice((case, case, None))
    return chance.choice(({"case": case}, {"case": None, "line": book.line(whose, "2024-12-20")}))


def one_person(*two: Person) -> None:
    first, second = sorted(two, key=lambda each: each.pk)
    cast = Officer.objects.order_by("pk")
    said = {"proposed_by": cast[0], "proposed_at": NOW, "decided_by": cast[1], "decided_at": NOW, "because": "name"}
    SamePerson.objects.get_or_create(first=first, second=second, defaults={"same": True, **said})
    count_anew({first.pk, second.pk})


@pytest.mark.parametrize("seed", range(4))
def test_columns_and_database_count_the_same(book, tmp_path, seed):
    chance = random.Random(seed)
    persons = [anybody(book, chance) for _ in range(12)]
    for person in persons:
        for _ in range(chance.choice((1, 1, 2))):
            lived(book, person, chance)

    for _ in range(seed):
        one_person(*chance.sample(persons, 2))

    write_columns(tmp_path, at=NOW, part=chance.choice((3, 7, 100)))
    found = opened(tmp_path).figures(OURS, PERIODS, in_process(2))

    live = [figure(each, period, since=records_from(), on=today(NOW)) for each in OURS for period in PERIODS]
    assert list(found) == live
    assert sum(isinstance(each.value, Number) for each in live) > 40, "too little happened to prove anything"


def test_nobody_at_all_is_none_and_not_missing(book, tmp_path):
    write_columns(tmp_path, at=NOW)

    found = opened(tmp_path).figures(OURS, PERIODS[:3], in_process())

    assert list(found) == [
        figure(each, period, since=records_from(), on=today(NOW)) for each in OURS for period in PERIODS[:3]
    ]


def test_the_folder_names_nobody_and_the_ledger_knows_of_it(book, tmp_path):
    case = book.presumed("2026-02-01")

    write_columns(tmp_path, at=NOW)

    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    kept = (
        CANARY.encode(),
        case.reference.encode(),
        case.person.reference.encode(),
        case.pk.hex.encode(),
        case.pk.bytes,
    )
    assert files
    assert not any(each in content for content in files for each in kept)
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.detail) == ("export_case_columns", {"persons": 1})


def test_what_is_no_folder_of_columns_is_refused(tmp_path):
    with pytest.raises(TableUnusable, match="holds no contents"):
        opened(tmp_path)


@pytest.mark.parametrize("spoil", ["cut", "gone", "swapped", "other version"])
def test_a_damaged_folder_is_refused_and_says_so(book, tmp_path, spoil):
    for _ in range(2):
        book.presumed("2026-02-01")
    write_columns(tmp_path, at=NOW, part=1)
    presumed = tmp_path / "part-00001" / "presumed.parquet"
    if spoil == "cut":
        os.truncate(presumed, 40)
    elif spoil == "gone":
        presumed.unlink()
    elif spoil == "swapped":
        (tmp_path / "part-00001" / "persons.parquet").replace(presumed)
    else:
        told = json.loads((tmp_path / CONTENTS).read_text())
        (tmp_path / CONTENTS).write_text(json.dumps({**told, "format": 0}))

    with pytest.raises(TableUnusable, match=r"Write (it|the folder) anew"):
        opened(tmp_path).figures(OURS, PERIODS, in_process())
