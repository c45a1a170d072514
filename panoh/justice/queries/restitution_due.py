"""Restitution that a court ordered and nobody paid comes to the desk of the criminal case, so that it is not forgotten."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import DateField, DecimalField, F, Max, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.justice.models import Restitution, RestitutionPayment
from panoh.justice.queries.cases import KEEP, criminal_cases_for
from panoh.registry import access
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import day
from panoh.registry.worklists import WorkItem

ASK_AFTER = timedelta(days=90)
"""After the order, and after each payment. Our own proposal: no text we have read names a period."""


def unpaid(viewer: Officer, now: datetime) -> QuerySet[Any, Any]:
    """Of criminal cases at the viewer's desk: not paid whole, and nothing came for so long."""
    if not access.may(viewer, KEEP):
        return _with_payments().none()
    long_ago = reckoned(now - ASK_AFTER, timezone.localdate, DateField())
    ours = criminal_cases_for(viewer).filter(desk=viewer.desk)
    return (
        _with_payments()
        .filter(criminal_case__in=ours, last_on__lte=long_ago, paid__lt=F("amount"))
        .order_by("last_on", "pk")
    )


def _with_payments() -> QuerySet[Any, Any]:
    """`paid` of it, and `last_on`: the day of the last payment, or of the order."""
    payments = RestitutionPayment.objects.filter(restitution=OuterRef("pk")).order_by().values("restitution")
    paid = Subquery(payments.annotate(all=Sum("amount")).values("all"), output_field=DecimalField())
    last = Subquery(payments.annotate(last=Max("on")).values("last"), output_field=DateField())
    return Restitution.objects.annotate(
        paid=Coalesce(paid, 0, output_field=DecimalField(max_digits=14, decimal_places=2)),
        last_on=Coalesce(last, F("on")),
    )


def _due(last_on: date) -> datetime:
    return timezone.make_aware(datetime.combine(last_on + ASK_AFTER, time()))


def _ask(row: Restitution, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.criminal_case.reference,
        stage="justice",
        what=_("Restitution is not paid: ask whoever enforces it, and record what reached the victims"),
        why=_("Ordered on %(day)s") % {"day": day(row.on)},
        address=address_of("justice:criminal_case", row.criminal_case_id),
        escalated=due_at < asked.now,
    )


RESTITUTION: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(unpaid, "pk", "last_on"),),
        each(_ask),
        rows=lambda: Restitution.objects.select_related("criminal_case"),
        due=_due,
    ),
)
