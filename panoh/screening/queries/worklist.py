"""What waits for a desk in screening: interviews begun and not finished, and people to be seen a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case as Choose
from django.db.models import Count, DateField, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.registry import access
from panoh.registry.asking import Asked, Question, reckoned
from panoh.registry.models import Case, ContactRules, Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.prepared import Row
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice, spoken
from panoh.registry.worklists import WorkItem, Worklist
from panoh.screening.models import LookAttempt, Pause, RosterMatch, Screening, SecondLook
from panoh.screening.queries.alerts import ALERTS, SHOWN
from panoh.screening.queries.matches import matches_for
from panoh.screening.queries.screenings import screenings_for
from panoh.screening.queries.second_looks import AHEAD, looks_due
from panoh.screening.queries.two_steps import (
    NEGATIVE,
    SIGNAL,
    first_steps,
    people_due_in_full,
    seen_without_a_sign,
)
from panoh.screening.rules.needs_now import chosen
from panoh.screening.rules.second_look import EARLY_ENOUGH, MOST_ATTEMPTS, SECOND_LOOKS, next_look
from panoh.screening.rules.two_steps import DUE_WITHIN

UNFINISHED_AFTER = timedelta(hours=24)


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """Removals and hand-overs first, whatever is overdue; then the most urgent. Whoever may not screen has none."""
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("screening", found.lines, found.total, found.first)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    """Which forms are short is asked anew: an installation may add its own."""
    return tuple(replace(part, on=(first_steps(),)) for part in (*ALERTS, *TALKS))


def unfinished_screenings(viewer: Officer) -> QuerySet[Screening]:
    """Interviews of the viewer's desk that were begun and not finished, the oldest first."""
    rests = Pause.objects.filter(screening=OuterRef("pk"), resumed_at=None).values("go_on_at")[:1]
    mine = screenings_for(viewer).filter(desk=viewer.desk, outcome=Screening.Outcome.OPEN)
    return mine.annotate(go_on_at=Subquery(rests)).order_by("started_at", "pk")


def people_to_see_again(
    viewer: Officer, *, now: datetime, states: tuple[str, ...] = (SIGNAL, NEGATIVE)
) -> QuerySet[Case]:
    """Cases of the viewer's desk where nothing was found and a second look is due within a week or overdue. A look
    planned in the case stands instead of it; whoever asked not to be contacted is left alone, and can come back on
    their own at any time."""
    planned = SecondLook.objects.filter(case=OuterRef("pk"), ended_at=None)
    mine = access.of_own_desk(viewer, access.Act.SCREEN).filter(~Exists(planned))
    dated = seen_without_a_sign(mine, states=states).annotate(missed=Coalesce(_missed(), 0))
    due = Q(pk=None)
    for number, after in enumerate(SECOND_LOOKS, start=1):
        ahead = Q(first__lte=now + AHEAD - after, last__lt=F("first") + (after - EARLY_ENOUGH))
        due |= ahead & Q(missed__lt=MOST_ATTEMPTS * number)
    left_alone = LookAttempt.objects.filter(case=OuterRef("pk"), outcome=LookAttempt.Outcome.REFUSED)
    never = ContactRules.objects.filter(case=OuterRef("pk"), replaced_at=None, allowed=ContactRules.Allowed.NEVER)
    return dated.filter(due).exclude(Exists(left_alone) | Exists(never)).order_by("last", "pk")  # type: ignore[misc]  # annotated in seen_without_a_sign


def _missed() -> Subquery:
    """Tries that reached nobody, case by case; a wrong number ends a look as three without an answer do."""
    outcome = LookAttempt.Outcome
    weight = Value(MOST_ATTEMPTS)
    counted = Sum(Choose(When(outcome=outcome.WRONG_NUMBER, then=weight), When(outcome=outcome.NO_ANSWER, then=1)))
    tries = LookAttempt.objects.filter(case=OuterRef("pk")).order_by().values("case")
    return Subquery(tries.annotate(missed=counted).values("missed"))


def _in_full(case: Case, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=case.reference,
        stage="screening",
        what=_("Hold the full interview"),
        why=_("a short form recorded signs; it decides nothing by itself"),
        address=address_of("screening:again", case.pk),
    )


def _operations_to_compare(viewer: Officer, now: datetime, *_on: object) -> QuerySet[RosterMatch, Any]:
    """Operations in which somebody may be on record."""
    open_ones = matches_for(viewer).filter(state__in=RosterMatch.OPEN).values("entry__operation__title")
    found = open_ones.annotate(first=Min("proposed_at"), pairs=Count("pk")).order_by("first")
    return found if access.may(viewer, access.Act.COMPARE) else found.none()


