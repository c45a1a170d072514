"""What waits for a post: people a shelter accepted who have no place yet, and what plans ask for."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext as _

from panoh.protection.queries.following import follow_up_items, follow_ups_due
from panoh.protection.queries.leaving import (
    arrival_items,
    departures_to_sign,
    not_told_yet,
    signature_items,
    things_items,
    to_give_back,
)
from panoh.protection.queries.plans_due import goal_items, goals_due, review_items, reviews_due
from panoh.protection.queries.waiting import waiting
from panoh.protection.rules.following import CLOCKS
from panoh.referral.models import Referral
from panoh.referral.queries.open import answer_due
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50
Part = tuple[tuple[WorkItem, ...], int]
"""The most urgent of one kind of work, and how much there is of it."""


def worklist(viewer: Officer, *, now: datetime) -> Worklist:
    """At most two reads for each kind of work, however much of it waits."""
    parts = (
        _places(viewer, now=now),
        _house(viewer, now=now),
        _reviews(viewer, now=now),
        _goals(viewer, now=now),
        *(_contacts(viewer, months, now=now) for months in CLOCKS),
    )
    items = heapq.merge(*(sorted(items) for items, _total in parts))
    return Worklist("protection", tuple(islice(items, SHOWN)), sum(total for _items, total in parts))


def _places(viewer: Officer, *, now: datetime) -> Part:
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return (), 0
    accepted = waiting(viewer.desk)
    total = accepted.count()
    return (tuple(_items(accepted[:SHOWN], now=now)) if total else ()), total


def _house(viewer: Officer, *, now: datetime) -> Part:
    if not access.may(viewer, access.Act.GIVE_PLACE):
        return (), 0
    signatures, arrivals, things = departures_to_sign(viewer), not_told_yet(viewer), to_give_back(viewer)
    total = signatures.count() + arrivals.count() + things.count()
    if not total:
        return (), 0
    items = (
        *signature_items(signatures[:SHOWN], now=now),
        *arrival_items(arrivals[:SHOWN], now=now),
        *things_items(things[:SHOWN], now=now),
    )
    return tuple(items), total


def _contacts(viewer: Officer, months: int, *, now: datetime) -> Part:
    found = follow_ups_due(viewer, months, now=now)
    total = found.count()
    return (tuple(follow_up_items(found[:SHOWN], months, viewer, now=now)) if total else ()), total


def _reviews(viewer: Officer, *, now: datetime) -> Part:
    plans = reviews_due(viewer, now=now)
    total = plans.count()
    return (tuple(review_items(plans[:SHOWN], viewer, now=now)) if total else ()), total


def _goals(viewer: Officer, *, now: datetime) -> Part:
    goals = goals_due(viewer, now=now)
    total = goals.count()
    return (tuple(goal_items(goals[:SHOWN], now=now)) if total else ()), total


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
