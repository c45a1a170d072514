"""The directory of desks: who gives which service and has a post that may answer, and how each fits a need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from panoh.instruments import countries
from panoh.instruments.kinds.provider import Provider
from panoh.instruments.referral import service
from panoh.referral.models import DeskNotice, Need, Referral
from panoh.referral.rules.fit import DeskFacts, Opening, Wanted
from panoh.referral.rules.offers import Offer, any_left, offers
from panoh.registry.access import TABLE, Act
from panoh.registry.models import Case, Desk, Officer
from panoh.registry.records import everything

ANSWERING = frozenset(TABLE[Act.ANSWER_REFERRAL])
FREE_PLACES_HOLD = timedelta(days=3)
"""How long a number of free places is believed. Shown with its day as long as it stands, it weighs only so long."""


@dataclass(frozen=True)
class Directory:
    """Every desk that can answer, with its own word; read once, and asked for as many needs as there are."""

    desks: Mapping[str, Desk]
    notices: Mapping[int, DeskNotice]

    def offers_for(self, need: Need, *, at: datetime) -> tuple[Offer, ...]:
        """The desks to ask, best first. `need.referrals`, its case's consents and assessments should be prefetched."""
        return offers(self._facts_for(need, at), wanted=wanted(need))

    def any_left(self, service: str, *, wanted: Wanted, but: Collection[int], at: datetime) -> bool:
        """Whether a desk is left to ask, `but` those that said no already."""
        desks = (each for each in self.desks.values() if service in each.services and each.pk not in but)
        return any_left((_facts(desk, self.notices.get(desk.pk), "", at) for desk in desks), wanted=wanted)

    def _facts_for(self, need: Need, at: datetime) -> Iterator[DeskFacts]:
        asked = asked_of(need.referrals.all())
        for desk in self.desks.values():
            if need.service in desk.services:
                yield _facts(desk, self.notices.get(desk.pk), asked.get(desk.pk, ""), at)


def directory() -> Directory:
    desks = {desk.code: desk for desk in everything(desks_that_answer)}
    return Directory(desks, {each.desk_id: each for each in everything(_notices)})


def _notices() -> QuerySet[DeskNotice]:
    return DeskNotice.objects.filter(superseded_at=None)


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


def asked_of(referrals: Iterable[Referral]) -> Mapping[int, str]:
    """For each desk already asked for a need: `sent` while it waits, `declined` where it said no."""
    said_no = {Referral.Status.DECLINED.value, Referral.Status.FAILED.value}
    telling = (*said_no, Referral.Status.SENT)  # a question under way outweighs an old answer
    return {
        each.to_desk_id: "declined" if status in said_no else "sent"
        for status in telling
        for each in referrals
        if each.standing == status
    }


def wanted(need: Need) -> Wanted:
    """What decides of a need: never status, papers, nationality or testimony (promise 2)."""
    said = sorted(need.case.needs_assessments.all(), key=lambda each: each.assessed_at)
    consents = sorted(need.case.consents.all(), key=lambda each: each.recorded_at)
    # The language the person named goes before the one a consent was explained in.
    languages = [*(each.language for each in consents), *(each.language for each in said)]
    return Wanted(
        region=need.case.region,
        who=who(need.case.track, need.case.person.sex, with_children=need.with_children),
        language=next(filter(None, reversed(languages)), ""),
        urgent=need.urgency == Need.Urgency.NOW,
        asks=service(need.service).asks,
        step_free=bool(said and said[-1].step_free),
        long_term=bool(said and said[-1].long_term),
        guarded=bool(said and said[-1].guarded),
    )


def who(track: str, sex: str, *, with_children: bool) -> frozenset[str]:
    groups = {
        (Case.Track.ADULT, "female"): "women",
        (Case.Track.ADULT, "male"): "men",
        (Case.Track.CHILD, "female"): "girls",
        (Case.Track.CHILD, "male"): "boys",
    }
    group = groups.get((Case.Track(track), sex))
    return frozenset(filter(None, (group, "families" if with_children else None)))


def _facts(desk: Desk, notice: DeskNotice | None, asked: str, at: datetime) -> DeskFacts:
    """The desk's own word goes before what was published about it, point by point."""
    known = published(desk)
    fresh = notice is not None and at - notice.said_at <= FREE_PLACES_HOLD
    return DeskFacts(
        desk.code,
        desk.region,
        asked,
        staffed=bool(getattr(desk, "staffed", True)),
        covers=known.covers if known else (),
        serves=_own_or(notice.serves if notice else (), known.serves if known else ()),
        languages=_own_or(notice.languages if notice else (), known.languages if known else ()),
        own_serves=bool(notice and notice.serves),
        own_languages=bool(notice and notice.languages),
        provisional=bool(known and known.provisional),
        opening=Opening(notice.opening) if notice else Opening.OPEN,
        free=notice.free if notice and fresh else None,
        step_free=notice.step_free if notice else None,
        long_term=notice.long_term if notice else None,
        guarded=notice.guarded if notice else None,
    )


def published(desk: Desk) -> Provider | None:
    """What reports or proposals say of the desk, with sources."""
    return countries.providers(settings.COUNTRY).get(desk.code)


def _own_or(own: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(own) or known
