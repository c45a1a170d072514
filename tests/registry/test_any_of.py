"""One of many values, as one parameter: the same people as `in` finds, on both databases."""

from __future__ import annotations

import uuid
from datetime import datetime

import pytest

from panoh.registry.models import KeyKind, Person, PersonKey
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def _people(at: datetime) -> list[Person]:
    return [Person.objects.create(reference=f"T-{number}", registered_at=at) for number in range(3)]


def test_uuids_and_texts_are_found(cast: Cast, now: datetime) -> None:
    one, other, left = _people(now)
    for person, digest in ((one, "a'b"), (other, '"],['), (left, "c")):
        PersonKey.objects.create(person=person, kind=KeyKind.NAME, digest=digest)
    assert set(Person.objects.filter(pk__any_of=[one.pk, other.pk, uuid.uuid4()])) == {one, other}
    found = PersonKey.objects.filter(digest__any_of=["a'b", '"],[', "of nobody"])
    assert set(found.values_list("person", flat=True)) == {one.pk, other.pk}


def test_thousands_are_one_parameter(now: datetime) -> None:
    one, *_ = _people(now)
    query = Person.objects.filter(pk__any_of=[*(uuid.uuid4() for _ in range(5_000)), one.pk])
    assert len(query.query.sql_with_params()[1]) == 1
    assert list(query) == [one]


def test_of_none_nobody_is_found(now: datetime) -> None:
    _people(now)
    assert not Person.objects.filter(pk__any_of=[]).exists()
    assert not PersonKey.objects.filter(digest__any_of=[]).exists()
