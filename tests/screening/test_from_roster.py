"""A person on a list is screened: the list's particulars are taken over on agreement, and cut loose when they decline."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry import vault
from panoh.registry.models import Case, LedgerEntry, Person
from panoh.registry.queries import read_identity
from panoh.screening.actions import begin_screening, decline, finish, open_operation, record_answers, tell_conditions
from panoh.screening.models import RosterEntry, Screening
from tests.screening.conftest import COERCED

pytestmark = pytest.mark.django_db
ALONE = {"private_place": "yes", "helped_by": "shared", "language": "tg", "could_be_child": "no"}


@pytest.fixture
def entry(cast, now) -> RosterEntry:
    operation = open_operation(
        kind="flight", title="SZ 101", on=now.date(), region=cast.zarina.desk.region, by=cast.zarina, at=now
    )
    row = RosterEntry(operation=operation, row=1, digest="1" * 32, sex="male", born_from=1994, born_to=1994)
    vault.seal(row, {"name": "Фирӯз Раҳимов", "birth_date": "1994-03-02", "document": "A 4455661"})
    row.save(force_insert=True)
    return row


def reach_agreement(client, entry: RosterEntry) -> Screening:
    client.post(reverse("screening:begin_for", args=[entry.pk]), {"in_danger": "no"})
    screening = Screening.objects.get()
    client.post(reverse("screening:conditions", args=[screening.pk]), ALONE)
    return screening


def test_before_agreement_the_list_stays_the_list(client, cast, entry):
    client.force_login(cast.zarina)

    reach_agreement(client, entry)

    assert Person.objects.count() == 0
    assert not LedgerEntry.objects.filter(act="read_roster").exists()


def test_on_agreement_the_particulars_of_the_list_are_taken_over_to_be_corrected(client, cast, entry, now):
    client.force_login(cast.zarina)
    screening = reach_agreement(client, entry)

    page = client.post(reverse("screening:agreement", args=[screening.pk]), {"agreed": "yes"}, follow=True)

    case = Case.objects.get()
    assert "Фирӯз Раҳимов" in page.content.decode()
    assert read_identity(case=case, viewer=cast.zarina, purpose="test", at=now).documents[0]["number"] == "A 4455661"
    assert RosterEntry.objects.get().case == case


def test_a_finished_interview_ticks_the_person_off_the_roster(client, cast, entry, now):
    client.force_login(cast.zarina)
    screening = reach_agreement(client, entry)
    client.post(reverse("screening:agreement", args=[screening.pk]), {"agreed": "yes"})
    client.post(reverse("screening:instrument", args=[screening.pk]), {"about": "labour", "as_child": "no"})
    record_answers(screening=screening, answers=COERCED, by=cast.zarina, at=now)

    finish(screening=screening, by=cast.zarina, at=now)

    assert RosterEntry.objects.get().status == "screened"


def test_who_declines_is_counted_on_the_roster_and_linked_to_nothing(cast, entry, now):
    screening = begin_screening(roster_entry=entry, by=cast.zarina, at=now)
    tell_conditions(
        screening=screening,
        private_place=True,
        language="tg",
        interpreter=False,
        track="adult",
        by=cast.zarina,
        at=now,
    )

    decline(screening=screening, reason="not_now", by=cast.zarina, at=now)

    entry.refresh_from_db()
    assert (entry.status, entry.case, Screening.objects.get().roster_entry) == ("declined", None, None)


def test_a_list_of_another_desk_is_not_screened_from(client, cast, entry):
    client.force_login(cast.behruz)

    assert client.post(reverse("screening:begin_for", args=[entry.pk]), {"in_danger": "no"}).status_code == 403
    assert Screening.objects.count() == 0