def _compare(row: Row, due_at: datetime, _asked: Asked) -> WorkItem:
    title, _first, pairs = row
    return WorkItem(
        due_at=due_at,
        reference=title,
        stage="screening",
        what=_("Compare people on the list with those on record"),
        why=ngettext("%(pairs)s pair is waiting", "%(pairs)s pairs are waiting", pairs) % {"pairs": pairs},
        address=address_of("screening:matches"),
    )


def _unfinished(screening: Screening, due_at: datetime, _asked: Asked) -> WorkItem:
    """A talk that rests comes back at the time agreed; what the person needs at once is said, whoever looks."""
    pause = next((each for each in screening.pauses.all() if each.resumed_at is None), None)
    why = (
        [_paused(pause)]
        if pause
        else [_("begun by %(officer)s and not finished") % {"officer": screening.started_by.name}]
    )
    why += [spoken(need.name) for need in chosen(screening.needs_now)]
    return WorkItem(
        due_at=due_at,
        reference=screening.case.reference if screening.case else _("before agreement"),
        stage="screening",
        what=_("Go on with the interview"),
        why="; ".join(why),
        address=address_of("screening:go_on", screening.pk),
    )


def _paused(pause: Pause) -> str:
    goes_on = pause.goes_on or pause.by
    return _("a break (%(reason)s); %(officer)s goes on") % {
        "reason": choice(pause, "reason"),
        "officer": goes_on.name,
    }


def _again(case: Case, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=case.reference,
        stage="screening",
        what=_("See the person again"),
        why=_("nothing was found so far; trust often comes later"),
        address=address_of("screening:again", case.pk),
    )


def _planned(look: SecondLook, due_at: datetime, asked: Asked) -> WorkItem:
    """Due by the end of its day. Missed, it is passed on and stays until the person is seen or a reason is given."""
    missed = due_at < asked.now
    why = _("missed at %(desk)s: %(why)s") if missed else _("planned: %(why)s")
    return WorkItem(
        due_at=due_at,
        reference=look.case.reference,
        stage="screening",
        what=_("Hold the second look"),
        why=why % {"why": choice(look, "why"), "desk": look.case.desk},
        address=address_of("screening:second_look", look.pk),
        escalated=missed,
    )


def _next_look(first: datetime, last: datetime) -> datetime:
    return next_look(first=first, last=last) or last


def _in_full_by(signs_at: datetime) -> datetime:
    return signs_at + DUE_WITHIN


def _go_on_at(started_at: datetime, go_on_at: datetime | None) -> datetime:
    return go_on_at or started_at + UNFINISHED_AFTER


def _compare_by(first: datetime, _pairs: int) -> datetime:
    return first + UNFINISHED_AFTER


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=timezone.get_current_timezone())


def _to_see_again(state: str, *order: str) -> Question:
    """Cases screened without a finding and those a short form left as signals are read apart: the first, by far the more,
    along their index."""

    def found(viewer: Officer, now: datetime, *_on: object) -> QuerySet[Case]:
        return people_to_see_again(viewer, now=now, states=(state,)).order_by(*order, "pk")

    return waiting(found, "pk", "first", "last")


def _looks_due(viewer: Officer, now: datetime, *_on: object) -> QuerySet[SecondLook]:
    return looks_due(viewer, today=reckoned(now, timezone.localdate, DateField()))


TALKS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_operations_to_compare, "entry__operation__title", "first", "pairs"),),
        each(_compare),
        due=_compare_by,
    ),
    Part((_to_see_again(NEGATIVE, "state_since"),), each(_again), Case.objects.all, _next_look),
    Part((_to_see_again(SIGNAL, "last"),), each(_again), Case.objects.all, _next_look),
    Part(
        (waiting(lambda viewer, now, *_on: people_due_in_full(viewer), "pk", "signs_at"),),
        each(_in_full),
        Case.objects.all,
        _in_full_by,
    ),
    Part(
        (waiting(lambda viewer, now, *_on: unfinished_screenings(viewer), "pk", "started_at", "go_on_at", anew=True),),
        each(_unfinished),
        lambda: Screening.objects.select_related("case", "started_by").prefetch_related(
            "pauses__goes_on", "pauses__by"
        ),
        _go_on_at,
    ),
    Part(
        (waiting(_looks_due, "pk", "due_on"),),
        each(_planned),
        lambda: SecondLook.objects.select_related("case__desk"),
        _end_of,
    ),
)
