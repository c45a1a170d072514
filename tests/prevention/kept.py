"""One record of each kind of training, campaigns, the hotline, the plan and money, for every argument of an address."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from panoh.prevention.actions import (
    allocate,
    ask_to_call_back,
    certify,
    open_line,
    propose_trained_only,
    put_down_measure,
    record_campaign,
    record_contact,
    record_hours,
    record_spending,
    take_seat,
)
from panoh.prevention.actions.training import plan_session
from panoh.registry.models import Officer, TrainingSession
from tests.cast import Cast

DAY = timedelta(days=1)
PLACE = {"place": "Training centre", "teacher": "TIP Centre", "payer": "state", "seats": 40}
NUMBER = "+992 900 55 66 77"


def a_session(by: Officer, *, at: datetime, days: int, curriculum: str = "first_line") -> TrainingSession:
    """So many days from now; with a minus, held already."""
    first = at.date() + days * DAY
    return plan_session(curriculum=curriculum, first_day=first, last_day=first, **PLACE, by=by, at=at)


def prevented(cast: Cast, *, at: datetime) -> dict[str, object]:
    by, today = cast.nigina, at.date()
    held = a_session(by, at=at, days=-2)
    take_seat(session=held, officer=cast.zarina, by=by, at=at)
    record_hours(session=held, officer=cast.zarina, hours=16, by=by, at=at)
    given = certify(session=held, officer=cast.zarina, by=by, at=at)
    a_session(by, at=at, days=30, curriculum="status_decisions")
    proposal = propose_trained_only(
        kept="decide_preliminary",
        from_day=today + 90 * DAY,
        document="Order 12",
        document_on=today,
        by=cast.davlat,
        at=at,
    )
    told = {"programme": "training", "year": today.year, "payer": "state", "currency": "TJS", "title": "Courses"}
    line = open_line(**told, by=by, at=at)
    allocate(line=line, amount=Decimal(5000), on=today, document="Order 1", by=by, at=at)
    spending = record_spending(line=line, amount=Decimal(100), on=today, words="Rooms", by=by, at=at)
    campaign = record_campaign(
        title="Before you go",
        aim="People know what a contract is.",
        audiences=["migrants"],
        languages=["tg"],
        channels=["radio"],
        divisions=[],
        first_day=today,
        last_day=today,
        by=by,
        at=at,
    )
    measure = put_down_measure(
        plan="Plan", number="1", words="Train officers.", owner=by.desk, due_on=today, by=cast.alisher, at=at
    )
    contact = record_contact(topic="papers", language="tg", by=cast.zarina, at=at)
    ask_to_call_back(contact=contact, number=NUMBER, safe_time="", until=today + DAY, by=cast.zarina, at=at)
    return {
        "session_id": a_session(by, at=at, days=20).pk,
        "certificate_id": given.pk,
        "proposal_id": proposal.pk,
        "line_id": line.pk,
        "spending_id": spending.pk,
        "campaign_id": campaign.pk,
        "plan_measure_id": measure.pk,
        "contact_id": contact.pk,
    }
