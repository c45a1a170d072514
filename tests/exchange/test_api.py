"""API of operations and lists: the same acts as the pages, the same refusals."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from panoh.exchange.invented_manifest import invented_manifest
from panoh.screening.models import RosterEntry

pytestmark = pytest.mark.django_db
FLIGHT = {"kind": "flight", "title": "DEMO 7", "on": "2026-11-16", "region": "TJ-DU"}


@pytest.fixture
def guard(client, cast):
    client.force_login(cast.zarina)
    return client


@pytest.fixture
def operation(guard) -> str:
    return guard.post("/api/screening/operations", FLIGHT, content_type="application/json").json()["id"]


def send(client, operation: str, content: bytes):
    file = SimpleUploadedFile("list.csv", content, content_type="text/csv")
    return client.post(f"/api/exchange/operations/{operation}/lists", {"file": file})


def test_a_list_is_sent_looked_at_and_taken_and_taking_it_again_doubles_no_one(guard, operation, now):
    content = invented_manifest(12, seed=3, on=now.date(), errors=0.0).content

    sent = send(guard, operation, content)
    assert (sent.status_code, sent.json()["new"], RosterEntry.objects.count()) == (201, 12, 0)

    taken = guard.post(f"/api/exchange/lists/{sent.json()['id']}/take")
    again = guard.post(f"/api/exchange/lists/{sent.json()['id']}/take")

    assert (taken.json()["new"], again.json()["new"], again.json()["already_on_roster"]) == (12, 0, 12)
    coverage = guard.get(f"/api/screening/operations/{operation}").json()["coverage"]
    assert coverage["to_screen"] == sum(coverage.values()) == 12


def test_a_file_that_is_no_list_is_refused_with_what_to_do(guard, operation):
    answer = send(guard, operation, b"%PDF-1.7 no list")

    assert answer.status_code == 422
    assert "CSV UTF-8" in answer.json()["reason"]


def test_a_bad_row_is_told_with_row_and_column_and_never_with_its_value(guard, operation):
    answer = send(guard, operation, b"full_name,birth_date\nRahimov Firuz,31.02.1990\n").json()

    assert (answer["bad"], answer["faults"][0]["row"], answer["faults"][0]["column"]) == (1, 2, "birth_date")
    assert "1990" not in str(answer)


def test_an_officer_of_another_desk_learns_nothing_of_the_operation(client, cast, operation):
    client.force_login(cast.behruz)

    assert client.get(f"/api/screening/operations/{operation}").status_code == 403


def test_what_became_of_a_person_is_set_and_a_stale_page_is_told(guard, operation, now):
    sent = send(guard, operation, invented_manifest(1, seed=4, on=now.date(), errors=0.0).content)
    guard.post(f"/api/exchange/lists/{sent.json()['id']}/take")
    address = f"/api/screening/roster/{RosterEntry.objects.get().pk}/status"
    moved = {"seen_as": "to_screen", "status": "moved_on", "moved_to": "left", "said_by": "seen"}

    assert guard.post(address, moved, content_type="application/json").json()["coverage"]["moved_on"] == 1
    assert guard.post(address, moved, content_type="application/json").status_code == 409


def test_every_operation_of_the_api_says_how_it_may_be_refused(guard):
    paths = guard.get("/api/openapi.json").json()["paths"]

    assert all(
        {"401", "403", "409", "422"} <= set(each["responses"]) for path in paths.values() for each in path.values()
    )
