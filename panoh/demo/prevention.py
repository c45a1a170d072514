"""What goes on in the demonstration beside people's cases: officers are taught, the hotline is called, a campaign runs, a plan
comes along, and money is spent. Everything here is invented, rates included."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from panoh.demo.clockwork import Life
from panoh.demo.rates import rates
from panoh.prevention.actions import (
    adopt_trained_only,
    allocate,
    ask_to_call_back,
    certify,
    open_line,
    pass_on,
    plan_session,
    propose_trained_only,
    put_down_measure,
    record_campaign,
    record_contact,
    record_hours,
    record_reach,
    record_spending,
    report_progress,
    take_seat,
)
from panoh.prevention.models import HotlineContact
from panoh.registry.models import Officer

DAY = timedelta(days=1)
TAUGHT = (
    (-330, "first_line", ("border-guard", "police-sughd", "labour-inspector", "hotline", "consul-moscow")),
    (-240, "status_decisions", ("decider", "second-decider", "commission", "panel-labour", "panel-health")),
    (-700, "child_interview", ("police-sughd", "hotline", "case-manager")),
    (-60, "support", ("shelter", "ngo-shelter", "case-manager", "advocate")),
)
"""How many days from the end, what, and who came. The certificates of the third end in a month."""


def prevention(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    first = until.replace(year=until.year - 1, month=1, day=20)
    for days, curriculum, came in TAUGHT:
        start = max(until + days * DAY, first)
        yield _taught(officers, curriculum, came, start=start)
    yield _kept(officers, start=until - 10 * DAY)
    yield _calls(officers, Random("hotline"), start=max(until - 300 * DAY, first))  # noqa: S311  # invented, not secret
    yield _campaign(officers, start=until - 120 * DAY)
    yield _plan(officers, start=until - 200 * DAY)
    yield _money(officers, start=until - 25 * DAY)
    yield from rates(officers["analyst"], until=until)


def _taught(officers: dict[str, Officer], curriculum: str, came: tuple[str, ...], *, start: datetime) -> Life:
    at = yield start
    keeper, day = officers["intake"], at.date()
    told: dict[str, Any] = {
        "place": "Dushanbe, national training centre",
        "teacher": "TIP Centre",
        "payer": "international",
        "seats": 20,
    }
    session = plan_session(curriculum=curriculum, first_day=day, last_day=day + 2 * DAY, **told, by=keeper, at=at)
    for username in came:
        take_seat(session=session, officer=officers[username], by=keeper, at=at)
    at = yield start + 3 * DAY
    for number, username in enumerate(came):
        hours = 6 if number == len(came) - 1 else 16 if curriculum in ("first_line", "status_decisions") else 24
        record_hours(session=session, officer=officers[username], hours=hours, by=keeper, at=at)
        if hours > 6:
            certify(session=session, officer=officers[username], by=keeper, at=at)


def _kept(officers: dict[str, Officer], *, start: datetime) -> Life:
    """Interviews with children are to be kept for the trained in three months; a session is planned before."""
    at = yield start
    told: dict[str, Any] = {"place": "Khujand", "teacher": "UNICEF", "payer": "international", "seats": 25}
    day = at.date() + 40 * DAY
    plan_session(
        curriculum="child_interview", first_day=day, last_day=day + 3 * DAY, **told, by=officers["intake"], at=at
    )
    proposal = propose_trained_only(
        kept="interview_child",
        from_day=at.date() + 100 * DAY,
        document="Invented order 7",
        document_on=at.date() - DAY,
        by=officers["decider"],
        at=at,
    )
    at = yield at + 4 * DAY
    adopt_trained_only(proposal=proposal, by=officers["panel-labour"], at=at)


def _calls(officers: dict[str, Officer], random: Random, *, start: datetime) -> Life:
    """Every few days somebody calls; some let it go on as a signal, the last asks to be called back."""
    by, at = officers["hotline"], start
    while True:
        at = yield at
        topic = random.choice(HotlineContact.Topic.values)
        language, division = (
            random.choice(("tg", "tg", "ru", "uz-Cyrl")),
            random.choice(("TJ-SU", "TJ-KT", "TJ-DU", "")),
        )
        contact = record_contact(
            topic=topic, language=language, division=division, child_possible=topic == "child", by=by, at=at
        )
        if random.random() < 0.08:
            pass_on(contact=contact, words="Invented: somebody asks for help for a friend.", agreed=True, by=by, at=at)
        elif random.random() < 0.1:
            until = at.date() + 2 * DAY
            ask_to_call_back(contact=contact, number="+000 000 000", safe_time="", until=until, by=by, at=at)
        at += timedelta(hours=random.randint(20, 120))


def _campaign(officers: dict[str, Officer], *, start: datetime) -> Life:
    at = yield start
    by, day = officers["iom"], at.date()
    campaign = record_campaign(
        title="Before you go",
        aim="Whoever leaves for work knows what a contract says and whom to call.",
        audiences=["migrants", "parents"],
        languages=["tg", "ru", "uz-Cyrl"],
        channels=["radio", "posters", "internet"],
        divisions=["TJ-SU", "TJ-KT"],
        first_day=day,
        last_day=day + 90 * DAY,
        by=by,
        at=at,
    )
    told: dict[str, Any] = {"programme": "prevention", "year": day.year, "payer": "international", "currency": "USD"}
    line = open_line(**told, title="Campaigns among migrants", by=by, at=at)
    allocate(line=line, amount=Decimal(24_000), on=day, document="Invented agreement 3", by=by, at=at)
    record_spending(
        line=line, amount=Decimal(6_500), on=day, words="Radio and posters", campaign=campaign, by=by, at=at
    )
    at = yield at + 60 * DAY
    reach: dict[str, Any] = {"people": 41_000, "how": "estimated", "method": "Survey of listeners, invented"}
    record_reach(campaign=campaign, **reach, on=at.date(), by=by, at=at)


def _plan(officers: dict[str, Officer], *, start: datetime) -> Life:
    at = yield start
    intake, hotline, plan = officers["intake"].desk, officers["hotline"].desk, "Invented action plan"
    told: dict[str, Any] = {"plan": plan, "by": officers["commission"], "at": at}
    done = put_down_measure(
        number="1", words="Teach two hundred officers.", owner=intake, due_on=at.date() + 100 * DAY, **told
    )
    put_down_measure(
        number="2", words="Open the hotline at night.", owner=hotline, due_on=at.date() + 190 * DAY, **told
    )
    put_down_measure(
        number="3", words="Have the data sheet published.", owner=intake, due_on=at.date() + 215 * DAY, **told
    )
    at = yield at + 90 * DAY
    report_progress(measure=done, state="done", words="Invented: 204 were taught.", by=officers["intake"], at=at)


def _money(officers: dict[str, Officer], *, start: datetime) -> Life:
    """Spending of four days, and of one in a money nobody wrote a rate down for."""
    at = yield start
    by, day = officers["intake"], at.date()
    told: dict[str, Any] = {"programme": "training", "year": day.year, "payer": "state", "currency": "TJS"}
    line = open_line(**told, title="Courses of the TIP Centre", by=by, at=at)
    allocate(line=line, amount=Decimal(60_000), on=day, document="Invented order 2", by=by, at=at)
    for number in range(4):
        at = yield start + (4 * number + 1) * DAY
        if at.date().year == day.year:
            record_spending(line=line, amount=Decimal(3_000 + 500 * number), on=at.date(), words="Rooms", by=by, at=at)
    iom = officers["iom"]
    told = {"programme": "hotline", "year": day.year, "payer": "international", "currency": "KZT"}
    abroad = open_line(**told, title="The number on leaflets at bus stations abroad", by=iom, at=at)
    if at.date().year == day.year:
        record_spending(line=abroad, amount=Decimal(90_000), on=at.date(), words="Leaflets", by=iom, at=at)
