"""What waits for a desk in screening: interviews begun and not finished, and people to be seen a second time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.wording import spoken
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import Pause, Screening
from panoh.screening.queries.finding import NEGATIVE
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.rules.needs_now import chosen
from panoh.screening.rules.second_look import EARLY_ENOUGH, SECOND_LOOKS, next_look

SHOWN = 50
UNFINISHED_AFTER = timedelta(hours=24)
AHEAD = timedelta(days=7)


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """The most urgent first. Whoever may not screen has none."""
    unfinished, again = unfinished_screenings(viewer), people_to_see_again(viewer, now=now)
    total = unfinished.count() + again.count()
    if not total:
        return Worklist("screening", (), 0)
    items = [_unfinished(each) for each in unfinished[:SHOWN]] + [_again(each) for each in again[:SHOWN]]
    return Worklist("screening", tuple(sorted(items)[:SHOWN]), total)


def unfinished_screenings(viewer: Officer) -> QuerySet[Screening]:
    """Interviews of the viewer's desk that were begun and not finished, the oldest first."""
    mine = screenings_for(viewer).filter(desk=viewer.desk, outcome=Screening.Outcome.OPEN)
    return (
        mine.select_related("case", "started_by")
        .prefetch_related("pauses__goes_on", "pauses__by")
        .order_by("started_at")
    )


def people_to_see_again(viewer: Officer, *, now: datetime) -> QuerySet[Case]:
    """Cases of the viewer's desk where nothing was found and a second look is due within a week or overdue."""
    mine = access.within(Case.objects.all(), viewer, access.Act.SCREEN).filter(desk=viewer.desk, state=NEGATIVE)
    dated = mine.annotate(first=Min("steps__at", filter=Q(steps__to_state=NEGATIVE)))
    due = Q(pk=None)
    for after in SECOND_LOOKS:
        due |= Q(first__lte=now + AHEAD - after, state_since__lt=F("first") + (after - EARLY_ENOUGH))
    return dated.filter(due).order_by("state_since")


def _unfinished(screening: Screening) -> WorkItem:
    """A talk that rests comes back at the time agreed; what the person needs at once is said, whoever looks."""
    pause = next((each for each in screening.pauses.all() if each.resumed_at is None), None)
    why = (
        [_paused(pause)]
        if pause
        else [_("begun by %(officer)s and not finished") % {"officer": screening.started_by.name}]
    )
    why += [spoken(need.name) for need in chosen(screening.needs_now)]
    return WorkItem(
        due_at=(pause.go_on_at if pause else None) or screening.started_at + UNFINISHED_AFTER,
        reference=screening.case.reference if screening.case else _("before agreement"),
        stage="screening",
        what=_("Go on with the interview"),
        why="; ".join(why),
        address=reverse("screening:go_on", args=[screening.pk]),
    )


def _paused(pause: Pause) -> str:
    goes_on = pause.goes_on or pause.by
    return _("a break (%(reason)s); %(officer)s goes on") % {
        "reason": pause.get_reason_display(),
        "officer": goes_on.name,
    }


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
