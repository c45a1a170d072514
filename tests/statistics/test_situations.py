"""Figures of situations watched: each unit once in its period, unknown apart, and nobody named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panoh.instruments.statistics import definition
from panoh.prevention import actions
from panoh.statistics.queries.figures import figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import NoneCounted, Number
from tests.conftest import NOON
from tests.prevention.made import FORCED, FREELY, a_site, a_visit, a_visit_made, an_order, asked

YEAR, BEFORE = Period(PeriodKind.CALENDAR_YEAR, 2026), Period(PeriodKind.CALENDAR_YEAR, 2025)
pytestmark = pytest.mark.django_db


@pytest.fixture
def harvest(cast):
    """One field visited twice and one that let nobody in; a remedy that waits; an order nobody could refuse."""
    act = {"by": cast.zarina, "at": NOON}
    field = a_site(**act)
    made, _again = a_visit_made(field, **act), a_visit_made(field, **act)
    asked(made, 3, FORCED, **act)
    asked(made, 2, FREELY, **act)
    asked(made, 1, {}, **act)
    shut = a_visit(a_site(**act, division="TJ-SU-01"), **act)
    actions.record_refused(visit=shut, on=NOON.date(), refusal="shut", **act)
    due_on = NOON.date() + timedelta(days=1)
    actions.ask_remedy(visit=made, what="Lessons.", desk=cast.shahlo.desk, due_on=due_on, **act)
    an_order(field, **act)


def told(name: str, period: Period = YEAR):
    return figure(definition(name), period, since=date(2025, 1, 1), on=NOON.date())


@pytest.mark.parametrize(
    ("name", "number", "dimension", "rows"),
    [
        ("sites_visited", 1, "region", {"TJ-KT": 1, "TJ-SU": 0}),
        ("visits_not_let_in", 1, "region", {"TJ-KT": 0, "TJ-SU": 1}),
        ("people_asked_at_sites", 6, "signs", {"yes": 3, "no": 2, "unknown": 1}),
        ("remedies_due", 1, "became", {"done": 0, "not_done": 0, "open": 1}),
        ("orders_to_work", 1, "freely", {"yes": 0, "no": 1, "unknown": 0}),
    ],
)
def test_each_unit_is_counted_once_and_stands_in_one_row(harvest, name, number, dimension, rows):
    found = told(name)

    assert found.value == Number(number)
    assert isinstance(told(name, BEFORE).value, NoneCounted)
    broken = found.breakdown(dimension)
    for key, many in rows.items():
        assert broken.value(key) == (Number(many) if many else NoneCounted())
