"""What became of places offered, told to whoever sent the person: offered, taken, not wished, the time was over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.protection.models import PlaceOffer
from panoh.referral.queries.open import answer_due, ours
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.queries import cases_for
from panoh.registry.refusals import NotPermitted
from panoh.registry.worklists import WorkItem


def unread(offers: QuerySet[PlaceOffer], *, now: datetime) -> QuerySet[PlaceOffer]:
    """Nobody who sent the person has noted how it stands now. That its time is over is news though nobody wrote it."""
    lapsed = Q(ended_at=None, until_at__lte=now, until_at__gt=F("noted_at"))
    return offers.filter(Q(noted_at=None) | Q(ended_at__gt=F("noted_at")) | lapsed)


def place_news(viewer: Officer, *, now: datetime) -> QuerySet[PlaceOffer]:
    """For whoever works on the case, and for the desk that asked for the place while it works on it."""
    found = unread(_sent_by(viewer), now=now)
    return found.select_related("case", "place__shelter__desk", "referral__need").order_by("at", "pk")


def offers_of(case: Case) -> QuerySet[PlaceOffer]:
    """All places offered to one person, the newest first; which room and bed is nobody's business outside the house."""
    return case.place_offers.select_related("place__shelter__desk", "referral").order_by("-at", "-pk")


def offer_sent_for(viewer: Officer, offer_id: int) -> PlaceOffer:
    """An offer to somebody the viewer's desk sent, or NotPermitted without telling whether it exists."""
    offer = _sent_by(viewer).select_related("case", "place__shelter__desk").filter(pk=offer_id).first()
    if offer is None:
        raise NotPermitted(
            _("No place was offered to anybody your desk works for under this address."),
            _("Go back to your work to see what is yours."),
        )
    return offer


def standing(offer: PlaceOffer, *, now: datetime) -> object:
    """In words. An offer past its time holds nothing, whether or not somebody wrote that down."""
    if offer.ended_at is not None:
        return offer.get_ended_because_display()
    if offer.until_at <= now:
        return PlaceOffer.Ended.TOO_LATE.label
    return gettext_lazy("offered, and held")


def news_items(offers: Iterable[PlaceOffer], *, now: datetime) -> Iterator[WorkItem]:
    for offer in offers:
        open_still = offer.ended_at is None and offer.until_at > now
        due_at = offer.until_at if open_still else _due(offer)
        what = _("A place is offered: ask the person") if open_still else _("Read what became of the place offered")
        until = timezone.localtime(offer.until_at).strftime("%d.%m.%Y %H:%M")
        said = {"desk": offer.place.shelter.desk, "how": standing(offer, now=now), "until": until}
        why = _("%(desk)s holds it until %(until)s") if open_still else _("%(desk)s: %(how)s")
        yield WorkItem(
            due_at=due_at,
            reference=offer.case.reference,
            stage="protection",
            what=what,
            why=why % said,
            address=reverse("protection:offered", args=[offer.pk]),
            escalated=due_at < now,
        )


def _due(offer: PlaceOffer) -> datetime:
    urgency = offer.referral.need.urgency if offer.referral else "soon"
    return answer_due(offer.ended_at or offer.until_at, urgency)


def _sent_by(viewer: Officer) -> QuerySet[PlaceOffer]:
    if not access.may(viewer, access.Act.REFER):
        return PlaceOffer.objects.none()
    sent = Q(referral__sent_by__post__desk=viewer.desk, case__in=cases_for(viewer, access.Act.REFER))
    return PlaceOffer.objects.filter(ours(viewer, "case__") | sent)
