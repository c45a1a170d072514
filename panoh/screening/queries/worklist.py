"""What waits for a desk in screening: interviews begun and not finished, and people to be seen a second time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, F, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import RosterMatch, Screening
from panoh.screening.queries.finding import NEGATIVE
from panoh.screening.queries.matches import matches_for
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.rules.second_look import EARLY_ENOUGH, SECOND_LOOKS, next_look

SHOWN = 50
UNFINISHED_AFTER = timedelta(hours=24)
AHEAD = timedelta(days=7)


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """The most urgent first. Whoever may not screen has none."""
    unfinished, again = unfinished_screenings(viewer), people_to_see_again(viewer, now=now)
    compare = people_to_compare(viewer)
    total = unfinished.count() + again.count() + len(compare)
    if not total:
        return Worklist("screening", (), 0)
    items = [_unfinished(each) for each in unfinished[:SHOWN]] + [_again(each) for each in again[:SHOWN]] + compare
    return Worklist("screening", tuple(sorted(items)[:SHOWN]), total)


def unfinished_screenings(viewer: Officer) -> QuerySet[Screening]:
    """Interviews of the viewer's desk that were begun and not finished, the oldest first."""
    mine = screenings_for(viewer).filter(desk=viewer.desk, outcome=Screening.Outcome.OPEN)
    return mine.select_related("case", "started_by").order_by("started_at")


def people_to_see_again(viewer: Officer, *, now: datetime) -> QuerySet[Case]:
    """Cases of the viewer's desk where nothing was found and a second look is due within a week or overdue."""
    mine = access.within(Case.objects.all(), viewer, access.Act.SCREEN).filter(desk=viewer.desk, state=NEGATIVE)
    dated = mine.annotate(first=Min("steps__at", filter=Q(steps__to_state=NEGATIVE)))
    due = Q(pk=None)
    for after in SECOND_LOOKS:
        due |= Q(first__lte=now + AHEAD - after, state_since__lt=F("first") + (after - EARLY_ENOUGH))
    return dated.filter(due).order_by("state_since")


def people_to_compare(viewer: Officer) -> list[WorkItem]:
    """One line for each operation in which somebody may be on record."""
    if not access.may(viewer, access.Act.COMPARE):
        return []
    waiting = matches_for(viewer).filter(state__in=RosterMatch.OPEN).values("entry__operation__title")
    counted = waiting.annotate(first=Min("proposed_at"), pairs=Count("pk")).order_by("first")[:SHOWN]
    return [
        WorkItem(
            due_at=each["first"] + UNFINISHED_AFTER,
            reference=each["entry__operation__title"],
            stage="screening",
            what=_("Compare people on the list with those on record"),
            why=ngettext("%(pairs)s pair is waiting", "%(pairs)s pairs are waiting", each["pairs"])
            % {"pairs": each["pairs"]},
            address=reverse("screening:matches"),
        )
        for each in counted
    ]


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
    first: datetime = case.first  # type: ignore[attr-defined]  # annotated in people_to_see_again
    return WorkItem(
        due_at=next_look(first=first, last=case.state_since) or case.state_since,
        reference=case.reference,
        stage="screening",
        what=_("See the person again"),
        why=_("nothing was found so far; trust often comes later"),
        address=reverse("screening:again", args=[case.pk]),
    )
