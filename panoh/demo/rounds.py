"""What case managers do from week to week: they look at the danger, ask for an advocate, write down a charge, close a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from panoh.demo.clockwork import Life
from panoh.identification.actions import move_deadline
from panoh.protection.actions import (
    add_measure,
    answer_as_advocate,
    answer_charge,
    assess_risk,
    close_case,
    complain_of_charge,
    name_advocate,
)
from panoh.protection.actions.closing import Given
from panoh.protection.models import Advocate, ChargeComplaint
from panoh.protection.queries.advocates import ties_of
from panoh.registry.actions import record_consent, set_contact_rules
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.rules.contact import Said

Round = Callable[[dict[str, Officer], Officer, datetime], None]

WEEKS = 12
MANAGERS = ("case-manager", "iom")


def rounds(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    """Twelve weeks of both managers, each act where somebody is there for it."""
    for number, username in enumerate(MANAGERS):
        yield _weekly(officers, officers[username], start=until - WEEKS * timedelta(days=7) - timedelta(hours=number))


def _weekly(officers: dict[str, Officer], manager: Officer, *, start: datetime) -> Life:
    at = yield start
    while True:
        for act in ROUND:
            act(officers, manager, at)
            at = yield at + timedelta(minutes=35)
        at = yield at + timedelta(days=6, hours=20)


def _mine(manager: Officer) -> QuerySet[Case]:
    return Case.objects.filter(manager=manager).select_related("person").order_by("-opened_at", "pk")


def _danger(officers: dict[str, Officer], manager: Officer, at: datetime) -> None:
    case = _mine(manager).filter(state="recovery", risks=None).first()
    if case is None:
        return
    serious = case.reference[-1] in "23456789"
    assess_risk(
        case=case,
        level="serious" if serious else "possible",
        danger="Invented: a man asks the neighbours for her." if serious else "Invented: a debt nobody asked for yet.",
        own_view="Invented: she does not go out alone.",
        review_on=(at + timedelta(days=6)).date(),
        after=None,
        by=manager,
        at=at,
    )
    if serious:
        what, day = "Invented: somebody walks with her to the doctor.", (at + timedelta(days=14)).date()
        add_measure(case=case, what=what, desk=manager.desk, review_on=day, by=manager, at=at)


def _contact(officers: dict[str, Officer], manager: Officer, at: datetime) -> None:
    case = _mine(manager).filter(contact_rules=None).first()
    if case is not None:
        said = Said(
            allowed=True, no_message=True, when="Invented: mornings, when she is alone.", by_whom="Invented: a woman."
        )
        set_contact_rules(case=case, said=said, after=None, by=manager, at=at)


def _advocate(officers: dict[str, Officer], manager: Officer, at: datetime) -> None:
    """One in three weeks; the one who waits is answered in the next round."""
    advocate = officers["advocate"]
    asked = Advocate.objects.filter(desk=advocate.desk, accepted=None, ended_at=None, case__manager=manager).first()
    if asked is not None:
        answer_as_advocate(advocate=asked, accepted=True, by=advocate, at=at)
        return
    cases = _mine(manager).filter(track=Case.Track.ADULT, state="recovery", advocates=None)
    case = next((each for each in cases if not ties_of(advocate.desk, each)), None)
    if case is None:
        return
    record_consent(case=case, purpose=Purpose.ADVOCATE, given=True, language="tg", explained=True, by=manager, at=at)
    name_advocate(case=case, desk=advocate.desk, wished=True, shares=("names", "reasons"), by=manager, at=at)


def _charge(officers: dict[str, Officer], manager: Officer, at: datetime) -> None:
    """Somebody had to pay; what was complained of before is answered by the intake desk."""
    before = ChargeComplaint.objects.filter(answers=None, made_by=manager).first()
    if before is not None:
        words = "Invented: the clinic says it was a mistake and gave it back."
        answer_charge(complaint=before, outcome="paid_back", words=words, by=officers["intake"], at=at)
        return
    case = _mine(manager).filter(services__service="medical_care", charge_complaints=None).first()
    if case is not None:
        complain_of_charge(
            case=case,
            service="medical_care",
            words="Invented: she paid for the blood test.",
            amount=Decimal(120),
            currency="TJS",
            by_person=True,
            by=manager,
            at=at,
        )


def _more_time(officers: dict[str, Officer], manager: Officer, at: datetime) -> None:
    """A recovery period that ends within days is made longer where the person needs it."""
    running = {"clocks__clock": "reflection", "clocks__stopped_at": None, "clocks__extensions": None}
    soon = {"clocks__due_at__gt": at + timedelta(days=1), "clocks__due_at__lt": at + timedelta(days=9)}
    case = _mine(manager).filter(state="recovery", **running, **soon).first()
    if case is not None:
        until = (at + timedelta(days=20)).date()
        move_deadline(case=case, step="extend_recovery", until=until, because="health", by=manager, at=at)


def _close(officers: dict[str, Officer], manager: Officer, at: datetime) -> None:
    """An adult who was helped for long and needs no more of it."""
    long = {"state": "long_term_support", "plans__agreed_at__lt": at - timedelta(days=60)}
    case = _mine(manager).filter(track=Case.Track.ADULT, **long).last()
    if case is None:
        return
    given = Given(
        outcome="reached",
        told="in_person",
        follow_up="declined",
        last_needs="Invented: nothing more now.",
    )
    close_case(case=case, given=given, by=manager, at=at)


ROUND: tuple[Round, ...] = (_danger, _contact, _advocate, _charge, _more_time, _close)
