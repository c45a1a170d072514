"""What stands out among readings comes to the data-protection officer's work and stays there until somebody looked into it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from panoh.desk.digest import digest
from panoh.desk.work import my_work
from panoh.exchange.housekeeping import sweep
from panoh.registry.actions import keep_unusual, review_reading
from panoh.registry.models import Case, LedgerEntry, Officer, UnusualReading
from panoh.registry.queries.readings import unusual_readings
from panoh.registry.refusals import NotPermitted
from tests.journeys import ways

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WORDS = "Ask about a reading that stood out"


@pytest.fixture
def case(cast, now) -> Case:
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


@pytest.fixture
def firuza(cast) -> Officer:
    return cast.officers["firuza"]


@pytest.fixture
def namesake(case, cast, now) -> None:
    """Davlat of intake bears the woman's rare name and opened hers."""
    Officer.objects.filter(pk=cast.davlat.pk).update(name=ways.WOMAN.names[0][0])
    ways.read_by_another_desk(case, by=cast.davlat, at=now)


def asked(officer: Officer, now) -> list[str]:
    return [each.what for each in my_work(officer, now=now).mine if each.what.startswith(WORDS)]


def test_what_housekeeping_found_stands_in_the_work_of_the_data_protection_officer_and_of_nobody_else(
    namesake, cast, firuza, case, now
):
    assert not asked(firuza, now)

    assert sweep(at=now).unusual == 1

    [line] = [each for each in my_work(firuza, now=now).mine if each.stage == "ledger"]
    assert line.what.startswith(WORDS)
    assert line.due_at == now + 14 * DAY
    assert case.reference not in f"{line.reference} {line.what} {line.why} {line.address}", "it may be in a compartment"
    assert not asked(cast.davlat, now)
    assert not asked(cast.nigina, now)


def test_it_leads_to_the_page_where_it_is_settled_and_is_gone_then(namesake, firuza, client, now):
    sweep(at=now)
    client.force_login(firuza)
    [line] = my_work(firuza, now=now).mine

    client.post(line.address, {"outcome": "explained", "words": "A cousin."})

    assert not my_work(firuza, now=now).mine
    assert UnusualReading.objects.get().reviewed_at
    assert not unusual_readings(now=now)


def test_nothing_that_nobody_looked_into_goes_by_itself_and_it_is_late_after_two_weeks(namesake, firuza, now):
    sweep(at=now)
    later = now + 400 * DAY

    assert [each.kind for each in unusual_readings(now=later)] == ["namesake"]
    [line] = my_work(firuza, now=later).mine
    assert line.overdue(later)
    assert line.escalated
    assert not my_work(firuza, now=now + 13 * DAY).mine[0].overdue(now + 13 * DAY)


def test_whoever_looks_keeps_it_too_where_no_timer_runs(namesake, firuza, client, now):
    client.force_login(firuza)

    assert client.get("/api/desk/ledger/unusual").json()
    assert UnusualReading.objects.count() == 1
    client.get(reverse("unusual_readings"))
    assert UnusualReading.objects.count() == 1, "the second look finds nothing new"


def test_what_is_read_again_before_anybody_asked_stays_one_question(namesake, case, cast, firuza, now):
    sweep(at=now)
    ways.read_by_another_desk(case, by=cast.davlat, at=now + 3 * DAY)

    sweep(at=now + 3 * DAY)

    [row] = UnusualReading.objects.all()
    assert row.day == (now + 3 * DAY).date()
    assert row.found_at == now, "and is late from when it was first seen"
    review_reading(
        kind=row.kind,
        day=row.day,
        officer=cast.davlat,
        case=case,
        outcome="explained",
        words="Yes.",
        by=firuza,
        at=now + 4 * DAY,
    )
    assert not unusual_readings(now=now + 4 * DAY)


def test_a_line_of_the_ledger_says_what_was_found_and_of_whom_nothing(namesake, now):
    sweep(at=now)
    line = LedgerEntry.objects.latest("seq")
    sweep(at=now)

    assert (line.act, line.subject, line.detail) == ("keep_unusual", "", {"kinds": ["namesake"]})
    assert LedgerEntry.objects.latest("seq") == line, "an empty look leaves none"


def test_nobody_else_has_it_looked_for(cast, now):
    with pytest.raises(NotPermitted):
        keep_unusual(by=cast.nigina, at=now)


def test_the_digest_counts_it_and_names_nobody(namesake, firuza, case, now):
    sweep(at=now)

    made = digest(firuza.post, now=now)

    assert made.total == 1
    assert case.reference not in " ".join(made.lines())


def test_the_work_takes_as_many_reads_for_twenty_questions_as_for_one_and_no_more_for_others(
    namesake, cast, firuza, now
):
    def reads(officer: Officer) -> int:
        fresh = Officer.objects.select_related("post__desk").get(pk=officer.pk)
        with CaptureQueriesContext(connection) as taken:
            my_work(fresh, now=now)
        return len(taken)

    my_work(firuza, now=now)
    others = reads(cast.zarina)
    sweep(at=now)
    one = reads(firuza)
    UnusualReading.objects.bulk_create(
        UnusualReading(kind="many", day=now.date() - n * DAY, officer=cast.davlat, count=40, usual=1, found_at=now)
        for n in range(19)
    )

    assert reads(firuza) == one
    with CaptureQueriesContext(connection) as taken:
        my_work(Officer.objects.select_related("post__desk").get(pk=cast.zarina.pk), now=now)
    assert len(taken) - 1 == others
    assert not [each for each in taken if "unusualreading" in str(each["sql"]).lower()]
