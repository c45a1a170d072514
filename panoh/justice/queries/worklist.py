"""What waits for a post in justice: penalties to look at first, then relief, criminal cases on their way, and residence."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from panoh.justice.models import CriminalCase, Defendant, Penalty, Relief, Transfer, VictimLink
from panoh.justice.queries.alerts import (
    CHASE_AFTER,
    alert_item,
    held_now,
    held_with_suspect,
    penalties_of,
    relief_item,
    still_held,
    to_ask,
    to_assess,
    to_chase,
)
from panoh.justice.queries.cases import KEEP, criminal_cases_for
from panoh.justice.queries.hits_due import FROM_LISTS
from panoh.justice.queries.residence_due import RESIDENCE
from panoh.justice.queries.restitution_due import RESTITUTION
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Officer, in_force
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, day
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50
RECEIVE_WITHIN = timedelta(days=3)
"""Our own proposal: no text we have read names a period."""
STANDS_STILL = timedelta(days=60)
"""After so long at one stage its desk is asked. Our own proposal: no period of an investigation was seen in a text."""
HELD_TOGETHER = gettext_noop("Held in one place with a suspect: have them separated")
LOOK = gettext_noop("A penalty: look whether it hangs together with the exploitation")
ASK = gettext_noop("Ask for the penalty to be stayed or lifted")


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """A victim held with a suspect, then penalties nobody looked at, stand before everything. Nothing closes anything."""
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("justice", found.lines, found.total, first=found.first)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def _together(viewer: Officer, now: datetime) -> QuerySet[Penalty]:
    return held_with_suspect(_mine(viewer, now), today=_day(now)).order_by("recorded_at", "pk")


def _unseen(viewer: Officer, now: datetime) -> QuerySet[Penalty]:
    return to_assess(_mine(viewer, now))


def _unasked(viewer: Officer, now: datetime) -> QuerySet[Penalty]:
    return to_ask(_mine(viewer, now))


def _slow(viewer: Officer, now: datetime) -> QuerySet[Relief]:
    return to_chase(_mine(viewer, now), today=_day(now))


def _mine(viewer: Officer, now: datetime) -> QuerySet[Penalty]:
    found = penalties_of(viewer, now=now)
    return found if access.may(viewer, access.Act.ANSWER_PENALTY) else found.none()


def _beside(viewer: Officer, now: datetime) -> QuerySet[CriminalCase]:
    """For whoever holds the suspect: a victim of the case is held in the same place. Which victim is not said."""
    crime, today = OuterRef(OuterRef("pk")), _day(now)
    here = Defendant.objects.filter(held_now(today), criminal_case=crime, held_key=OuterRef("held_key"))
    hers = Q(case=OuterRef("case")) | Q(case=OuterRef("roster_entry__case"))
    known = VictimLink.objects.filter(in_force("consent__"), hers, criminal_case=crime, ended_at=None)
    held = still_held(Penalty.objects.exclude(held_key=""), today).filter(Exists(here), Exists(known))
    return criminal_cases_for(viewer).filter(Exists(held)).order_by("opened_at", "pk")


def _offered(viewer: Officer, now: datetime) -> QuerySet[Transfer]:
    found = Transfer.objects.filter(to_desk=viewer.desk, received_at=None).order_by("offered_at", "pk")
    return found if access.may(viewer, KEEP) else found.none()


def _still(viewer: Officer, now: datetime) -> QuerySet[CriminalCase]:
    """Of the desk that holds it: nothing was recorded for so long that nobody knows how it goes."""
    if not access.may(viewer, KEEP):
        return CriminalCase.objects.none()
    since = reckoned(now - STANDS_STILL, timezone.localdate, DateField())
    just_here = Transfer.objects.filter(criminal_case=OuterRef("pk"), received_at__gt=now - STANDS_STILL)
    held = CriminalCase.objects.filter(~Exists(just_here), desk=viewer.desk, stage_on__lte=since)
    return held.exclude(stage=CriminalCase.Stage.CLOSED).order_by("stage_on", "pk")


def _alert(what: str, row: Penalty, _due_at: datetime, asked: Asked, *, urgent: bool = False) -> WorkItem:
    return alert_item(row, _(what), now=asked.now, urgent=urgent)


def _separate(case: CriminalCase, _due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=asked.now,
        reference=case.reference,
        stage="justice",
        what=_("A victim and a defendant are held in one place: separate them"),
        why=_("Nobody is held with whoever exploited them"),
        address=address_of("justice:criminal_case", case.pk),
        escalated=True,
    )


def _receive(row: Transfer, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.criminal_case.reference,
        stage="justice",
        what=_("Receive the criminal case"),
        why=f"{row.from_desk} · {choice(row, 'because')}",
        address=address_of("justice:receive", row.pk),
        escalated=due_at < asked.now,
    )


def _say_how_it_goes(case: CriminalCase, due_at: datetime, asked: Asked) -> WorkItem:
    stands = {"stage": choice(case, "stage"), "day": day(case.stage_on)}
    return WorkItem(
        due_at=due_at,
        reference=case.reference,
        stage="justice",
        what=_("A criminal case stands still: record how far it came, or why it is closed"),
        why=_("%(stage)s since %(day)s") % stands,
        address=address_of("justice:criminal_case", case.pk),
        escalated=due_at < asked.now,
    )


def _stands_until(stage_on: date) -> datetime:
    return timezone.make_aware(datetime.combine(stage_on + STANDS_STILL + timedelta(days=1), time()))


def _day(now: datetime) -> date:
    return reckoned(now, timezone.localdate, DateField())


def _chased(asked_on: date, decided_on: date | None) -> datetime:
    return timezone.make_aware(datetime.combine((decided_on or asked_on) + CHASE_AFTER, time()))


def _penalties() -> QuerySet[Penalty]:
    return Penalty.objects.select_related("case", "roster_entry__operation", "roster_entry__case")


def _reliefs() -> QuerySet[Relief]:
    return Relief.objects.select_related(
        "penalty__case", "penalty__roster_entry__operation", "penalty__roster_entry__case"
    )


PARTS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_together, "pk", "recorded_at"),),
        each(partial(_alert, HELD_TOGETHER, urgent=True)),
        rows=_penalties,
        first=True,
    ),
    Part((waiting(_unseen, "pk", "assess_by"),), each(partial(_alert, LOOK)), rows=_penalties, first=True),
    Part((waiting(_beside, "pk", "opened_at"),), each(_separate), rows=CriminalCase.objects.all, first=True),
    Part((waiting(_unasked, "pk", "assess_by"),), each(partial(_alert, ASK)), rows=_penalties),
    Part(
        (waiting(_slow, "pk", "asked_on", "decided_on"),),
        each(lambda row, due_at, _asked: relief_item(row, due_at)),
        rows=_reliefs,
        due=_chased,
    ),
    Part(
        (waiting(_offered, "pk", "offered_at"),),
        each(_receive),
        rows=lambda: Transfer.objects.select_related("criminal_case", "from_desk__agency"),
        due=lambda offered_at: offered_at + RECEIVE_WITHIN,
    ),
    Part(
        (waiting(_still, "pk", "stage_on"),),
        each(_say_how_it_goes),
        rows=CriminalCase.objects.all,
        due=_stands_until,
    ),
    *RESTITUTION,
    *FROM_LISTS,
    *RESIDENCE,
)
