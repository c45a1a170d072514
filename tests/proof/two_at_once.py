"""One case with everything in hand at once, and the acts that officers at four desks may do with it at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from panoh.identification import actions as identification
from panoh.protection import actions as protection
from panoh.protection.models import Place, SupportPlan
from panoh.protection.queries.plan import mark_of_plan
from panoh.referral import actions as referral
from panoh.referral.models import Need, Referral
from panoh.registry.actions import PersonGiven, record_consent, take_step, withdraw_consent
from panoh.registry.models import Case, Consent, Officer
from panoh.registry.queries import read_identity
from panoh.screening.actions import plan_second_look
from tests.journeys import ways
from tests.proof import beginnings
from tests.proof.world import World

_number = count(1)


@dataclass(frozen=True)
class InHand:
    """A presumed woman who agreed to the referral and to services; a shelter is asked, or has accepted and planned."""

    world: World
    case: Case

    @property
    def seen(self) -> Case:
        """As an officer sees it who opens the page now."""
        return Case.objects.select_related("person", "desk", "manager").get(pk=self.case.pk)

    @property
    def asked(self) -> Referral:
        asked = Referral.objects.select_related("need__case", "disclosure").filter(need__case=self.case)
        return asked.order_by("-sent_at", "pk")[0]

    @property
    def need(self) -> Need:
        return Need.objects.select_related("case__person").filter(case=self.case).order_by("recorded_at")[0]

    @property
    def plan(self) -> SupportPlan:
        return SupportPlan.objects.select_related("case").get(case=self.case)

    def consent(self, purpose: str) -> Consent:
        return Consent.objects.select_related("case").get(case=self.case, purpose=purpose)

    def who(self, name: str) -> Officer:
        return self.world.officers()[name]

    @property
    def now(self) -> datetime:
        return self.world.now


def in_hand(world: World, *, accepted: bool = False) -> InHand:
    given = PersonGiven(
        names=((f"Канареева {next(_number)}", "spoken"),), sex="female", born_from=1990, born_to=1990, nationality="TJ"
    )
    zarina, shahlo, at = world.officers()["zarina"], world.officers()["shahlo"], world.now
    case = beginnings.comes(given=given, to="presumed", by=zarina, at=at)
    for purpose in ("referral", "service", "contact_channel"):
        ways.agrees(case, purpose, by=zarina, at=at)
    plan_second_look(case=case, on=at.date() + timedelta(days=9), why="trust", way="by her sister", by=zarina, at=at)
    need = referral.record_need(
        case=case, service="safe_accommodation", urgency="now", note=ways.NOTE, by=zarina, at=at
    )
    agreed = case.consents.get(purpose="service")
    asked = referral.refer(need=need, to_desk=shahlo.desk, consent=agreed, message=ways.MESSAGE, by=zarina, at=at)
    if accepted:
        referral.answer(referral=asked, accepted=True, decline_reason="", words=ways.ANSWER, by=shahlo, at=at)
        goal = protection.GoalGiven("to sleep", "a room", None, at.date() + timedelta(days=9))
        protection.draw_up_plan(case=case, wish="to go home", goals=(goal,), by=shahlo, at=at)
    return InHand(world, case)


Act = Callable[[InHand], object]


def _consents(it: InHand) -> object:
    return record_consent(
        case=it.seen, purpose="police", given=True, language="tg", explained=True, by=it.who("zarina"), at=it.now
    )


def _answers(accepted: bool, name: str) -> Act:
    return lambda it: referral.answer(
        referral=it.asked,
        accepted=accepted,
        decline_reason="" if accepted else "full",
        words=ways.ANSWER,
        by=it.who(name),
        at=it.now,
    )


def _asks(it: InHand) -> object:
    other = it.who("parvina").desk
    agreed = it.consent("service")
    return referral.refer(need=it.need, to_desk=other, consent=agreed, message="", by=it.who("zarina"), at=it.now)


def _needs(it: InHand) -> object:
    return referral.record_need(
        case=it.seen, service="safe_accommodation", urgency="now", note="two of them", by=it.who("zarina"), at=it.now
    )


def _gives(it: InHand) -> object:
    place = Place.objects.select_related("shelter").filter(kind="women").order_by("pk")[0]
    return protection.give_place(case=it.seen, place=place, by=it.who("farzona"), at=it.now)


def _looks(it: InHand) -> object:
    day = it.now.date() + timedelta(days=30)
    return plan_second_look(case=it.seen, on=day, why="trust", by=it.who("zarina"), at=it.now)


def _gave_a_service(it: InHand) -> object:
    return protection.record_service(
        case=it.seen, service="medical_care", on=it.now.date(), payer="state", by=it.who("zarina"), at=it.now
    )


def _goal(it: InHand) -> object:
    given = protection.GoalGiven("work", "a course", None, it.now.date() + timedelta(days=30))
    return protection.add_goal(plan=it.plan, given=given, by=it.who("shahlo"), at=it.now)


MAY_COME: dict[str, Act] = {
    "declines": lambda it: identification.record_refusal(
        case=it.seen, reason="not_told", by=it.who("zarina"), at=it.now
    ),
    "withdraws services": lambda it: withdraw_consent(consent=it.consent("service"), by=it.who("zarina"), at=it.now),
    "withdraws the referral": lambda it: withdraw_consent(
        consent=it.consent("referral"), by=it.who("zarina"), at=it.now
    ),
    "withdraws the channel": lambda it: withdraw_consent(
        consent=it.consent("contact_channel"), by=it.who("zarina"), at=it.now
    ),
    "lodges": lambda it: identification.lodge(case=it.seen, by=it.who("zarina"), at=it.now),
    "protects": lambda it: take_step(case=it.seen, step="protect", by=it.who("zarina"), at=it.now),
    "records consent": _consents,
    "accepts": _answers(True, "shahlo"),
    "declines the question": _answers(False, "farzona"),
    "asks another desk": _asks,
    "reminds": lambda it: referral.remind(referral=it.asked, by=it.who("zarina"), at=it.now),
    "takes the question back": lambda it: referral.withdraw_referral(referral=it.asked, by=it.who("zarina"), at=it.now),
    "records a need": _needs,
    "closes the need": lambda it: referral.meet_need(need=it.need, by=it.who("zarina"), at=it.now),
    "gives a place": _gives,
    "records a service": _gave_a_service,
    "plans a second look": _looks,
    "opens the name": lambda it: ways.read_by_another_desk(it.seen, by=it.who("nigina"), at=it.now),
}
WITH_A_PLAN: dict[str, Act] = {
    "adds a goal": _goal,
    "agrees the plan": lambda it: protection.agree_plan(
        plan=it.plan, after=mark_of_plan(it.plan), by=it.who("shahlo"), at=it.now
    ),
    "reviews the plan": lambda it: protection.review_plan(
        plan=it.plan, with_person=True, words="she sleeps", by=it.who("shahlo"), at=it.now
    ),
    "ends the plan": lambda it: protection.end_plan(plan=it.plan, because="reached", by=it.who("farzona"), at=it.now),
    "the shelter opens the name": lambda it: read_identity(
        viewer=it.who("shahlo"), case=it.seen, purpose="case_page", at=it.now
    ),
}
REACHES_FAR = ("declines", "withdraws services", "withdraws the channel")
"""Acts that end and empty what others wrote: they meet with everything."""
