"""What waits in referral once a desk saw something: views that were closed, and ends of sharing that come near."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db.models import DateField, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.instruments.referral import service
from panoh.referral.models import Need, NeedsAssessment, Referral, ServiceReport
from panoh.referral.queries.assessments import to_assess_again
from panoh.referral.queries.closings import reason_of, to_acknowledge
from panoh.referral.queries.open import (
    NOTHING,
    answer_due,
    comes_to,
    managed,
    of_desk,
    sharing_that_ends,
    unacknowledged,
)
from panoh.referral.queries.reports import not_told, to_note, to_tell
from panoh.registry.asking import Asked, Question, reckoned
from panoh.registry.models import Disclosure, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, day, spoken
from panoh.registry.worklists import WorkItem


def of_referrals() -> QuerySet[Referral]:
    """With what a line says of one."""
    return Referral.objects.select_related("need__case", "to_desk", "disclosure")


def _of_closings() -> QuerySet[Disclosure]:
    return Disclosure.objects.select_related("case", "to_desk")


def late_answers(found: Callable[[], QuerySet[Referral]], due: str) -> tuple[Question, ...]:
    """What desks owe and are late with, by the ways it comes to a post: cases of its own desk, cases the viewer manages,
    and what escalates to the post; where everything does, that alone."""

    def late(whose: Q, now: datetime) -> QuerySet[Referral]:
        return found().filter(whose, **{f"{due}__lt": now}).order_by(due, "pk")

    def unless_all_come(viewer: Officer, ours: Q) -> Q:
        return ours if comes_to(viewer, "need__") else NOTHING

    return (
        waiting(lambda viewer, now: late(unless_all_come(viewer, of_desk(viewer)), now), "pk", due),
        waiting(lambda viewer, now: late(unless_all_come(viewer, managed(viewer)), now), "pk", due),
        waiting(lambda viewer, now: late(comes_to(viewer, "need__"), now), "pk", due),
    )


def _closed(row: Disclosure, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="referral",
        what=_("Your view is closed: stop, and return or destroy papers"),
        why=reason_of(row),
        address=address_of("referral:closing", row.pk),
        escalated=due_at < asked.now,
    )


def _silent(row: Disclosure, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="referral",
        what=_("Make sure that the desk stopped"),
        why=_("%(desk)s has not said that it knows: %(why)s") % {"desk": row.to_desk, "why": reason_of(row)},
        address=address_of("case", row.case_id),
        escalated=True,
    )


def _ends(referral: Referral, until: datetime, asked: Asked) -> WorkItem:
    why = _("%(need)s: %(desk)s sees nothing more after %(day)s")
    said = {"need": what_is_needed(referral.need), "desk": referral.to_desk, "day": day(until)}
    return WorkItem(
        due_at=until,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Ask the person again whether the desk may go on seeing this"),
        why=why % said,
        address=address_of("referral:need", referral.need_id),
        escalated=until < asked.now,
    )


def _to_tell(referral: Referral, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Tell what came of it: did the service begin?"),
        why=what_is_needed(referral.need),
        address=address_of("referral:referral", referral.pk),
        escalated=due_at < asked.now,
    )


def _told_late(referral: Referral, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Ask the desk whether the person is helped"),
        why=_("%(need)s: %(desk)s said yes and has told nothing since")
        % {"need": what_is_needed(referral.need), "desk": referral.to_desk},
        address=address_of("referral:need", referral.need_id),
        escalated=True,
    )


def _to_note(report: ServiceReport, due_at: datetime, asked: Asked) -> WorkItem:
    need = report.referral.need
    why = _("%(need)s: %(desk)s tells: %(what)s")
    said = {"need": what_is_needed(need), "desk": report.referral.to_desk, "what": choice(report, "outcome")}
    below = " · " + _("below the standard") if report.below_standard else ""
    return WorkItem(
        due_at=due_at,
        reference=need.case.reference,
        stage="referral",
        what=_("Read what the desk tells"),
        why=why % said + below,
        address=address_of("referral:need", need.pk),
        escalated=due_at < asked.now,
    )


def _to_assess_again(row: NeedsAssessment, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="referral",
        what=_("Assess the needs again"),
        why=_("Assessed last on %(day)s") % {"day": day(row.assessed_at)},
        address=address_of("referral:assess", row.case_id),
        escalated=due_at < asked.now,
    )


def what_is_needed(need: Need) -> str:
    return f"{spoken(service(need.service).name)}, {choice(need, 'urgency')}"


def _answer_now(ended_at: datetime) -> datetime:
    return answer_due(ended_at, Need.Urgency.NOW)


def _day_is_over(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on + timedelta(days=1), time()))


def _assessed_by_today(viewer: Officer, now: datetime) -> QuerySet[NeedsAssessment]:
    return to_assess_again(viewer, until=reckoned(now, timezone.localdate, DateField())).order_by("again_on", "pk")


CLOSED = Part(
    (waiting(lambda viewer, now: to_acknowledge(viewer).order_by("ended_at", "pk"), "pk", "ended_at"),),
    each(_closed),
    _of_closings,
    _answer_now,
)
SILENT = Part(
    (waiting(lambda viewer, now: unacknowledged(viewer, now=now).order_by("ended_at", "pk"), "pk", "ended_at"),),
    each(_silent),
    _of_closings,
    _answer_now,
)
ENDS = Part(
    (
        waiting(
            lambda viewer, now: sharing_that_ends(viewer, now=now).order_by("disclosure__until_at", "pk"),
            *("pk", "disclosure__until_at"),
        ),
    ),
    each(_ends),
    of_referrals,
)
TO_TELL = Part(
    (waiting(lambda viewer, now: to_tell(viewer).order_by("report_due", "pk"), "pk", "report_due"),),
    each(_to_tell),
    of_referrals,
)
TOLD_LATE = Part(late_answers(not_told, "report_due"), each(_told_late), of_referrals)
TO_NOTE = Part(
    (waiting(lambda viewer, now: to_note(viewer).order_by("at", "pk"), "pk", "at", "referral__need__urgency"),),
    each(_to_note),
    lambda: ServiceReport.objects.select_related("referral__need__case", "referral__to_desk"),
    answer_due,
)
TO_ASSESS_AGAIN = Part(
    (waiting(_assessed_by_today, "pk", "again_on"),),
    each(_to_assess_again),
    lambda: NeedsAssessment.objects.select_related("case").defer("sealed", "sealed_key"),
    _day_is_over,
)
LATER = (CLOSED, SILENT, ENDS, TO_TELL, TOLD_LATE, TO_NOTE, TO_ASSESS_AGAIN)
