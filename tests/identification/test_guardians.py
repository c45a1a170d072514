"""It is on record who stands by a child, by whose word and since when; when it ends, another one is waited for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.models import Guardian
from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from tests.identification.conftest import AUNT

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(girl, cast, now):
    return actions.tell_guardianship(case=girl, by=cast.zarina, at=now)


def test_the_name_is_sealed_and_stands_in_no_line(told, guardian, now):
    actions.appoint_guardian(case=told, **AUNT, by=guardian, at=now)

    kept = Guardian.objects.get()
    assert vault.unseal(kept) == {"name": AUNT["name"]}
    assert (kept.capacity, kept.authority, kept.ended_on) == ("relative", "guardianship", None)
    assert "Ойша" not in str(LedgerEntry.objects.last().detail)


def test_when_it_ends_the_clock_of_the_first_day_runs_anew_and_another_can_be_appointed(told, guardian, now):
    actions.appoint_guardian(case=told, **AUNT, by=guardian, at=now)
    later = now + timedelta(days=40)

    actions.end_guardianship(case=told, ended_on=later.date(), by=guardian, at=later)

    clock = told.clocks.get(clock="child_guardian", stopped_at=None)
    assert (clock.started_at, clock.due_at) == (later, later + timedelta(hours=24))
    actions.appoint_guardian(case=told, **AUNT | {"capacity": "official"}, by=guardian, at=later)
    assert not told.clocks.filter(clock="child_guardian", stopped_at=None).exists()
    assert Guardian.objects.count() == 2


def test_refusals_say_why(told, woman, guardian, cast, now):
    with pytest.raises(Refused, match="with a name"):
        actions.appoint_guardian(case=told, **AUNT | {"name": " "}, by=guardian, at=now)
    with pytest.raises(Refused, match="with a name"):
        actions.appoint_guardian(
            case=told, **AUNT | {"appointed_on": now.date() + timedelta(days=2)}, by=guardian, at=now
        )
    with pytest.raises(Conflict, match="No guardian is on record"):
        actions.end_guardianship(case=told, ended_on=now.date(), by=guardian, at=now)
    actions.appoint_guardian(case=told, **AUNT, by=guardian, at=now)
    for day in (now.date() - timedelta(days=1), now.date() + timedelta(days=2)):
        with pytest.raises(Refused, match="before the appointment, or ahead"):
            actions.end_guardianship(case=told, ended_on=day, by=guardian, at=now)
    with pytest.raises(NotPermitted):
        actions.end_guardianship(case=told, ended_on=now.date(), by=cast.zarina, at=now)


def test_the_name_is_opened_by_whoever_may_know_the_child_and_on_record(told, guardian, cast, now, client):
    actions.appoint_guardian(case=told, **AUNT, by=guardian, at=now)
    client.force_login(cast.zarina)

    case = client.get(reverse("identification:case", args=[told.pk])).content.decode()
    opened = client.post(reverse("identification:guardian", args=[told.pk])).content.decode()

    assert "a relative, the guardianship authority" in case
    assert "Ойша" not in case
    assert "Ойша" in opened
    assert LedgerEntry.objects.last().act == "read_guardian"
    given = client.get(f"/api/identification/cases/{told.pk}/guardian").json()
    assert (given["name"], given["appointed_on"]) == (AUNT["name"], "2026-11-16")
    client.force_login(cast.jamshed)
    assert client.post(reverse("identification:guardian", args=[told.pk])).status_code == 403


def test_a_post_that_reaches_every_case_says_first_what_the_name_is_opened_for(told, guardian, cast, now, client):
    actions.appoint_guardian(case=told, **AUNT, by=guardian, at=now)
    client.force_login(cast.nigina)
    page, path = reverse("identification:guardian", args=[told.pk]), f"/api/identification/cases/{told.pk}/guardian"

    asks, refused = client.post(page), client.get(path)

    assert (asks.status_code, "What do you open it for?" in asks.content.decode()) == (422, True)
    assert "Ойша" not in asks.content.decode()
    assert (refused.status_code, refused.json()["code"]) == (422, "purpose_asked")
    assert not LedgerEntry.objects.filter(act="read_guardian").exists()
    assert client.get(path, headers={"X-Purpose": "protection"}).json()["name"] == AUNT["name"]
    client.post(reverse("say_purpose"), {"purpose": "coordination", "back": "/"})
    assert "Ойша" in client.post(page).content.decode()
    assert list(LedgerEntry.objects.filter(act="read_guardian").values_list("purpose", flat=True)) == [
        "protection",
        "coordination",
    ]
