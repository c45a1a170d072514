"""Breaks, and going on: a talk stops without loss, and goes on safely, by the same officer or a colleague of the desk."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.screening.actions.claims import pass_line
from panoh.screening.actions.held import held_open, subject
from panoh.screening.models import Pause, Screening
from panoh.screening.rules.breaks import asks_again


@act
def pause(
    *,
    screening: Screening,
    reason: str,
    go_on_at: datetime | None = None,
    goes_on: Officer | None = None,
    by: Officer,
    at: datetime,
) -> Pause:
    """Stop for now. What was answered stays; `goes_on` is the colleague of this desk who takes over, and with the talk
    the person's line on a roster."""
    held = held_open(screening, by)
    if held.outcome == Screening.Outcome.FINISHED:
        raise OutOfOrder(_("This interview is finished."), _("Open it again by changing an answer."))
    _can_pause(held, reason, go_on_at, goes_on, at)
    already = held.pauses.filter(resumed_at=None).first()
    if already is not None:
        return already
    made = Pause.objects.create(screening=held, reason=reason, go_on_at=go_on_at, goes_on=goes_on, at=at, by=by)
    handed = goes_on.pk if goes_on else None
    if goes_on is not None and held.roster_entry_id:
        pass_line(held.roster_entry_id, to=goes_on, at=at)
    ledger.write(act="pause", by=by, at=at, subject=subject(held), reason=reason, goes_on=handed)
    return made


@act
def resume(
    *,
    screening: Screening,
    in_danger: bool | None = None,
    private_place: bool | None = None,
    by: Officer,
    at: datetime,
) -> Screening:
    """Go on, after a break or with what a colleague began; the person's line on a roster is this officer's from now on.

    After a long break danger and privacy are asked anew, because somebody else may have come near.
    """
    held = held_open(screening, by)
    paused = held.pauses.filter(resumed_at=None).first()
    line = held.roster_entry if held.outcome == Screening.Outcome.OPEN else None
    if paused is None and (line is None or line.claimed_by_id == by.pk):
        return held
    asked = paused is not None and asks_again(paused_at=paused.at, now=at)
    _safe_to_go_on(held, asked=asked, private_place=private_place)
    if asked:
        held.in_danger, held.private_place = in_danger, True
        held.save(update_fields=["in_danger", "private_place"])
    if paused is not None:
        paused.resumed_at, paused.resumed_by = at, by
        paused.save(update_fields=["resumed_at", "resumed_by"])
    before = pass_line(line.pk, to=by, at=at) if line is not None else None
    ledger.write(
        act="resume",
        by=by,
        at=at,
        subject=subject(held),
        in_danger=held.in_danger,
        asked_again=asked,
        line_of=before,
    )
    return held


def _safe_to_go_on(held: Screening, *, asked: bool, private_place: bool | None) -> None:
    if private_place is False or (asked and private_place is None):
        raise Refused(
            _("The interview does not go on before it is clear that nobody else listens."),
            _("Ask again about danger and find a place where nobody listens. Help can be given meanwhile."),
            subject=subject(held),
        )


def _can_pause(held: Screening, reason: str, go_on_at: datetime | None, goes_on: Officer | None, at: datetime) -> None:
    if reason not in Pause.Reason.values:
        raise Refused(
            _("Choose the reason from the list."), _("A free text could name someone."), subject=subject(held)
        )
    if go_on_at is not None and go_on_at < at:
        raise Refused(
            _("The time agreed to go on lies in the past."), _("Write a time to come."), subject=subject(held)
        )
    if goes_on is not None and (goes_on.desk.pk != held.desk_id or not goes_on.is_active):
        raise Refused(
            _("Only a colleague of the desk that holds this interview can take it over."),
            _("Choose a colleague of your desk; another desk is asked through the case."),
            subject=subject(held),
        )
