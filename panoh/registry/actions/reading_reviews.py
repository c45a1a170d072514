"""Looking into an unusual reading: the officer was asked, and what came of it is kept."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, ReadingReview
from panoh.registry.queries.readings import unusual_readings
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused


@act
def review_reading(
    *,
    kind: str,
    day: date,
    officer: Officer | None,
    case: Case | None,
    outcome: str,
    words: str,
    by: Officer,
    at: datetime,
) -> ReadingReview:
    """Keep what came of it. Nobody looks into their own reading; each is looked into once."""
    access.require(by, access.Act.READ_LEDGER)
    if officer == by:
        raise NotPermitted(_("This is your own reading."), _("Another data-protection officer looks into it."))
    if outcome not in ReadingReview.Outcome.values or not words.strip():
        raise Refused(
            _("It is not said what came of it."), _("Choose an outcome, and write what you were told and found.")
        )
    told = ((each.kind, each.on, each.officer, each.case) for each in unusual_readings(now=at))
    if (kind, day, officer.pk if officer else 0, str(case.pk) if case else "") not in told:
        raise OutOfOrder(_("This reading was looked into already, or is none."), _("Open the list again."))
    review = ReadingReview(
        kind=kind, day=day, officer=officer, case=case, outcome=outcome, reviewed_by=by, reviewed_at=at
    )
    vault.seal(review, {"words": words.strip()})
    try:
        with transaction.atomic():
            review.save(force_insert=True)
    except IntegrityError:  # two officers at once: the database keeps the first
        raise Conflict(_("A colleague has looked into it already."), _("Open the list again.")) from None
    subject, of = f"case:{case.pk}" if case else "", officer.username if officer else ""
    ledger.write(act="review_reading", by=by, at=at, subject=subject, kind=kind, outcome=outcome, of=of)
    return review
