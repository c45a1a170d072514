"""From shift to shift: an operation is offered, and stays with its officer until another accepts it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.screening.models import Duty, HandOver, Operation
from panoh.screening.queries.operations import held_operation, operation_for, responsible

_State = HandOver.State


@act
def offer_hand_over(
    *,
    operation: Operation,
    to_desk: Desk,
    to_officer: Officer | None = None,
    note: str = "",
    by: Officer,
    at: datetime,
) -> HandOver:
    """To an officer, or to whoever of a desk accepts first. Until then nothing changes: nobody is left without one."""
    held = held_operation(by, operation.pk)
    _check_receiver(to_desk, to_officer, by)
    _responsible_desk(held, by)
    offered = HandOver(operation=held, by=by, to_desk=to_desk, to_officer=to_officer, offered_at=at)
    vault.seal(offered, {"note": note.strip()})
    try:
        with transaction.atomic():
            offered.save(force_insert=True)
    except IntegrityError:
        raise Conflict(
            _("This operation is being handed over already."),
            _("Wait for the answer, or withdraw that offer first."),
            subject=f"operation:{held.pk}",
        ) from None
    receiver = to_officer.pk if to_officer else None
    subject = f"operation:{held.pk}"
    ledger.write(act="offer_hand_over", by=by, at=at, subject=subject, desk=to_desk.code, officer=receiver)
    return offered


@act
def accept_hand_over(*, offered: HandOver, by: Officer, at: datetime) -> Duty:
    """From this minute on `by` is responsible. Of two who accept at once one is told that the other was first."""
    held = _held_offer(offered)
    _may_answer(held, by)
    _answered(held, _State.ACCEPTED, by=by, at=at)
    Duty.objects.filter(operation=held.operation, until_at=None).update(until_at=at)
    duty = Duty.objects.create(operation=held.operation, officer=by, desk=by.desk, from_at=at)
    ledger.write(act="accept_hand_over", by=by, at=at, subject=f"operation:{held.operation_id}", desk=by.desk.code)
    return duty


@act
def decline_hand_over(*, offered: HandOver, reason: str, by: Officer, at: datetime) -> HandOver:
    """The giver stays responsible and reads why."""
    held = _held_offer(offered)
    _may_answer(held, by)
    if not reason.strip():
        raise Refused(
            _("Write down why you cannot take the operation over."),
            _("The officer who offered it stays responsible and has to find somebody else."),
            subject=f"operation:{held.operation_id}",
        )
    vault.seal(held, {**vault.unseal(held), "reason": reason.strip()})
    _answered(held, _State.DECLINED, by=by, at=at)
    ledger.write(act="decline_hand_over", by=by, at=at, subject=f"operation:{held.operation_id}")
    return held


@act
def withdraw_hand_over(*, offered: HandOver, by: Officer, at: datetime) -> HandOver:
    """The offer is taken back before anybody answered."""
    held = _held_offer(offered)
    operation_for(by, held.operation_id)
    if held.by.desk.pk != by.desk.pk:
        raise NotPermitted(_("Another desk made this offer."), _("Decline it instead, with a reason."))
    _answered(held, _State.WITHDRAWN, by=by, at=at)
    ledger.write(act="withdraw_hand_over", by=by, at=at, subject=f"operation:{held.operation_id}")
    return held


def _check_receiver(to_desk: Desk, to_officer: Officer | None, by: Officer) -> None:
    """Somebody who may run operations, and not the giver."""
    of_desk = Officer.objects.filter(post__desk=to_desk, is_active=True).exclude(pk=by.pk).select_related("post__desk")
    able = [each for each in of_desk if access.may(each, access.Act.RUN_OPERATION)]
    if able if to_officer is None else to_officer.pk in {each.pk for each in able}:
        return
    raise Refused(
        _("Nobody there can take an operation over."),
        _("Choose a desk with an officer who runs operations, or such an officer of your own desk."),
    )


def _responsible_desk(held: Operation, by: Officer) -> None:
    """Only the desk that is responsible gives a thing away; the desk that opened it asks for it back."""
    duty = responsible(held)
    if duty is not None and duty.desk_id != by.desk.pk:
        raise NotPermitted(
            _("%(desk)s is responsible for this operation now.") % {"desk": duty.desk},
            _("Ask that desk to hand it back."),
            subject=f"operation:{held.pk}",
        )


def _held_offer(offered: HandOver) -> HandOver:
    """Locked, and still waiting for an answer."""
    offers = HandOver.objects.select_for_update(no_key=True, of=("self",))
    held = offers.select_related("operation__desk", "by__post__desk", "to_desk").get(pk=offered.pk)
    if held.state != _State.OFFERED:
        raise Conflict(
            _("This hand-over was answered already."),
            _("Look at the operation: it says who is responsible now."),
            subject=f"operation:{held.operation_id}",
            both=held,
        )
    return held


def _may_answer(held: HandOver, by: Officer) -> None:
    access.require(by, access.Act.RUN_OPERATION)
    theirs = held.to_desk_id == by.desk.pk and held.to_officer_id in {None, by.pk} and held.by_id != by.pk
    if not theirs:
        raise NotPermitted(
            _("This operation was offered to somebody else."),
            _("Ask the officer who offered it."),
            subject=f"operation:{held.operation_id}",
        )


def _answered(held: HandOver, state: str, *, by: Officer, at: datetime) -> None:
    held.state, held.answered_by, held.answered_at = state, by, at
    held.save()
