"""Clocks kept and missed: the reckoning by hand, the page and the API, and that nothing in them points at anyone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import ClockKind
from panoh.registry.models import CaseClock
from panoh.statistics.queries import clocks_kept
from panoh.statistics.rules.clocks import Run, clock_figures
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import NoneCounted, Number
from tests.journeys import ways

DAY = timedelta(days=1)
START = datetime(2026, 11, 2, 9, tzinfo=UTC)
NOW = START + 10 * DAY
THIS_YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)


def run(due: int, stopped: int | None, agency: str = "a", clock: str = "intake") -> Run:
    return Run(clock, agency, START, START + due * DAY, None if stopped is None else START + stopped * DAY)


def test_kept_missed_late_and_running_are_told_apart():
    runs = [run(3, 2), run(3, 4), run(3, None), run(30, None)]

    [figure] = clock_figures(runs, ["intake"], now=NOW)

    assert (figure.row.kept, figure.row.missed, figure.row.running) == (Number(1), Number(2), Number(1))


def test_the_last_moment_is_still_in_time():
    [figure] = clock_figures([run(3, 3)], ["intake"], now=NOW)

    assert (figure.row.kept, figure.row.missed) == (Number(1), NoneCounted())


def test_a_median_and_a_share_are_given_on_ten_and_not_on_nine():
    nine = [run(3, day) for day in (1, 1, 1, 2, 2, 2, 5, 5, 6)]

    [few] = clock_figures(nine, ["intake"], now=NOW)
    [enough] = clock_figures([*nine, run(3, 3)], ["intake"], now=NOW)

    assert (few.row.median_days, few.row.share_kept) == (None, None)
    assert (enough.row.median_days, enough.row.share_kept) == (2.0, 70)


def test_agencies_add_up_and_a_clock_that_never_ran_is_there():
    found = clock_figures([run(3, 2, "a"), run(3, 4, "b"), run(3, 2, "b")], ["intake", "referral"], now=NOW)

    assert [(each.row.key, len(each.by_agency)) for each in found] == [("intake", 2), ("referral", 0)]
    assert [(row.key, row.kept) for row in found[0].by_agency] == [("a", Number(1)), ("b", Number(1))]
    assert found[1].row.kept == NoneCounted()


@pytest.fixture
def way(cast, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now - 5 * DAY)
    ways.lodged(way.case, by=cast.zarina, at=now - 2 * DAY)
    return way


@pytest.mark.django_db
def test_it_counts_from_the_records_under_the_agency_that_answers_for_the_case(way, cast, now):
    page = clocks_kept(cast.alisher, period=THIS_YEAR, now=now)

    line = next(each for each in page.lines if each.clock.key == "referral")
    assert (line.row.missed, line.row.kept) == (Number(1), NoneCounted())
    assert [agency for agency, _row in line.by_agency] == [str(cast.zarina.desk.agency)]
    assert all(each.clock.kind is ClockKind.LIMIT for each in page.lines)
    limits = [each for each in countries.procedure("tj").clocks if each.kind is ClockKind.LIMIT]
    assert len(page.lines) == len(limits)


@pytest.mark.django_db
def test_a_clock_of_another_year_is_not_counted(way, cast, now):
    CaseClock.objects.update(started_at=now - 700 * DAY)

    page = clocks_kept(cast.alisher, period=THIS_YEAR, now=now)

    assert {type(each.row.missed) for each in page.lines} == {NoneCounted}
    assert 2024 in page.years


@pytest.mark.django_db
def test_page_and_api_name_neither_person_nor_case(way, cast, now, client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: now)
    client.force_login(cast.alisher)

    page = client.get(reverse("statistics:clocks")).content.decode()
    given = client.get("/api/statistics/clocks?year=2026")

    assert "Referral after screening" in page
    referral = next(each for each in given.json() if each["clock"] == "referral")
    assert referral["all"]["missed"] == {"kind": "number", "count": 1, "reason": None, "not_for_publication": True}
    for mark in (way.case.reference, str(way.case.pk), *ways.WHO_SHE_IS):
        assert mark not in page + given.content.decode()


@pytest.mark.django_db
def test_the_administrator_is_refused(cast, client):
    client.force_login(cast.safar)

    assert client.get(reverse("statistics:clocks")).status_code == 403
    assert client.get("/api/statistics/clocks?year=2026").status_code == 403
