"""How an officer stands to one case: read at each act, and once for a page that asks again and again what they may do in it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from panoh.registry.asking import Asked, Question
from panoh.registry.looks import read_once
from panoh.registry.models import (
    Case,
    Disclosure,
    EmergencyOpening,
    Officer,
    let_in_to,
    open_now,
    shown_now,
    shown_to_work,
    shut_to,
)
from panoh.registry.moment import moment
from panoh.registry.prepared import Left


@dataclass(frozen=True)
class Standing:
    """`shut`: the case is in a compartment, and they are no member. `ours`: their desk's, or theirs to manage. `shown`: to their
    desk, for more than to answer a referral; `asked`: to help, if only to answer; `helping`: to help, for more than that (a
    residence permit is no help). `opened`: by them, in an emergency. `let_in`: into its compartment, for hours and as far as
    an emergency goes."""

    shut: bool
    ours: bool
    shown: bool
    asked: bool
    helping: bool
    opened: bool
    let_in: bool


def standing(officer: Officer, case: Case) -> Standing:
    return read_once((Standing, officer.pk, case.pk), lambda: _stands(officer, case))


def _stands(officer: Officer, case: Case) -> Standing:
    for row in HOW.answers(Asked(officer, moment(), about=case.pk)):
        return Standing(*row)
    return GONE


def _how(officer: Officer, _now: datetime) -> QuerySet[Case]:
    shown = Disclosure.objects.filter(shown_now(), to_desk=officer.desk, case=OuterRef("pk"))
    opened = EmergencyOpening.objects.filter(open_now(), officer=officer, case=OuterRef("pk"))
    ours = Q(desk=officer.desk) | Q(manager=officer, manager__isnull=False)
    return Case.objects.filter(pk=Left(lambda asked: asked.about, Case._meta.pk)).annotate(
        shut=Exists(shut_to(officer).filter(case=OuterRef("pk"))),
        ours=ExpressionWrapper(ours, BooleanField()),
        shown=Exists(shown.filter(to_answer=False)),
        asked=Exists(shown.filter(shown_to_work())),
        helping=Exists(shown.filter(shown_to_work(), to_answer=False)),
        opened=Exists(opened),
        let_in=Exists(let_in_to(officer).filter(compartment__case=OuterRef("pk"))),
    )


GONE = Standing(shut=True, ours=False, shown=False, asked=False, helping=False, opened=False, let_in=False)
"""To a case that is gone, or of nobody."""
HOW = Question(_how, *(each.name for each in fields(Standing)), most=1, watch=True)
