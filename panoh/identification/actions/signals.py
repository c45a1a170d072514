"""Receiving a signal without identity, saying that two are one, and the moment somebody is met (nrm-procedure S00, T01)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Signal, SignalClosing
from panoh.identification.queries.signals import signals_for
from panoh.instruments.kinds.procedure import Means
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused


@act
def record_signal(
    *,
    source: str,
    words: str,
    region: str = "",
    child_possible: bool = False,
    in_danger: bool = False,
    by: Officer,
    at: datetime,
) -> Signal:
    """What was said is sealed; nothing is looked up by it, and no case is opened for somebody whom nobody has met."""
    access.require(by, access.Act.SCREEN)
    if not words.strip():
        raise Refused(_("Nothing was written down."), _("Write what was said, in a sentence; no name is needed."))
    signal = Signal(
        reference=new_reference(),
        source=source,
        region=region or by.desk.region,
        child_possible=child_possible,
        in_danger=in_danger,
        desk=by.desk,
        received_by=by,
        received_at=at,
    )
    vault.seal(signal, {"words": words.strip()})
    signal.save(force_insert=True)
    ledger.write(act="record_signal", by=by, at=at, subject=f"signal:{signal.pk}", source=source)
    return signal


@act
def join_signals(*, signal: Signal, same_as: Signal | None, by: Officer, at: datetime) -> Signal:
    """An officer says that two signals speak of the same people, or, with `same_as=None`, that they do not after all.
    Both stay word for word; the later points to the one that is kept, which is followed up for both."""
    require_seen(by, signal, *filter(None, (same_as,)))
    kept = same_as.same_as or same_as if same_as else None
    held = held_signal(signal, *filter(None, (kept,)))
    _require_not_closed(held)
    if kept is not None:
        kept_of(held, kept)
        _require_followed(held, Signal.objects.get(pk=kept.pk))
    held.same_as = kept
    held.save(update_fields=["same_as"])
    other = str(kept.pk) if kept else ""
    ledger.write(act="join_signals", by=by, at=at, subject=f"signal:{signal.pk}", same_as=other)
    return held


@act
def meet_signal(*, signal: Signal, case: Case, by: Officer, at: datetime) -> Signal:
    """Somebody of whom a signal spoke was met and interviewed, and is presumed a victim or further on: the signal, with
    all that are joined to it, is theirs from now on, closed or not."""
    require_seen(by, signal)
    access.require(by, access.Act.SCREEN, case)
    if procedure_of(case).state(case.state).means in (Means.CONTACT, Means.OWN_CHOICE):
        raise OutOfOrder(
            _("In this case nobody is presumed a victim now."),
            _("Finish the interview first. Found signs make the person a presumed victim; then put the signal to it."),
            subject=f"signal:{signal.pk}",
        )
    held_signal(signal, *signal.others.all())
    met = {"case": case, "met_at": at, "closed_at": None}
    open_now = Signal.objects.filter(pk=signal.pk, case=None)
    if not open_now.update(**met):
        raise Conflict(
            _("A colleague put this signal to a case a moment ago."),
            _("Open the signal again to see which."),
            subject=f"signal:{signal.pk}",
        )
    Signal.objects.filter(same_as=signal, case=None).update(**met)
    ended = SignalClosing.objects.filter(SignalClosing.STANDING, signal__case=case, signal__met_at=at)
    ended.update(taken_up_because=SignalClosing.Again.MET, taken_up_by=by, taken_up_at=at)
    signal.refresh_from_db()
    ledger.write(act="meet_signal", by=by, at=at, subject=f"signal:{signal.pk}", case=str(case.pk))
    return signal


def held_signal(signal: Signal, *others: Signal) -> Signal:
    """Locked with `others`, all in the order of their keys: of two who close, join or meet at once the second sees what the
    first did."""
    keys = {each.pk for each in (signal, *others)}
    rows = Signal.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    return {each.pk: each for each in rows}[signal.pk]


def kept_of(signal: Signal, other: Signal) -> Signal:
    """The signal that is kept where `signal` is a double of `other`."""
    kept = other.same_as or other
    if kept == signal or signal.others.exists():
        raise Conflict(
            _("Another signal is joined to this one already."),
            _("Join the other way round, or part them first."),
            subject=f"signal:{signal.pk}",
        )
    return kept


def kept_as_it_stands(signal: Signal) -> Signal:
    """The one `signal` is joined to now, or itself."""
    now = Signal.objects.select_related("same_as").get(pk=signal.pk)
    return now.same_as or now


def require_no_less(held: Signal, kept: Signal) -> None:
    """A double that is closed waits no more by itself: the one that is kept is open and as urgent, or its person was met."""
    if kept.closed_at is not None:
        raise OutOfOrder(
            _("The other signal is closed: nobody looks for these people any more."),
            _("Take the other one up again first, or choose another reason for this one."),
            subject=f"signal:{held.pk}",
        )
    if kept.case_id is None:
        _require_as_urgent(held, kept, _("Close the other one as a double of this: what is urgent stays on the list."))


def _require_not_closed(held: Signal) -> None:
    if held.closed_at is not None:
        raise OutOfOrder(
            _("This signal is closed."), _("Take it up again first, and say why."), subject=f"signal:{held.pk}"
        )


def _require_followed(held: Signal, kept: Signal) -> None:
    """By joining, nobody drops what waits: the one that is kept is followed up, and as urgently."""
    if kept.case_id or kept.same_as_id or kept.closed_at:
        raise OutOfOrder(
            _("The other signal is not followed up any more: somebody was met, or it is closed."),
            _("Close this one as a double if somebody was met; if the other is closed, take that one up again first."),
            subject=f"signal:{held.pk}",
        )
    _require_as_urgent(held, kept, _("Join the other one to this: what is urgent stays on the list."))


def _require_as_urgent(held: Signal, kept: Signal, way: Any) -> None:
    if held.in_danger > kept.in_danger or held.child_possible > kept.child_possible:
        raise OutOfOrder(
            _("This signal tells of danger or of a child, and the other does not."),
            way,
            subject=f"signal:{held.pk}",
        )


def require_seen(by: Officer, *signals: Signal) -> None:
    """By those who may see each of them."""
    seen = signals_for(by).filter(pk__in=[each.pk for each in signals]).count()
    if seen != len({each.pk for each in signals}):
        raise NotPermitted(
            _("There is no such signal, or your post may not work on it."),
            _("Ask the desk that received it."),
            subject=f"signal:{signals[0].pk}",
        )
