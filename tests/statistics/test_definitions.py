"""Definitions with days and versions: a change keeps the old series, the break is marked, and nothing is compared across it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from panoh.instruments import statistics as instruments
from panoh.instruments.kinds.source import Words
from panoh.instruments.reader import TextError
from panoh.instruments.statistics import definition, definitions, standards
from panoh.statistics.queries.figures import figure
from panoh.statistics.rules.charts import draw
from panoh.statistics.rules.periods import MONTHS, Caveat, Period, PeriodKind
from panoh.statistics.rules.published import PublishedSeries
from panoh.statistics.rules.rows import Row
from panoh.statistics.rules.values import Number

TODAY = date(2026, 11, 16)
BEFORE = definition("victims_presumed")
OLD = replace(BEFORE, version="1", rule="screened_in_period", first=None, last=date(2026, 3, 31))
NEW = replace(BEFORE, version="2", first=date(2026, 4, 1), change=Words("Screened persons are out."), earlier=(OLD,))


def year(number: int) -> Period:
    return Period(PeriodKind.CALENDAR_YEAR, number)


def test_the_version_valid_at_the_end_of_a_period_counts_it():
    assert NEW.on(date(2026, 3, 31)) is OLD
    assert NEW.on(date(2026, 4, 1)) is NEW
    assert replace(NEW, earlier=()).on(date(2026, 3, 31)) is None


def test_a_break_lies_within_a_period_only_after_its_first_day():
    assert [each.version for each in NEW.breaks(date(2026, 1, 1), date(2026, 12, 31))] == ["2"]
    assert NEW.breaks(date(2026, 4, 1), date(2027, 3, 31)) == ()
    assert NEW.breaks(date(2025, 1, 1), date(2026, 3, 31)) == ()


@pytest.mark.django_db
def test_an_old_period_goes_on_being_counted_as_it_was_and_one_across_the_break_is_flagged(book):
    book.screened(book.case(), "2025-05-01")
    book.presumed("2026-05-01")
    book.presumed("2026-06-01")

    then = figure(NEW, year(2025), since=date(2025, 1, 1), on=TODAY)
    now = figure(NEW, year(2026), since=date(2025, 1, 1), on=TODAY)

    assert (then.value, then.version) == (Number(1), "1")
    assert (now.value, now.version) == (Number(2), "2")
    assert Caveat.DEFINITION_CHANGED_WITHIN in now.caveats
    assert Caveat.DEFINITION_CHANGED_WITHIN not in then.caveats


@pytest.mark.django_db
def test_the_chart_marks_the_break_before_the_first_figure_of_the_newer_version(book):
    own = [figure(NEW, year(each), since=date(2024, 1, 1), on=TODAY) for each in (2024, 2025, 2026)]

    chart = draw("c", PublishedSeries("victims_identified", ()), own)

    assert [bar.line.broken for bar in chart.bars] == [False, False, True]
    assert chart.has_breaks


def test_what_was_defined_otherwise_is_not_compared():
    row = Row("", "", Words("x"), Number(20), Number(10), broken=True)

    assert row.change.difference is None
    assert "definition changed" in row.change.words.en


def test_versions_follow_one_another_or_the_file_is_refused():
    entry = {"version": "1", "counts": {"en": "x"}, "from": "2026-05-01"}
    with pytest.raises(TextError, match="has from and change"):
        instruments._earlier(BEFORE, [entry])
    with pytest.raises(TextError, match="does not begin before"):
        instruments._earlier(NEW, [entry])


def test_a_version_before_ends_the_day_before_the_next():
    (found,) = instruments._earlier(NEW, [{"version": "1", "counts": {"en": "Otherwise."}}])

    assert (found.version, found.last, found.rule) == ("1", date(2026, 3, 31), NEW.rule)


def test_every_mapping_names_a_figure_and_says_how_far_it_is_the_same():
    assert set(standards()) <= {each.id for each in definitions()}
    assert all(each.how.en for maps in standards().values() for each in maps)
    assert {each.id for each in standards()["victims_identified"]} >= {"16.2.2", "B04", "0204"}


def test_months_hold_every_day_of_a_year_once():
    spans = [Period(kind, 2028) for kind in MONTHS]

    assert spans[1].last == date(2028, 2, 29)
    assert sum((each.last - each.first).days + 1 for each in spans) == 366
    assert {each.kind.defined_as for each in spans} == {"month"}


@pytest.mark.django_db
def test_each_figure_opens_to_its_definition_with_the_standards_and_their_marks(client, cast):
    client.force_login(cast.alisher)

    page = client.get(reverse("statistics:definition", args=["victims_identified"])).content.decode()

    assert "16.2.2" in page
    assert "provisional" in page
    assert client.get(reverse("statistics:definition", args=["nothing"])).status_code == 422
    assert client.get("/api/statistics/definitions").json()[2]["standards"][0]["standard"] == "ic-tip-2025"


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_what_a_figure_is_called_and_counts_is_said_in_every_working_language(language):
    unsaid = [each.id for each in definitions() for words in (each.name, each.counts) if not getattr(words, language)]

    assert unsaid == []
