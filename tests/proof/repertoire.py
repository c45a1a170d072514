"""Everything officers do in a story: for each act what it is given, drawn by dice from what is on record.

An act is drawn whether or not it is allowed. `None` says that there is nothing yet to do it with.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from random import Random
from typing import Any

from panoh.identification import actions as identification
from panoh.identification.models import Decision
from panoh.protection import actions as protection
from panoh.protection.models import Departure, Place, ServiceGiven, Stay
from panoh.referral import actions as referral
from panoh.referral.models import Need, NeedsAssessment, Referral, Response
from panoh.registry import actions as registry
from panoh.registry.models import Case, Consent, DeclineReason, Desk, Officer, Purpose
from panoh.registry.queries import read_identity
from panoh.registry.queries.purposes import saying
from panoh.screening.actions.second_look import plan_second_look
from tests.identification.panels import found_in
from tests.proof.beside import BESIDE
from tests.proof.course import COURSE
from tests.proof.drawing import Draw, Given, a_bed, in_a_case, in_hand, on_any, one_of
from tests.proof.panel import PANEL
from tests.proof.world import World

REASONS = "Her papers were taken and a debt was named that she could not pay."
SERVICES = ("safe_accommodation", "medical_care", "psychological_care")


def decision(world: World, dice: Random, by: Officer) -> Given:
    """The stage is most often the one the case waits for."""
    case = world.case(dice)
    if case is None:
        return None
    stage = "formal" if case.state == "formal_pending" else "preliminary"
    return {
        "case": case,
        "stage": stage if dice.random() < 0.9 else dice.choice(Decision.Stage.values),
        "outcome": dice.choice(Decision.Outcome.values),
        "form": dice.choice(Case.Form.values),
        "reasons": REASONS if dice.random() < 0.9 else "No.",
        "elements": found_in(case),
        "conflict_of_interest": dice.random() < 0.05,
    }


def asking(world: World, dice: Random, by: Officer) -> Given:
    """A need sent to a desk, on any consent of any case: the wrong one must be refused."""
    all_needs = Need.objects.select_related("case__person").order_by("recorded_at", "service")
    needs = list(in_hand(world, all_needs, "case"))
    if not needs:
        return None
    need = dice.choice([each for each in needs if each.met_at is None and dice.random() < 0.9] or needs)
    consents = [None, *Consent.objects.order_by("recorded_at", "pk")]
    own = [each for each in consents if each and each.case_id == need.case_id and each.withdrawn_at is None]
    shelter = world.officers()["shahlo"].desk
    desk = shelter if dice.random() < 0.6 else dice.choice(list(Desk.objects.order_by("pk")))
    consent = dice.choice(own) if own and dice.random() < 0.8 else dice.choice(consents)
    return {"need": need, "to_desk": desk, "consent": consent, "message": "tonight"}


def assessing(world: World, dice: Random, by: Officer) -> Given:
    """One or two services asked after, most often after the newest assessment."""
    case = world.case(dice)
    if case is None:
        return None
    newest = NeedsAssessment.objects.filter(case=case, followed_at=None).values_list("pk", flat=True).first()
    wishes = [
        referral.WishGiven(dice.choice(("medical_care", "legal_aid")), "wanted", dice.choice(Need.Urgency.values)),
        referral.WishGiven(
            dice.choice(("safe_accommodation", "education")), dice.choice(("has", "not_now", "refused"))
        ),
    ]
    words = dice.choice(("a room with a lock", "a room with a lock", ""))
    after = newest if dice.random() < 0.9 else None
    return {"case": case, "wishes": wishes, "own_words": words, "not_wanted": "", "after": after}


def service(world: World, dice: Random, by: Officer) -> Given:
    case = world.case(dice)
    day = world.now.date() + timedelta(days=dice.choice((0, 0, -1, 1)))
    payer = dice.choice(ServiceGiven.Payer.values)
    return case and {"case": case, "service": dice.choice(SERVICES), "on": day, "payer": payer}


def looking(world: World, dice: Random, by: Officer) -> Given:
    case = world.case(dice)
    return case and {"case": Case.objects.get(pk=case.pk), "purpose": "case_page"}


def second_look(world: World, dice: Random, by: Officer) -> Given:
    case = world.case(dice)
    day = world.now.date() + timedelta(days=dice.choice((-1, 3, 400)))
    return case and {"case": case, "on": day, "why": "trust", "way": dice.choice(("", "by her sister"))}


@wraps(read_identity)
def _says_what_for_and_reads(**given: Any) -> object:
    with saying(lambda: "supervision"):
        return read_identity(**given)


ACTS: dict[str, tuple[Callable[..., Any], Draw]] = {
    "records consent": (
        registry.record_consent,
        in_a_case(
            purpose=one_of(*("referral", "referral", "service", "advocate") * 4, *Purpose.values),
            given=one_of(*[True] * 5, False),
            language=one_of("tg"),
            explained=one_of(*[True] * 5, False),
        ),
    ),
    "withdraws consent": (registry.withdraw_consent, on_any("consent", lambda: Consent.objects.order_by("pk"))),
    "tells the guardianship": (identification.tell_guardianship, in_a_case()),
    "appoints a guardian": (
        identification.appoint_guardian,
        in_a_case(
            name=one_of("Канареева Ойша", " "),
            capacity=one_of("relative", "official"),
            authority=one_of("guardianship", "court"),
            appointed_on=one_of(date(2026, 11, 16), date(2026, 11, 16), date(2099, 1, 1)),
        ),
    ),
    "ends a guardianship": (identification.end_guardianship, in_a_case(ended_on=one_of(date(2026, 11, 16)))),
    "lodges the referral": (identification.lodge, in_a_case()),
    "records a refusal": (
        identification.record_refusal,
        in_a_case(reason=one_of(*DeclineReason.values, "Fears Karim"), hotline_given=one_of(True, True, True, False)),
    ),
    "takes in": (identification.take_in, in_a_case()),
    "decides": (identification.decide, decision),
    "signs": (
        identification.sign,
        on_any(
            "decision",
            lambda: Decision.objects.select_related("case__person").order_by("proposed_at"),
            conflict_of_interest=one_of(*[False] * 9, True),
        ),
    ),
    "sends back": (
        identification.send_back,
        on_any(
            "decision",
            lambda: Decision.objects.select_related("case__person").order_by("proposed_at"),
            reason=one_of("Where are the papers?", " "),
        ),
    ),
    "opens the formal decision": (
        identification.open_formal_decision,
        in_a_case(asked_by_person=one_of(True, False), agencies_asked=one_of(True, True, False)),
    ),
    **PANEL,
    **COURSE,
    **BESIDE,
    "records a need": (
        referral.record_need,
        in_a_case(
            service=one_of(*SERVICES, "safe_accommodation", "a new car"),
            urgency=one_of(*Need.Urgency.values),
            note=one_of("a room with a lock"),
        ),
    ),
    "assesses needs": (referral.assess_needs, assessing),
    "closes a need": (referral.meet_need, on_any("need", lambda: Need.objects.order_by("recorded_at", "service"))),
    "refers": (referral.refer, asking),
    "answers": (
        referral.answer,
        on_any(
            "referral",
            lambda: Referral.objects.order_by("sent_at", "pk"),
            accepted=one_of(True, True, False),
            decline_reason=one_of(*Response.Decline.values, ""),
            words=one_of("come to the back door"),
        ),
    ),
    "reminds": (referral.remind, on_any("referral", lambda: Referral.objects.order_by("sent_at", "pk"))),
    "takes a question back": (
        referral.withdraw_referral,
        on_any("referral", lambda: Referral.objects.order_by("sent_at", "pk")),
    ),
    "gives a place": (
        protection.give_place,
        in_a_case(
            place=lambda dice: dice.choice(list(Place.objects.select_related("shelter").order_by("pk"))),
            turn=one_of(None, protection.TurnReason("danger"), protection.TurnReason("other", " ")),
        ),
    ),
    "offers a place": (
        protection.offer_place,
        in_a_case(
            place=lambda dice: dice.choice(list(Place.objects.select_related("shelter").order_by("pk"))),
            turn=one_of(None, protection.TurnReason("child"), protection.TurnReason("friend")),
        ),
    ),
    "closes a place": (protection.close_place, a_bed(because=one_of("repair", "not_safe", "boredom"))),
    "puts a place in use again": (protection.reopen_place, a_bed()),
    "asks a resident again": (
        protection.ask_resident_again,
        on_any(
            "stay",
            lambda: Stay.objects.select_related("place__shelter", "case").order_by("from_at", "pk"),
            agreed=one_of(True, True, False),
            language=one_of("tg"),
            explained=one_of(True, True, False),
        ),
    ),
    "ends a stay": (
        protection.end_stay,
        on_any(
            "stay",
            lambda: Stay.objects.order_by("from_at", "pk"),
            because=one_of("wish", "wish", "wish", *Departure.Because.values),
            where_to=one_of(*Departure.WhereTo.values, "the moon"),
            wished=one_of(True, True, True, False),
            words=one_of("She shouts at night.", "She shouts at night.", " "),
        ),
    ),
    "signs the end of a stay": (
        protection.sign_departure,
        on_any("departure", lambda: Departure.objects.order_by("asked_at", "pk")),
    ),
    "does not sign the end of a stay": (
        protection.refuse_departure,
        on_any("departure", lambda: Departure.objects.order_by("asked_at", "pk")),
    ),
    "records a service": (protection.record_service, service),
    "plans a second look": (plan_second_look, second_look),
    "reads who it is": (_says_what_for_and_reads, looking),
}
