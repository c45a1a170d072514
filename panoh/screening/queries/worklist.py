"""What waits for a desk in screening: interviews begun and not finished, and people to be seen a second time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import F, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import Screening, SecondLook
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.queries.second_looks import AHEAD, NEGATIVE, looks_due
from panoh.screening.rules.second_look import EARLY_ENOUGH, SECOND_LOOKS, next_look

SHOWN = 50
UNFINISHED_AFTER = timedelta(hours=24)


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """The most urgent first. Whoever may not screen has none."""
    unfinished, again = unfinished_screenings(viewer), people_to_see_again(viewer, now=now)
    looks = looks_due(viewer, today=timezone.localdate(now))
    total = unfinished.count() + again.count() + looks.count()
    if not total:
        return Worklist("screening", (), 0)
    items = [_unfinished(each) for each in unfinished[:SHOWN]] + [_again(each) for each in again[:SHOWN]]
    items += [_planned(each, now=now) for each in looks[:SHOWN]]
    return Worklist("screening", tuple(sorted(items)[:SHOWN]), total)


def unfinished_screenings(viewer: Officer) -> QuerySet[Screening]:
    """Interviews of the viewer's desk that were begun and not finished, the oldest first."""
    mine = screenings_for(viewer).filter(desk=viewer.desk, outcome=Screening.Outcome.OPEN)
    return mine.select_related("case", "started_by").order_by("started_at")


def people_to_see_again(viewer: Officer, *, now: datetime) -> QuerySet[Case]:
    """Cases of the viewer's desk where nothing was found and the usual second look is due within a week or overdue.
    A look planned in the case stands instead of it."""
    mine = access.within(Case.objects.all(), viewer, access.Act.SCREEN).filter(desk=viewer.desk, state=NEGATIVE)
    mine = mine.exclude(pk__in=SecondLook.objects.filter(ended_at=None).values("case"))
    dated = mine.annotate(first=Min("steps__at", filter=Q(steps__to_state=NEGATIVE)))
    due = Q(pk=None)
    for after in SECOND_LOOKS:
        due |= Q(first__lte=now + AHEAD - after, state_since__lt=F("first") + (after - EARLY_ENOUGH))
    return dated.filter(due).order_by("state_since")


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


def _planned(look: SecondLook, *, now: datetime) -> WorkItem:
    """Due by the end of its day. Missed, it is passed on and stays until the person is seen or a reason is given."""
    due = datetime.combine(look.due_on, time.max, tzinfo=timezone.get_current_timezone())
    missed = due < now
    why = _("missed at %(desk)s: %(why)s") if missed else _("planned: %(why)s")
    return WorkItem(
        due_at=due,
        reference=look.case.reference,
        stage="screening",
        what=_("Hold the second look"),
        why=why % {"why": look.get_why_display(), "desk": look.case.desk},
        address=reverse("screening:second_look", args=[look.pk]),
        escalated=missed,
    )
