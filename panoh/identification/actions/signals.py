"""Receiving a signal without identity, saying that two are one, and the moment somebody is met (nrm-procedure S00, T01)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Signal
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
    Both stay word for word; the later points to the one that is kept."""
    _require_seen(by, signal, *filter(None, (same_as,)))
    kept = same_as.same_as or same_as if same_as else None
    if kept is not None and (kept == signal or signal.others.exists()):
        raise Conflict(
            _("Another signal is joined to this one already."),
            _("Join the other way round, or part them first."),
            subject=f"signal:{signal.pk}",
        )
    signal.same_as = kept
    signal.save(update_fields=["same_as"])
    other = str(kept.pk) if kept else ""
    ledger.write(act="join_signals", by=by, at=at, subject=f"signal:{signal.pk}", same_as=other)
    return signal


@act
def meet_signal(*, signal: Signal, case: Case, by: Officer, at: datetime) -> Signal:
    """Somebody of whom a signal spoke was met and interviewed, and is presumed a victim or further on: the signal, with
    all that are joined to it, is theirs from now on."""
    _require_seen(by, signal)
    access.require(by, access.Act.SCREEN, case)
    if procedure_of(case).state(case.state).means in (Means.CONTACT, Means.OWN_CHOICE):
        raise OutOfOrder(
            _("In this case nobody is presumed a victim now."),
            _("Finish the interview first. Found signs make the person a presumed victim; then put the signal to it."),
            subject=f"signal:{signal.pk}",
        )
    open_now = Signal.objects.filter(pk=signal.pk, case=None)
    if not open_now.update(case=case, met_at=at):
        raise Conflict(
            _("A colleague put this signal to a case a moment ago."),
            _("Open the signal again to see which."),
            subject=f"signal:{signal.pk}",
        )
    Signal.objects.filter(same_as=signal, case=None).update(case=case, met_at=at)
    signal.refresh_from_db()
    ledger.write(act="meet_signal", by=by, at=at, subject=f"signal:{signal.pk}", case=str(case.pk))
    return signal


def _require_seen(by: Officer, *signals: Signal) -> None:
    """By those who may see each of them."""
    seen = signals_for(by).filter(pk__in=[each.pk for each in signals]).count()
    if seen != len({each.pk for each in signals}):
        raise NotPermitted(
            _("There is no such signal, or your post may not work on it."),
            _("Ask the desk that received it."),
            subject=f"signal:{signals[0].pk}",
        )
