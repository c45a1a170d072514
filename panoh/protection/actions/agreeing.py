"""What a person agrees to where a house depends on it: being asked after later, and going on being seen while living there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import make_sure_guardianship_knows
from panoh.protection.actions.leaving import stay_in_touch
from panoh.protection.actions.stays import check_own
from panoh.protection.models import Departure, Stay
from panoh.protection.queries.following import last_departure
from panoh.protection.queries.in_view import house_view
from panoh.referral.rules.agreement import SEEN_WHEN_ACCEPTED, purposes_for
from panoh.registry import access, ledger
from panoh.registry.actions import disclose, end_disclosure, keep_still, record_consent
from panoh.registry.actions.consent import write_consent
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Officer, Purpose, shown_now
from panoh.registry.refusals import Conflict


@act
def take_consent(
    *,
    case: Case,
    purpose: str,
    given: bool,
    language: str,
    explained: bool,
    giver: str = Consent.Giver.SELF,
    by: Officer,
    at: datetime,
) -> Consent:
    """The person's answer to one purpose. Whoever agrees to be asked after only when they have left is shown, from then
    on, to the house they lived in, and to it for that alone."""
    keep_still(case.pk)
    consent = record_consent(
        case=case, purpose=purpose, given=given, language=language, explained=explained, giver=giver, by=by, at=at
    )
    left = last_departure(case) if given and purpose == Purpose.FOLLOW_UP else None
    if left is not None and not _follows_already(case, left):
        stay_in_touch(left, by=by, at=at)
    return consent


@act
def ask_resident_again(
    *,
    stay: Stay,
    agreed: bool,
    language: str,
    explained: bool,
    until: date | None = None,
    by: Officer,
    at: datetime,
) -> Stay:
    """The house asks somebody who lives there whether it may go on knowing who they are. A no ends nothing: the bed
    stays theirs, and the view ends on its day. A child is not asked for consent; the guardian and the duty let it go on."""
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    case = _living_there(stay)
    child = case.track == Case.Track.CHILD
    purpose = purposes_for(by.desk.agency.kind)[0]
    consent = None
    if not child:
        said: dict[str, Any] = {"given": agreed, "language": language, "explained": explained}
        consent = write_consent(case=case, purpose=purpose, to_desk=by.desk, **said, by=by, at=at)
    if agreed:
        _show_anew(case, purpose, consent, until=until, by=by, at=at)
    ledger.write(act="ask_resident_again", by=by, at=at, subject=f"case:{case.pk}", agreed=agreed)
    return stay


def _follows_already(case: Case, left: Departure) -> bool:
    house = left.stay.place.shelter.desk_id
    return case.disclosures.filter(shown_now(), purpose=Purpose.FOLLOW_UP, to_desk=house).exists()


def _show_anew(
    case: Case, purpose: str, consent: Consent | None, *, until: date | None, by: Officer, at: datetime
) -> None:
    """The same fields for a new time; the referral that led here goes on with it."""
    seen = house_view(case, by.desk)
    shown = disclose(
        case=case,
        to_desk=by.desk,
        purpose=purpose,
        fields=tuple(seen.fields) if seen else SEEN_WHEN_ACCEPTED,
        consent=consent,
        until=until,
        by=by,
        at=at,
    )
    if seen is not None:
        seen.referrals.update(disclosure=shown)
        if seen.ended_at is None:
            end_disclosure(disclosure=seen, because="shown_anew", by=by, at=at)
    if consent is None:
        make_sure_guardianship_knows(case=case, by=by, at=at)


def _living_there(stay: Stay) -> Case:
    found = Stay.objects.select_related("case__person").filter(pk=stay.pk, until_at=None).first()
    if found is None:
        raise Conflict(
            _("This stay has ended already."), _("Open the list of residents again."), subject=f"case:{stay.case_id}"
        )
    return found.case
