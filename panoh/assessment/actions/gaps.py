"""A gap of a standard or criterion is handed to the post that can bring what is missing; it lies there until it is shown."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.assessment.actions.answers.begun import due_by
from panoh.assessment.models import HandedGap
from panoh.instruments.assessment import criteria, tier_history
from panoh.registry import access, ledger
from panoh.registry.access import Role
from panoh.registry.acts import act
from panoh.registry.models import Officer, Post
from panoh.registry.refusals import Refused


@act
def hand_out_gap(
    *,
    country: str,
    report: int,
    criterion: str,
    evidence: str,
    post: Post,
    due_on: date,
    by: Officer,
    at: datetime,
) -> HandedGap:
    """What is missing stands in the work of this post, by a day. Handed to another post before, it is that post's no more."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    asked = criteria().find(criterion)
    known = {each.code for each in tier_history().countries}
    if country not in known or asked is None or evidence not in {each.key for each in asked.evidence}:
        raise Refused(
            _("There is no such gap: nothing of that name is asked for."),
            _("Open the list of what is missing and hand it out there."),
        )
    if Role(post.role) not in access.TABLE[access.Act.SEE_FIGURES]:
        raise Refused(_("This post may not see figures."), _("Choose a post that works on cases, law or figures."))
    due_at = due_by(due_on, timezone.localdate(at))
    about = {"country": country, "report": report, "criterion": criterion, "evidence": evidence}
    HandedGap.objects.filter(**about, open=True).update(open=False)
    made = HandedGap.objects.create(**about, post=post, due_at=due_at, by=by, at=at)
    ledger.write(
        act="hand_out_gap",
        by=by,
        at=at,
        subject=f"criterion:{country}.{report}.{criterion}",
        evidence=evidence,
        post=post.code,
    )
    return made
