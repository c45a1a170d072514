"""Stories that begin far along: what is rare when everything begins at the door happens often when it begins here."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

from django.db import transaction

from panoh.identification import actions
from panoh.identification.queries import panel_in
from panoh.protection.actions import GoalGiven, draw_up_plan, give_place
from panoh.protection.models import Place, Stay
from panoh.referral.actions import answer, record_need, refer
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Officer
from tests.identification.panels import FOUND, WRITTEN, found_in
from tests.journeys import ways
from tests.proof import beginnings
from tests.proof.drawing import Given
from tests.proof.world import World

FAR = (
    "referred",
    "pending",
    "proposed",
    "refused",
    "recovery",
    "formal",
    "called",
    "sits",
    "voted",
    "identified",
    "no",
)
HELPED = ("", "", "asked", "accepted", "sheltered")
PANEL = ("rustam", "malika", "lola")
MONTH = timedelta(days=35)


@transaction.atomic
def brought(*, given: Any, to: str, helped: str, by: Officer, at: datetime) -> Case:
    """As far as `to`: each act by whom it belongs to, of whom the story then goes on."""
    names = Officer.objects.select_related("post__desk__agency").in_bulk(field_name="username")
    case = beginnings.comes(given=given, to="presumed", by=by, at=at)
    _help(case, helped, names, by=by, at=at)
    ways.lodged(case, by=by, at=at)
    far = FAR.index(to)
    if far >= FAR.index("pending"):
        actions.take_in(case=case, by=names["nigina"], at=at)
    if to in {"proposed", "refused"}:
        _refused(case, names, signed=to == "refused", at=at)
    elif far >= FAR.index("recovery"):
        ways_on = SimpleNamespace(case=case, names=names, far=far, at=at)
        _to_the_panel(ways_on, votes="negative" if to == "no" else "positive")
    return case


def bringing(world: World, dice: Random, by: Officer) -> Given:
    return {"given": beginnings.somebody(dice), "to": dice.choice(FAR), "helped": dice.choice(HELPED)}


def _help(case: Case, how_far: str, names: dict[str, Officer], *, by: Officer, at: datetime) -> None:
    """Asked for at the shelter, promised there, or under its roof already with a plan; a full house is asked and no more."""
    if not how_far:
        return
    shahlo, agreed = names["shahlo"], None
    need = record_need(case=case, service="safe_accommodation", urgency="now", note="", by=by, at=at)
    if case.track == Case.Track.ADULT:
        agreed = record_consent(case=case, purpose="service", given=True, language="tg", explained=True, by=by, at=at)
    asked = refer(need=need, to_desk=shahlo.desk, consent=agreed, message="tonight", by=by, at=at)
    if how_far != "asked":
        answer(referral=asked, accepted=True, decline_reason="", words="", by=shahlo, at=at)
    place = _free_for(case)
    if how_far == "sheltered" and place is not None:
        give_place(case=case, place=place, by=shahlo, at=at)
    if how_far == "sheltered":
        goal = GoalGiven("to sleep", "a room", None, at.date() + MONTH)
        draw_up_plan(case=case, wish="to go home", goals=(goal,), by=shahlo, at=at)


def _free_for(case: Case) -> Place | None:
    kind = "family" if case.track == Case.Track.CHILD else {"male": "men"}.get(case.person.sex, "women")
    taken = Stay.objects.filter(until_at=None)
    rooms = taken.filter(place__kind="family").values("place__room")
    free = Place.objects.select_related("shelter").filter(kind=kind).exclude(pk__in=taken.values("place"))
    return free.exclude(room__in=rooms).order_by("pk").first()


def _refused(case: Case, names: dict[str, Officer], *, signed: bool, at: datetime) -> None:
    decision = actions.decide(
        case=case,
        stage="preliminary",
        outcome="negative",
        form="unknown",
        reasons=ways.REASONS,
        elements=found_in(case),
        by=names["davlat"],
        at=at,
    )
    if signed:
        actions.sign(decision=decision, by=names["gulnora"], at=at)


def _to_the_panel(way: SimpleNamespace, *, votes: str) -> None:
    case, names, at = way.case, way.names, way.at
    members = [names[each] for each in PANEL]
    actions.decide(
        case=case,
        stage="preliminary",
        outcome="positive",
        form="labour",
        reasons=ways.REASONS,
        by=names["davlat"],
        at=at,
    )
    if way.far >= FAR.index("formal"):
        actions.open_formal_decision(case=case, asked_by_person=True, by=members[0], at=at)
    if way.far >= FAR.index("called"):
        actions.convene_panel(case=case, members=members, by=members[0], at=at)
    for member in members if way.far >= FAR.index("sits") else ():
        actions.declare_for_panel(panel=panel_in(case), conflict_of_interest=False, by=member, at=at)
        if way.far >= FAR.index("voted"):
            asked = {key: text for key, text in FOUND.items() if key != "means" or case.track == Case.Track.ADULT}
            actions.vote(panel=panel_in(case), outcome=votes, elements=asked, by=member, at=at)
    if way.far >= FAR.index("identified"):
        actions.conclude_panel(panel=panel_in(case), form="unknown", reasons=WRITTEN, by=members[0], at=at)
