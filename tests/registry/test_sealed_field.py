"""Sealed records written many at once: each opens, and PostgreSQL gets one array a column."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from panoh.registry import vault
from panoh.registry.models import Person

pytestmark = pytest.mark.django_db


def test_many_are_written_as_arrays_and_each_opens(now: datetime) -> None:
    people = [Person(reference=f"T-{number}", registered_at=now) for number in range(3)]
    for number, person in enumerate(people[:2]):
        vault.seal(person, {"number": number})

    with CaptureQueriesContext(
        connection,
    ) as queries:
        Person.objects.bulk_create(people)

    assert sorted(vault.unseal(each).get("number", 2) for each in Person.objects.all()) == [0, 1, 2]
    written = [each["sql"] for each in queries if each["sql"].startswith("INSERT")]
    assert len(written) == 1
    assert ("UNNEST" in written[0]) == (connection.vendor == "postgresql")
