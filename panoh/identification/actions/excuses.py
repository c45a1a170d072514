"""Excusing a member who cannot come: asked by one, agreed to by another agency, so that no dissent is excused away."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.held import hold
from panoh.identification.actions.panels import Status, seat_of
from panoh.identification.models import Panel, PanelSeat
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted, Refused


@act
def excuse_member(*, panel: Panel, member: Officer, because: str, by: Officer, at: datetime) -> PanelSeat:
    """Whoever called the panel together says why a member who has not voted cannot come. The member is waited for until
    somebody of another agency agrees (`agree_to_excuse`)."""
    access.require(by, access.Act.DECIDE_FORMALLY, panel.case)
    hold(panel.case)
    if panel.convened_by_id != by.pk:
        raise NotPermitted(
            _("Another member called this panel together."),
            _("Ask %(member)s to excuse the member.") % {"member": panel.convened_by.name},
            subject=f"case:{panel.case_id}",
        )
    seat = seat_of(panel, member)
    _require_reason_before_vote(seat, because)
    seat.excuse_asked_by = by
    vault.seal(seat, {**vault.unseal(seat), "because": because.strip()})
    seat.save()
    ledger.write(act="excuse_member", by=by, at=at, subject=f"case:{panel.case_id}", member=member.pk)
    return seat


@act
def agree_to_excuse(*, panel: Panel, member: Officer, by: Officer, at: datetime) -> PanelSeat:
    """A member of another agency than the one that asked, or the member concerned, agrees. The member may still come;
    no vote is taken back by this."""
    access.require(by, access.Act.DECIDE_FORMALLY, panel.case)
    hold(panel.case)
    seat = seat_of(panel, member)
    asker = seat.excuse_asked_by
    if asker is None or seat.voted_at is not None or seat.status == Status.EXCUSED:
        raise Refused(
            _("Nobody asked for this member to be excused, or the member voted or was excused meanwhile."),
            _("Look at who sits and who is waited for."),
            subject=f"case:{panel.case_id}",
        )
    if by != member and (seat_of(panel, by).agency_id == asker.desk.agency_id or by == asker):
        raise NotPermitted(
            _("Somebody of another agency than the one that asked agrees, or the member concerned."),
            _("Ask a member of another agency, or invite one. Until then the member is waited for."),
            subject=f"case:{panel.case_id}",
        )
    seat.status, seat.answered_at, seat.excused_by = Status.EXCUSED, at, by
    seat.save()
    ledger.write(act="agree_to_excuse", by=by, at=at, subject=f"case:{panel.case_id}", member=member.pk)
    return seat


def _require_reason_before_vote(seat: PanelSeat, because: str) -> None:
    if seat.voted_at is not None or not because.strip():
        raise Refused(
            _("A member is excused only with a reason, and only before they voted."),
            _("Write why the member cannot come. A vote that was given counts."),
            subject=f"case:{seat.panel.case_id}",
        )
