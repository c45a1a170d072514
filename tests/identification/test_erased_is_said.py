"""Whose names were erased is said to be, and nobody reads of them any more: neither asked what for, nor on record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification.actions import ask_to_erase, erase_names
from panoh.registry.models import Case, LedgerEntry
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast, now) -> Case:
    """Closed six years ago."""
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=now - timedelta(days=6 * 366))
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def asked(case, cast, now):
    return ask_to_erase(case=case, because="period_over", by=cast.officers["firuza"], at=now)


def test_whoever_was_erased_is_said_to_be_and_no_reading_of_nothing_is_asked_for_or_on_record(
    asked, case, cast, now, client
):
    """Whom intake opens beyond its own desk it is asked a purpose for; of nobody's name it is not."""
    client.force_login(cast.nigina)
    assert client.get(f"/api/desk/cases/{case.pk}").json()["asks_purpose"]
    erase_names(asked=asked, by=cast.nigina, at=now)
    readings = LedgerEntry.objects.filter(act="read_identity").count()

    page = client.get(reverse("case", args=[case.pk])).content.decode()
    told = client.get(f"/api/desk/cases/{case.pk}").json()

    assert "erased on" in page
    assert not [said for said in ("not given", "not known", "What do you open", "you opened this") if said in page]
    assert (told["asks_purpose"], bool(told["erased_at"]), told["identity"]["names"]) == (False, True, [])
    assert LedgerEntry.objects.filter(act="read_identity").count() == readings
