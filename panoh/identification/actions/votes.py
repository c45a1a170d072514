"""A member's vote with its reasons, and the decision that follows from the votes (nrm-procedure T11, T12)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.decisions import (
    noted_on,
    require_each_element,
    require_reasons,
    reviewed,
    take_effect,
)
from panoh.identification.actions.held import hold
from panoh.identification.actions.panels import Status, seat_of, still_open
from panoh.identification.models import Decision, Panel, PanelSeat
from panoh.identification.queries.panels import asked_of, result
from panoh.identification.queries.wording import UNDECIDED
from panoh.identification.rules import Result
from panoh.instruments.kinds.training import SensitiveAct
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.queries.training import require_trained
from panoh.registry.refusals import OutOfOrder


@act
def vote(
    *, panel: Panel, outcome: str, elements: Mapping[str, str], reasons: str = "", by: Officer, at: datetime
) -> PanelSeat:
    """Sealed until the panel decides. A member may vote again until then, after a tie for instance; the last vote
    counts and the earlier ones stay on record."""
    access.require(by, access.Act.DECIDE_FORMALLY, panel.case)
    require_trained(by, SensitiveAct.DECIDE_FORMALLY, at=at, subject=f"case:{panel.case_id}")
    hold(panel.case)
    seat = seat_of(panel, by)
    if seat.status != Status.SITS:
        raise OutOfOrder(
            _("A member votes after declaring that there is no conflict of interest."),
            _("Make the declaration first. With a conflict of interest a member does not sit."),
            subject=f"case:{panel.case_id}",
        )
    noted = noted_on(elements)
    require_each_element(panel.case, noted, asked=asked_of(panel))
    kept = vault.unseal(seat)
    given = {"outcome": Decision.Outcome(outcome).value, "elements": noted, "reasons": reasons.strip()}
    vault.seal(seat, {**kept, "votes": [*kept.get("votes", []), {**given, "at": at.isoformat()}]})
    seat.voted_at = at
    seat.save()
    ledger.write(act="vote", by=by, at=at, subject=f"case:{panel.case_id}", panel=panel.pk)
    return seat


@act
def conclude_panel(*, panel: Panel, form: str, reasons: str, by: Officer, at: datetime) -> Decision:
    """The decision follows the votes; a member who sits writes the panel's reasons and says what it is. Dissent is kept.

    While somebody has not voted, too few sit, or the votes are tied, nothing is decided and the clock runs on.
    """
    case = panel.case
    access.require(by, access.Act.DECIDE_FORMALLY, case)
    hold(case)
    _require_seat(panel, by)
    found = _require_result(panel)
    require_reasons(case, reasons)
    first, second = found.carried_by[:2]
    decision = Decision(
        case=case,
        stage=Decision.Stage.FORMAL,
        outcome=Decision.Outcome.POSITIVE if found.positive else Decision.Outcome.NEGATIVE,
        form=form,
        status=Decision.Status.FINAL,
        proposed_by_id=first,
        proposed_at=at,
        signed_by_id=second,
        signed_at=at,
        reconsiders=reviewed(case),
    )
    vault.seal(decision, {"reasons": reasons.strip(), "elements": {}, "written_by": by.pk})
    decision.save(force_insert=True)
    Panel.objects.filter(pk=panel.pk).update(decision=decision)
    take_effect(decision, signatures=len(found.carried_by), by=by, at=at)
    counted = (found.in_favour, found.against)
    ledger.write(act="conclude_panel", by=by, at=at, subject=f"case:{case.pk}", outcome=decision.outcome, votes=counted)
    return decision


def _require_seat(panel: Panel, by: Officer) -> None:
    if seat_of(panel, by).status != Status.SITS:
        raise OutOfOrder(
            _("Only a member who sits writes down what the panel decided."),
            _("Declare that you have no conflict of interest, or ask a member who sits."),
            subject=f"case:{panel.case_id}",
        )


def _require_result(panel: Panel) -> Result:
    still_open(panel)
    found = result(panel)
    if found.undecided is not None:
        raise OutOfOrder(*UNDECIDED[found.undecided], subject=f"case:{panel.case_id}")
    return found
