"""A woman's way with something on every track, and clients signed in as her officers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from panoh.protection.models import Shelter
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
