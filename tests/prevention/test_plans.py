"""Sampling plans: drawn once and again the same, spread over strata, with an estimate; populations counted, not named."""

from __future__ import annotations

import pytest

from panoh.prevention import actions
from panoh.prevention.models import PlanStratum, Site
from panoh.prevention.queries.plans import deviations_after, plan_page
from panoh.prevention.queries.populations import populations_for
from panoh.registry.models import Desk
from panoh.registry.refusals import NotPermitted, Refused
from panoh.screening.models import RosterEntry
from tests.conftest import NOON
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT
from tests.prevention.made import FORCED, FREELY, a_plan, a_site, asked

pytestmark = pytest.mark.django_db
YEAR = {"start": NOON.date().replace(month=1, day=1), "end": NOON.date()}


def fields(cast, many: int, **other: object) -> list[Site]:
    return [a_site(by=cast.nigina, at=NOON, name=f"Field {each}", **other) for each in range(many)]


def shown(viewer, key):
    return next(each for each in populations_for(viewer, **YEAR) if each.population.key == key)


def test_a_plan_says_how_many_to_ask_and_draws_sites_of_each_kind(cast):
    fields(cast, 12, people=100)
    fields(cast, 6, people=50, division="TJ-SU-01")

    plan = a_plan(by=cast.alisher, at=NOON, likeness=0.05, each=15)

    assert plan.people == 1500
    assert plan.interviews == 148  # 96.04 × 1.7 = 163.3; corrected for 1500 people 147.3
    assert {each.key: (len(each.frame), len(each.drawn)) for each in plan.strata.all()} == {
        "TJ-KT/farm": (12, 7),
        "TJ-SU/farm": (6, 3),
    }


def test_a_plan_drawn_again_is_the_same_and_one_somebody_changed_shows(cast):
    fields(cast, 12)
    plan = a_plan(by=cast.alisher, at=NOON)

    assert all(each.again for each in plan_page(cast.nigina, plan.pk).strata)
    row = PlanStratum.objects.get()
    PlanStratum.objects.filter(pk=row.pk).update(drawn=list(reversed(row.drawn)))
    assert not any(each.again for each in plan_page(cast.nigina, plan.pk).strata)


def test_where_it_is_not_known_how_many_work_there_more_are_asked_and_never_fewer(cast):
    fields(cast, 3, people=100)
    known = a_plan(by=cast.alisher, at=NOON)
    fields(cast, 1, people=None)
    unknown = a_plan(by=cast.alisher, at=NOON)

    assert (known.people, unknown.people) == (300, None)
    assert unknown.interviews > known.interviews


@pytest.mark.parametrize(
    "wrong", [{"margin": 0}, {"confidence": 1}, {"likeness": 2}, {"kinds": ("castle",)}, {"title": ""}]
)
def test_a_plan_that_makes_no_sample_is_refused_and_nothing_is_drawn(cast, wrong):
    fields(cast, 3)

    with pytest.raises(Refused) as refused:
        a_plan(by=cast.alisher, at=NOON, **wrong)

    assert refused.value.way_forward
    assert not PlanStratum.objects.exists()


def test_nothing_to_draw_from_is_said(cast):
    with pytest.raises(Refused) as refused:
        a_plan(by=cast.alisher, at=NOON)

    assert "No site" in refused.value.reason


def test_whoever_only_watches_draws_no_sample(cast):
    with pytest.raises(NotPermitted):
        a_plan(by=cast.zarina, at=NOON)


def test_from_the_draw_to_an_estimate_with_its_error_and_to_the_next_plan(cast):
    fields(cast, 4, people=100)
    plan = a_plan(by=cast.alisher, at=NOON, each=10, margin=0.15)
    given = {"key": "TJ-KT/farm", "desk": cast.parvina.desk, "planned_on": NOON.date()}
    visits = actions.plan_drawn_visits(plan=plan, **given, by=cast.nigina, at=NOON)
    assert len(visits) == 4
    with pytest.raises(Refused):
        actions.plan_drawn_visits(plan=plan, **given, by=cast.nigina, at=NOON)
    for number, visit in enumerate(visits):
        actions.record_visit(visit=visit, on=NOON.date(), private=True, by=cast.parvina, at=NOON)
        asked(visit, 2 + number, FORCED, by=cast.parvina, at=NOON)
        asked(visit, 8 - number, FREELY, by=cast.parvina, at=NOON)

    found = plan_page(cast.alisher, plan.pk).found

    assert found is not None
    signs = found.lines[0]
    assert signs.estimate is not None
    assert signs.estimate.share == pytest.approx(0.35)
    assert signs.estimate.low < 0.35 < signs.estimate.high
    assert deviations_after(plan)["TJ-KT/farm"] == pytest.approx(0.1118, abs=1e-3)
    after = a_plan(by=cast.alisher, at=NOON, after=plan)
    assert (after.method, after.strata.get().deviation) == ("neyman", pytest.approx(0.1118, abs=1e-3))


def test_a_drawn_site_goes_to_no_desk_with_a_hand_in_it(cast):
    inspection = Desk.objects.get(code="labour_inspection_khatlon")
    employer = actions.register_employer(
        given=actions.EmployerGiven(kind="state", name="Works", agency=inspection.agency), by=cast.nigina, at=NOON
    )
    fields(cast, 2, employer=employer)
    plan = a_plan(by=cast.alisher, at=NOON)

    with pytest.raises(NotPermitted):
        actions.plan_drawn_visits(
            plan=plan, key="TJ-KT/farm", desk=inspection, planned_on=NOON.date(), by=cast.nigina, at=NOON
        )


def test_what_is_not_known_is_not_none(cast):
    nothing = shown(cast.shahlo, "refugees")
    assert (nothing.size, nothing.screened, nothing.coverage) == (None, None, None)

    said = {"population": "refugees", "as_of": NOON.date(), "source": "The ministry", "mark": "provisional"}
    actions.record_size(**said, by=cast.nigina, at=NOON)

    unknown = shown(cast.shahlo, "refugees")
    assert unknown.size is not None
    assert (unknown.size.size, unknown.coverage) == (None, None)


def test_people_screened_are_counted_by_what_records_say_and_by_the_operations_said_to_be_about_them(cast):
    assert shown(cast.alisher, "returnees").screened == 0
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=NOON)
    ways.interviewed(ways.WOMAN, entry=RosterEntry.objects.get(operation=operation, row=2), by=cast.zarina, at=NOON)

    assert shown(cast.alisher, "returnees").screened == 1
    assert shown(cast.alisher, "conscripts").screened is None
    for _ in range(2):
        actions.say_of_whom(operation=operation, population="conscripts", by=cast.zarina, at=NOON)
    said = {"population": "conscripts", "as_of": NOON.date(), "source": "Survey", "mark": "secondary", "size": 50}
    actions.record_size(**said, low=40, high=60, by=cast.alisher, at=NOON)

    found = shown(cast.alisher, "conscripts")
    assert (found.screened, found.operations, found.coverage) == (1, 1, 2.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"population": "giants"},
        {"source": " "},
        {"mark": "sure"},
        {"low": 5},
        {"low": 11, "high": 12},
        {"size": None, "low": 1, "high": 2},
    ],
)
def test_a_size_that_does_not_fit_is_refused(cast, wrong):
    said = {"population": "refugees", "as_of": NOON.date(), "source": "The ministry", "mark": "provisional", "size": 10}

    with pytest.raises(Refused):
        actions.record_size(**{**said, **wrong}, by=cast.nigina, at=NOON)
