"""Giving a place. Two officers taking the last place at once: one gets it, the other is told."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions import make_sure_guardianship_knows
from panoh.protection.actions.held import as_it_stands, end_late_offers, settle_offers
from panoh.protection.actions.turns import TurnReason, keep_the_turn
from panoh.protection.models import Place, Shelter, Stay
from panoh.protection.queries.matching import ACCOMMODATION
from panoh.protection.queries.places import FreePlace, free_places
from panoh.protection.queries.waiting import accepted_for_a_place, urgent_need
from panoh.protection.rules.places import DoesNotFit, fits, room_open_to
from panoh.referral.actions.needs import close_needs
from panoh.referral.models import Need
from panoh.referral.rules.agreement import SEEN_WHEN_ACCEPTED, purposes_for
from panoh.registry import access, ledger
from panoh.registry.actions import disclose, keep_still
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose, shown_now
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.registry.wording import spoken


class PlaceTaken(Conflict):
    """Someone else has the bed, or another family the room. `both` holds the places that are still free."""

    code = "place_taken"

    def __init__(self, free: tuple[FreePlace, ...], *, subject: str, by_family: bool = False) -> None:
        reason = _("A family has this room.") if by_family else _("This place was given to someone else a moment ago.")
        still = ", ".join(str(each.place) for each in free if each.fits)
        way = _("Still free: %(places)s.") % {"places": still} if still else _("No other place that suits is free.")
        super().__init__(reason, way, subject=subject, both=free)


@act
def give_place(
    *,
    case: Case,
    place: Place,
    family: uuid.UUID | None = None,
    turn: TurnReason | None = None,
    by: Officer,
    at: datetime,
) -> Stay:
    """For a case this desk accepted; in an emergency straight from the need, because help does not wait.

    `family` is shared by those who belong together; None for a person alone, who is then a family of one.
    `turn`: why this person goes before others on the list; an emergency, and a place held for them, ask for none.
    """
    access.require(by, access.Act.GIVE_PLACE)
    check_own(place, by)
    keep_still(case.pk)
    # The shelter's row is locked so that no two officers fill its rooms at once: a family room must be seen whole,
    # which no constraint on single beds can do. The constraints stay as a backstop for the bed and for the person.
    Shelter.objects.select_for_update(no_key=True).get(pk=place.shelter_id)
    as_it_stands(place)
    end_late_offers(place.shelter, at=at)
    accepted = accepted_for_a_place(by.desk).filter(need__case=case).exists()
    _check_without_place(case, place.shelter)
    check_ground(case, accepted)
    check_suits(case, place, in_family=family is not None)
    check_turn(case, place, turn, by=by, at=at)
    stay = move_in(case, place, family or uuid.uuid4(), asked_for=family, by=by, at=at)
    meet_needs(case, at=at)
    if not accepted:
        open_in_emergency(case, by=by, at=at)
    ledger.write(act="give_place", by=by, at=at, subject=f"case:{case.pk}", place=place.pk, emergency=not accepted)
    return stay


def meet_needs(case: Case, *, at: datetime) -> None:
    close_needs(Need.objects.filter(case=case, service=ACCOMMODATION), at=at)
    on_event(case=case, event="shelter_given_or_not_wanted", at=at)


def _check_without_place(case: Case, house: Shelter) -> None:
    """Where it is, is said only in the house itself."""
    lives = case.stays.filter(until_at=None).select_related("place").first()
    if lives is None:
        return
    if lives.place.shelter_id == house.pk:
        raise Conflict(
            _("This person has a place here already: %(place)s.") % {"place": lives.place},
            _("A colleague may have given it a moment ago. To change the room, choose it again and send it once more."),
            subject=f"case:{case.pk}",
        )
    raise Conflict(
        _("This person has a place already."),
        _("Where they wish to move, the house they stay in records it; moving is one act."),
        subject=f"case:{case.pk}",
    )


def check_own(place: Place, by: Officer) -> None:
    if place.shelter.desk_id != by.desk.pk:
        raise NotPermitted(
            _("Places are given by the desk that runs the shelter."), _("Refer the person to that desk.")
        )


def check_ground(case: Case, accepted: bool) -> None:
    if not accepted and urgent_need(case) is None:
        raise OutOfOrder(
            _("Your desk has accepted no referral for this person, and no urgent need for a safe place is recorded."),
            _("Whoever brings the person records the need as urgent “now”: then the place can be given at once."),
            subject=f"case:{case.pk}",
        )


def check_turn(case: Case, place: Place, turn: TurnReason | None, *, by: Officer, at: datetime) -> None:
    held_for_them = place.offers.filter(case=case, ended_at=None).exists()
    if urgent_need(case) is None and not held_for_them and not _taken(place):
        keep_the_turn(case, place, turn, by=by, at=at)


def _taken(place: Place) -> bool:
    """Then there is no turn to keep: who asks for it is told that it is gone."""
    return not place.in_use or place.stays.filter(until_at=None).exists()


def check_suits(case: Case, place: Place, *, in_family: bool) -> None:
    answer = fits(place.kind, sex=case.person.sex, track=case.track, in_family=in_family)
    if isinstance(answer, DoesNotFit):
        raise Refused(spoken(answer.reason), spoken(answer.way_forward), subject=f"case:{case.pk}")


def move_in(
    case: Case, place: Place, family: uuid.UUID, *, asked_for: uuid.UUID | None, by: Officer, at: datetime
) -> Stay:
    subject = f"case:{case.pk}"
    room = Stay.objects.filter(place__shelter=place.shelter, place__room=place.room, until_at=None)
    taken = dict(room.values_list("place", "family"))
    if not place.in_use or place.pk in taken or not room_open_to(place.kind, family, taken.values()):
        free = free_places(shelter=place.shelter, case=case, family=asked_for)
        raise PlaceTaken(free, subject=subject, by_family=place.pk not in taken and place.in_use)
    settle_offers(case, place, at=at)
    try:
        with transaction.atomic():
            return Stay.objects.create(case=case, place=place, family=family, from_at=at, given_by=by)
    except IntegrityError:
        free = free_places(shelter=place.shelter, case=case, family=asked_for)
        raise PlaceTaken(free, subject=subject) from None


def open_in_emergency(case: Case, *, by: Officer, at: datetime) -> None:
    """Whom the shelter has taken in it may know, as far as the person agreed; without agreement it has a guest
    under a reference. A child is shown, and child protection told."""
    child = case.track == Case.Track.CHILD
    consent = None if child else consent_to(case, *purposes_for(by.desk.agency.kind), desk=by.desk)
    if not (consent or child) or case.disclosures.filter(shown_now(), to_desk=by.desk, to_answer=False).exists():
        return
    disclose(
        case=case,
        to_desk=by.desk,
        purpose=consent.purpose if consent else Purpose.SERVICE,
        fields=SEEN_WHEN_ACCEPTED,
        consent=consent,
        by=by,
        at=at,
    )
    if child:
        make_sure_guardianship_knows(case=case, by=by, at=at)
