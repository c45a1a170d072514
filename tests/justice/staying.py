"""Foreign victims for tests of residence: asked for, granted, refused; and the officer of the authority that decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from panoh.justice.actions import ask_permit, grant_permit, refuse_permit
from panoh.justice.models import PermitDecision, PermitRequest, ResidencePermit
from panoh.registry.models import Case, Officer, Post
from tests.cast import Cast
from tests.journeys import ways

ABROAD = replace(ways.WOMAN, nationality="UZ")
CHILD = replace(ways.GIRL, nationality="AF")
WORDS = "канарейка: she is afraid to go back"
REASONS = "канарейка: the paper of the investigator is missing"


def authority(cast: Cast) -> Officer:
    """Komil, who gives residence permits."""
    if "komil" not in cast.officers:
        post = Post.objects.select_related("desk__agency").get(code="migration_permits.migration_authority")
        cast.officers["komil"] = Officer.objects.create(post=post, username="komil", name="Komil")
    return cast.officers["komil"]


def abroad(cast: Cast, *, at: datetime, given: Any = ABROAD, agreed: bool = True) -> Case:
    """A foreign victim whose case Parvina manages."""
    case = ways.interviewed(given, by=cast.zarina, at=at).case
    if agreed and case.track == Case.Track.ADULT:
        ways.agrees(case, "referral", by=cast.zarina, at=at)
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    return Case.objects.select_related("person", "desk", "manager").get(pk=case.pk)


def asked(case: Case, cast: Cast, *, at: datetime, ground: str = "cooperation", **more: Any) -> PermitRequest:
    given = {"made_by": "person", "words": WORDS, "by": cast.parvina, **more}
    return ask_permit(case=case, ground=ground, to_desk=authority(cast).desk, at=at, **given)


def granted(case: Case, cast: Cast, *, at: datetime, days: int = 90, ground: str = "cooperation") -> ResidencePermit:
    row, today = asked(case, cast, at=at, ground=ground), at.date()
    return grant_permit(request=row, from_on=today, until_on=today + timedelta(days=days), by=authority(cast), at=at)


def refused(case: Case, cast: Cast, *, at: datetime) -> PermitDecision:
    return refuse_permit(request=asked(case, cast, at=at), reasons=REASONS, by=authority(cast), at=at)


def tomorrow(at: datetime) -> date:
    return at.date() + timedelta(days=1)
