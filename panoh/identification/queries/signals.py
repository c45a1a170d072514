"""Signals that nobody has followed up to a person yet, the urgent and the oldest first. Opening the words is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Signal, SignalClosing
from panoh.registry import access, ledger, vault
from panoh.registry.access import Scope
from panoh.registry.models import Case, Desk, Officer, not_shut
from panoh.registry.queries import cases_for
from panoh.registry.references import reference_from
from panoh.registry.refusals import NotPermitted, Refused

SHOWN = 100
FOLLOWED_UP = timedelta(days=1)
"""A signal older than this is shown as late: nobody has met the person yet."""


@dataclass(frozen=True)
class SignalPage:
    """One signal with its words, those joined to it, and those it could be joined to. `closings`: the latest first."""

    signal: Signal
    words: str
    others: tuple[Signal, ...]
    candidates: tuple[Signal, ...]
    closings: tuple[SignalClosing, ...]
    late: bool

    @property
    def waits(self) -> SignalClosing | None:
        """What a second officer is asked to agree to."""
        return next((each for each in self.closings if each.waits and self.is_followed), None)

    @property
    def is_followed(self) -> bool:
        return self.signal.case_id is None and self.signal.same_as_id is None and self.signal.closed_at is None


def signals_for(viewer: Officer) -> QuerySet[Signal]:
    """All for the intake desk; for who meets people those of their desk and their region."""
    reach = access.scope(viewer, access.Act.SCREEN)
    everything = Signal.objects.filter(not_shut(viewer)).select_related("desk", "same_as", "case")
    if reach is Scope.ALL:
        return everything
    if reach is Scope.NONE:
        return everything.none()
    near = Desk.objects.filter(pk=viewer.desk.pk).exclude(region="").values("region")
    return everything.filter(Q(desk=viewer.desk) | Q(region__in=near))


def unmet(signals: QuerySet[Signal]) -> QuerySet[Signal]:
    """Nobody was met yet; not joined to another, and not closed."""
    return signals.filter(case=None, same_as=None, closed_at=None)


def open_signals(viewer: Officer) -> QuerySet[Signal]:
    return unmet(signals_for(viewer)).order_by("-in_danger", "-child_possible", "received_at")[:SHOWN]


def signal_for(viewer: Officer, signal_id: UUID) -> Signal:
    signal = signals_for(viewer).filter(pk=signal_id).first()
    if signal is None:
        raise NotPermitted(
            _("There is no such signal, or your post may not work on it."),
            _("Ask the desk that received it."),
            subject=f"signal:{signal_id}",
        )
    return signal


def case_named(viewer: Officer, typed: str) -> Case:
    """By the reference somebody read out; whether a case exists is not told to those who may not see it."""
    case = cases_for(viewer, access.Act.SCREEN).filter(reference=reference_from(typed)).first()
    if case is None:
        raise Refused(_("There is no case of yours with this reference."), _("Check the letters and digits."))
    return case


def signal_page(signal: Signal, viewer: Officer, *, at: datetime) -> SignalPage:
    with ledger.reading():
        ledger.write(act="read_signal", by=viewer, at=at, subject=f"signal:{signal.pk}", fields=("words",))
        words = vault.unseal(signal).get("words", "") if signal.sealed else ""
    others = signals_for(viewer).filter(Q(same_as=signal) | Q(pk=signal.same_as_id))
    candidates = unmet(signals_for(viewer)).exclude(pk=signal.pk)
    return SignalPage(
        signal=signal,
        words=words,
        others=tuple(others.order_by("received_at")),
        candidates=tuple(candidates.order_by("-received_at")[:SHOWN]) if _stands(signal) else (),
        closings=tuple(closings_of(signal)),
        late=_stands(signal) and at - signal.received_at > FOLLOWED_UP,
    )


def closings_of(signal: Signal) -> QuerySet[SignalClosing]:
    """All that was said of closing it, the latest first."""
    who = ("closed_by", "agreed_by", "kept_open_by", "taken_up_by")
    return signal.closings.select_related("handed_to", "same_as", *who).order_by("-asked_at", "-pk")


def _stands(signal: Signal) -> bool:
    """Nobody was met yet, and it is not closed."""
    return signal.case_id is None and signal.closed_at is None
