"""Everything a page of referral does can be done through the API, by the same acts."""

from __future__ import annotations

import pytest

from panoh.referral.models import Need, Referral
from tests.referral.conftest import NAME

pytestmark = pytest.mark.django_db

BASE = "/api/referral"


@pytest.fixture
def call(client):
    """`call(officer, "post", path, body)` gives the response."""

    def send(officer, method, path, body=None):
        client.force_login(officer)
        return getattr(client, method)(f"{BASE}{path}", data=body, content_type="application/json")

    return send


def test_from_need_to_answer(call, case, agreed, shelter, cast):
    need = call(
        cast.zarina, "post", "/needs", {"case": str(case.pk), "service": "safe_accommodation", "urgency": "now"}
    ).json()["id"]
    desks = call(cast.zarina, "get", f"/needs/{need}/desks").json()
    sent = call(cast.zarina, "post", f"/needs/{need}/referrals", {"to_desk": shelter.code, "message": "Tonight."})
    received = call(cast.shahlo, "get", f"/received/{sent.json()['id']}")
    answered = call(cast.shahlo, "post", f"/received/{sent.json()['id']}/answer", {"accepted": True})

    assert shelter.code in {desk["code"] for desk in desks if desk["may_ask"]}
    assert sent.status_code == 201
    assert received.json()["message"] == "Tonight."
    assert NAME not in received.content.decode()
    assert answered.json()["standing"] == "accepted"


def test_a_refusal_is_json_with_a_way_forward(call, need, shelter, cast):
    refused = call(cast.zarina, "post", f"/needs/{need.pk}/referrals", {"to_desk": shelter.code})

    assert refused.status_code == 422
    assert "Ask the person" in refused.json()["way_forward"]


@pytest.mark.parametrize("officer", ["shahlo", "behruz", "safar", "jamshed"])
def test_who_may_not_work_on_a_need_does_not_learn_of_it(officer, call, need, cast):
    refused = call(getattr(cast, officer), "get", f"/needs/{need.pk}/desks")

    assert refused.status_code == 403
    assert "no such need" in refused.json()["reason"]


def test_a_desk_that_does_not_exist_is_refused_in_words(call, need, agreed, cast):
    refused = call(cast.zarina, "post", f"/needs/{need.pk}/referrals", {"to_desk": "nowhere"})

    assert refused.status_code == 422
    assert "no such desk" in refused.json()["reason"]


def test_reminding_taking_back_and_closing(call, sent, need, cast):
    for path in (f"/sent/{sent.pk}/remind", f"/sent/{sent.pk}/withdraw", f"/needs/{need.pk}/met"):
        assert call(cast.zarina, "post", path).status_code == 204

    assert sent.reminders.count() == 1
    assert Referral.objects.get().standing == "withdrawn"
    assert Need.objects.get().met_at is not None


def test_the_worklist_is_the_one_of_the_page(call, sent, cast):
    listed = call(cast.shahlo, "get", "/worklist").json()

    assert listed["total"] == 1
    assert listed["items"][0]["reference"] == sent.need.case.reference


def test_nobody_calls_without_signing_in(client, need):
    assert client.get(f"{BASE}/needs/{need.pk}/desks").status_code == 401
