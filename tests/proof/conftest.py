"""The installation in which a module's tests happen, set up once for all of them; each begins where it began."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.proof.stories import BEGAN
from tests.proof.world import Records, World, founded


@pytest.fixture(scope="module")
def beginning(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Records]:
    """Undone after the module; every test inside it is undone by itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield founded(at=BEGAN).records
        transaction.set_rollback(True)


@pytest.fixture
def world(beginning: Records, db: None) -> World:
    return founded(at=BEGAN, earlier=beginning)
