"""What goes on beside the course of a case in a story: danger, an advocate, charges and penalties, papers, life in the house."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from panoh.demo.files import picture
from panoh.identification import actions as identification
from panoh.identification.models import Decision
from panoh.justice import actions as justice
from panoh.justice.models import Penalty, Relief
from panoh.protection import actions as protection
from panoh.protection.actions.closing import Given as Closing
from panoh.protection.actions.interests import Assessed
from panoh.protection.models import Advocate, CaseClosing, ChargeComplaint, SafetyMeasure, Stay
from panoh.protection.queries.interests import newest_interests
from panoh.referral import actions as referral
from panoh.referral.models import Referral, ServiceReport
from panoh.registry import actions as registry
from panoh.registry.models import Attachment, Disclosure, Officer
from panoh.registry.queries.contact import rules_of
from panoh.registry.rules.contact import Said
from tests.proof.drawing import Draw, Given, in_a_case, on_any, one_of
from tests.proof.staying_acts import STAYING, WHO_LETS_STAY
from tests.proof.two_records import TWO_RECORDS, WHO_JOINS
from tests.proof.world import World

FINE = justice.PenaltyGiven(kind="fine", on=date(2026, 11, 1), authority="police", article="130 КоАП")
HELD = justice.PenaltyGiven(kind="detention", on=date(2026, 11, 2), authority="police", place="the isolator")
LATER = justice.PenaltyGiven(kind="charge", on=date(2030, 1, 1), authority="court")


@cache
def photograph() -> bytes:
    return picture("INVENT")


def _in_days(**more: tuple[int, ...]) -> Callable[[World, Random], dict[str, date]]:
    return lambda world, dice: {key: world.now.date() + timedelta(days=dice.choice(days)) for key, days in more.items()}


def _on_a_day(draw: Draw, **days: tuple[int, ...]) -> Draw:
    """Besides what is drawn, days counted from today."""

    def with_days(world: World, dice: Random, by: Officer) -> Given:
        given = draw(world, dice, by)
        return given and {**given, **_in_days(**days)(world, dice)}

    return with_days


def _manager(world: World, dice: Random, by: Officer) -> Given:
    case, officers = world.case(dice), world.officers()
    return case and {"case": case, "manager": officers[dice.choice(("parvina", "parvina", "behruz"))]}


def _advocate(world: World, dice: Random, by: Officer) -> Given:
    case, officers = world.case(dice), world.officers()
    desk = officers[dice.choice(("mavzuna", "mavzuna", "mavzuna", "shahlo"))].desk
    return case and {"case": case, "desk": desk, "wished": dice.random() < 0.9, "shares": ("names", "reasons")}


def _over(draw: Draw, stands: Callable[[Given], object]) -> Draw:
    """Most often written over what stands, else by an older page."""

    def drawn(world: World, dice: Random, by: Officer) -> Given:
        given = draw(world, dice, by)
        return given and {**given, "after": stands(given) if dice.random() < 0.9 else None}

    return drawn


def _newest(rows: Any) -> object:
    return rows.filter(replaced_at=None).values_list("pk", flat=True).first()


def _of_contact(world: World, dice: Random, by: Officer) -> Given:
    case = world.case(dice)
    if case is None:
        return None
    standing, said = rules_of(case), (Said(allowed=True, when="mornings"), Said(allowed=False), Said(allowed=True))
    return {"case": case, "said": dice.choice(said), "after": standing and standing.pk if dice.random() < 0.9 else None}


def _measure(world: World, dice: Random, by: Officer) -> Given:
    case = world.case(dice)
    if case is None:
        return None
    desk = dice.choice((case.desk, by.desk, world.officers()["shahlo"].desk))
    review = world.now.date() + timedelta(days=dice.choice((3, 3, -1)))
    return {"case": case, "what": dice.choice(("she is walked home", " ")), "desk": desk, "review_on": review}


def _interests(world: World, dice: Random, by: Officer) -> Given:
    case = world.case(dice)
    words = ("the girl, her aunt", "I want to go to school", "the aunt; the shelter", dice.choice(("she is safe", " ")))
    question = dice.choice(("care", "agree_support_plan", "close", "the moon"))
    review = world.now.date() + timedelta(days=30)
    said = Assessed(question, *words, goes_ahead=dice.random() < 0.7, guardian_present=True, review_on=review)
    return case and {"case": case, "given": said}


def _moving(world: World, dice: Random, by: Officer) -> Given:
    """Most often the deadline that runs where the case stands, and to a day it may be moved to."""
    case = world.case(dice)
    if case is None:
        return None
    step = MOVES.get(case.state, "close") if dice.random() < 0.9 else dice.choice(("close", *MOVES.values()))
    clock = case.clocks.filter(stopped_at=None).order_by("-due_at").first()
    due = clock.due_at if clock is not None and dice.random() < 0.9 else world.now
    until = due.date() + timedelta(days=dice.choice((2, 3, 20, 400)))
    return {"case": case, "step": step, "until": until, "because": dice.choice(("health", "awaited", "boredom"))}


def _closing(world: World, dice: Random, by: Officer) -> Given:
    """Most often as the person wishes, and told as a grown-up or through the guardian."""
    case = world.case(dice)
    if case is None:
        return None
    usual = "guardian" if case.track == "child" else "in_person"
    said = Closing(
        outcome="wish" if dice.random() < 0.5 else dice.choice(CaseClosing.Outcome.values),
        told=usual if dice.random() < 0.8 else dice.choice(("telephone", "in_person", "guardian")),
        follow_up=dice.choice(("declined", "declined", "agreed")),
        last_needs=dice.choice(("a dentist", "a dentist", "a dentist", " ")),
    )
    return {"case": case, "given": said}


def _relief(world: World, dice: Random, by: Officer) -> Given:
    return _on_a_day(
        on_any(
            "relief", lambda: Relief.objects.select_related("penalty__case").order_by("at", "pk"), became=WHAT_BECAME
        ),
        on=(0, 0, 40),
    )(world, dice, by)


def _of(model: Any, order: str, *about: str) -> Callable[[], Any]:
    return lambda: model.objects.select_related(*about or ("case",)).order_by(order, "pk")


MOVES = {"recovery": "extend_recovery", "preliminary_pending": "extend_preliminary", "formal_pending": "extend_formal"}
WHAT_BECAME = one_of("granted", "granted", "refused", "done")
_advocates = _of(Advocate, "named_at")
_penalties = _of(Penalty, "recorded_at")
_attachments = _of(Attachment, "added_at")
_stays = _of(Stay, "from_at", "place__shelter", "case")
_sent = _of(Referral, "sent_at", "need__case")

BESIDE: dict[str, tuple[Callable[..., Any], Draw]] = {
    "names a manager": (identification.name_manager, _manager),
    "moves a deadline": (
        identification.move_deadline,
        _moving,
    ),
    "applies for status": (
        identification.apply_for_status,
        in_a_case(made_by=one_of("person", "desk", "guardian"), words=one_of("It was not my fault.", "")),
    ),
    "prints a decision": (
        identification.print_decision,
        on_any("decision", _of(Decision, "proposed_at", "case__person")),
    ),
    "says how to be contacted": (
        registry.set_contact_rules,
        _of_contact,
    ),
    "assesses the danger": (
        protection.assess_risk,
        _over(
            _on_a_day(
                in_a_case(
                    level=one_of("possible", "serious", "grave"), danger=one_of("He waits.", " "), own_view=one_of("")
                ),
                review_on=(1, 1, 200),
            ),
            lambda given: _newest(given["case"].risks),
        ),
    ),
    "adds a measure": (protection.add_measure, _measure),
    "ends a measure": (protection.end_measure, on_any("measure", _of(SafetyMeasure, "added_at"))),
    "assesses best interests": (
        protection.assess_interests,
        _over(_interests, lambda given: newest_interests(given["case"])),
    ),
    "complains of a charge": (
        protection.complain_of_charge,
        in_a_case(service=one_of("medical_care", "a new car"), words=one_of("The clinic."), by_person=one_of(True)),
    ),
    "answers a charge": (
        protection.answer_charge,
        on_any(
            "complaint",
            _of(ChargeComplaint, "made_at"),
            outcome=one_of("looked_into", "paid_back"),
            words=one_of("x", " "),
        ),
    ),
    "names an advocate": (protection.name_advocate, _advocate),
    "answers as an advocate": (
        protection.answer_as_advocate,
        on_any("advocate", _advocates, accepted=one_of(True, True, False), decline_reason=one_of("full", "")),
    ),
    "ends an advocate": (
        protection.end_advocate,
        on_any("advocate", _advocates, because=one_of("wish", "leaves", "not_independent", "boredom")),
    ),
    "notes what was decided": (protection.note_decisions, on_any("advocate", _advocates)),
    "closes a case": (protection.close_case, _closing),
    "goes out": (protection.goes_out, on_any("stay", _stays)),
    "comes in": (protection.comes_back, on_any("stay", _stays)),
    "is received": (
        protection.record_intake,
        on_any("stay", _stays, language=one_of("tg"), told=one_of(("free_to_go",)), things=one_of("a telephone", "")),
    ),
    "tells of a service": (
        referral.report_service,
        on_any(
            "referral",
            _sent,
            outcome=one_of("begun", "given", "not_given", "ended"),
            reason=one_of("", "full"),
            below_standard=one_of(False, False, True),
            words=one_of("ten minutes only", ""),
        ),
    ),
    "notes what was told": (
        referral.note_report,
        on_any("report", _of(ServiceReport, "at", "referral__need__case")),
    ),
    "shortens the sharing": (referral.shorten_sharing, _on_a_day(on_any("referral", _sent), until=(1, 5, -1))),
    "shares again": (referral.share_again, on_any("referral", _sent)),
    "hands papers back": (
        referral.acknowledge_closing,
        on_any("disclosure", _of(Disclosure, "from_at"), papers=one_of("destroyed", "given_back", "sold")),
    ),
    "attaches a file": (
        registry.add_attachment,
        in_a_case(
            kind=one_of("travel", "contract", "secret"),
            label=one_of("a ticket"),
            content=lambda dice: photograph() if dice.random() < 0.8 else b"MZ no picture",
        ),
    ),
    "sets a file aside": (
        registry.set_aside_attachment,
        on_any("attachment", _attachments, because=one_of(*Attachment.SetAside.values, "boredom")),
    ),
    "puts a file back": (registry.put_back_attachment, on_any("attachment", _attachments)),
    "records a penalty": (justice.record_penalty, in_a_case(given=one_of(FINE, HELD, LATER))),
    "judges the link": (
        justice.assess_link,
        _over(
            on_any(
                "penalty",
                _penalties,
                compulsion=one_of("yes", "unknown", "perhaps"),
                causation=one_of("no", "unknown"),
                reasons=one_of("He sent her there.", " "),
            ),
            lambda given: _newest(given["penalty"].assessments),
        ),
    ),
    "asks for relief": (
        justice.ask_relief,
        _on_a_day(
            on_any(
                "penalty",
                _penalties,
                kind=one_of("annulment", "release", "refund"),
                asked_of=one_of("court"),
                words=one_of(""),
            ),
            on=(0, 0, -30),
        ),
    ),
    "records what became of it": (justice.record_relief, _relief),
    **STAYING,
    **TWO_RECORDS,
}
WHOSE: dict[str, tuple[str, ...]] = {
    "names a manager": ("nigina",),
    "moves a deadline": ("parvina", "nigina", "rustam"),
    "answers a charge": ("nigina",),
    "assesses best interests": ("dilbar", "parvina"),
    "answers as an advocate": ("mavzuna",),
    "notes what was decided": ("mavzuna",),
    "closes a case": ("parvina",),
    **WHO_LETS_STAY,
    **WHO_JOINS,
    **dict.fromkeys(("goes out", "comes in", "is received", "tells of a service", "hands papers back"), ("shahlo",)),
}
