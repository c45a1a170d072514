"""What waits for somebody in a story: a departure to sign, a bed in repair, a report to note. Dice alone would seldom find
the officer whose it is together with the record that waits; each of these is now and then taken up by whose work it is."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from panoh.identification.models import Decision, Guardian, Panel, SamePerson
from panoh.justice.models import Penalty, PermitRequest, Relief
from panoh.protection.models import (
    Absence,
    Advocate,
    ChargeComplaint,
    Departure,
    Place,
    PlanGoal,
    SafetyMeasure,
    Stay,
    SupportPlan,
)
from panoh.referral.models import Need, Referral, ServiceReport
from panoh.registry.models import Attachment, Case, CaseClock, Consent, Disclosure, Person
from tests.proof.two_records import DECIDES, OF_THE_CENTRE, PARTS, SAYS
from tests.proof.world import World

DESK = ("",)
"""Whoever sits at the desk of the case."""
HOUSE, PANEL, ADVOCATE, GUARDIANSHIP = ("shahlo", "farzona"), ("rustam", "malika", "lola"), ("mavzuna",), ("dilbar",)
MAY_MOVE = {"recovery": "parvina", "formal_pending": "nigina", "preliminary_pending": "rustam"}
"""Who may move the deadline that runs in a state (the owners of the procedure's extending steps)."""
CLOCKS = {"reflection": "recovery", "formal_decision": "formal_pending", "preliminary_decision": "preliminary_pending"}
NEGATIVE = ("preliminary_negative", "not_identified", "withdrawn")
STILL_NEEDED = {"need__met_at": None}
WITHOUT_A_BED = {"status": "accepted", "need__service": "safe_accommodation", "need__case__stays": None}

LOOKED_AT = 15
"""Of what may wait, at one turn. Fewer, and what waits seldom is never come to in a story."""

Find = Callable[[], Any]


def _of(model: Any, of_case: str = "case", **standing: object) -> Find:
    return lambda: _keys(model.objects.filter(**standing), of_case)


def _keys(found: Any, of_case: str = "case") -> list[object]:
    return list(found.order_by("pk").values_list(of_case, flat=True)[:20])


def _beds(**standing: object) -> Find:
    """Beds are in no case."""
    return lambda: [None] if Place.objects.filter(**standing).exists() else []


def _deadlines() -> list[object]:
    running = CaseClock.objects.filter(stopped_at=None)
    return [key for clock, state in CLOCKS.items() for key in _keys(running.filter(clock=clock, case__state=state))]


def _children_alone() -> list[object]:
    stands = Guardian.objects.filter(ended_on=None).values("case")
    told = Case.objects.filter(track=Case.Track.CHILD, disclosures__consent=None)
    return _keys(told.exclude(pk__in=stands), "pk")


def _not_compared() -> list[object]:
    """Cases of two people at least, as long as nobody said a word on any two records."""
    several = Person.objects.filter(cases__isnull=False).distinct().count() > 1
    return _keys(Case.objects.all(), "pk") if several and not SamePerson.objects.exists() else []


WAITING: dict[str, tuple[Find, tuple[str, ...]]] = {
    "answers": (_of(Referral, "need__case", status="sent", **STILL_NEEDED), HOUSE),
    "refers": (_of(Need, met_at=None), DESK),
    "reminds": (_of(Referral, "need__case", status="sent", **STILL_NEEDED), DESK),
    "closes a need": (_of(Need, met_at=None), DESK),
    "offers a place": (_of(Referral, "need__case", **WITHOUT_A_BED), HOUSE),
    "gives a place": (_of(Referral, "need__case", **WITHOUT_A_BED), HOUSE),
    "is received": (_of(Stay, until_at=None, intake=None), HOUSE),
    "asks a resident again": (_of(Stay, until_at=None), HOUSE),
    "goes out": (_of(Stay, until_at=None), HOUSE),
    "comes in": (_of(Absence, "stay__case", back_at=None), HOUSE),
    "ends a stay": (_of(Stay, until_at=None), HOUSE),
    "signs the end of a stay": (_of(Departure, "stay__case", decided_at=None), HOUSE),
    "puts a place in use again": (_beds(in_use=False), HOUSE),
    "draws up a plan": (_of(Referral, "need__case", status="accepted", need__case__plans=None), HOUSE),
    "agrees a plan": (_of(SupportPlan, agreed_at=None, ended_at=None), HOUSE),
    "ends a plan": (_of(SupportPlan, ended_at=None), HOUSE),
    "adds a goal": (_of(SupportPlan, ended_at=None), HOUSE),
    "reviews a plan": (_of(SupportPlan, agreed_at__isnull=False, ended_at=None), HOUSE),
    "closes a goal": (_of(PlanGoal, "plan__case", closed_at=None), HOUSE),
    "tells of a service": (_of(Referral, "need__case", status="accepted"), HOUSE),
    "notes what was told": (_of(ServiceReport, "referral__need__case", noted_at=None), DESK),
    "shares again": (_of(Referral, "need__case", status="accepted", need__case__consents__purpose="service"), DESK),
    "hands papers back": (_of(Disclosure, ended_at__isnull=False, referrals__isnull=False), HOUSE),
    "shortens the sharing": (_of(Referral, "need__case", status="accepted"), DESK),
    "names an advocate": (_of(Consent, purpose="advocate", given=True, withdrawn_at=None, case__advocates=None), DESK),
    "answers as an advocate": (_of(Advocate, accepted=None, ended_at=None), ADVOCATE),
    "notes what was decided": (_of(Advocate, accepted=True, ended_at=None), ADVOCATE),
    "ends an advocate": (_of(Advocate, ended_at=None), DESK),
    "answers a charge": (_of(ChargeComplaint), ("nigina",)),
    "ends a measure": (_of(SafetyMeasure, ended_at=None), DESK),
    "sets a file aside": (_of(Attachment, set_aside_at=None), DESK),
    "puts a file back": (_of(Attachment, set_aside_at__isnull=False, removed_at=None), DESK),
    "judges the link": (_of(Penalty, case__isnull=False), DESK),
    "asks for relief": (_of(Penalty, case__isnull=False, assessments__isnull=False), DESK),
    "records what became of it": (_of(Relief, "penalty__case", decided_on=None), DESK),
    "lets stay": (_of(PermitRequest, decisions=None), ("sino",)),
    "does not let stay": (_of(PermitRequest, decisions=None), ("sino",)),
    "appoints a guardian": (_children_alone, GUARDIANSHIP),
    "ends a guardianship": (_of(Guardian, ended_on=None), GUARDIANSHIP),
    "assesses best interests": (_of(Case, "pk", track="child", disclosures__consent=None), GUARDIANSHIP),
    "sends back": (_of(Decision, signed_at=None, returned_by=None), ("gulnora", "malika")),
    "tells a decision": (_of(Decision, signed_at__isnull=False, tellings=None), DESK),
    "invites to the panel": (_of(Panel, decision=None), PANEL),
    "excuses a member": (_of(Panel, decision=None), PANEL),
    "moves a deadline": (_deadlines, ()),
    SAYS: (_not_compared, OF_THE_CENTRE),
    DECIDES: (_of(SamePerson, "first__cases", decided_at=None), OF_THE_CENTRE),
    PARTS: (_of(SamePerson, "first__cases", same=True, undone_at=None), OF_THE_CENTRE),
    "closes a case": (_of(Case, "pk", state__in=NEGATIVE, manager__isnull=False), ("parvina",)),
}


def taken_up(world: World, dice: Random) -> tuple[str, str] | None:
    """An act that waits, by whose it is, with the case it waits in at hand; None where none of those looked at does."""
    for act in dice.sample(sorted(WAITING), LOOKED_AT):
        find, who = WAITING[act]
        found = find()
        if found:
            key = dice.choice(found)
            world.at_work_on = key and Case.objects.select_related("person", "desk", "manager").get(pk=key)
            return act, _whose(world, dice.choice(who) if who else MAY_MOVE[world.at_work_on.state])
    return None


def _whose(world: World, name: str) -> str:
    case = world.at_work_on
    return name or next(each.username for each in world.officers().values() if each.desk.pk == case.desk_id)
