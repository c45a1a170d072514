"""Acts of residence and what each meets, in rows as in `bad_input`; and the same drawn by dice in a story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from panoh.justice import actions as justice
from panoh.justice.models import PermitAppeal, PermitRequest, ResidencePermit
from panoh.registry.models import Officer, Person
from tests.proof.bad_input import Ready, Row, Run
from tests.proof.drawing import Draw, Given, on_any, one_of
from tests.proof.two_at_once import InHand
from tests.proof.world import World

ASKING, DECIDING = ("nigina",), ("sino",)
NO = "The paper of the investigator is missing."
YEAR = timedelta(days=365)


def _asked(it: InHand, ground: str = "personal") -> PermitRequest:
    """The one that waits in the case; asked now where none does."""
    Person.objects.filter(pk=it.case.person_id).update(nationality="UZ")
    if not it.case.permit_requests.exists():
        told = {"ground": ground, "to_desk": it.who("sino").desk, "made_by": "person"}
        justice.ask_permit(case=it.seen, **told, by=it.who("nigina"), at=it.now)
    return PermitRequest.objects.select_related("case__person", "disclosure").get(case=it.case)


def _asks(it: InHand, by: Officer, at: datetime) -> Run:
    Person.objects.filter(pk=it.case.person_id).update(nationality="UZ")
    told = {"ground": "cooperation", "to_desk": it.who("sino").desk, "made_by": "person"}
    seen = it.seen
    return lambda: justice.ask_permit(case=seen, **told, by=by, at=at)


def _on_request(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = _asked(it)
        return lambda: act(request=seen, **more, by=by, at=at)

    return ready


def _grants(it: InHand, by: Officer, at: datetime) -> Run:
    return _on_request(justice.grant_permit, from_on=at.date(), until_on=at.date() + YEAR)(it, by, at)


def _refused(it: InHand) -> PermitRequest:
    seen = _asked(it)
    if not seen.decisions.exists():
        justice.refuse_permit(request=seen, reasons=NO, by=it.who("sino"), at=it.now)
    return seen


def _leaves(it: InHand, by: Officer, at: datetime) -> Run:
    seen = _refused(it)
    return lambda: justice.leave_refusal(request=seen, by=by, at=at)


def _appeals(it: InHand, by: Officer, at: datetime) -> Run:
    seen = _refused(it)
    return lambda: justice.appeal_refusal(request=seen, asked_of="court", on=at.date(), words="", by=by, at=at)


def _hears(it: InHand, by: Officer, at: datetime) -> Run:
    seen = _refused(it)
    appeals = PermitAppeal.objects.select_related("decision__request__case").filter(decision__request=seen)
    if not appeals.exists():
        told = {"asked_of": "court", "on": it.now.date(), "words": ""}
        justice.appeal_refusal(request=seen, **told, by=it.who("nigina"), at=it.now)
    appeal = appeals.get()
    return lambda: justice.record_appeal(appeal=appeal, succeeded=True, on=at.date(), by=by, at=at)


def _permit(it: InHand) -> ResidencePermit:
    seen = _asked(it, "cooperation")
    if not ResidencePermit.objects.filter(request=seen).exists():
        days = {"from_on": it.now.date(), "until_on": it.now.date() + timedelta(days=30)}
        justice.grant_permit(request=seen, **days, by=it.who("sino"), at=it.now)
    return ResidencePermit.objects.select_related("request__case__person").get(request=seen)


def _ends(it: InHand, by: Officer, at: datetime) -> Run:
    seen = _permit(it)
    return lambda: justice.end_permit(permit=seen, because="left", on=at.date(), by=by, at=at)


OF_RESIDENCE: dict[str, Row] = {
    "ask_permit": Row("", ASKING, _asks, needs_consent=True),
    "take_back_request": Row("", ASKING, _on_request(justice.take_back_request)),
    "grant_permit": Row("", DECIDING, _grants, while_shown=True, needs_consent=True),
    "refuse_permit": Row(
        "", DECIDING, _on_request(justice.refuse_permit, reasons=NO), while_shown=True, needs_consent=True
    ),
    "leave_refusal": Row("", ASKING, _leaves),
    "appeal_refusal": Row("", ASKING, _appeals),
    "record_appeal": Row("", ASKING, _hears),
    "end_permit": Row("", ASKING, _ends),
}


def _wants_to_stay(world: World, dice: Random, by: Officer) -> Given:
    case, desk = world.case(dice), world.officers()[dice.choice(("sino", "sino", "shahlo"))].desk
    ground = dice.choice((*["personal", "cooperation"] * 4, "the moon"))
    made_by = dice.choice(("person", "person", "desk", "guardian"))
    return case and {"case": case, "ground": ground, "to_desk": desk, "made_by": made_by}


def _days(draw: Draw, **days: tuple[int, ...]) -> Draw:
    def with_days(world: World, dice: Random, by: Officer) -> Given:
        given, today = draw(world, dice, by), world.now.date()
        return given and {**given, **{key: _day(today, dice.choice(each)) for key, each in days.items()}}

    return with_days


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _requests() -> Any:
    return PermitRequest.objects.select_related("case__person", "disclosure").order_by("asked_at", "pk")


STAYING: dict[str, tuple[Callable[..., Any], Draw]] = {
    "asks to stay": (justice.ask_permit, _wants_to_stay),
    "lets stay": (
        justice.grant_permit,
        _days(on_any("request", _requests), from_on=(0, 0, 5), until_on=(90, 90, -1)),
    ),
    "does not let stay": (justice.refuse_permit, on_any("request", _requests, reasons=one_of(NO, " "))),
}
"""An extension needs criminal proceedings, which no story has; what else there is stands in tests/justice/test_residence.py."""
WHO_LETS_STAY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("lets stay", "does not let stay"), ("sino",)),
    "asks to stay": ("nigina",),
}
