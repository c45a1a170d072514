"""What waits for a desk in screening: interviews begun and not finished, and people to be seen a second time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.models import Case as Choose
from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.registry import access
from panoh.registry.models import Case, ContactRules, Officer
from panoh.registry.wording import spoken
from panoh.registry.worklists import WorkItem, Worklist, added, most_urgent
from panoh.screening.models import LookAttempt, Pause, RosterMatch, Screening, SecondLook
from panoh.screening.queries.alerts import SHOWN, alerts
from panoh.screening.queries.matches import matches_for
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.queries.second_looks import AHEAD, looks_due
from panoh.screening.queries.two_steps import NEGATIVE, SIGNAL, people_due_in_full, seen_without_a_sign
from panoh.screening.rules.needs_now import chosen
from panoh.screening.rules.second_look import EARLY_ENOUGH, MOST_ATTEMPTS, SECOND_LOOKS, next_look
from panoh.screening.rules.two_steps import DUE_WITHIN

UNFINISHED_AFTER = timedelta(hours=24)


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """Removals and hand-overs first, whatever is overdue; then the most urgent. Whoever may not screen has none."""
    first, of_rosters = alerts(viewer, now=now)
    compare = people_to_compare(viewer)
    items, totals = [*compare, *of_rosters.items], [len(compare), first.total, of_rosters.total]
    if access.may(viewer, access.Act.SCREEN):
        for made, total in _parts(viewer, shown, now=now):
            items += made
            totals.append(total)
    lines = (*first.items, *sorted(items))[:shown]
    return Worklist("screening", lines, added(totals), first=min(len(first.items), shown))


def _parts(viewer: Officer, shown: int, *, now: datetime) -> Iterator[tuple[list[WorkItem], int]]:
    """What asks for a talk: the most urgent of each kind, and how many there are. Cases screened without a finding and
    those a short form left as signals are read apart: the first, by far the more, along their index."""
    again = people_to_see_again(viewer, now=now)
    for part in (again.filter(state=NEGATIVE).order_by("state_since"), again.filter(state=SIGNAL)):
        cases, total = most_urgent(part, shown)
        yield [_again(each) for each in cases], total
    in_full, total = most_urgent(people_due_in_full(viewer), shown)
    yield [_in_full(each) for each in in_full], total
    unfinished, total = most_urgent(unfinished_screenings(viewer), shown)
    yield [_unfinished(each) for each in unfinished], total
    looks, total = most_urgent(looks_due(viewer, today=timezone.localdate(now)), shown)
    yield [_planned(each, now=now) for each in looks], total


def unfinished_screenings(viewer: Officer) -> QuerySet[Screening]:
    """Interviews of the viewer's desk that were begun and not finished, the oldest first."""
    mine = screenings_for(viewer).filter(desk=viewer.desk, outcome=Screening.Outcome.OPEN)
    return (
        mine.select_related("case", "started_by")
        .prefetch_related("pauses__goes_on", "pauses__by")
        .order_by("started_at")
    )


def people_to_see_again(viewer: Officer, *, now: datetime) -> QuerySet[Case]:
    """Cases of the viewer's desk where nothing was found and a second look is due within a week or overdue. A look
    planned in the case stands instead of it; whoever asked not to be contacted is left alone, and can come back on
    their own at any time."""
    planned = SecondLook.objects.filter(case=OuterRef("pk"), ended_at=None)
    mine = access.of_own_desk(viewer, access.Act.SCREEN).filter(~Exists(planned))
    dated = seen_without_a_sign(mine).annotate(missed=Coalesce(_missed(), 0))
    due = Q(pk=None)
    for number, after in enumerate(SECOND_LOOKS, start=1):
        ahead = Q(first__lte=now + AHEAD - after, last__lt=F("first") + (after - EARLY_ENOUGH))
        due |= ahead & Q(missed__lt=MOST_ATTEMPTS * number)
    left_alone = LookAttempt.objects.filter(case=OuterRef("pk"), outcome=LookAttempt.Outcome.REFUSED)
    never = ContactRules.objects.filter(case=OuterRef("pk"), replaced_at=None, allowed=ContactRules.Allowed.NEVER)
    return dated.filter(due).exclude(Exists(left_alone) | Exists(never)).order_by("last")  # type: ignore[misc]  # annotated in seen_without_a_sign


def _missed() -> Subquery:
    """Tries that reached nobody, case by case; a wrong number ends a look as three without an answer do."""
    outcome = LookAttempt.Outcome
    weight = Value(MOST_ATTEMPTS)
    counted = Sum(Choose(When(outcome=outcome.WRONG_NUMBER, then=weight), When(outcome=outcome.NO_ANSWER, then=1)))
    tries = LookAttempt.objects.filter(case=OuterRef("pk")).order_by().values("case")
    return Subquery(tries.annotate(missed=counted).values("missed"))


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
