"""What became of places offered, told to whoever sent the person: offered, taken, not wished, the time was over."""

from __future__ import annotations

from datetime import datetime

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.protection.models import PlaceOffer
from panoh.referral.queries.open import answer_due, managed, of_desk
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Desk, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.refusals import NotPermitted
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem


def unread(offers: QuerySet[PlaceOffer], *, now: datetime) -> QuerySet[PlaceOffer]:
    """Nobody who sent the person has noted how it stands now. That its time is over is news though nobody wrote it."""
    lapsed = Q(ended_at=None, until_at__lte=now, until_at__gt=F("noted_at"))
    return offers.filter(Q(noted_at=None) | Q(ended_at__gt=F("noted_at")) | lapsed)


def place_news(viewer: Officer, *, now: datetime) -> QuerySet[PlaceOffer]:
    """For whoever works on the case, and for the desk that asked for the place while it works on it."""
    held = ExpressionWrapper(Q(ended_at=None, until_at__gt=now), output_field=BooleanField())
    return unread(_sent_by(viewer), now=now).annotate(held=held).order_by("at", "pk")


def offers_of(case: Case) -> tuple[PlaceOffer, ...]:
    """All places offered to one person, the newest first; which room and bed is nobody's business outside the house."""
    return _OFFERS.of(case)


_OFFERS = Beside(
    lambda of: (
        PlaceOffer.objects.filter(case=of)
        .select_related("place__shelter__desk", "referral__sent_by__post")
        .order_by("-at", "-pk")
    )
)


def offer_sent_for(viewer: Officer, offer_id: int) -> PlaceOffer:
    """An offer to somebody the viewer's desk sent, or NotPermitted without telling whether it exists."""
    offer = (
        _sent_by(viewer)
        .select_related("case", "place__shelter__desk", "referral__sent_by__post")
        .filter(pk=offer_id)
        .first()
    )
    if offer is None:
        raise NotPermitted(
            _("No place was offered to anybody your desk works for under this address."),
            _("Go back to your work to see what is yours."),
        )
    return offer


def house_shown(viewer: Officer, offer: PlaceOffer) -> Desk | None:
    """Which house it is: to the house, to the desk that asked it and to the person's case manager, who bring them there.
    Whoever else works on the case learns that a place is offered, and not by whom (promise 12)."""
    house = offer.place.shelter.desk
    sent = offer.referral.sent_by.post.desk_id if offer.referral else None
    brings = viewer.desk.pk in (house.pk, sent) or offer.case.manager_id == viewer.pk
    return house if brings else None


def standing(offer: PlaceOffer, *, now: datetime) -> object:
    """In words. An offer past its time holds nothing, whether or not somebody wrote that down."""
    if offer.ended_at is not None:
        return choice(offer, "ended_because")
    if offer.until_at <= now:
        return PlaceOffer.Ended.TOO_LATE.label
    return gettext_lazy("offered, and held")


def _news(offer: PlaceOffer, due_at: datetime, asked: Asked) -> WorkItem:
    held = offer.ended_at is None and offer.until_at > asked.now
    until = timezone.localtime(offer.until_at).strftime("%d.%m.%Y %H:%M")
    house = house_shown(asked.viewer, offer) or _("A safe house")
    said = {"desk": house, "how": standing(offer, now=asked.now), "until": until}
    why = _("%(desk)s holds it until %(until)s") if held else _("%(desk)s: %(how)s")
    return WorkItem(
        due_at=due_at,
        reference=offer.case.reference,
        stage="protection",
        what=_("A place is offered: ask the person") if held else _("Read what became of the place offered"),
        why=why % said,
        address=address_of("protection:offered", offer.pk),
        escalated=due_at < asked.now,
    )


def _news_due(held: bool, ended_at: datetime | None, until_at: datetime, urgency: str | None) -> datetime:
    return until_at if held else answer_due(ended_at or until_at, urgency or "soon")


def _sent_by(viewer: Officer) -> QuerySet[PlaceOffer]:
    if not access.may(viewer, access.Act.REFER):
        return PlaceOffer.objects.none()
    sent = Q(referral__sent_by__post__desk=viewer.desk, case__in=cases_for(viewer, access.Act.REFER))
    return PlaceOffer.objects.filter(of_desk(viewer, "case__") | managed(viewer, "case__") | sent)


OFFERED = Part(
    (
        waiting(
            lambda viewer, now: place_news(viewer, now=now),
            *("pk", "held", "ended_at", "until_at", "referral__need__urgency"),
        ),
    ),
    each(_news),
    lambda: PlaceOffer.objects.select_related(
        "case", "place__shelter__desk", "referral__need", "referral__sent_by__post"
    ),
    _news_due,
)
"""For whoever sent the person: what became of the place they asked for."""
