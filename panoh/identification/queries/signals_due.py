"""Signals that wait for somebody to be met: work of the intake desk, and of who meets people at the desk and in the region
a signal came to."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.identification.models import Signal
from panoh.identification.queries.signals import FOLLOWED_UP, signals_for, unmet
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem


def _in_danger(viewer: Officer, _now: datetime) -> QuerySet[Signal]:
    """A child first, then the latest: it is at the newest that somebody may still be where the call said, and old ones
    nobody could follow must not stand before it."""
    return unmet(signals_for(viewer)).filter(in_danger=True).order_by("-child_possible", "-received_at", "pk")


def _others(viewer: Officer, _now: datetime) -> QuerySet[Signal]:
    return unmet(signals_for(viewer)).filter(in_danger=False).order_by("received_at", "pk")


def _within_a_day(received_at: datetime) -> datetime:
    return received_at + FOLLOWED_UP


def _line(what: Promise | str, signal: Signal, due_at: datetime, asked: Asked) -> WorkItem:
    child = [_("a child may be among them")] if signal.child_possible else []
    return WorkItem(
        due_at=due_at,
        reference=signal.reference,
        stage="identification",
        what=str(what),
        why=" · ".join([choice(signal, "source"), *child]),
        address=address_of("identification:signal", signal.pk),
        escalated=due_at < asked.now,
    )


def _signals() -> QuerySet[Signal]:
    return Signal.objects.all()


SIGNALS: tuple[Part[WorkItem], ...] = (
    Part(
        (waiting(_in_danger, "pk", "received_at"),),
        each(partial(_line, gettext_lazy("Danger now: find the person this signal speaks of"))),
        _signals,
        first=True,
        in_order=True,
    ),
    Part(
        (waiting(_others, "pk", "received_at"),),
        each(partial(_line, gettext_lazy("Find the person this signal speaks of"))),
        _signals,
        _within_a_day,
    ),
)
"""Danger is due from the moment it was told, so that the line says how long it waits."""
