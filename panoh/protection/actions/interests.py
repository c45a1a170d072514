"""Assessing a child's best interests: the child is heard, options are weighed, and what is decided moves the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.plans import move_on
from panoh.protection.queries.interests import newest_interests
from panoh.protection.queries.plan import running_plan
from panoh.protection.rules.interests import lacks
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import BestInterests, Case, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.refusals import Refused
from panoh.registry.wording import spoken


@dataclass(frozen=True)
class Assessed:
    """`present`: who took part. `goes_ahead`: whether what was asked about is in the child's best interests."""

    question: str
    present: str
    views: str
    options: str
    reasons: str
    goes_ahead: bool
    guardian_present: bool
    review_on: date


@act
def assess_interests(*, case: Case, given: Assessed, after: UUID | None, by: Officer, at: datetime) -> BestInterests:
    """The newest assessment of a question stands; those before are kept. No consent of an adult's kind is asked.
    `after`: the newest of any question seen when this was written, None for the first: one answer bears on the next."""
    access.require(by, access.Act.ASSESS_INTERESTS, case)
    held = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    unless_overtaken(after, newest_interests(held), subject=f"case:{case.pk}")
    _check(held, given, at)
    BestInterests.objects.filter(case=held, question=given.question, replaced_at=None).update(replaced_at=at)
    made = BestInterests(
        case=held,
        question=given.question,
        goes_ahead=given.goes_ahead,
        guardian_present=given.guardian_present,
        assessed_at=at,
        assessed_by=by,
        review_on=given.review_on,
    )
    told = {"present": given.present, "views": given.views, "options": given.options, "reasons": given.reasons}
    vault.seal(made, {key: words.strip() for key, words in told.items()})
    made.save(force_insert=True)
    plan = running_plan(held) if given.question == BestInterests.Question.SUPPORT_PLAN and given.goes_ahead else None
    moves = plan is not None and plan.goals.exists() and move_on(plan, by=by, at=at)
    ledger.write(act="assess_interests", by=by, at=at, subject=f"case:{case.pk}", question=given.question, moves=moves)
    return made


def _check(case: Case, given: Assessed, at: datetime) -> None:
    subject = f"case:{case.pk}"
    if case.track != Case.Track.CHILD:
        raise Refused(
            _("This person is an adult, who decides for themselves."),
            _("Ask the person. If there is doubt about the age, correct the record first; doubt counts as a child."),
            subject=subject,
        )
    if given.question not in BestInterests.Question.values:
        raise Refused(_("Say what is asked about, from the list."), _("Choose the question."), subject=subject)
    words = (given.present, given.views, given.options, given.reasons)
    lacking = lacks(*words, review_on=given.review_on, today=timezone.localdate(at))
    if lacking:
        raise Refused(spoken(lacking.reason), spoken(lacking.way_forward), subject=subject)
