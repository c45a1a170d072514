"""A place held for the next on the waiting list, for as long as an answer may take; then it is free for the one after."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.held import as_it_stands, end_late_offers
from panoh.protection.actions.stays import PlaceTaken, check_own
from panoh.protection.actions.turns import TurnReason, keep_the_turn
from panoh.protection.models import Place, PlaceOffer, Shelter, Stay
from panoh.protection.queries.offers import unread
from panoh.protection.queries.places import free_places, suits_in_some_way
from panoh.protection.queries.waiting import waiting
from panoh.protection.rules.places import DoesNotFit
from panoh.referral.models import Referral
from panoh.referral.queries.open import answer_due
from panoh.registry import access, ledger
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.wording import spoken

Ended = PlaceOffer.Ended


@act
def offer_place(*, case: Case, place: Place, turn: TurnReason | None = None, by: Officer, at: datetime) -> PlaceOffer:
    """Held as long as the country gives for an answer to a need as urgent as this one. Nobody loses their turn by it.

    `turn`: why this person goes before others for whom it would be as good. Whoever sent the person is told.
    """
    access.require(by, access.Act.GIVE_PLACE)
    check_own(place, by)
    keep_still(case.pk)
    # The shelter's row, as where a place is given: a place is held for one, or given to another, never both.
    Shelter.objects.select_for_update(no_key=True).get(pk=place.shelter_id)
    as_it_stands(place)
    end_late_offers(place.shelter, at=at)
    referral = _check_waits(case, by)
    answer = suits_in_some_way(place, case)
    if isinstance(answer, DoesNotFit):
        raise Refused(spoken(answer.reason), spoken(answer.way_forward), subject=f"case:{case.pk}")
    _check_free(case, place)
    keep_the_turn(case, place, turn, by=by, at=at)
    until = answer_due(at, referral.need.urgency)
    offer = PlaceOffer.objects.create(case=case, place=place, referral=referral, by=by, at=at, until_at=until)
    ledger.write(act="offer_place", by=by, at=at, subject=f"case:{case.pk}", place=place.pk, until=until.isoformat())
    return offer


@act
def end_offer(*, offer: PlaceOffer, by: Officer, at: datetime) -> PlaceOffer:
    """The person does not wish this place. They keep their turn, and can be offered another."""
    access.require(by, access.Act.GIVE_PLACE)
    check_own(offer.place, by)
    keep_still(offer.case_id)
    open_still = PlaceOffer.objects.filter(pk=offer.pk, ended_at=None)
    if not open_still.update(ended_at=at, ended_because=Ended.NOT_WISHED):
        raise Conflict(
            _("This offer has ended already."), _("Open the waiting list again."), subject=f"case:{offer.case_id}"
        )
    offer.refresh_from_db()
    ledger.write(act="end_offer", by=by, at=at, subject=f"case:{offer.case_id}", place=offer.place_id)
    return offer


@act
def note_offer(*, offer: PlaceOffer, by: Officer, at: datetime) -> PlaceOffer:
    """Whoever sent the person has read how the offer stands. What comes later is news again."""
    access.require(by, access.Act.REFER, offer.case)
    news = unread(PlaceOffer.objects.filter(pk=offer.pk), now=at)
    if not news.update(noted_at=at, noted_by=by):  # conditional: of two colleagues one notes it
        raise Conflict(
            _("This was noted already."), _("Go back to your work to see what is new."), subject=f"case:{offer.case_id}"
        )
    offer.refresh_from_db()
    ledger.write(act="note_offer", by=by, at=at, subject=f"case:{offer.case_id}", offer=offer.pk)
    return offer


def _check_waits(case: Case, by: Officer) -> Referral:
    referral = waiting(by).filter(need__case=case).first()
    if referral is None:
        raise OutOfOrder(
            _("This person does not wait for a place of yours."),
            _("A place is held for somebody your desk accepted; in an emergency give the place at once."),
            subject=f"case:{case.pk}",
        )
    return referral


def _check_free(case: Case, place: Place) -> None:
    """A bed beside a family that lives there is held for nobody: whoever belongs to it is given the place at once."""
    if PlaceOffer.objects.filter(case=case, ended_at=None).exists():
        raise Conflict(
            _("A place is held for this person already."),
            _("End that offer first if they do not wish it."),
            subject=f"case:{case.pk}",
        )
    held = PlaceOffer.objects.filter(place=place, ended_at=None).exists()
    residents = Stay.objects.filter(place__shelter=place.shelter, place__room=place.room, until_at=None)
    of_a_family = place.kind == Place.Kind.FAMILY and residents.exists()
    taken = held or not place.in_use or residents.filter(place=place).exists()
    if taken or of_a_family:
        free = free_places(shelter=place.shelter, case=case)
        raise PlaceTaken(free, subject=f"case:{case.pk}", by_family=not taken)
