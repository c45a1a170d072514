"""Acts of prevention in a story: training and what is kept for the trained, money, campaigns, the plan, the hotline, sites that
are watched. None is in anybody's case; the promises are asked after them all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.db import transaction

from panoh.prevention import actions
from panoh.prevention.models import (
    BudgetLine,
    CallBack,
    Campaign,
    HotlineContact,
    PlanMeasure,
    Remedy,
    Site,
    Spending,
    Visit,
)
from panoh.registry.models import Attendance, Certificate, Officer, TrainedOnly, TrainingSession
from tests.prevention import kept, made
from tests.proof.drawing import Draw, Given, one_of
from tests.proof.world import World

BEFOREHAND = "prevents beforehand"
DAY = timedelta(days=1)
ROOM = {"place": "the centre", "teacher": "the centre", "payer": "state"}
ASKED = actions.InterviewGiven(role="pupil", sex="female", age="under_18", agreed=True, answers=made.FORCED)
NOT_AGREED = actions.InterviewGiven(role="pupil", sex="female", age="under_18", agreed=False, answers=made.FORCED)


def _any(name: str, model: Any, **more: Callable[[Random], object]) -> Draw:
    """An act on any record of a kind, most often the newest, with details drawn one by one."""

    def draw(world: World, dice: Random, by: Officer) -> Given:
        found = list(model.objects.order_by("pk"))
        if not found:
            return None
        row = found[-1] if dice.random() < 0.5 else dice.choice(found)
        return {name: row, **{key: roll(dice) for key, roll in more.items()}}

    return draw


def _new(**more: Callable[[Random], object]) -> Draw:
    return lambda world, dice, by: {key: roll(dice) for key, roll in more.items()}


def _days(draw: Draw, **days: tuple[int, ...]) -> Draw:
    """Besides what is drawn, days counted from today."""

    def with_days(world: World, dice: Random, by: Officer) -> Given:
        given, today = draw(world, dice, by), world.now.date()
        return given and {**given, **{key: today + dice.choice(each) * DAY for key, each in days.items()}}

    return with_days


def _seat(**more: Callable[[Random], object]) -> Draw:
    """A session with somebody who sits in it, or with anybody."""

    def draw(world: World, dice: Random, by: Officer) -> Given:
        seats, given = (
            list(Attendance.objects.order_by("pk")),
            _any("session", TrainingSession, **more)(world, dice, by),
        )
        if given is None:
            return None
        if seats and dice.random() < 0.8:
            seat = dice.choice(seats)
            return {**given, "session": seat.session, "officer": seat.officer}
        return {**given, "officer": world.officers()[dice.choice(("zarina", "davlat", "nigina"))]}

    return draw


def _session(world: World, dice: Random, by: Officer) -> Given:
    day = world.now.date() + dice.choice((-2, 30, -9)) * DAY
    taught = dice.choice(("first_line", "status_decisions", "the moon"))
    return {"curriculum": taught, "first_day": day, "last_day": day, **ROOM, "seats": dice.choice((1, 20))}


def _measure(world: World, dice: Random, by: Officer) -> Given:
    number, owner = str(dice.randrange(9)), world.officers()["nigina"].desk
    due = world.now.date() + 90 * DAY
    return {"plan": "Plan", "number": number, "words": dice.choice(("Teach.", " ")), "owner": owner, "due_on": due}


def _watching(world: World, dice: Random, by: Officer) -> Given:
    sector = dice.choice(("cotton", "cotton", "the moon"))
    return {"given": actions.SiteGiven(**{**made.FIELD, "sector": sector, "watched_since": world.now.date()})}


def _ordered(world: World, dice: Random, by: Officer) -> Given:
    site = Site.objects.order_by("pk").last()
    threat, voluntary = dice.choice(("school", "none")), dice.choice(("no", "yes"))
    told = {"on": world.now.date(), "whom": "pupils", "voluntary": voluntary, "threat": threat, "paid": "no"}
    return site and {"given": actions.OrderGiven(site=site, **told)}


def _to_visit(world: World, dice: Random, by: Officer) -> Given:
    return _days(_any("site", Site, desk=lambda _dice: by.desk), planned_on=(0, 3, -200))(world, dice, by)


def _remedy(world: World, dice: Random, by: Officer) -> Given:
    desk = world.officers()["shahlo"].desk
    return _days(_any("visit", Visit, what=one_of("Lessons first.", " "), desk=lambda _dice: desk), due_on=(9, -1))(
        world, dice, by
    )


@transaction.atomic
def beforehand(*, what: str, by: Officer, at: datetime) -> None:
    """What is seldom drawn in a row: a course held with its hours, a line with money, a contact who waits, a site visited."""
    who = Officer.objects.select_related("post__desk__agency").in_bulk(field_name="username")
    nigina, zarina = who["nigina"], who["zarina"]
    if what == "training":
        held = kept.a_session(nigina, at=at, days=-2)
        actions.take_seat(session=held, officer=zarina, by=nigina, at=at)
        actions.record_hours(session=held, officer=zarina, hours=16, by=nigina, at=at)
        kept.a_session(nigina, at=at, days=30, curriculum="status_decisions")
    elif what == "money":
        told = {"programme": "training", "year": at.year, "payer": "state", "currency": "TJS"}
        line = actions.open_line(**told, title=f"Courses {BudgetLine.objects.count()}", by=nigina, at=at)
        actions.allocate(line=line, amount=Decimal(900), on=at.date(), document="Order 1", by=nigina, at=at)
        actions.record_spending(line=line, amount=Decimal(9), on=at.date(), words="Rent", by=nigina, at=at)
    elif what == "trained":
        kept.a_session(nigina, at=at, days=30, curriculum="status_decisions")
        under = {"document": "Order 12", "document_on": at.date(), "from_day": at.date() + 90 * DAY}
        actions.propose_trained_only(kept="decide_preliminary", **under, by=who["davlat"], at=at)
    elif what == "hotline":
        contact = actions.record_contact(topic="papers", language="tg", by=zarina, at=at)
        actions.record_contact(topic="wages", language="ru", by=zarina, at=at)
        until = at.date() + DAY
        actions.ask_to_call_back(contact=contact, number=kept.NUMBER, safe_time="", until=until, by=zarina, at=at)
    else:
        site = made.a_site(by=zarina, at=at)
        made.a_visit_made(site, by=zarina, at=at)
        made.a_visit(site, by=zarina, at=at)


PREVENTION: dict[str, tuple[Callable[..., Any], Draw]] = {
    "plans a session": (actions.plan_session, _session),
    "takes a seat": (actions.take_seat, _seat()),
    "records hours": (actions.record_hours, _seat(hours=one_of(16, 16, 0, 400))),
    "gives a certificate": (actions.certify, _seat()),
    "takes a certificate back": (
        actions.take_back_certificate,
        _any("certificate", Certificate, because=one_of("The list was another.", " ")),
    ),
    "calls a session off": (actions.call_off_session, _any("session", TrainingSession, because=one_of("Snow.", " "))),
    "keeps an act for the trained": (
        actions.propose_trained_only,
        _days(
            _new(kept=one_of(*["decide_preliminary"] * 3, "record_need"), document=one_of("Order 12", "Order 12", " ")),
            from_day=(90, 90, 90, 5),
            document_on=(0,),
        ),
    ),
    "adopts what is kept": (actions.adopt_trained_only, _any("proposal", TrainedOnly)),
    "opens a line": (
        actions.open_line,
        _new(
            programme=one_of("hotline", "training", "the moon"),
            year=one_of(2026, 2026, 1999),
            payer=one_of("state", "ngo", "victim"),
            currency=one_of("TJS"),
            title=one_of("Line", "Rooms", " "),
        ),
    ),
    "allocates": (
        actions.allocate,
        _days(_any("line", BudgetLine, amount=one_of(Decimal(90), Decimal(-1)), document=one_of("1", " ")), on=(0, 9)),
    ),
    "spends": (
        actions.record_spending,
        _days(
            _any("line", BudgetLine, amount=one_of(Decimal(9), Decimal(-9)), words=one_of("Rent", " ")), on=(0, 0, 9)
        ),
    ),
    "takes spending back": (
        actions.take_back_spending,
        _any("spending", Spending, because=one_of("Twice the same.", " ")),
    ),
    "begins a campaign": (
        actions.record_campaign,
        _days(
            _new(
                title=one_of("Before you go"),
                aim=one_of("They know.", " "),
                audiences=one_of(["migrants"], ["the moon"]),
                languages=one_of(["tg"]),
                channels=one_of(["radio"]),
                divisions=one_of([]),
            ),
            first_day=(0, 0, -3),
            last_day=(5, 5, -9),
        ),
    ),
    "says whom it reached": (
        actions.record_reach,
        _days(
            _any("campaign", Campaign, people=one_of(40, -1), how=one_of("counted", "guessed"), method=one_of("heads")),
            on=(0, 0, 300),
        ),
    ),
    "puts a measure down": (actions.put_down_measure, _measure),
    "says how far it came": (
        actions.report_progress,
        _any("measure", PlanMeasure, state=one_of("under_way", "done", "the moon"), words=one_of("Two taught.", " ")),
    ),
    "answers the hotline": (
        actions.record_contact,
        _new(topic=one_of("papers", "wages", "the moon"), language=one_of("tg"), in_danger=one_of(False, True)),
    ),
    "passes a contact on": (
        actions.pass_on,
        _any("contact", HotlineContact, words=one_of("She is locked in."), agreed=one_of(True, True, False)),
    ),
    "is to call back": (
        actions.ask_to_call_back,
        _days(
            _any("contact", HotlineContact, number=one_of(kept.NUMBER, "soon"), safe_time=one_of("")), until=(1, 1, 400)
        ),
    ),
    "calls back": (actions.called_back, _any("call_back", CallBack)),
    "watches a site": (actions.register_site, _watching),
    "plans a visit": (actions.plan_visit, _to_visit),
    "makes a visit": (
        actions.record_visit,
        _days(
            _any("visit", Visit, private=one_of(True, False), present=one_of(90, 3), declined=one_of(2)), on=(0, 0, 9)
        ),
    ),
    "is not let in": (
        actions.record_refused,
        _days(_any("visit", Visit, refusal=one_of("shut", "the moon")), on=(0, 0, 9)),
    ),
    "asks in confidence": (actions.record_interview, _any("visit", Visit, given=one_of(ASKED, ASKED, NOT_AGREED))),
    "records an order": (actions.record_order, _ordered),
    "asks for a remedy": (actions.ask_remedy, _remedy),
    "answers a remedy": (
        actions.answer_remedy,
        _any("remedy", Remedy, became=one_of("done", "not_done"), evidence=one_of("They are at school.", " ")),
    ),
}
ON_THE_SPOT = ("watches a site", "plans a visit", "makes a visit", "is not let in", "asks in confidence")
AT_THE_HOTLINE = ("answers the hotline", "passes a contact on", "is to call back", "calls back")
WHO_PREVENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(PREVENTION, ("nigina",)),
    **dict.fromkeys((*ON_THE_SPOT, *AT_THE_HOTLINE, "records an order", "asks for a remedy"), ("zarina",)),
    "keeps an act for the trained": ("davlat",),
    "adopts what is kept": ("rustam", "gulnora"),
    "puts a measure down": ("alisher",),
    "answers a remedy": ("shahlo",),
    BEFOREHAND: ("zarina",),
}


def what_comes_beforehand(world: World, dice: Random, by: Officer) -> Given:
    return {"what": dice.choice(("training", "money", "trained", "hotline", "sites"))}


def next_to_prevent(dice: Random) -> tuple[str, str]:
    """What waits for somebody is most often taken up, by whose work it is; else there is something new, or any act."""
    waits = [act for act, standing in WAITS.items() if standing().exists()]
    if waits and dice.random() < 0.6:
        act = dice.choice(waits)
    else:
        act = BEFOREHAND if dice.random() < 0.5 else dice.choice(tuple(PREVENTION))
    return act, dice.choice(WHO_PREVENTS[act])


WAITS: dict[str, Callable[[], Any]] = {
    "gives a certificate": lambda: Attendance.objects.filter(hours__gt=0, certificates=None),
    "takes a certificate back": lambda: Certificate.objects.filter(taken_back_at=None),
    "adopts what is kept": lambda: TrainedOnly.objects.filter(adopted_at=None, ended_at=None),
    "takes spending back": lambda: Spending.objects.filter(taken_back_at=None),
    "says whom it reached": lambda: Campaign.objects.filter(reached=None),
    "says how far it came": lambda: PlanMeasure.objects.filter(progress=None),
    "calls back": lambda: CallBack.objects.filter(called_at=None),
    "passes a contact on": lambda: HotlineContact.objects.filter(signal=None),
    "makes a visit": lambda: Visit.objects.filter(status=Visit.Status.PLANNED),
    "asks in confidence": lambda: Visit.objects.filter(status=Visit.Status.MADE, interviews=None),
    "asks for a remedy": lambda: Visit.objects.filter(status=Visit.Status.MADE, remedies=None),
    "answers a remedy": lambda: Remedy.objects.filter(became=""),
}
"""What waits, and which act takes it up."""
