"""On what ground a case may be given a place, and who waits for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case as Case_
from django.db.models import Exists, IntegerField, OuterRef, QuerySet, When
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import PlaceOffer, Shelter, Stay
from panoh.protection.queries.matching import ACCOMMODATION, with_wishes
from panoh.referral.models import ACCEPTED, Need, Referral
from panoh.referral.queries.directory import wanted
from panoh.referral.rules.fit import Wanted
from panoh.registry import access
from panoh.registry.models import Case, Desk, Officer, not_shut, shown_now
from panoh.registry.references import reference_from
from panoh.registry.refusals import NotPermitted, OutOfOrder

SHOWN = 50
_URGENCIES = (Need.Urgency.NOW, Need.Urgency.SOON, Need.Urgency.LATER)
_RANK = Case_(
    *(When(need__urgency=urgency, then=rank) for rank, urgency in enumerate(_URGENCIES)),
    default=len(_URGENCIES),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Waits:
    """One person on the list. Their turn follows from how urgent the need is, then from how long they have waited."""

    turn: int
    referral: Referral
    offer: PlaceOffer | None
    needs: Wanted


def accepted_for_a_place(desk: Desk) -> QuerySet[Referral]:
    """Referrals for safe accommodation this desk accepted, which still stand and are not met yet."""
    return Referral.objects.filter(ACCEPTED, shown_now("disclosure__"), to_desk=desk, need__service=ACCOMMODATION)


def waiting(viewer: Officer) -> QuerySet[Referral]:
    """Accepted, and without a place anywhere, or wishing to move here; the most urgent and the longest waiting first."""
    placed = Stay.objects.filter(case=OuterRef("need__case"), until_at=None, move_asked_at=None)
    return (
        accepted_for_a_place(viewer.desk)
        .filter(~Exists(placed), not_shut(viewer, "need__case"))
        .annotate(rank=_RANK)
        .order_by("rank", "need__recorded_at", "pk")
    )


def waiting_list(viewer: Officer, *, now: datetime) -> tuple[Waits, ...]:
    """The first of the list in their order, each with the place that is held for them now."""
    first = list(with_wishes(waiting(viewer).select_related("need__case__person", "response"))[:SHOWN])
    held = PlaceOffer.objects.filter(case__in=[each.need.case_id for each in first], ended_at=None, until_at__gt=now)
    offers = {offer.case_id: offer for offer in held.filter(place__shelter__desk=viewer.desk).select_related("place")}
    return tuple(
        Waits(turn, each, offers.get(each.need.case_id), wanted(each.need)) for turn, each in enumerate(first, start=1)
    )


def held_for_others(shelter: Shelter, case: Case, *, now: datetime) -> QuerySet[PlaceOffer, int]:
    held = PlaceOffer.objects.filter(place__shelter=shelter, ended_at=None, until_at__gt=now).exclude(case=case)
    return held.values_list("place", flat=True)


def offer_for(viewer: Officer, offer_id: int) -> PlaceOffer:
    """An offer of the viewer's own house, or NotPermitted without telling whether it exists."""
    access.require(viewer, access.Act.GIVE_PLACE)
    ours = PlaceOffer.objects.select_related("place__shelter").filter(place__shelter__desk=viewer.desk)
    offer = ours.filter(not_shut(viewer), pk=offer_id).first()
    if offer is None:
        raise NotPermitted(_("There is no such offer in your shelter."), _("Go back to the shelter's page."))
    return offer


def urgent_need(case: Case) -> Need | None:
    """A need for safe accommodation that cannot wait: in an emergency the place comes before the paper."""
    urgent = Need.objects.filter(case=case, service=ACCOMMODATION, urgency=Need.Urgency.NOW, met_at=None)
    return urgent.order_by("recorded_at").first()


def at_the_door(viewer: Officer, reference: str) -> Case:
    """The case under this reference, if its person needs a place now. Any other case stays unknown to the shelter."""
    access.require(viewer, access.Act.GIVE_PLACE)
    case = Case.objects.filter(not_shut(viewer, "pk"), reference=reference_from(reference)).first()
    if case is None or urgent_need(case) is None:
        raise OutOfOrder(
            _("No urgent need for a safe place stands under this reference."),
            _("Check the reference. Whoever brings the person can record the need as urgent “now” within a minute."),
        )
    return case


def guest_for(viewer: Officer, case_id: UUID) -> Case:
    """A case this desk may give a place to now: one it accepted, one in an emergency, or one that stays here already."""
    access.require(viewer, access.Act.GIVE_PLACE)
    case = Case.objects.select_related("person").filter(not_shut(viewer, "pk"), pk=case_id).first()
    if case is None or not _may_be_guest(viewer, case):
        raise NotPermitted(
            _("No one waits for a place of yours under this case."),
            _("Go back to the shelter's page to see who waits."),
            subject=f"case:{case_id}",
        )
    return case


def _may_be_guest(viewer: Officer, case: Case) -> bool:
    if accepted_for_a_place(viewer.desk).filter(need__case=case).exists() or urgent_need(case):
        return True
    return case.stays.filter(until_at=None, place__shelter__desk=viewer.desk).exists()
