"""Signals somebody closed or asks to close: what stands of one, those that are closed, and those a second officer answers."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.identification.models import Signal, SignalClosing
from panoh.identification.queries.signals import FOLLOWED_UP, SHOWN, signals_for, unmet
from panoh.registry.asking import Asked
from panoh.registry.models import Agency, Officer
from panoh.registry.models.agencies import ADMINISTRATION
from panoh.registry.parts import Part, each, waiting
from panoh.registry.references import reference_from
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem


def closing_that_waits(signal: Signal, pk: int) -> SignalClosing:
    """The one the officer saw. Raises Conflict where it was answered meanwhile."""
    found = signal.closings.filter(SignalClosing.WAITING, pk=pk).select_related("signal").first()
    if found is None:
        raise Conflict(
            _("This was answered already, or the signal moved on."),
            _("Open the signal again to see where it stands."),
            subject=f"signal:{signal.pk}",
        )
    return found


def closed_signals(viewer: Officer) -> QuerySet[Signal]:
    """Followed no further for now, the latest first; any can be taken up again."""
    return signals_for(viewer).filter(closed_at__isnull=False).order_by("-closed_at", "pk")[:SHOWN]


def signal_named(viewer: Officer, typed: str) -> Signal:
    """By the reference somebody typed or read out, among those the viewer may see."""
    found = signals_for(viewer).filter(reference=reference_from(typed)).first()
    if found is None:
        raise Refused(_("There is no signal of yours with this reference."), _("Check the letters and digits."))
    return found


def agencies_to_hand_to() -> QuerySet[Agency]:
    return Agency.objects.exclude(code=ADMINISTRATION).order_by("code")


def _to_agree(viewer: Officer, _now: datetime) -> QuerySet[SignalClosing]:
    """Not of the officer who asked: a colleague reads what was said."""
    open_now = unmet(signals_for(viewer)).values("pk")
    waits = SignalClosing.objects.filter(SignalClosing.WAITING, signal__in=open_now).exclude(closed_by=viewer)
    return waits.order_by("asked_at", "pk")


def _within_a_day(asked_at: datetime) -> datetime:
    return asked_at + FOLLOWED_UP


def _line(closing: SignalClosing, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=closing.signal.reference,
        stage="identification",
        what=_("A colleague asks to close this signal: read it, then agree or keep it open"),
        why=choice(closing, "because"),
        address=address_of("identification:signal", closing.signal_id),
        escalated=due_at < asked.now,
    )


def _closings() -> QuerySet[SignalClosing]:
    return SignalClosing.objects.select_related("signal")


CLOSINGS: Part[WorkItem] = Part((waiting(_to_agree, "pk", "asked_at"),), each(_line), _closings, _within_a_day)
