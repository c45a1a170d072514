"""Judging the danger a person is in, and the measures against it: each with a desk that does it and a day to look again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import RiskAssessment, SafetyMeasure
from panoh.protection.queries.plan import desks_in
from panoh.protection.rules.safety import AT_THE_LATEST, in_time, latest_review
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Desk, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.wording import day


@act
def assess_risk(
    *,
    case: Case,
    level: str,
    danger: str,
    own_view: str,
    review_on: date,
    after: UUID | None,
    by: Officer,
    at: datetime,
) -> RiskAssessment:
    """What the danger is, how the person sees it, how great it is. The assessment before is kept, and counts no more.
    `after`: the one seen when this was written, None for the first."""
    access.require(by, access.Act.ASSESS_RISK, case)
    held = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    standing = RiskAssessment.objects.filter(case=held, replaced_at=None)
    unless_overtaken(after, standing.values_list("pk", flat=True).first(), subject=f"case:{case.pk}")
    _check_risk(held, level, danger, review_on, today=timezone.localdate(at))
    standing.update(replaced_at=at)
    made = RiskAssessment(case=held, level=level, assessed_at=at, assessed_by=by, review_on=review_on)
    vault.seal(made, {"danger": danger.strip(), "own_view": own_view.strip()})
    made.save(force_insert=True)
    ledger.write(act="assess_risk", by=by, at=at, subject=f"case:{case.pk}", level=level)
    return made


@act
def add_measure(*, case: Case, what: str, desk: Desk, review_on: date, by: Officer, at: datetime) -> SafetyMeasure:
    """Given only to a desk the person shares the case with: to any other it would tell of them."""
    access.require(by, access.Act.ASSESS_RISK, case)
    keep_still(case.pk)
    subject = f"case:{case.pk}"
    if not what.strip() or review_on < timezone.localdate(at):
        raise Refused(
            _("A measure says what is done, and by which day from today on it is looked at again."),
            _("Fill in what is done and choose a day that has not passed."),
            subject=subject,
        )
    if not desks_in(case, by.desk).filter(pk=desk.pk).exists():
        raise Refused(
            _("This desk does not know the person: a measure would tell it about them."),
            _("Refer the need to the desk first; once it has accepted it can be given a measure."),
            subject=subject,
        )
    made = SafetyMeasure(case=case, desk=desk, review_on=review_on, added_at=at, added_by=by)
    vault.seal(made, {"what": what.strip()})
    made.save(force_insert=True)
    ledger.write(act="add_measure", by=by, at=at, subject=subject, measure=str(made.pk), desk=desk.code)
    return made


@act
def end_measure(*, measure: SafetyMeasure, by: Officer, at: datetime) -> SafetyMeasure:
    """Over, by the desk that does it, the case's own desk or its manager; what was done stays sealed on record."""
    case = measure.case
    access.require(by, access.Act.ASSESS_RISK, case)
    if by.desk.pk not in {measure.desk_id, case.desk_id} and case.manager_id != by.pk:
        raise NotPermitted(_("Another desk does this."), _("Ask the desk that works on it."), subject=f"case:{case.pk}")
    keep_still(case.pk)
    if not SafetyMeasure.objects.filter(pk=measure.pk, ended_at=None).update(ended_at=at, ended_by=by):
        raise Conflict(
            _("This measure is over already."), _("Add a new one if it is needed again."), subject=f"case:{case.pk}"
        )
    measure.refresh_from_db()
    ledger.write(act="end_measure", by=by, at=at, subject=f"case:{case.pk}", measure=str(measure.pk))
    return measure


def _check_risk(case: Case, level: str, danger: str, review_on: date, *, today: date) -> None:
    subject = f"case:{case.pk}"
    if level not in AT_THE_LATEST or not danger.strip():
        raise Refused(
            _("An assessment says how great the danger is, and what it comes from."),
            _("Choose the level and write what was seen or heard; where nothing was seen, write that."),
            subject=subject,
        )
    if not in_time(review_on, level=level, today=today):
        raise Refused(
            _("The danger would be looked at again too late, or the day has passed."),
            _("Choose a day from today until %(latest)s.") % {"latest": day(latest_review(level, today=today))},
            subject=subject,
        )
