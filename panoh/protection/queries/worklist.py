"""What waits for a post: people a shelter accepted who have no place yet, and what plans ask for."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.protection.models import Advocate, ChargeComplaint, RiskAssessment, SafetyMeasure
from panoh.protection.queries.advocates import to_answer, with_news
from panoh.protection.queries.charges import ANSWER_WITHIN, unanswered
from panoh.protection.queries.following import follow_up_items, follow_ups_due
from panoh.protection.queries.in_view import view_items, views_that_end
from panoh.protection.queries.interests import interests_due
from panoh.protection.queries.leaving import (
    arrival_items,
    departures_to_sign,
    not_told_yet,
    signature_items,
    things_items,
    to_give_back,
)
from panoh.protection.queries.offers import news_items, place_news
from panoh.protection.queries.plans_due import AHEAD, day_over, goal_items, goals_due, review_items, reviews_due
from panoh.protection.queries.safety import measures_due, risks_due
from panoh.protection.queries.waiting import waiting
from panoh.protection.rules.following import CLOCKS
from panoh.referral.models import Referral
from panoh.referral.queries.open import answer_due
from panoh.registry import access
from panoh.registry.models import BestInterests, Officer
from panoh.registry.worklists import WorkItem, Worklist, added, most_urgent

SHOWN = 50
A_DAY = timedelta(days=1)
Part = tuple[tuple[WorkItem, ...], int]
"""The most urgent of one kind of work, and how much there is of it."""


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """At most two reads for each kind of work, however much of it waits."""
    kinds = (_places, _offered, _house, _in_view, _reviews, _goals, _interests, _safety, _charges, _advocates)
    parts = [part(viewer, shown, now=now) for part in kinds]
    parts += [_contacts(viewer, months, shown, now=now) for months in CLOCKS]
    items = heapq.merge(*(sorted(items) for items, _total in parts))
    return Worklist("protection", tuple(islice(items, shown)), added(total for _items, total in parts))


def _places(viewer: Officer, shown: int, *, now: datetime) -> Part:
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return (), 0
    accepted, total = most_urgent(waiting(viewer.desk), shown)
    return tuple(_items(accepted, now=now)), total


def _offered(viewer: Officer, shown: int, *, now: datetime) -> Part:
    """For whoever sent the person: what became of the place they asked for."""
    offers, total = most_urgent(place_news(viewer, now=now), shown)
    return tuple(news_items(offers, now=now)), total


def _in_view(viewer: Officer, shown: int, *, now: datetime) -> Part:
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return (), 0
    stays, total = most_urgent(views_that_end(viewer, now=now), shown)
    return tuple(view_items(stays, now=now)), total


def _house(viewer: Officer, shown: int, *, now: datetime) -> Part:
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return (), 0
    signatures, to_sign = most_urgent(departures_to_sign(viewer), shown)
    arrivals, to_tell = most_urgent(not_told_yet(viewer), shown)
    things, to_return = most_urgent(to_give_back(viewer), shown)
    items = (
        *signature_items(signatures, now=now),
        *arrival_items(arrivals, now=now),
        *things_items(things, now=now),
    )
    return items, to_sign + to_tell + to_return


def _contacts(viewer: Officer, months: int, shown: int, *, now: datetime) -> Part:
    found, total = most_urgent(follow_ups_due(viewer, months, now=now), shown)
    return tuple(follow_up_items(found, months, viewer, now=now)), total


def _reviews(viewer: Officer, shown: int, *, now: datetime) -> Part:
    plans, total = most_urgent(reviews_due(viewer, now=now), shown)
    return tuple(review_items(plans, viewer, now=now)), total


def _goals(viewer: Officer, shown: int, *, now: datetime) -> Part:
    goals, total = most_urgent(goals_due(viewer, now=now), shown)
    return tuple(goal_items(goals, now=now)), total


def _interests(viewer: Officer, shown: int, *, now: datetime) -> Part:
    rows, total = most_urgent(interests_due(viewer, until=timezone.localdate(now + AHEAD)), shown)
    return tuple(_interests_items(rows, now=now)), total


def _interests_items(rows: Iterable[BestInterests], *, now: datetime) -> Iterator[WorkItem]:
    for row in rows:
        due_at = day_over(row.review_on)
        yield WorkItem(
            due_at=due_at,
            reference=row.case.reference,
            stage="protection",
            what=_("Look at the child’s best interests again"),
            why=str(row.get_question_display()),
            address=reverse("protection:interests", args=[row.case_id]),
            escalated=due_at < now,
        )


def _safety(viewer: Officer, shown: int, *, now: datetime) -> Part:
    """A danger to be judged again shows a day ahead: reviews of serious danger come within a week."""
    if not access.may(viewer, access.Act.ASSESS_RISK):
        return (), 0
    until = timezone.localdate(now) + A_DAY
    risks, to_assess = most_urgent(risks_due(viewer, until=until), shown)
    measures, to_look_at = most_urgent(measures_due(viewer, until=until), shown)
    rows: list[tuple[RiskAssessment | SafetyMeasure, str]] = [(row, _("Assess the danger again")) for row in risks]
    rows += [(row, _("Look at the safety measure again")) for row in measures]
    return tuple(_safety_item(row, what, now=now) for row, what in rows), to_assess + to_look_at


def _safety_item(row: RiskAssessment | SafetyMeasure, what: str, *, now: datetime) -> WorkItem:
    due_at = day_over(row.review_on)
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=what,
        why=_("Safety"),
        address=reverse("protection:safety", args=[row.case_id]),
        escalated=due_at < now,
    )


def _charges(viewer: Officer, shown: int, *, now: datetime) -> Part:
    if not access.may(viewer, access.Act.ANSWER_CHARGE):
        return (), 0
    rows, total = most_urgent(unanswered(viewer), shown)
    return tuple(_charge(row, now=now) for row in rows), total


def _charge(row: ChargeComplaint, *, now: datetime) -> WorkItem:
    due_at = row.made_at + ANSWER_WITHIN
    return WorkItem(
        due_at=due_at,
        reference=row.case.reference,
        stage="protection",
        what=_("Answer the complaint"),
        why=_("The person was made to pay for help that is free"),
        address=reverse("protection:answer_charge", args=[row.pk]),
        escalated=due_at < now,
    )


def _advocates(viewer: Officer, shown: int, *, now: datetime) -> Part:
    """Somebody named the desk as their advocate; a decision took effect about somebody it stands by."""
    if viewer.role != access.Role.ADVOCATE:
        return (), 0
    asked, to_say = most_urgent(to_answer(viewer), shown)
    news, to_see = most_urgent(with_news(viewer), shown)
    named = [_advocate(row, _("Somebody chose you as their advocate: say yes or no"), now=now) for row in asked]
    seen = [_advocate(row, _("A decision was taken: see it, and what the person wants"), now=now) for row in news]
    return (*named, *seen), to_say + to_see


def _advocate(row: Advocate, what: str, *, now: datetime) -> WorkItem:
    return WorkItem(
        due_at=row.answer_due,
        reference=row.case.reference,
        stage="protection",
        what=what,
        why=_("Independent advocate"),
        address=reverse("protection:advocacy", args=[row.pk]),
        escalated=row.accepted is None and row.answer_due < now,
        since=bool(row.accepted),
    )


def _items(accepted: Iterable[Referral], *, now: datetime) -> Iterator[WorkItem]:
    for referral in accepted:
        case, by_when = referral.need.case, answer_due(referral.response.at, referral.need.urgency)
        yield WorkItem(
            due_at=by_when,
            reference=case.reference,
            stage="protection",
            what=_("Give a place"),
            why=f"{case.person.get_sex_display()}, {case.get_track_display()} · {referral.need.get_urgency_display()}",
            address=reverse("protection:give", args=[case.pk]),
            escalated=by_when < now,
        )
