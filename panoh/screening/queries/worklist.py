"""What waits for a desk in screening: interviews begun and not finished, and people to be seen a second time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import Screening
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.queries.two_steps import people_due_in_full, seen_without_a_sign
from panoh.screening.rules.second_look import EARLY_ENOUGH, SECOND_LOOKS, next_look
from panoh.screening.rules.two_steps import DUE_WITHIN

SHOWN = 50
UNFINISHED_AFTER = timedelta(hours=24)
AHEAD = timedelta(days=7)


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """The most urgent first. Whoever may not screen has none."""
    in_full, unfinished = people_due_in_full(viewer), unfinished_screenings(viewer)
    again = people_to_see_again(viewer, now=now)
    total = in_full.count() + unfinished.count() + again.count()
    if not total:
        return Worklist("screening", (), 0)
    items = [_in_full(each) for each in in_full[:SHOWN]]
    items += [_unfinished(each) for each in unfinished[:SHOWN]] + [_again(each) for each in again[:SHOWN]]
    return Worklist("screening", tuple(sorted(items)[:SHOWN]), total)


def unfinished_screenings(viewer: Officer) -> QuerySet[Screening]:
    """Interviews of the viewer's desk that were begun and not finished, the oldest first."""
    mine = screenings_for(viewer).filter(desk=viewer.desk, outcome=Screening.Outcome.OPEN)
    return mine.select_related("case", "started_by").order_by("started_at")


def people_to_see_again(viewer: Officer, *, now: datetime) -> QuerySet[Case]:
    """Cases of the viewer's desk where nothing was found and a second look is due within a week or overdue."""
    mine = access.within(Case.objects.all(), viewer, access.Act.SCREEN).filter(desk=viewer.desk)
    dated = seen_without_a_sign(mine)
    due = Q(pk=None)
    for after in SECOND_LOOKS:
        due |= Q(first__lte=now + AHEAD - after, last__lt=F("first") + (after - EARLY_ENOUGH))
    return dated.filter(due).order_by("last")  # type: ignore[misc]  # annotated in seen_without_a_sign


def _in_full(case: Case) -> WorkItem:
    signs_at: datetime = case.signs_at  # type: ignore[attr-defined]  # annotated in waiting_for_full
    return WorkItem(
        due_at=signs_at + DUE_WITHIN,
        reference=case.reference,
        stage="screening",
        what=_("Hold the full interview"),
        why=_("a short form recorded signs; it decides nothing by itself"),
        address=reverse("screening:again", args=[case.pk]),
    )


def _unfinished(screening: Screening) -> WorkItem:
    return WorkItem(
        due_at=screening.started_at + UNFINISHED_AFTER,
        reference=screening.case.reference if screening.case else _("before agreement"),
        stage="screening",
        what=_("Go on with the interview"),
        why=_("begun by %(officer)s and not finished") % {"officer": screening.started_by.name},
        address=reverse("screening:go_on", args=[screening.pk]),
    )


def _again(case: Case) -> WorkItem:
    first: datetime = case.first  # type: ignore[attr-defined]  # annotated in seen_without_a_sign
    last: datetime = case.last  # type: ignore[attr-defined]  # annotated there too
    return WorkItem(
        due_at=next_look(first=first, last=last) or last,
        reference=case.reference,
        stage="screening",
        what=_("See the person again"),
        why=_("nothing was found so far; trust often comes later"),
        address=reverse("screening:again", args=[case.pk]),
    )
