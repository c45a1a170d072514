"""The strands of a life in which more is asked: a break, what else happened, another set in the same talk, a second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from panoh.demo.answers import answers_for, instrument_for
from panoh.demo.clockwork import Strand
from panoh.demo.people import Plan
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Officer
from panoh.screening.actions import (
    begin_screening,
    cancel_second_look,
    finish,
    pause,
    plan_second_look,
    record_agreement,
    record_answers,
    record_case_attempt,
    resume,
    screen_also,
)
from panoh.screening.models import LookAttempt, Pause, Screening

WAYS = (
    "Invented: through her cousin at the sewing shop, before noon; say it is about the order.",
    "Invented: he calls the hotline on Fridays from a friend's telephone. Do not call him.",
    "Invented: a note at the school with the teacher whom the child trusts.",
)


def a_break(plan: Plan, screening: Screening, *, by: Officer, at: datetime) -> Strand:
    """One in eight needs one. Its own dice leave the other lives as they are."""
    if Random(f"{plan!r} break").random() > 1 / 8:  # noqa: S311  # invented lives must be the same every time, not secret
        return at
    pause(screening=screening, reason=Pause.Reason.TIRED, by=by, at=at)
    at = yield at + timedelta(minutes=20)
    resume(screening=screening, in_danger=False, private_place=True, by=by, at=at)
    return at


def what_else(plan: Plan, random: Random) -> dict[str, str]:
    """Asked of about half: border, payment and labour law for most, a child's placement for few children."""
    if random.random() < 0.5:
        return {}
    likely = {
        "irregular_border": 0.25,
        "paid_for_crossing": 0.2,
        "labour_law_breach": 0.6 if plan.form == "labour" else 0.1,
        "imposed_by_authority": 0.05,
        "sexual_act_without_consent": 0.5 if plan.form == "sexual" and plan.exploited else 0.04,
    }
    if plan.track == Case.Track.CHILD:
        likely |= {"adoption_or_custody_irregular": 0.15, "child_transferred_for_payment": 0.15}
    return {fact: "yes" if random.random() < chance else "no" for fact, chance in likely.items()}


def other_set(plan: Plan, screening: Screening, random: Random, *, by: Officer, at: datetime) -> Strand:
    """Some who were exploited are asked about the other form too."""
    if not plan.exploited or random.random() > 0.2:
        return at
    at = yield at + timedelta(minutes=random.randint(10, 25))
    other = replace(plan, form="sexual" if plan.form == "labour" else "labour", exploited=random.random() < 0.4)
    also = screen_also(screening=screening, instrument=instrument_for(other).id, by=by, at=at)
    record_answers(screening=also, answers=answers_for(other, random), by=by, at=at)
    finish(screening=also, by=by, at=at)
    return at


def second_look(plan: Plan, case: Case, random: Random, *, by: Officer, at: datetime) -> Strand:
    """Planned for some; held on the day, taken back, or missed, and then it escalates."""
    if random.random() > 0.4:
        return at
    agreed = random.random() < 0.7
    if agreed:
        record_consent(case=case, purpose="contact_channel", given=True, language="tg", explained=True, by=by, at=at)
    days = random.choice((7, 14, 30, 30, 45))
    look = plan_second_look(
        case=case,
        on=at.date() + timedelta(days=days),
        why=random.choice(("trust", "not_free", "open", "unwell")),
        way=random.choice(WAYS) if agreed else "",
        by=by,
        at=at,
    )
    happens = random.random()
    if happens < 0.15:
        at = yield at + timedelta(days=random.randint(2, days - 2))
        cancel_second_look(look=look, because=random.choice(("not_wished", "out_of_reach")), by=by, at=at)
    elif happens < 0.75:
        at = yield at + timedelta(days=days, minutes=random.randint(0, 300))
        _talk_again(plan, case, random, by=by, at=at)
    else:
        at = yield at + timedelta(days=days, hours=2)
        record_case_attempt(case=case, outcome=LookAttempt.Outcome.NO_ANSWER, by=by, at=at)
    return at


def _talk_again(plan: Plan, case: Case, random: Random, *, by: Officer, at: datetime) -> None:
    again = begin_screening(case=case, instrument=instrument_for(plan).id, in_danger=False, language="tg", by=by, at=at)
    record_agreement(screening=again, by=by, at=at)
    told = replace(plan, exploited=plan.exploited or random.random() < 0.3)
    record_answers(screening=again, answers=answers_for(told, random), by=by, at=at)
    finish(screening=again, by=by, at=at)
