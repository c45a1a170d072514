"""What a compartment asks of its heads, and of whoever watches over it. To nobody else any of it waits: not even as a number."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import CaseClock, Compartment, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries.compartments import led_by, with_heads
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.reversing import address_of
from panoh.registry.rules.compartments import HEADS
from panoh.registry.wording import spoken
from panoh.registry.worklists import WorkItem


def _to_agree(viewer: Officer, _now: datetime) -> QuerySet[Compartment]:
    return led_by(viewer).filter(agreed_at=None).exclude(put_in_by=viewer)


def _to_look_at(viewer: Officer, now: datetime) -> QuerySet[Compartment]:
    return led_by(viewer).filter(agreed_at__isnull=False, review_due__lt=now)


def _to_take_out(viewer: Officer, _now: datetime) -> QuerySet[Compartment]:
    return led_by(viewer).filter(out_asked_at__isnull=False).exclude(out_asked_by=viewer)


def _late_inside(viewer: Officer, now: datetime) -> QuerySet[CaseClock]:
    """Whoever is told of a clock that ran out may be no member: no clock runs out unseen (promise 8)."""
    late = CaseClock.objects.filter(stopped_at=None, due_at__lt=now, case__in=led_by(viewer).order_by().values("case"))
    return late.order_by("due_at", "pk")


def _left_alone(viewer: Officer, now: datetime) -> QuerySet[Compartment]:
    """For whoever watches: nobody agreed, nobody looked at it again, or its heads have left."""
    waits = with_heads().filter(Q(review_due__lt=now) | Q(heads__lt=HEADS)).order_by("review_due", "pk")
    return waits if access.may(viewer, access.Act.READ_LEDGER) else waits.none()


def _agree(row: Compartment, due_at: datetime, asked: Asked) -> WorkItem:
    return _line(row, due_at, asked, _("Agree that this case is in a compartment, or ask to take it out"))


def _look_at(row: Compartment, due_at: datetime, asked: Asked) -> WorkItem:
    return _line(row, due_at, asked, _("Look again whether this case still needs its compartment"))


def _take_out(row: Compartment, due_at: datetime, asked: Asked) -> WorkItem:
    return _line(row, due_at, asked, _("A head asks to take this case out of its compartment: agree, or keep it in"))


def _line(row: Compartment, due_at: datetime, asked: Asked, what: str) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="ledger",
        what=what,
        why=_("You are a head of its compartment"),
        address=address_of("compartment", row.case_id),
        escalated=due_at < asked.now,
    )


def _late(clock: CaseClock, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=clock.case.reference,
        stage="ledger",
        what=_("Late in a case of your compartment: see who of its members can act"),
        why=spoken(procedure_of(clock.case).clock(clock.clock).name),
        address=address_of("case", clock.case_id),
        escalated=True,
    )


def _watch(row: Compartment, due_at: datetime, asked: Asked) -> WorkItem:
    """Without a reference: that is nobody's but the members'."""
    return WorkItem(
        due_at=due_at,
        reference=row.number,
        stage="ledger",
        what=_("A compartment nobody looks after: ask its heads, or name one"),
        why=_("put in by %(officer)s, %(post)s") % {"officer": row.put_in_by.name, "post": row.put_in_by.post},
        address=address_of("unusual_readings"),
        escalated=due_at < asked.now,
    )


def _with_cases() -> QuerySet[Compartment]:
    return Compartment.objects.select_related("case")


def _with_officers() -> QuerySet[Compartment]:
    return Compartment.objects.select_related("put_in_by__post")


def _clocks() -> QuerySet[CaseClock]:
    return CaseClock.objects.select_related("case")


COMPARTMENTS: tuple[Part[WorkItem], ...] = (
    Part((waiting(_to_agree, "pk", "review_due"),), each(_agree), rows=_with_cases, first=True),
    Part((waiting(_to_look_at, "pk", "review_due"),), each(_look_at), rows=_with_cases),
    Part((waiting(_to_take_out, "pk", "out_asked_at"),), each(_take_out), rows=_with_cases),
    Part((waiting(_late_inside, "pk", "due_at"),), each(_late), rows=_clocks),
    Part((waiting(_left_alone, "pk", "review_due", watch=True),), each(_watch), rows=_with_officers),
)
