"""A woman's way with something on every track, and clients signed in as her officers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from panoh.protection.models import Shelter
from panoh.registry.actions import officers
from panoh.registry.actions.set_up import add_officer
from panoh.registry.models import Compartment, Officer
from tests.desk.compartments import put_in
from tests.journeys import ways


@pytest.fixture
def shelter(cast, now) -> Shelter:
    return ways.open_shelter(cast, at=now)


@pytest.fixture
def way(cast, now, shelter) -> ways.Way:
    """Interviewed at noon, lodged an hour later, sheltered another hour later, decided the next day."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now + timedelta(hours=1))
    ways.sheltered(way.case, shelter, cast, at=now + timedelta(hours=2))
    ways.decided(way.case, "positive", cast, at=now + timedelta(days=1))
    way.case.refresh_from_db()
    return way


@pytest.fixture
def open_as() -> Callable[[Officer], Client]:
    """A client signed in as the officer."""

    def sign_in(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer)
        return client

    return sign_in


@pytest.fixture
def second(cast) -> Officer:
    """Another officer at the intake desk."""
    return Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda")


@pytest.fixture
def case(cast, now):
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


@pytest.fixture
def held(case, cast, second, now) -> Compartment:
    return put_in(case, cast, [second], now)


@pytest.fixture
def other_administrator(cast) -> Officer:
    """Another central administrator."""
    return Officer.objects.create(post=cast.safar.post, username="sitora", name="Sitora", password="!")


@pytest.fixture
def own(cast, now) -> Officer:
    """An administrator of the shelter's own agency."""
    post = officers.give_administrators(agency=cast.shahlo.desk.agency, by=cast.safar, at=now)
    return Officer.objects.create(post=post, username="okil", name="Okil", password="!")


@pytest.fixture
def lola(cast, other_administrator, now) -> Officer:
    """Invited by Safar, vetted by nobody yet."""
    return add_officer(post=cast.shahlo.post, username="lola", name="Lola", password=None, by=cast.safar, at=now)
