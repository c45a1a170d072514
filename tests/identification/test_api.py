"""The API does what the pages do, by the same acts, and refuses with reason and way forward."""

from __future__ import annotations

import json

import pytest

from panoh.identification.models import Decision, Refusal
from panoh.registry.models import Case, LedgerEntry
from tests.identification.conftest import AUNT, REASONS, decide
from tests.identification.panels import FOUND

pytestmark = pytest.mark.django_db

NEGATIVE = {
    "seen": "preliminary_pending",
    "outcome": "negative",
    "form": "unknown",
    "reasons": REASONS,
    **FOUND,
    "conflict_of_interest": False,
}


@pytest.fixture
def call(client):
    def go(officer, path, **sent):
        client.force_login(officer)
        address = f"/api/identification/{path}"
        return client.post(address, json.dumps(sent), "application/json") if sent else client.get(address)

    return go


def test_an_adult_is_lodged_and_taken_in(agreed, cast, call):
    lodged = call(cast.zarina, f"cases/{agreed.pk}/lodge", seen="presumed")
    assert (lodged.status_code, lodged.json()["state"]) == (200, "referred")
    assert call(cast.nigina, f"cases/{agreed.pk}/duplicates").json() == []

    taken = call(cast.nigina, f"cases/{agreed.pk}/take-in", seen="referred")

    assert taken.json()["state"] == "preliminary_pending"


def test_a_call_on_a_case_that_moved_is_a_conflict_with_a_way_forward(agreed, cast, call):
    call(cast.zarina, f"cases/{agreed.pk}/lodge", seen="presumed")

    answer = call(cast.zarina, f"cases/{agreed.pk}/lodge", seen="presumed")

    assert answer.status_code == 409
    assert set(answer.json()) == {"reason", "way_forward", "code"}


def test_a_case_says_which_doors_are_shut_and_why(woman, cast, call):
    doors = call(cast.zarina, f"cases/{woman.pk}").json()["doors"]

    assert [door["act"] for door in doors] == ["lodge", "refusal"]
    assert "not consented" in doors[0]["shut_because"]
    assert doors[1]["shut_because"] is None


def test_a_refusal_and_a_child(woman, girl, cast, guardian, call):
    call(cast.zarina, f"cases/{woman.pk}/refusal", seen="presumed", reason="not_told", hotline_given=True)
    assert Refusal.objects.get().case_id == woman.pk

    assert call(cast.zarina, f"cases/{girl.pk}/guardianship", seen="presumed").status_code == 200
    assert (
        call(
            guardian, f"cases/{girl.pk}/guardian", seen="presumed", **AUNT | {"appointed_on": "2026-11-16"}
        ).status_code
        == 200
    )
    assert call(cast.zarina, f"cases/{girl.pk}/lodge", seen="presumed").json()["state"] == "referred"


def test_a_negative_is_proposed_read_and_signed(pending, cast, call):
    proposed = call(cast.davlat, f"cases/{pending.pk}/decisions", **NEGATIVE).json()
    assert proposed["status"] == "proposed"
    read = call(cast.gulnora, f"decisions/{proposed['id']}/reasons").json()
    assert read == {"reasons": REASONS, "elements": FOUND, "returned_because": ""}
    assert LedgerEntry.objects.last().act == "read_reasons"
    own = call(cast.davlat, f"cases/{pending.pk}/proposal/signature", seen=NEGATIVE["seen"], conflict_of_interest=False)
    assert own.status_code == 403

    path = f"cases/{pending.pk}/proposal/signature"
    signed = call(cast.gulnora, path, seen=NEGATIVE["seen"], conflict_of_interest=False)

    assert (signed.json()["status"], Case.objects.get().state) == ("final", "preliminary_negative")


def test_a_refusal_without_a_reason_on_each_element_is_refused_by_the_api_too(pending, cast, call):
    answer = call(cast.davlat, f"cases/{pending.pk}/decisions", **{**NEGATIVE, "means": ""})

    assert answer.status_code == 422
    assert "reason for each element" in answer.json()["reason"]


def test_a_proposal_is_sent_back_once(pending, cast, call, now):
    decide(pending, outcome="negative", by=cast.davlat, at=now)
    sent = {"seen": "preliminary_pending", "reason": "The debt is missing."}

    assert call(cast.gulnora, f"cases/{pending.pk}/proposal/return", **sent).json()["status"] == "returned"
    assert call(cast.gulnora, f"cases/{pending.pk}/proposal/return", **sent).status_code == 409


def test_the_formal_decision_is_opened_early_only_at_the_persons_wish(pending, cast, call, now):
    decide(pending, by=cast.davlat, at=now)
    sent = {"seen": "recovery", "agencies_asked": True}

    assert call(cast.rustam, f"cases/{pending.pk}/formal-decision", **sent, asked_by_person=False).status_code == 422
    opened = call(cast.rustam, f"cases/{pending.pk}/formal-decision", **sent, asked_by_person=True)
    assert opened.json()["state"] == "formal_pending"


def test_a_decision_without_a_declaration_is_no_valid_call(pending, cast, call):
    sent = {key: value for key, value in NEGATIVE.items() if key != "conflict_of_interest"}

    assert call(cast.davlat, f"cases/{pending.pk}/decisions", **sent).status_code == 422
    assert not Decision.objects.exists()


def test_posts_without_a_part_get_nothing(pending, cast, call):
    for officer in (cast.safar, cast.jamshed, cast.shahlo, cast.behruz):
        assert call(officer, f"cases/{pending.pk}").status_code == 403
        assert call(officer, f"cases/{pending.pk}/decisions", **NEGATIVE).status_code == 403
        assert call(officer, "worklist").json()["total"] == 0


def test_the_worklist_carries_references_and_no_names(pending, cast, call):
    answer = call(cast.davlat, "worklist")

    assert answer.json()["items"][0]["case"] == str(pending.pk)
    assert "Муҳаббат" not in answer.content.decode()


def test_the_drawing_is_a_picture(cast, call):
    assert call(cast.alisher, "procedure.svg")["Content-Type"] == "image/svg+xml; charset=utf-8"


def test_nobody_calls_without_signing_in(client, pending):
    assert client.get("/api/identification/worklist").status_code == 401
