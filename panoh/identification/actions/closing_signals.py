"""A signal that leads nowhere is closed with a reason from a list, and taken up again if more comes (nrm-procedure S00)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.signals import (
    held_signal,
    kept_as_it_stands,
    kept_of,
    require_no_less,
    require_seen,
)
from panoh.identification.models import Signal, SignalClosing
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Agency, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

Because, Again = SignalClosing.Because, SignalClosing.Again


@act
def close_signal(
    *,
    signal: Signal,
    because: str,
    same_as: Signal | None = None,
    handed_to: Agency | None = None,
    by: Officer,
    at: datetime,
) -> SignalClosing:
    """It is followed no further. One that tells of danger or of a child stays open, and on every list, until another
    officer agrees. What was said stays sealed, since more may come. A double is closed only where the other one is followed
    up as urgently, or somebody was met."""
    require_seen(by, signal, *filter(None, (same_as,)))
    _require_reason(signal, because, same_as=same_as, handed_to=handed_to)
    held, kept = _held(signal, same_as)
    _require_open(held)
    if kept is not None:
        require_no_less(held, kept)
    made = SignalClosing.objects.create(
        signal=held,
        because=because,
        same_as=same_as,
        handed_to=handed_to,
        needs_second=_needs_second(held),
        closed_by=by,
        asked_at=at,
    )
    if not made.needs_second:
        _close(made, held, kept, by=by, at=at)
    _written("close_signal", made, by=by, at=at, because=because, second=made.needs_second)
    return made


@act
def agree_to_close_signal(*, closing: SignalClosing, by: Officer, at: datetime) -> SignalClosing:
    """Another officer has read what was said and agrees: now it is followed no further."""
    require_seen(by, closing.signal)
    held, kept = _held(closing.signal, closing.same_as)
    waiting = _waiting(closing, held)
    if waiting.closed_by_id == by.pk:
        raise NotPermitted(
            _("You asked for this yourself: what tells of danger or of a child is closed by two."),
            _("Another officer reads the signal and agrees, or keeps it open. It stays on the list until then."),
            subject=f"signal:{held.pk}",
        )
    if kept is not None:
        require_no_less(held, kept)
    waiting.agreed_by = by
    _close(waiting, held, kept, by=by, at=at)
    _written("agree_to_close_signal", waiting, by=by, at=at)
    return waiting


@act
def keep_signal_open(*, closing: SignalClosing, by: Officer, at: datetime) -> SignalClosing:
    """Somebody does not agree, or whoever asked takes it back: the signal is followed up as before."""
    require_seen(by, closing.signal)
    waiting = _waiting(closing, held_signal(closing.signal))
    waiting.kept_open_by, waiting.kept_open_at = by, at
    waiting.save(update_fields=["kept_open_by", "kept_open_at"])
    _written("keep_signal_open", waiting, by=by, at=at)
    return waiting


@act
def take_up_signal(*, signal: Signal, because: str, by: Officer, at: datetime) -> Signal:
    """More came: it is on the lists again. One officer is enough, whoever closed it."""
    require_seen(by, signal)
    if because not in set(Again.values) - {Again.MET.value}:
        raise Refused(_not_in_list(), _("Choose one from the list."), subject=f"signal:{signal.pk}")
    held = held_signal(signal)
    if held.closed_at is None:
        raise OutOfOrder(_("This signal is open."), _("Follow it up as it stands."), subject=f"signal:{signal.pk}")
    standing = held.closings.get(SignalClosing.STANDING)
    held.closed_at = None
    if standing.because == Because.TWIN:
        held.same_as = None
    held.save(update_fields=["closed_at", "same_as"])
    standing.taken_up_because, standing.taken_up_by, standing.taken_up_at = because, by, at
    standing.save(update_fields=["taken_up_because", "taken_up_by", "taken_up_at"])
    _written("take_up_signal", standing, by=by, at=at, because=because)
    return held


def _held(signal: Signal, same_as: Signal | None) -> tuple[Signal, Signal | None]:
    """Locked, with the one that is kept where it is a double, both as they stand now: of two that are closed as doubles of
    each other at once the second is refused."""
    if same_as is None:
        return held_signal(signal), None
    expected = kept_as_it_stands(same_as)
    held = held_signal(signal, same_as, expected)
    kept = kept_as_it_stands(same_as)
    if kept != expected:
        raise Conflict(
            _("A colleague joined the other signal to another, or parted them, a moment ago."),
            _("Open the signal again to see where it stands."),
            subject=f"signal:{held.pk}",
        )
    return held, kept_of(held, kept)


def _close(closing: SignalClosing, held: Signal, kept: Signal | None, *, by: Officer, at: datetime) -> None:
    """A double goes with the other one from now on, and to the same person: at once if somebody is met already."""
    held.same_as = kept
    held.closed_at = closing.closed_at = at
    if kept is not None and kept.case_id is not None:
        held.case_id, held.met_at, held.closed_at = kept.case_id, at, None
        closing.taken_up_because, closing.taken_up_by, closing.taken_up_at = Again.MET, by, at
    held.save(update_fields=["closed_at", "same_as", "case", "met_at"])
    closing.save(update_fields=["closed_at", "agreed_by", "taken_up_because", "taken_up_by", "taken_up_at"])


def _needs_second(held: Signal) -> bool:
    """Whether it or one that is joined to it tells of danger or of a child."""
    return any(each.in_danger or each.child_possible for each in (held, *held.others.all()))


def _require_open(held: Signal) -> None:
    if held.closings.filter(SignalClosing.STANDING).exists():
        raise Conflict(
            _("This signal is closed already, or a colleague asked to close it."),
            _("Open the signal again to see where it stands."),
            subject=f"signal:{held.pk}",
        )
    if held.case_id is not None or held.same_as_id is not None:
        raise OutOfOrder(
            _("This signal needs no closing: somebody was met, or it is joined to another."),
            _("Open the signal again to see where it stands."),
            subject=f"signal:{held.pk}",
        )


def _require_reason(signal: Signal, because: str, *, same_as: Signal | None, handed_to: Agency | None) -> None:
    if because not in Because.values:
        raise Refused(_not_in_list(), _("Choose one from the list."), subject=f"signal:{signal.pk}")
    if (because == Because.TWIN) != (same_as is not None):
        raise Refused(
            _("A double names the other signal, and nothing else does."),
            _("Give the reference of the other signal, or choose another reason."),
            subject=f"signal:{signal.pk}",
        )
    if (because == Because.ELSEWHERE) != (handed_to is not None):
        raise Refused(
            _("What is handed to another agency says to which, and nothing else does."),
            _("Choose the agency, or another reason."),
            subject=f"signal:{signal.pk}",
        )


def _waiting(closing: SignalClosing, held: Signal) -> SignalClosing:
    """As it stands, of a signal that is locked and still to be followed up."""
    waiting = held.closings.filter(SignalClosing.WAITING, pk=closing.pk).first()
    if waiting is None or held.case_id is not None or held.same_as_id is not None:
        raise Conflict(
            _("This was answered already, or the signal moved on."),
            _("Open the signal again to see where it stands."),
            subject=f"signal:{held.pk}",
        )
    return waiting


def _not_in_list() -> Any:
    return _("This is not one of the reasons.")


def _written(act_done: str, closing: SignalClosing, *, by: Officer, at: datetime, **said: Any) -> None:
    ledger.write(act=act_done, by=by, at=at, subject=f"signal:{closing.signal_id}", closing=closing.pk, **said)
