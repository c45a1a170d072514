"""The strand of a life that leads to a decision on victim status."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from panoh.demo.clockwork import Life, Strand
from panoh.demo.panel import found_in, panel
from panoh.demo.people import Plan
from panoh.demo.plans import planned, told
from panoh.identification.actions import (
    appoint_guardian,
    decide,
    lodge,
    name_manager,
    open_formal_decision,
    record_refusal,
    sign,
    take_in,
    tell_guardianship,
)
from panoh.identification.queries.facts import guardianship_told
from panoh.registry import access
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Officer

REASONS = {
    "positive": "Invented reasons: deceived about the work, papers kept, no pay; act, means and purpose are shown.",
    "negative": "Invented reasons: the person found the work alone and could leave; no means and no purpose were shown.",
}

GUARDIANSHIP = ("guardianship", "guardianship-sughd", "guardianship-khatlon")
APPOINT = access.Act.APPOINT_GUARDIAN


def status(officers: dict[str, Officer], plan: Plan, case: Case, random: Random, *, at: datetime) -> Life:
    """Referral into the mechanism, intake, preliminary decision, recovery, formal decision."""
    front = officers[plan.seat]
    soon = 9 if plan.track == Case.Track.CHILD else 30  # for a child the guardianship authority is told the same day
    at = yield at + timedelta(minutes=random.randint(10, soon * 60))
    if plan.track == Case.Track.CHILD:
        if not guardianship_told(case):  # a need recorded before may have told it
            tell_guardianship(case=case, by=front, at=at)
        near = (each for each in map(officers.__getitem__, GUARDIANSHIP) if access.may(each, APPOINT, case))
        guardian = next(near, None)
        if random.random() < 0.85 and guardian is not None:
            at = yield at + timedelta(hours=random.choice((1, 2, 3, 5, 8, 11, 14, 30, 40)))
            appoint_guardian(
                case=case,
                name="Invented aunt, by telephone 000",
                capacity=random.choice(("relative", "official")),
                authority="guardianship",
                appointed_on=timezone.localdate(at),
                by=guardian,
                at=at,
            )
    elif random.random() < 0.12:
        record_refusal(case=case, reason="fear_of_authorities", by=front, at=at)
        return
    else:
        record_consent(case=case, purpose="referral", given=True, language="tg", explained=True, by=front, at=at)
    lodge(case=case, by=front, at=at)
    at = yield at + timedelta(hours=random.choice((2, 5, 18, 20, 26, 70)))
    take_in(case=case, by=officers["intake"], at=at)
    name_manager(case=case, manager=officers[random.choice(("case-manager", "iom"))], by=officers["intake"], at=at)
    outcome = "positive" if random.random() < 0.85 else "negative"
    at = yield at + timedelta(days=random.choice((1, 2, 3, 4, 5, 6, 9)), hours=3)
    at = yield from _decide(officers, plan, case, outcome, random, at=at)
    at = yield from told(officers, plan, case, random, at=at)
    if outcome == "positive":
        yield from _formally(officers, plan, case, random, at=at)


def _formally(officers: dict[str, Officer], plan: Plan, case: Case, random: Random, *, at: datetime) -> Life:
    at = yield at + timedelta(days=random.randint(32, 45))
    while not _recovered(case, at):  # more time was given, or the person paused
        at = yield at + timedelta(days=7)
    open_formal_decision(case=case, asked_by_person=False, by=officers["commission"], at=at)
    outcome = "positive" if random.random() < 0.88 else "negative"
    at = yield at + timedelta(days=random.randint(5, 40))
    at = yield from panel(officers, plan, case, outcome, random, at=at)
    at = yield from told(officers, plan, case, random, at=at)
    if outcome == "positive":
        yield from planned(case, random, at=at)


def _recovered(case: Case, at: datetime) -> bool:
    case.refresh_from_db()
    more = case.clocks.filter(clock="reflection", stopped_at=None, due_at__gt=at)
    return case.state == "recovery" and not more.exists()


def _decide(
    officers: dict[str, Officer], plan: Plan, case: Case, outcome: str, random: Random, *, at: datetime
) -> Strand:
    by, reasons = officers["decider"], REASONS[outcome]
    decision = decide(
        case=case,
        stage="preliminary",
        outcome=outcome,
        form=plan.form,
        reasons=reasons,
        elements=found_in(case, outcome),
        by=by,
        at=at,
    )
    if outcome == "negative":
        at = yield at + timedelta(days=random.randint(1, 4))
        sign(decision=decision, by=officers["second-decider"], at=at)
    return at
