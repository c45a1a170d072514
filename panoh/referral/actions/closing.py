"""The desk whose view was closed says that it stopped, and what became of its papers."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.referral.queries.closings import closings
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Disclosure, Officer, Papers
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@act
def acknowledge_closing(*, disclosure: Disclosure, papers: str, by: Officer, at: datetime) -> Disclosure:
    """Said once, by the desk that saw. The case stays closed to it whether it answers or not."""
    access.require(by, access.Act.ANSWER_REFERRAL)
    subject = f"case:{disclosure.case_id}"
    if disclosure.to_desk_id != by.desk.pk:
        raise NotPermitted(
            _("This was shown to another desk."), _("Only the desk that saw it answers."), subject=subject
        )
    if papers not in Papers.values:
        raise Refused(
            _("It is not said what became of the papers."),
            _("Choose one answer. Where some are still to be returned or destroyed, do that first."),
            subject=subject,
        )
    # Conditional: of two colleagues saying it at once one is told that it is said.
    seen = {"closing_seen_at": at, "closing_seen_by": by, "papers": papers}
    if not closings().filter(pk=disclosure.pk).update(**seen):
        raise Conflict(
            _("This was said already, or your desk sees the case again."),
            _("Go back to your work to see what waits now."),
            subject=subject,
        )
    disclosure.refresh_from_db()
    ledger.write(act="acknowledge_closing", by=by, at=at, subject=subject, papers=papers)
    return disclosure
