"""What was found to be in a child's best interests: opened for those who look after the child, and on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from panoh.registry import access, ledger, vault
from panoh.registry.models import BestInterests, Case, Officer
from panoh.registry.queries import cases_for


@dataclass(frozen=True)
class InterestsShown:
    row: BestInterests
    present: str
    views: str
    options: str
    reasons: str


def interests_page(viewer: Officer, case: Case, *, at: datetime) -> tuple[InterestsShown, ...]:
    """Every assessment, the newest first, with those that stand no more."""
    access.require(viewer, access.Act.ASSESS_INTERESTS, case)
    rows = list(_newest_first(case).select_related("assessed_by__post__desk"))
    if not rows:
        return ()
    with ledger.reading():
        ledger.write(act="read_interests", by=viewer, at=at, subject=f"case:{case.pk}", fields=("assessments",))
        return tuple(_shown(row) for row in rows)


def newest_interests(case: Case) -> UUID | None:
    return _newest_first(case).values_list("pk", flat=True).first()


def interests_due(viewer: Officer, *, until: date) -> QuerySet[BestInterests]:
    """Assessments of the viewer's desk, or in cases the viewer manages, that are to be looked at again."""
    rows = BestInterests.objects.filter(replaced_at=None, review_on__lte=until)
    if not access.may(viewer, access.Act.ASSESS_INTERESTS):
        return rows.none()
    seen = cases_for(viewer, access.Act.ASSESS_INTERESTS)
    mine = Q(assessed_by__post__desk=viewer.desk) | Q(case__manager=viewer)
    return rows.filter(mine, case__in=seen, case__track=Case.Track.CHILD).order_by("review_on", "pk")


def _newest_first(case: Case) -> QuerySet[BestInterests]:
    return case.interests.order_by("-assessed_at", "-pk")


def _shown(row: BestInterests) -> InterestsShown:
    kept = vault.unseal(row)
    return InterestsShown(row, *(kept.get(key, "") for key in ("present", "views", "options", "reasons")))
