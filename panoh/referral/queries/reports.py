"""What came of a yes: where it is to be told, where it is late, what whoever sent the person has not noted yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.referral.models import ACCEPTED, Referral, ServiceReport
from panoh.referral.queries.open import managed, of_desk
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer, shown_now
from panoh.registry.queries import cases_for
from panoh.registry.refusals import NotPermitted


@dataclass(frozen=True)
class Told:
    report: ServiceReport
    words: str


def not_told() -> QuerySet[Referral]:
    """Accepted for a need still open, and nothing told since."""
    told = ServiceReport.objects.filter(referral=OuterRef("pk"))
    return Referral.objects.filter(ACCEPTED, shown_now("disclosure__"), ~Exists(told), report_due__isnull=False)


def to_tell(viewer: Officer) -> QuerySet[Referral]:
    if not access.may(viewer, access.Act.ANSWER_REFERRAL):
        return Referral.objects.none()
    return not_told().filter(to_desk=viewer.desk)


def to_note(viewer: Officer) -> QuerySet[ServiceReport]:
    """What desks told about the viewer's own cases."""
    ours = of_desk(viewer, "referral__") | managed(viewer, "referral__")
    return ServiceReport.objects.filter(ours, noted_at=None)


def report_for(viewer: Officer, report_id: UUID) -> ServiceReport:
    seen = ServiceReport.objects.filter(referral__need__case__in=cases_for(viewer, access.Act.REFER))
    found = seen.select_related("referral__need__case").filter(pk=report_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such report, or your post may not work on it."),
            _("Ask the desk that works on the case."),
            subject=f"report:{report_id}",
        )
    return found


def told_of(viewer: Officer, referral: Referral, *, at: datetime) -> tuple[Told, ...]:
    """What the desk told of one referral, for whoever refers in the case. Opening the words is on record."""
    ledger.write(
        act="read_reports",
        by=viewer,
        at=at,
        subject=f"case:{referral.need.case_id}",
        fields=("words",),
        referral=str(referral.pk),
    )
    return opened(referral)


def opened(referral: Referral) -> tuple[Told, ...]:
    """For readers that write their own ledger line."""
    rows = referral.reports.select_related("by__post__desk").order_by("-at")
    return tuple(Told(each, vault.unseal(each).get("words", "")) for each in rows)
