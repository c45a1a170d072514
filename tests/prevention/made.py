"""What the tests of prevention start from: a cotton field somewhere in Khatlon, watched by Zarina's desk."""

from __future__ import annotations

from datetime import datetime, timedelta

from panoh.instruments.prevention import site_interview
from panoh.prevention import actions
from panoh.prevention.models import MobilisationOrder, SamplingPlan, Site, Visit
from panoh.registry.models import Desk, Officer
from tests.cast import Cast
from tests.registry.files import pdf

FIELD = {
    "kind": "farm",
    "name": "Field of Kanareev",
    "persons_name": True,
    "division": "TJ-KT",
    "sector": "cotton",
    "concern": "signal",
    "because": "Pupils are said to pick in school hours.",
    "people": 120,
}
FREELY = {each.key: "no" for each in site_interview().questions}
FORCED = FREELY | {"called_up": "yes", "lose_place": "yes"}


def a_site(*, by: Officer, at: datetime, **other: object) -> Site:
    given = actions.SiteGiven(**{**FIELD, "watched_since": at.date(), **other})
    return actions.register_site(given=given, by=by, at=at)


def an_order(site: Site, *, by: Officer, at: datetime, **other: object) -> MobilisationOrder:
    asked = {"on": at.date(), "whom": "pupils", "voluntary": "no", "threat": "school", "paid": "no", "people": 80}
    return actions.record_order(given=actions.OrderGiven(site=site, **{**asked, **other}), by=by, at=at)


def a_visit(site: Site, *, by: Officer, at: datetime, desk: Desk | None = None) -> Visit:
    return actions.plan_visit(site=site, desk=desk or by.desk, planned_on=at.date(), by=by, at=at)


def a_visit_made(site: Site, *, by: Officer, at: datetime, private: bool = True) -> Visit:
    visit = a_visit(site, by=by, at=at)
    return actions.record_visit(visit=visit, on=at.date(), private=private, present=90, declined=2, by=by, at=at)


def asked(visit: Visit, many: int, answers: dict[str, str] = FORCED, *, by: Officer, at: datetime, **who: str) -> None:
    for _ in range(many):
        given = actions.InterviewGiven(
            **{"role": "pupil", "sex": "female", "age": "under_18", **who}, agreed=True, answers=answers
        )
        actions.record_interview(visit=visit, given=given, by=by, at=at)


def a_plan(*, by: Officer, at: datetime, **other: object) -> SamplingPlan:
    given = {"title": "Cotton", "kinds": ("farm",), "margin": 0.1, "seed": "2026", **other}
    return actions.make_plan(given=actions.PlanGiven(**given), by=by, at=at)


def watched(cast: Cast, *, at: datetime) -> dict[str, object]:
    """A record for every argument of an address: the visit is still to be made, the remedy is asked of the shelter."""
    site = a_site(by=cast.zarina, at=at)
    order = an_order(site, by=cast.zarina, at=at)
    paper = actions.add_order_paper(order=order, content=pdf(), by=cast.zarina, at=at)
    made = a_visit_made(site, by=cast.zarina, at=at)
    asked(made, 12, by=cast.zarina, at=at)
    due_on = at.date() + timedelta(days=9)
    remedy = actions.ask_remedy(
        visit=made, what="Pupils go back to their lessons.", desk=cast.shahlo.desk, due_on=due_on, by=cast.zarina, at=at
    )
    return {
        "site_id": site.pk,
        "order_id": order.pk,
        "paper_id": paper.pk,
        "visit_id": a_visit(site, by=cast.zarina, at=at).pk,
        "remedy_id": remedy.pk,
        "sample_id": a_plan(by=cast.alisher, at=at).pk,
    }
