"""Moving: to another room, or to another house. One act ends the old stay and begins the new one, or neither happens."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.held import as_it_stands, end_late_offers
from panoh.protection.actions.leaving import close
from panoh.protection.actions.stays import (
    check_ground,
    check_own,
    check_suits,
    check_turn,
    meet_needs,
    move_in,
    open_in_emergency,
)
from panoh.protection.actions.turns import TurnReason
from panoh.protection.models import Departure, Intake, Place, Shelter, Stay
from panoh.protection.queries.matching import ACCOMMODATION
from panoh.protection.queries.waiting import accepted_for_a_place
from panoh.referral.actions.needs import write_need
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Conflict


@act
def ask_to_move(*, stay: Stay, urgency: str, note: str, by: Officer, at: datetime) -> Stay:
    """The person wishes to live in another house. Their need goes to whoever refers; the bed here stays theirs until
    another house has taken them over."""
    access.require(by, access.Act.GIVE_PLACE)
    check_own(stay.place, by)
    keep_still(stay.case_id)
    if not Stay.objects.filter(pk=stay.pk, until_at=None, move_asked_at=None).update(move_asked_at=at):
        raise Conflict(
            _("This wish is on record already, or the stay has ended."),
            _("Open the list of residents again."),
            subject=f"case:{stay.case_id}",
        )
    write_need(case=stay.case, service=ACCOMMODATION, urgency=urgency, note=note, by=by, at=at)
    stay.refresh_from_db()
    ledger.write(act="ask_to_move", by=by, at=at, subject=f"case:{stay.case_id}", urgency=urgency)
    return stay


@act
def move(
    *,
    case: Case,
    place: Place,
    family: uuid.UUID | None = None,
    turn: TurnReason | None = None,
    after: int | None = None,
    by: Officer,
    at: datetime,
) -> Stay:
    """By the house that takes the person in: within it at any time, from another once the wish stands there.

    The two houses never learn of each other from this. `after`: the stay the caller saw; another one is a Conflict, so that of
    two officers the second does not move the person on unseen. None: whichever stands.
    """
    access.require(by, access.Act.GIVE_PLACE)
    check_own(place, by)
    keep_still(case.pk)
    old = _lock(case, place, after)
    as_it_stands(place)
    end_late_offers(place.shelter, at=at)
    within = old.place.shelter_id == place.shelter_id
    accepted = accepted_for_a_place(by.desk).filter(need__case=case).exists()
    if not within:
        check_ground(case, accepted)
    together = old.family if within and family is None and _with_others(old) else family
    check_suits(case, place, in_family=together is not None)
    if not within:
        check_turn(case, place, turn, by=by, at=at)
    close(old, by=by, at=at)
    new = move_in(case, place, together or uuid.uuid4(), asked_for=together, by=by, at=at)
    if within:
        Intake.objects.filter(stay=old).update(stay=new)
    else:
        _left(old, by=by, at=at)
        meet_needs(case, at=at)
        if not accepted:
            open_in_emergency(case, by=by, at=at)
    ledger.write(act="move", by=by, at=at, subject=f"case:{case.pk}", place=place.pk, within=within)
    return new


def _lock(case: Case, place: Place, after: int | None) -> Stay:
    """Both houses' rows in one order, so that two moves in opposite directions do not wait for each other in a ring;
    then the stay is read again, as somebody may have been faster. Asked twice, a move is one move."""
    found = case.stays.filter(until_at=None).select_related("place").first()
    if found is None or after not in (None, found.pk):
        raise _gone(case)
    houses = {found.place.shelter_id, place.shelter_id}
    list(Shelter.objects.select_for_update(no_key=True).filter(pk__in=houses).order_by("pk"))
    old = Stay.objects.filter(pk=found.pk, until_at=None).select_related("place").first()
    if old is None or old.place_id == place.pk:
        raise _gone(case)
    if old.move_asked_at is None and old.place.shelter_id != place.shelter_id:
        raise Conflict(
            _("This person has a place already, and no wish to move is on record there."),
            _("The house where they stay records that they wish to move; then you can take them in."),
            subject=f"case:{case.pk}",
        )
    return old


def _gone(case: Case) -> Conflict:
    return Conflict(
        _("This person's stay has changed meanwhile."),
        _("Open your list again; if they wait, give them a place."),
        subject=f"case:{case.pk}",
    )


def _with_others(stay: Stay) -> bool:
    return Stay.objects.filter(family=stay.family, until_at=None).exclude(pk=stay.pk).exists()


def _left(old: Stay, *, by: Officer, at: datetime) -> None:
    """An end that was waiting for a signature is overtaken by the move, which the person wished."""
    Departure.objects.filter(stay=old, decided_at=None).update(decided_by=by, decided_at=at, refused=True)
    departure = Departure(
        stay=old,
        because=Departure.Because.MOVED,
        where_to=Departure.WhereTo.SHELTER,
        wished=True,
        needs_second=False,
        asked_by=by,
        asked_at=at,
        decided_by=by,
        decided_at=at,
    )
    vault.seal(departure, {"words": ""})
    departure.save(force_insert=True)
