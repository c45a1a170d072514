"""What came of a yes: where it is to be told, where it is late, what whoever sent the person has not noted yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.referral.models import Referral, ServiceReport
from panoh.referral.queries.open import ours, ours_or_left
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
    return Referral.objects.filter(
        shown_now("disclosure__"),
        status=Referral.Status.ACCEPTED,
        report_due__isnull=False,
        reports=None,
        need__met_at=None,
    ).select_related("need__case", "to_desk")


def to_tell(viewer: Officer) -> QuerySet[Referral]:
    if not access.may(viewer, access.Act.ANSWER_REFERRAL):
        return Referral.objects.none()
    return not_told().filter(to_desk=viewer.desk)


def told_late(viewer: Officer, *, now: datetime) -> QuerySet[Referral]:
    return not_told().filter(ours_or_left(viewer, "need__"), report_due__lt=now)


def to_note(viewer: Officer) -> QuerySet[ServiceReport]:
    """What desks told about the viewer's own cases."""
    found = ServiceReport.objects.filter(ours(viewer, "referral__need__case__"), noted_at=None)
    return found.select_related("referral__need__case", "referral__to_desk")


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
