"""Closing a case (nrm-procedure T20). It ends no help, no stay and no follow-up; whoever comes back is taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen
from panoh.identification.actions.held import hold
from panoh.identification.queries import decision_to_tell
from panoh.protection.models import CaseClosing
from panoh.protection.rules.closing import Closing, NotClosed, not_closed
from panoh.registry import access, ledger, vault
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.queries.consents import agreed_in
from panoh.registry.refusals import Refused

Outcome, Told, FollowUp = CaseClosing.Outcome, CaseClosing.Told, CaseClosing.FollowUp
NOT_CLOSED: dict[NotClosed, tuple[Promise | str, Promise | str]] = {
    NotClosed.UNTOLD: (
        _("The person does not know yet what was decided."),
        _("Tell the decision first, in a safe way. Their time to ask for reconsideration begins with that."),
    ),
    NotClosed.MAY_STILL_ASK: (
        _("The person can still ask for reconsideration, and closing would end that time."),
        _("Wait until the time is over, or close it because the person wishes it."),
    ),
    NotClosed.NO_LAST_NEEDS: (
        _("The last needs are not written down."),
        _("Ask once more what the person needs, and write it, or that there is nothing."),
    ),
    NotClosed.NOT_TOLD_WHY: (
        _("It is not written why the person could not be told."),
        _("Write how it was tried. Where contact is lost the case is paused, not closed."),
    ),
    NotClosed.CHILD_ALONE: (
        _("A child is not told alone."),
        _("Tell the guardian together with the child, or the child’s representative."),
    ),
    NotClosed.NO_GUARDIAN: (
        _("This person is an adult: no guardian hears it for them."),
        _("Tell the person, or the representative whom they named."),
    ),
    NotClosed.WAY_NOT_AGREED: (
        _("The person has not agreed to being contacted in this way."),
        _("Tell them face to face, or ask for consent to a safe way of contact first."),
    ),
    NotClosed.NO_CONSENT_TO_CONTACT: (
        _("That the person wishes to be asked again later is not on record as their consent."),
        _("Record the consent to staying in contact first, then close."),
    ),
}


@dataclass(frozen=True)
class Given:
    """What is said of a closing. `still_open`: how many open things were shown to whoever closes."""

    outcome: str
    told: str
    follow_up: str
    last_needs: str
    words: str = ""
    still_open: int = 0


@act
def close_case(*, case: Case, given: Given, by: Officer, at: datetime) -> CaseClosing:
    """What is open stays open and stays due: services, a stay, a plan, contact after three, six and twelve months."""
    access.require(by, access.Act.CLOSE_CASE, case)
    hold(case)
    require_chosen(
        case,
        outcome=(given.outcome, Outcome.values),
        told=(given.told, Told.values),
        follow_up=(given.follow_up, FollowUp.values),
    )
    why = not_closed(_facts(case, given, at=at))
    if why is not None:
        raise Refused(*NOT_CLOSED[why], subject=f"case:{case.pk}")
    take_step(case=case, step="close", met=frozenset({"outcome_recorded"}), by=by, at=at)
    closing = CaseClosing(
        case=case,
        outcome=given.outcome,
        told=given.told,
        follow_up=given.follow_up,
        still_open=given.still_open,
        closed_by=by,
        closed_at=at,
    )
    vault.seal(closing, {"last_needs": given.last_needs.strip(), "words": given.words.strip()})
    closing.save(force_insert=True)
    ledger.write(
        act="close_case",
        by=by,
        at=at,
        subject=f"case:{case.pk}",
        outcome=given.outcome,
        told=given.told,
        still_open=given.still_open,
    )
    return closing


def _facts(case: Case, given: Given, *, at: datetime) -> Closing:
    agreed = frozenset(each.purpose for each in agreed_in(case).to())
    window = case.clocks.filter(clock="reconsideration_request", stopped_at=None, due_at__gte=at)
    return Closing(
        wished=given.outcome in {Outcome.WISH, Outcome.DIED},
        untold=decision_to_tell(case) is not None,
        may_still_ask=window.exists(),
        child=case.track == Case.Track.CHILD,
        told=given.told,
        way_agreed=Purpose.CONTACT_CHANNEL in agreed,
        last_needs=bool(given.last_needs.strip()),
        words=bool(given.words.strip()),
        follow_up_agreed=given.follow_up == FollowUp.AGREED,
        follow_up_consent=Purpose.FOLLOW_UP in agreed,
    )
