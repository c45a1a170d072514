"""Keeping in view what stands out among readings, and looking into it: the officer was asked, and what came of it is kept."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, ReadingReview, UnusualReading
from panoh.registry.queries.readings import as_found, unusual_readings
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.registry.rules.unusual_reading import Unusual


@act
def keep_unusual(*, by: Officer | None, at: datetime) -> tuple[Unusual, ...]:
    """Keep what stands out, so that it stays in view until somebody looked into it; gives all of that. By the clock every
    hour (`panoh housekeeping`), and whenever somebody who watches looks."""
    if by is not None:
        access.require(by, access.Act.READ_LEDGER)
    found = unusual_readings(now=at)
    kept = {as_found(row).matter: row for row in UnusualReading.objects.filter(reviewed_at=None)}
    fresh = [each for each in found if not _moved_on(kept.get(each.matter), each) and _kept(each, at=at)[1]]
    if fresh:
        ledger.write(act="keep_unusual", by=by, at=at, kinds=sorted(each.kind for each in fresh))
    return found


def _moved_on(row: UnusualReading | None, to: Unusual) -> bool:
    """Whether it is kept already; a later day and another count are taken over."""
    if row is not None and as_found(row) != to:
        now = UnusualReading.objects.filter(pk=row.pk, reviewed_at=None)  # looked into meanwhile: it stays as it was
        now.update(day=to.on, count=to.count, usual=to.usual)
    return row is not None


def _kept(found: Unusual, *, at: datetime) -> tuple[UnusualReading, bool]:
    """Of two processes at once one keeps it: the database knows each once."""
    about = {"officer_id": found.officer or None, "case_id": UUID(found.case) if found.case else None}
    told = {"count": found.count, "usual": found.usual, "found_at": at}
    return UnusualReading.objects.get_or_create(kind=found.kind, day=found.on, **about, defaults=told)


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
    """Keep what came of it. Nobody looks into their own reading; each is looked into once. `day`: as it was shown; what is
    reckoned over a period may have moved on since, and is kept under the day of the last reading in it."""
    access.require(by, access.Act.READ_LEDGER)
    if officer == by:
        raise NotPermitted(_("This is your own reading."), _("Another data-protection officer looks into it."))
    if outcome not in ReadingReview.Outcome.values or not words.strip():
        raise Refused(
            _("It is not said what came of it."), _("Choose an outcome, and write what you were told and found.")
        )
    asked = Unusual(day, kind, officer.pk if officer else 0, str(case.pk) if case else "").matter
    found = next((each for each in unusual_readings(now=at) if each.matter == asked), None)
    if found is None:
        raise OutOfOrder(_("This reading was looked into already, or is none."), _("Open the list again."))
    review = ReadingReview(
        kind=kind, day=found.on, officer=officer, case=case, outcome=outcome, reviewed_by=by, reviewed_at=at
    )
    vault.seal(review, {"words": words.strip()})
    try:
        with transaction.atomic():
            review.save(force_insert=True)
    except IntegrityError:  # two officers at once: the database keeps the first
        raise Conflict(_("A colleague has looked into it already."), _("Open the list again.")) from None
    _close(found, at=at)
    subject, of = f"case:{case.pk}" if case else "", officer.username if officer else ""
    ledger.write(act="review_reading", by=by, at=at, subject=subject, kind=kind, outcome=outcome, of=of)
    return review


def _close(found: Unusual, *, at: datetime) -> None:
    waits = [row.pk for row in UnusualReading.objects.filter(reviewed_at=None) if as_found(row).matter == found.matter]
    UnusualReading.objects.filter(pk__in=waits).update(
        day=found.on, count=found.count, usual=found.usual, reviewed_at=at
    )
