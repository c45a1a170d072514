"""Acts of later days and what each meets, in rows as in `bad_input`: another bed, how it went, what is needed now."""

from __future__ import annotations

from datetime import datetime

from panoh.protection import actions as protection
from panoh.protection.models import Departure, Place
from panoh.referral import actions as referral
from panoh.referral.models import NeedsAssessment
from panoh.registry.actions import record_consent
from panoh.registry.models import Officer
from tests.proof.bad_input import CENTRE, SHELTER, Row, Run, on_case
from tests.proof.further_acts import DAY, lives_there
from tests.proof.two_at_once import InHand


def _to_another_bed(it: InHand, by: Officer, at: datetime) -> Run:
    """To another bed of the house, which nobody has."""
    house = lives_there(it).place.shelter
    bed, _ = Place.objects.get_or_create(shelter=house, room="9", bed=1, kind="women")
    return on_case(protection.move, place=Place.objects.select_related("shelter").get(pk=bed.pk))(it, by, at)


def _asks_how_it_went(it: InHand, by: Officer, at: datetime) -> Run:
    """Left three months ago, and agreed to be asked after."""
    if not it.case.consents.filter(purpose="follow_up").exists():
        stay, yes = lives_there(it), {"purpose": "follow_up", "given": True, "language": "tg", "explained": True}
        record_consent(case=it.case, **yes, by=it.who("zarina"), at=it.now)
        wish = {"because": "wish", "where_to": "family", "wished": True}
        protection.end_stay(stay=stay, **wish, by=it.who("shahlo"), at=it.now)
        Departure.objects.filter(stay=stay).update(asked_at=it.now - 95 * DAY, decided_at=it.now - 95 * DAY)
    seen = Departure.objects.select_related("stay__case").get(stay__case=it.case)
    return lambda: protection.record_follow_up(departure=seen, months=3, came="spoke", by=by, at=at)


def _asks_after_needs(it: InHand, by: Officer, at: datetime) -> Run:
    newest = NeedsAssessment.objects.filter(case=it.case, followed_at=None).values_list("pk", flat=True).first()
    wish = referral.WishGiven("legal_aid", "wanted", "soon")
    said = {"wishes": (wish,), "own_words": "a room with a lock", "not_wanted": "", "after": newest}
    return on_case(referral.assess_needs, **said)(it, by, at)


LATER: dict[str, Row] = {
    "move": Row("accepted", SHELTER, _to_another_bed),
    "record_follow_up": Row("accepted", SHELTER, _asks_how_it_went, needs_consent=True),
    "assess_needs": Row("", CENTRE, _asks_after_needs),
}
