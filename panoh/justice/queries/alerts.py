"""Alerts of a penalty, to whoever answers for the person: nobody looked at it yet, nothing was asked for, nothing came back;
and first of all where a victim is held with a suspect.

A removal of somebody on a roster raises the alert the roster raises for everyone (`screening.queries.removals`), once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments import countries
from panoh.justice.models import LinkAssessment, Penalty, Relief
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, spoken
from panoh.registry.worklists import WorkItem
from panoh.screening.models import Duty, Operation
from panoh.screening.queries.removals import removal_words
from panoh.screening.rules.removal import escalates

ANSWER = access.Act.ANSWER_PENALTY
CHASE_AFTER = timedelta(days=10)
"""Our own proposal: no text we have read says how long an authority may take."""
Outcome = LinkAssessment.LinkOutcome
NOT_HELD = (Penalty.Kind.FINE, Penalty.Kind.REMOVAL)


def penalties_of(viewer: Officer, *, now: datetime) -> QuerySet[Penalty]:
    """Of cases the viewer manages, or of their desk while nobody does; of lines on a roster of theirs; and, once its time
    is over and nobody looked at it, to the intake desk too (promise 8)."""
    rows = Penalty.objects.select_related("case", "roster_entry__operation", "roster_entry__case")
    seen = access.within(Case.objects.all(), viewer, ANSWER)
    theirs = seen.filter(Q(manager=viewer) | Q(manager=None, desk=viewer.desk))
    mine = Q(case__in=theirs) | Q(roster_entry__case__in=theirs)
    if access.scope(viewer, ANSWER) is access.Scope.ALL:
        mine |= Q(assess_by__lt=now)
    if access.may(viewer, access.Act.RUN_OPERATION):
        duty = Duty.objects.filter(desk=viewer.desk, until_at=None).values("operation")
        mine |= Q(roster_entry__operation__in=Operation.objects.filter(Q(desk=viewer.desk) | Q(pk__in=duty)))
    rows = rows.exclude(case__erased_at__isnull=False)  # of whoever was erased nobody can ask anything back
    return rows.filter(mine).exclude(roster_entry__isnull=False, roster_entry__case=None, kind=Penalty.Kind.REMOVAL)


def held_with_suspect(rows: QuerySet[Penalty], *, today: date) -> QuerySet[Penalty]:
    """As whoever wrote it knows, and by nothing else: a line drawn from a criminal case would tell whoever reads “not
    known” beside it that there is one. What justice knows is told to those who hold the suspect (`worklist._beside`)."""
    return still_held(rows, today).filter(with_suspect=True)


def held_now(today: date, way: str = "") -> Q:
    """`way` leads to the defendants."""
    held = Q(**{f"{way}held_from__lte": today}) & ~Q(**{f"{way}held_key": ""})
    return held & (Q(**{f"{way}held_until": None}) | Q(**{f"{way}held_until__gt": today}))


def still_held(rows: QuerySet[Penalty], today: date) -> QuerySet[Penalty]:
    """Detained, in prison or held until a trial, and not let go."""
    held = rows.exclude(kind__in=NOT_HELD).filter(Q(until_on=None) | Q(until_on__gte=today))
    released = Relief.objects.filter(penalty=OuterRef("pk"), kind=Relief.Kind.RELEASE, done_on__isnull=False)
    return held.filter(~Exists(released))


def to_assess(rows: QuerySet[Penalty]) -> QuerySet[Penalty]:
    """Nobody looked at the link, it was not known then, or only the desk that wrote the penalty down says there is none."""
    stands = LinkAssessment.objects.filter(penalty=OuterRef("pk"), replaced_at=None)
    by_themselves = Q(outcome=Outcome.NOT_SHOWN, by__post__desk=F("penalty__recorded_by__post__desk"))
    manages = Q(by=F("penalty__case__manager")) | Q(by=F("penalty__roster_entry__case__manager"))
    settled = stands.exclude(outcome=Outcome.OPEN).filter(~by_themselves | manages)
    return rows.filter(~Exists(settled)).order_by("assess_by", "pk")


def to_ask(rows: QuerySet[Penalty]) -> QuerySet[Penalty]:
    """Linked, and nothing is asked for, or all that was asked was refused."""
    linked = LinkAssessment.objects.filter(penalty=OuterRef("pk"), replaced_at=None, outcome=Outcome.LINKED)
    alive = Relief.objects.filter(penalty=OuterRef("pk")).exclude(granted=False)
    return rows.filter(Exists(linked), ~Exists(alive)).order_by("assess_by", "pk")


def to_chase(rows: QuerySet[Penalty], *, today: date) -> QuerySet[Relief]:
    """Asked and not answered, or granted and not carried out, for some days; at once where a removal or somebody held waits."""
    since = today - CHASE_AFTER
    at_once = Q(penalty__kind=Penalty.Kind.REMOVAL) | Q(kind=Relief.Kind.RELEASE)
    unanswered, undone = Q(decided_on=None), Q(granted=True, done_on=None)
    open_ = (unanswered & (at_once | Q(asked_on__lte=since))) | (undone & (at_once | Q(decided_on__lte=since)))
    return Relief.objects.filter(open_, penalty__in=rows.values("pk")).order_by(
        Coalesce("decided_on", "asked_on"), "pk"
    )


def alert_item(row: Penalty, what: str, *, now: datetime, urgent: bool = False) -> WorkItem:
    item = WorkItem(
        due_at=row.recorded_at if urgent else row.assess_by,
        reference=reference_of(row),
        stage="justice",
        what=what,
        why=f"{choice(row, 'kind')} · {spoken(countries.non_penalisation(settings.COUNTRY).rule)}",
        address=address_of("justice:penalty", row.pk),
        escalated=urgent or row.assess_by < now,
    )
    return removal_alert(item, row, today=timezone.localdate(now)) if row.kind == Penalty.Kind.REMOVAL else item


def removal_alert(item: WorkItem, row: Penalty, *, today: date) -> WorkItem:
    """In the words and by the rule of every removal alert; due before the day it is planned for."""
    begins = timezone.make_aware(datetime.combine(row.imposed_on, time()))
    near = escalates(row.imposed_on, on=today)
    return replace(item, due_at=min(item.due_at, begins), why=removal_words(), escalated=item.escalated or near)


def relief_item(row: Relief, due_at: datetime) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=reference_of(row.penalty),
        stage="justice",
        what=_("See that the relief is carried out") if row.granted else _("Ask what became of the relief"),
        why=f"{choice(row, 'kind')} · {choice(row, 'asked_of')}",
        address=address_of("justice:penalty", row.penalty_id),
        escalated=True,
    )


def reference_of(row: Penalty) -> str:
    case = row.person_case
    if case is not None:
        return case.reference
    assert row.roster_entry is not None
    return f"{row.roster_entry.operation.title} · {row.roster_entry.row}"
