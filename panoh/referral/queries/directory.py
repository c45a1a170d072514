"""The directory of desks: who gives which service and has a post that may answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, QuerySet

from panoh.referral.models import Need, Referral
from panoh.referral.rules.offers import DeskFacts, Offer, offers
from panoh.registry.access import TABLE, Act
from panoh.registry.models import Desk, Officer

ANSWERING = frozenset(TABLE[Act.ANSWER_REFERRAL])


def desks_that_answer() -> QuerySet[Desk]:
    """Desks with a post that may answer a referral, each with its agency; `staffed` where someone signs in there."""
    at_work = Officer.objects.filter(post__desk=OuterRef("pk"), is_active=True, post__role__in=ANSWERING)
    return (
        Desk.objects.filter(posts__role__in=ANSWERING)
        .distinct()
        .select_related("agency")
        .annotate(staffed=Exists(at_work))
    )


def gives(desk: Desk, service: str) -> bool:
    """Whether a referral for this service to this desk can be answered."""
    return service in desk.services and desk.posts.filter(role__in=ANSWERING).exists()


def offers_for(need: Need, desks: Iterable[Desk], *, region: str) -> tuple[Offer, ...]:
    """The desks to ask for a need, best first. `need.referrals` should be prefetched with their disclosures."""
    asked = asked_of(need.referrals.all())
    facts = (
        DeskFacts(desk.code, desk.region, asked.get(desk.pk, ""), staffed=bool(getattr(desk, "staffed", True)))
        for desk in desks
        if need.service in desk.services
    )
    return offers(facts, region=region)


def asked_of(referrals: Iterable[Referral]) -> Mapping[int, str]:
    """For each desk already asked for a need: `sent` while it waits, `declined` where it said no."""
    telling = (Referral.Status.DECLINED, Referral.Status.SENT)  # a question under way outweighs an old answer
    return {each.to_desk_id: each.standing.value for status in telling for each in referrals if each.standing == status}
