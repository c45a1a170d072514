"""A return prepared step by step, as the tests of returns, custody and consular files need it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from panoh.instruments import countries
from panoh.protection.actions import (
    ReturnGiven,
    answer_transfer,
    assess_return_risk,
    name_receiver,
    plan_return,
    record_return_wish,
)
from panoh.protection.models import Return
from panoh.protection.queries import worklist
from panoh.protection.queries.returns import mark_of_return
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Desk, Officer

CALM = {each.key: "no" for each in countries.returning("tj").factors}
WISH = {"wished": True, "present": "alone", "language": "tg", "told_free": True, "words": "канарейка: home"}


def given(at: datetime, *, to: str = "UZ", region: str = "", days: int = 5) -> ReturnGiven:
    return ReturnGiven(
        to_country=to,
        to_region=region,
        planned_on=(at + timedelta(days=days)).date(),
        where="канарейка: her aunt, behind the school",
        reintegration="канарейка: a room, a course in sewing",
        remedies="wages before the court",
        document="has",
        fit=True,
        escort="arranged",
        unmarked=True,
    )


def agrees(case: Case, purpose: str, *, by: Officer, at: datetime) -> None:
    if case.track == Case.Track.ADULT:
        record_consent(case=case, purpose=purpose, given=True, language="tg", explained=True, by=by, at=at)


def assessed(row: Return, *, by: Officer, at: datetime, **more: object) -> None:
    said = {"answers": CALM, "conclusion": "safe", "danger": "канарейка: nobody there knows", **more}
    assess_return_risk(of_return=row, **said, after=mark_of_return(row), by=by, at=at)


def prepared(
    case: Case,
    *,
    by: Officer,
    at: datetime,
    to: str = "UZ",
    region: str = "",
    desk: Desk | None = None,
    **changed: object,
) -> Return:
    """Everything is there, but for what `changed` takes away from the plan."""
    row = plan_return(case=case, given=replace(given(at, to=to, region=region), **changed), by=by, at=at)
    agrees(case, "service" if desk else "foreign", by=by, at=at)
    assessed(row, by=by, at=at)
    record_return_wish(of_return=row, **WISH, after=mark_of_return(row), by=by, at=at)
    body = "" if desk else "канарейка: Sisters, Tashkent"
    told = {"body": body, "agreed_with": "Madina, today", "fields": ("names", "contact")}
    row = name_receiver(of_return=row, desk=desk, **told, after=mark_of_return(row), by=by, at=at)
    approved(row, at=at)
    return row


def approved(row: Return, *, at: datetime) -> None:
    """The data-protection officer says yes to what the receiver abroad is told, where one is named."""
    for transfer in row.transfers.filter(approved=None, ended_at=None):
        answer_transfer(transfer=transfer, approved=True, by=Officer.objects.get(username="firuza"), at=at)


def state_of(case: Case) -> str:
    return Case.objects.get(pk=case.pk).state


def works(officer: Officer, at: datetime) -> list[str]:
    return [item.what for item in worklist(officer, now=at).items]
