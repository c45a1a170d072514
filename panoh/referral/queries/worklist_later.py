"""What waits in referral once a desk saw something: views that were closed, and ends of sharing that come near."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments.referral import service
from panoh.referral.models import Need, NeedsAssessment, Referral, ServiceReport
from panoh.referral.queries.assessments import to_assess_again
from panoh.referral.queries.closings import reason_of, to_acknowledge
from panoh.referral.queries.open import answer_due, sharing_that_ends, unacknowledged
from panoh.referral.queries.reports import to_note, to_tell, told_late
from panoh.registry.models import Disclosure, Officer
from panoh.registry.wording import day, spoken
from panoh.registry.worklists import WorkItem, most_urgent

M = TypeVar("M", bound=Model)
Part = tuple[int, tuple[WorkItem, ...]]
"""How many lines there are in all, and the most urgent of them."""


def later_parts(viewer: Officer, *, now: datetime, shown: int) -> tuple[Part, ...]:
    closed, silent = to_acknowledge(viewer), unacknowledged(viewer, now=now)
    ends = sharing_that_ends(viewer, now=now)
    again = to_assess_again(viewer, until=timezone.localdate(now))
    return (
        _part(closed.order_by("ended_at", "pk"), shown, lambda row: _closed(row, now)),
        _part(silent.order_by("ended_at", "pk"), shown, _silent),
        _part(ends.order_by("disclosure__until_at", "pk"), shown, lambda row: _ends(row, now)),
        _part(to_tell(viewer).order_by("report_due", "pk"), shown, lambda row: _to_tell(row, now)),
        _part(told_late(viewer, now=now).order_by("report_due", "pk"), shown, _told_late),
        _part(to_note(viewer).order_by("at", "pk"), shown, lambda row: _to_note(row, now)),
        _part(again.order_by("again_on", "pk"), shown, lambda row: _to_assess_again(row, now)),
    )


def _part(found: QuerySet[M], shown: int, line: Callable[[M], WorkItem]) -> Part:
    rows, total = most_urgent(found, shown)
    return (total, tuple(map(line, rows)))


def _closed(row: Disclosure, now: datetime) -> WorkItem:
    assert row.ended_at is not None  # asked for by `closings`
    by_when = answer_due(row.ended_at, Need.Urgency.NOW)
    return WorkItem(
        due_at=by_when,
        reference=row.case.reference,
        stage="referral",
        what=_("Your view is closed: stop, and return or destroy papers"),
        why=reason_of(row),
        address=reverse("referral:closing", args=[row.pk]),
        escalated=by_when < now,
    )


def _silent(row: Disclosure) -> WorkItem:
    assert row.ended_at is not None  # asked for by `closings`
    return WorkItem(
        due_at=answer_due(row.ended_at, Need.Urgency.NOW),
        reference=row.case.reference,
        stage="referral",
        what=_("Make sure that the desk stopped"),
        why=_("%(desk)s has not said that it knows: %(why)s") % {"desk": row.to_desk, "why": reason_of(row)},
        address=reverse("case", args=[row.case_id]),
        escalated=True,
    )


def _ends(referral: Referral, now: datetime) -> WorkItem:
    until = referral.disclosure.until_at
    assert until is not None  # asked for by `ending`
    why = _("%(need)s: %(desk)s sees nothing more after %(day)s")
    said = {"need": what_is_needed(referral.need), "desk": referral.to_desk, "day": day(until)}
    return WorkItem(
        due_at=until,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Ask the person again whether the desk may go on seeing this"),
        why=why % said,
        address=reverse("referral:need", args=[referral.need_id]),
        escalated=until < now,
    )


def _to_tell(referral: Referral, now: datetime) -> WorkItem:
    assert referral.report_due is not None  # asked for by `not_told`
    return WorkItem(
        due_at=referral.report_due,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Tell what came of it: did the service begin?"),
        why=what_is_needed(referral.need),
        address=reverse("referral:referral", args=[referral.pk]),
        escalated=referral.report_due < now,
    )


def _told_late(referral: Referral) -> WorkItem:
    assert referral.report_due is not None  # asked for by `not_told`
    return WorkItem(
        due_at=referral.report_due,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Ask the desk whether the person is helped"),
        why=_("%(need)s: %(desk)s said yes and has told nothing since")
        % {"need": what_is_needed(referral.need), "desk": referral.to_desk},
        address=reverse("referral:need", args=[referral.need_id]),
        escalated=True,
    )


def _to_note(report: ServiceReport, now: datetime) -> WorkItem:
    need = report.referral.need
    by_when = answer_due(report.at, need.urgency)
    why = _("%(need)s: %(desk)s tells: %(what)s")
    said = {"need": what_is_needed(need), "desk": report.referral.to_desk, "what": report.get_outcome_display()}
    below = " · " + _("below the standard") if report.below_standard else ""
    return WorkItem(
        due_at=by_when,
        reference=need.case.reference,
        stage="referral",
        what=_("Read what the desk tells"),
        why=why % said + below,
        address=reverse("referral:need", args=[need.pk]),
        escalated=by_when < now,
    )


def _to_assess_again(row: NeedsAssessment, now: datetime) -> WorkItem:
    assert row.again_on is not None  # asked for by `to_assess_again`
    ends = timezone.make_aware(datetime.combine(row.again_on + timedelta(days=1), time()))
    return WorkItem(
        due_at=ends,
        reference=row.case.reference,
        stage="referral",
        what=_("Assess the needs again"),
        why=_("Assessed last on %(day)s") % {"day": day(row.assessed_at)},
        address=reverse("referral:assess", args=[row.case_id]),
        escalated=ends < now,
    )


def what_is_needed(need: Need) -> str:
    return f"{spoken(service(need.service).name)}, {need.get_urgency_display()}"
