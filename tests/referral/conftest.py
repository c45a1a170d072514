"""A woman met at the airport, a child, the shelter's desk, and the agreement that lets a need be shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from panoh.referral.actions import record_need, refer
from panoh.referral.models import Need, Referral
from panoh.registry.actions import PersonGiven, open_case, record_consent, register_person
from panoh.registry.models import Case, Consent, Desk, Officer, Post
from tests.cast import Cast

NAME = "Муҳаббат Ҷӯраева"
WOMAN = PersonGiven(names=((NAME, "passport"),), sex="female", born_from=1990, born_to=1990, contact="aunt, +992 00")
GIRL = PersonGiven(names=(("Ситора", "self"),), sex="female", born_from=2014, born_to=2014)


@pytest.fixture
def case(cast, now) -> Case:
    return open_case(person=register_person(given=WOMAN, by=cast.zarina, at=now), track="adult", by=cast.zarina, at=now)


@pytest.fixture
def child(cast, now) -> Case:
    return open_case(person=register_person(given=GIRL, by=cast.zarina, at=now), track="child", by=cast.zarina, at=now)


@pytest.fixture
def agreed(case, cast, now) -> Consent:
    return record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )


@pytest.fixture
def need(case, cast, now) -> Need:
    return record_need(
        case=case, service="safe_accommodation", urgency="now", note="Fears her recruiter.", by=cast.zarina, at=now
    )


@pytest.fixture
def shelter(cast) -> Desk:
    return cast.shahlo.desk


@pytest.fixture
def sent(need, shelter, agreed, cast, now) -> Referral:
    return refer(need=need, to_desk=shelter, consent=agreed, message="Arrives tonight.", by=cast.zarina, at=now)


@pytest.fixture
def officer_at(cast: Cast) -> Callable[[str], Officer]:
    """An officer newly put in the post with this code."""

    def put(code: str) -> Officer:
        return Officer.objects.create(post=Post.objects.get(code=code), username=code, name=code, password="!")

    return put
