"""One page answers one question: what is mine, most urgent first, and what waits on whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from panoh.desk.work import MINE, by_whom, my_work, waiting
from panoh.identification import actions
from panoh.referral.actions import record_need, refer
from panoh.registry.models import Case, Officer
from panoh.screening.models import RosterEntry
from panoh.screening.queries import worklist
from tests.identification.panels import FOUND
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MOST_READS = 87
"""Of the fullest post on SQLite, where each is asked by itself: one for each kind of work there is, and one
or two for what is shown of it."""


@pytest.fixture
def lodged(cast, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)
    way.case.refresh_from_db()
    return way


def test_work_of_every_stage_stands_in_one_list_most_urgent_first(lodged, cast, now):
    record_need(case=lodged.case, service="medical_care", urgency="now", note="", by=cast.zarina, at=now - DAY)

    mine = my_work(cast.nigina, now=now + 3 * DAY).mine

    assert len({each.stage for each in mine}) > 1
    assert [each.due_at for each in mine] == sorted(each.due_at for each in mine)


def test_a_planned_removal_is_such_a_line(cast, now):
    operation = ways.came_by_flight(FLIGHT[1:], by=cast.zarina, at=now)
    RosterEntry.objects.filter(operation=operation).update(removal_on=now.date() + DAY)

    found = worklist(cast.zarina, now=now)

    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now - 30 * DAY)
    late = Case.objects.get(pk=way.case.pk).reference
    mine = my_work(cast.zarina, now=now).mine
    assert late in {each.reference for each in mine if each.overdue(now)}

    assert found.first == 1
    assert not found.items[0].overdue(now)
    assert my_work(cast.zarina, now=now).mine[0] == found.items[0]


def test_the_desk_that_lodged_sees_with_whom_it_lies_since_when_and_by_when(lodged, cast, now):
    found = waiting(cast.zarina)

    line = next(each for each in found.items if each.stage == "identification")
    assert (line.reference, line.of_whom, line.what) == (lodged.case.reference, "Intake desk", "Intake check")
    assert (line.since, line.overdue(now), line.overdue(now + 5 * DAY)) == (now, False, True)


def test_who_took_in_waits_for_the_decider_and_no_longer_the_decider_for_themselves(lodged, cast, now):
    actions.take_in(case=lodged.case, by=cast.nigina, at=now)

    assert [each.what for each in waiting(cast.nigina).items] == ["Preliminary decision"]
    assert waiting(cast.davlat).total == 0


def test_the_author_of_a_proposal_waits_for_a_colleague(lodged, cast, now):
    actions.take_in(case=lodged.case, by=cast.nigina, at=now)
    actions.decide(
        case=Case.objects.get(),
        stage="preliminary",
        outcome="negative",
        form="labour",
        reasons=ways.REASONS,
        elements=FOUND,
        by=cast.davlat,
        at=now,
    )

    assert [each.reference for each in waiting(cast.davlat).items] == [lodged.case.reference]
    assert waiting(cast.gulnora).total == 0


def test_a_question_sent_waits_on_the_desk_that_was_asked(cast, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.agrees(way.case, "service", by=cast.zarina, at=now)
    need = record_need(
        case=way.case, service="safe_accommodation", urgency="now", note=ways.NOTE, by=cast.zarina, at=now
    )
    consent = way.case.consents.get(purpose="service")
    refer(need=need, to_desk=cast.shahlo.desk, consent=consent, message=ways.MESSAGE, by=cast.zarina, at=now)

    [line] = [each for each in waiting(cast.zarina).items if each.stage == "referral"]

    assert line.of_whom == str(cast.shahlo.desk)
    assert line.reference == way.case.reference
    assert waiting(cast.shahlo).total == 0
    assert waiting(cast.behruz).total == 0


def test_on_whom_most_waits_comes_first(lodged, cast, now):
    groups = by_whom(waiting(cast.zarina).items)

    assert [len(each.items) for each in groups] == sorted((len(each.items) for each in groups), reverse=True)


def test_the_page_shows_both_and_names_nobody(lodged, cast, open_as):
    page = open_as(cast.zarina).get(reverse("my_work")).content.decode()

    assert "What is mine" in page
    assert "What waits on others" in page
    assert lodged.case.reference in page
    assert not [mark for mark in ways.WHO_SHE_IS if mark in page]


def test_the_page_of_what_waits_on_whom_says_so(lodged, cast, open_as):
    page = open_as(cast.zarina).get(reverse("waiting")).content.decode()

    assert "Intake desk" in page
    assert lodged.case.reference in page
    assert "Nothing waits on others now." in open_as(cast.safar).get(reverse("waiting")).content.decode()


def test_the_api_gives_the_same(lodged, cast, open_as):
    given = open_as(cast.zarina).get("/api/desk/work").json()
    found = my_work(cast.zarina, now=timezone.localtime())

    assert (given["total"], [each["reference"] for each in given["mine"]]) == (
        found.total,
        [each.reference for each in found.mine],
    )
    assert given["waiting_total"] == found.waiting.total
    assert {each["of_whom"] for each in given["waiting"]} == {each.of_whom for each in waiting(cast.zarina).items}


def test_the_page_takes_as_many_reads_for_forty_cases_as_for_four(cast, now):
    counted = []
    for wanted in (4, 40):
        while Case.objects.count() < wanted:
            way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
            ways.lodged(way.case, by=cast.zarina, at=now)
        for name in ("zarina", "nigina"):
            fresh = Officer.objects.select_related("post__desk").get(username=name)
            with CaptureQueriesContext(connection) as reads:
                found = my_work(fresh, now=now + 3 * DAY)
            counted.append(len(reads))

    assert counted[0] == counted[2]
    assert counted[1] == counted[3]
    assert max(counted) <= MOST_READS
    assert len(found.mine) == MINE
