"""Calling the panel together: who is invited, who declares what (nrm-procedure T11, T12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.held import hold
from panoh.identification.models import Panel, PanelSeat
from panoh.identification.queries.panels import open_panel, who_is_barred
from panoh.identification.queries.reviews import took_part
from panoh.identification.queries.stages import REVIEW, panel_decides
from panoh.identification.queries.wording import BARRED
from panoh.identification.rules import Barred
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

Status = PanelSeat.Status


@act
def convene_panel(
    *, case: Case, members: Sequence[Officer], exploited_as_child: bool = False, by: Officer, at: datetime
) -> Panel:
    """Invite members of several agencies to decide formally, or to reconsider what another panel decided.

    `exploited_as_child`: what is to be judged happened before the person was eighteen, so means are not asked about.

    Whoever decided, signed or voted in this case before, and whoever investigates it, is refused by name of the reason.
    """
    access.require(by, access.Act.DECIDE_FORMALLY, case)
    hold(case)
    if not panel_decides(case):
        raise OutOfOrder(
            _("No formal decision is due in this case."),
            _("Open the formal decision first; it begins when the recovery period is over or the person asks."),
            subject=f"case:{case.pk}",
        )
    if open_panel(case) is not None:
        raise _sits_already(case)
    _require_no_part(case, by)
    panel = _keep(Panel(case=case, convened_by=by, convened_at=at, exploited_as_child=exploited_as_child))
    _seat(panel, members, by=by, at=at)
    _require_several(case, members)
    ledger.write(act="convene_panel", by=by, at=at, subject=f"case:{case.pk}", members=_numbers(members))
    return panel


@act
def invite_to_panel(*, panel: Panel, members: Sequence[Officer], by: Officer, at: datetime) -> Panel:
    """Further members, for example after a tie or in place of one who has a conflict of interest."""
    access.require(by, access.Act.DECIDE_FORMALLY, panel.case)
    hold(panel.case)
    still_open(panel)
    _require_no_part(panel.case, by)
    _seat(panel, members, by=by, at=at)
    ledger.write(act="invite_to_panel", by=by, at=at, subject=f"case:{panel.case_id}", members=_numbers(members))
    return panel


@act
def declare_for_panel(
    *, panel: Panel, conflict_of_interest: bool, because: str = "", by: Officer, at: datetime
) -> PanelSeat:
    """The member's own declaration. With a conflict of interest they do not sit, and no reason need be given."""
    access.require(by, access.Act.DECIDE_FORMALLY, panel.case)
    hold(panel.case)
    seat = seat_of(panel, by)
    _require_no_bar(panel.case, [by])
    if seat.voted_at is not None and not conflict_of_interest:
        raise Conflict(
            _("You declared and voted already."),
            _("Vote again if you see it differently now; a conflict of interest can still be declared."),
            subject=f"case:{panel.case_id}",
        )
    seat.status = Status.CONFLICTED if conflict_of_interest else Status.SITS
    seat.answered_at, seat.voted_at = at, None
    if because.strip():
        vault.seal(seat, {**vault.unseal(seat), "because": because.strip()})
    seat.save()
    ledger.write(act="declare_for_panel", by=by, at=at, subject=f"case:{panel.case_id}", conflict=conflict_of_interest)
    return seat


def seat_of(panel: Panel, officer: Officer) -> PanelSeat:
    """The member's seat, while the panel is open."""
    still_open(panel)
    seat = panel.seats.select_related("panel__case").filter(officer=officer).first()
    if seat is None:
        raise NotPermitted(
            _("%(officer)s was not invited to this panel.") % {"officer": officer.name},
            _("Only invited members take part. A member of the panel may invite further ones."),
            subject=f"case:{panel.case_id}",
        )
    return seat


def still_open(panel: Panel) -> None:
    """Under the lock of the case; whether it was open when the page was read says nothing. A panel waits while the
    person paused, withdrew or declined: nothing is voted on or decided about them then."""
    if not Panel.objects.filter(pk=panel.pk, decision=None, ended_at=None).exists():
        raise Conflict(
            _("This panel has decided already, or the person left."),
            _("Open the case again to see where it stands."),
            subject=f"case:{panel.case_id}",
        )
    if not panel_decides(panel.case):
        raise OutOfOrder(
            _("The case does not wait for this panel now."),
            _("Look at where the case stands. The panel can go on once the formal decision is open again."),
            subject=f"case:{panel.case_id}",
        )


def _seat(panel: Panel, members: Sequence[Officer], *, by: Officer, at: datetime) -> None:
    if not members:
        raise Refused(
            _("A panel needs members."), _("Choose at least two, of two agencies."), subject=f"case:{panel.case_id}"
        )
    _require_no_bar(panel.case, members)
    for member in members:
        if panel.seats.filter(officer=member).exists():
            raise Conflict(
                _("%(officer)s is invited already.") % {"officer": member.name},
                _("Choose somebody else."),
                subject=f"case:{panel.case_id}",
            )
        agency = member.desk.agency
        PanelSeat.objects.create(panel=panel, officer=member, agency=agency, invited_by=by, invited_at=at)


def _require_several(case: Case, members: Sequence[Officer]) -> None:
    """One alone, or two of one agency, decide nothing: they would sit and wait for somebody nobody invited."""
    if len({member.pk for member in members}) < 2 or len({member.desk.agency_id for member in members}) < 2:
        raise Refused(
            _("A panel has at least two members, of two agencies."),
            _("Choose at least two, of two agencies."),
            subject=f"case:{case.pk}",
        )


def _require_no_bar(case: Case, members: Sequence[Officer]) -> None:
    for pk, why in who_is_barred(case, list(members)).items():
        name = next(member.name for member in members if member.pk == pk)
        raise Refused(
            BARRED[why] % {"officer": name},
            _("Choose another member; several agencies have a seat on the panel."),
            subject=f"case:{case.pk}",
        )


def _require_no_part(case: Case, by: Officer) -> None:
    """Whoever took part in the decision under reconsideration does not choose who looks at it again."""
    if case.state == REVIEW and by.pk in took_part(case):
        raise Refused(
            BARRED[Barred.DECIDED_BEFORE] % {"officer": by.name},
            _("A colleague who took no part calls the members together."),
            subject=f"case:{case.pk}",
        )


def _keep(panel: Panel) -> Panel:
    """The database allows one open panel in a case; the savepoint keeps the transaction usable when it refuses."""
    try:
        with transaction.atomic():
            panel.save(force_insert=True)
    except IntegrityError:
        raise _sits_already(panel.case) from None
    return panel


def _sits_already(case: Case) -> Conflict:
    return Conflict(
        _("A panel is called together in this case already."),
        _("Look at who sits on it; further members can be invited."),
        subject=f"case:{case.pk}",
    )


def _numbers(members: Sequence[Officer]) -> list[int]:
    return [member.pk for member in members]
