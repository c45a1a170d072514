"""What came of a yes: told by the desk that helps, noted by whoever sent the person there."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.referral.actions.no import end_with_no
from panoh.referral.models import Referral, ServiceReport
from panoh.referral.rules.reports import may_follow
from panoh.registry import access, ledger, vault
from panoh.registry.actions import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

Told = ServiceReport.Told


@act
def report_service(
    *, referral: Referral, outcome: str, reason: str, below_standard: bool, words: str, by: Officer, at: datetime
) -> ServiceReport:
    """The desk says that the service began, was given, ended or could not be given. What could not be given closes its
    view, and the need looks for another desk."""
    access.require(by, access.Act.ANSWER_REFERRAL)
    keep_still(referral.need.case_id)
    # Locked: of two colleagues telling at once the second is held against what the first told.
    rows = Referral.objects.select_for_update(no_key=True, of=("self",)).select_related("need", "disclosure")
    held = rows.get(pk=referral.pk)
    _check(held, outcome, reason, below_standard, words, by)
    report = ServiceReport(
        referral=held,
        outcome=outcome,
        reason=reason if outcome == Told.NOT_GIVEN else "",
        below_standard=below_standard,
        by=by,
        at=at,
    )
    vault.seal(report, {"words": words})
    report.save(force_insert=True)
    if outcome == Told.NOT_GIVEN:
        end_with_no(held, Referral.Status.FAILED, because="not_given", by=by, at=at)
    ledger.write(
        act="report_service",
        by=by,
        at=at,
        subject=f"case:{held.need.case_id}",
        referral=str(held.pk),
        outcome=outcome,
        below_standard=below_standard,
    )
    return report


@act
def note_report(*, report: ServiceReport, by: Officer, at: datetime) -> None:
    """Whoever works on the case has read it; it leaves the work, and stays on the need."""
    case = report.referral.need.case
    access.require(by, access.Act.REFER, case)
    if not ServiceReport.objects.filter(pk=report.pk, noted_at=None).update(noted_at=at, noted_by=by):
        raise Conflict(
            _("A colleague noted this already."), _("Open the need to see what stands."), subject=f"case:{case.pk}"
        )
    ledger.write(act="note_report", by=by, at=at, subject=f"case:{case.pk}", report=str(report.pk))


def _check(held: Referral, outcome: str, reason: str, below_standard: bool, words: str, by: Officer) -> None:
    subject = f"case:{held.need.case_id}"
    if held.to_desk_id != by.desk.pk:
        raise NotPermitted(_("Another desk helps here."), _("Only the desk that helps tells."), subject=subject)
    if held.standing != Referral.Status.ACCEPTED:
        raise OutOfOrder(
            _("Your desk is not helping with this any more, or has not said yes yet."),
            _("Go back to your work to see what waits now."),
            subject=subject,
        )
    if outcome not in Told.values or (outcome == Told.NOT_GIVEN and reason not in ServiceReport.Reason.values):
        raise Refused(
            _("It is not said what came of it, or why it could not be given."),
            _("Choose one of the list; what could not be given needs its reason."),
            subject=subject,
        )
    if below_standard and not words.strip():
        raise Refused(
            _("It is not said in what the standard was not kept."),
            _("Say it in a sentence, without names of others."),
            subject=subject,
        )
    last = held.reports.order_by("-at", "-pk").values_list("outcome", flat=True).first() or ""
    if not may_follow(last, outcome):
        raise OutOfOrder(
            _("This does not follow what your desk told last."),
            _("Look at what was told. What ended can begin again; what began can be given or end."),
            subject=subject,
        )
