"""The strand of a life in which needs are met: referrals answered, a place in a shelter, services that arrive."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from panoh.demo.clockwork import Life, Strand
from panoh.demo.people import Plan
from panoh.demo.rates import cost_of
from panoh.protection.actions import end_stay, give_place, record_intake, record_service, sign_departure, take_consent
from panoh.protection.models import Shelter, Stay
from panoh.protection.queries.places import free_places
from panoh.protection.rules.house_rules import PROMISES
from panoh.referral.actions import WishGiven, answer, assess_needs, record_need, refer, remind
from panoh.referral.models import Referral
from panoh.registry.models import Case, Consent, Officer, Purpose

PROVIDERS = {
    "safe_accommodation": ("shelter", "ngo-shelter"),
    "medical_care": ("shelter", "iom"),
    "psychological_help": ("shelter", "ngo-khujand", "ngo-shelter"),
    "legal_aid": ("legal-aid", "ngo-khujand"),
    "reintegration_grant": ("iom",),
}
URGENT = ("safe_accommodation",)
OTHER_SERVICES = ("medical_care", "psychological_help", "legal_aid", "reintegration_grant")
PAYERS = ("international", "international", "state", "ngo", "state", "victim")


def care(
    officers: dict[str, Officer],
    shelters: dict[str, Shelter],
    plan: Plan,
    case: Case,
    agreed: Consent | None,
    services: tuple[str, ...],
    random: Random,
    *,
    at: datetime,
) -> Life:
    """These needs, one after the other; some were asked after in one conversation."""
    if services and random.random() < 0.3:
        at = yield at + timedelta(minutes=random.randint(2, 20))
        assess_needs(**_sheet(case, services, random), case=case, by=officers[plan.seat], at=at)
    for service in services:
        front = officers[plan.seat]
        at = yield at + timedelta(minutes=random.randint(5, 20 if service in URGENT else 600))
        urgency = "now" if service in URGENT else random.choice(("soon", "later"))
        need = case.needs.filter(service=service, met_at=None).first()
        need = need or record_need(case=case, service=service, urgency=urgency, note="", by=front, at=at)
        for username in _asked(service, random):
            desk = officers[username]
            referral = refer(need=need, to_desk=desk.desk, consent=agreed, message="", by=front, at=at)
            at = yield from _answered(shelters, plan, case, referral, service, desk, front, random, at=at)
            referral.refresh_from_db()
            if referral.status == Referral.Status.ACCEPTED:
                break


def _asked(service: str, random: Random) -> tuple[str, ...]:
    """The desk asked, and for what cannot wait the others after it, should it decline."""
    first = random.choice(PROVIDERS[service])
    others = (each for each in PROVIDERS[service] if each != first and service in URGENT)
    return (first, *others)


def _sheet(case: Case, services: tuple[str, ...], random: Random) -> dict[str, Any]:
    """What the person said: what they want now, what not, and what help has to fit."""
    wants = [WishGiven(service, "wanted", "now" if service in URGENT else "soon") for service in services]
    newest = case.needs_assessments.filter(followed_at=None).values_list("pk", flat=True).first()
    return {
        "wishes": [*wants, WishGiven("education", random.choice(("not_now", "has")))],
        "own_words": "Invented: to sleep, and that nobody asks again today.",
        "not_wanted": "",
        "language": random.choice(("tg", "tg", "ru")),
        "with_children": random.random() < 0.2,
        "step_free": random.random() < 0.1,
        "long_term": random.random() < 0.3,
        "guarded": random.random() < 0.15,
        "after": newest,
    }


def _answered(
    shelters: dict[str, Shelter],
    plan: Plan,
    case: Case,
    referral: Referral,
    service: str,
    desk: Officer,
    front: Officer,
    random: Random,
    *,
    at: datetime,
) -> Strand:
    pressed = service in URGENT and random.random() < 0.85  # a house rings back at once, on most days
    if not pressed and random.random() < 0.08:
        at = yield at + timedelta(days=4)
        remind(referral=referral, by=front, at=at)
    at = yield at + timedelta(minutes=random.randint(5, 25) if pressed else random.randint(20, 40 * 60))
    if random.random() < 0.1:
        answer(referral=referral, accepted=False, decline_reason="full", words="", by=desk, at=at)
        return at
    answer(referral=referral, accepted=True, decline_reason="", words="", by=desk, at=at)
    at = yield at + (timedelta(minutes=random.randint(10, 35)) if pressed else timedelta(hours=random.randint(1, 30)))
    if service == "safe_accommodation":
        return (yield from _stay(shelters, case, desk, random, at=at))
    payer = random.choice(PAYERS)
    cost, currency = cost_of(service, payer, at.date())
    record_service(case=case, service=service, on=at.date(), payer=payer, cost=cost, currency=currency, by=desk, at=at)
    return at


def _stay(shelters: dict[str, Shelter], case: Case, desk: Officer, random: Random, *, at: datetime) -> Strand:
    """Two weeks to four months, if there is a fitting place; if not, the case waits on the shelter's list."""
    shelter = next(each for each in shelters.values() if each.desk_id == desk.desk.pk)
    place = next((free.place for free in free_places(shelter=shelter, case=case) if free.fits), None)
    if place is None:
        return at
    stay = give_place(case=case, place=place, by=desk, at=at)
    cost, currency = cost_of("safe_accommodation", "state", at.date())
    told = {"service": "safe_accommodation", "on": at.date(), "payer": "state", "cost": cost, "currency": currency}
    record_service(case=case, **told, by=desk, at=at)  # type: ignore[arg-type]  # as the act names them
    at = yield at + timedelta(hours=random.randint(3, 40))
    record_intake(stay=stay, language="tg", told=tuple(PROMISES), by=desk, at=at)
    at = yield at + timedelta(days=random.randint(14, 120))
    _leaves(stay, desk, random, at=at)
    return at


def _leaves(stay: Stay, desk: Officer, random: Random, *, at: datetime) -> None:
    """By their own wish; for a child a colleague of the house signs too."""
    if stay.pk % 3 and stay.case.track == Case.Track.ADULT:  # two of three wish to be asked after
        asked = Purpose.FOLLOW_UP
        take_consent(case=stay.case, purpose=asked, given=True, language="tg", explained=True, by=desk, at=at)
    where = random.choice(("own_home", "family", "family", "friends", "abroad"))
    departure = end_stay(stay=stay, because="wish", where_to=where, wished=True, by=desk, at=at)
    if departure.needs_second:
        colleague = Officer.objects.get(username=f"second-{desk.username}")
        sign_departure(departure=departure, by=colleague, at=at)


def needs_of(plan: Plan, random: Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A safe place for some, and up to two other services beside it."""
    refuge = ("safe_accommodation",) if plan.given.sex == "female" and random.random() < 0.45 else ()
    return refuge, tuple(random.sample(OTHER_SERVICES, random.randint(0, 2)))
