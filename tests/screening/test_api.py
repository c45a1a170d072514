"""The API does what the pages do, by the same acts, and refuses with the same words."""

from __future__ import annotations

from dataclasses import asdict
from uuid import uuid4

import pytest

from panoh.registry.models import Case, LedgerEntry, Person
from panoh.screening.models import Answer, Screening
from tests.screening.conftest import ADULT, COERCED, GIVEN

pytestmark = pytest.mark.django_db
ALONE = {"private_place": True, "language": "tg", "interpreter": False, "track": "adult"}


@pytest.fixture
def send(client, cast):
    """Zarina posts to a screening and gets status and body."""
    client.force_login(cast.zarina)

    def post(path: str, **body):
        answer = client.post(f"/api/screening/{path}", body, content_type="application/json")
        return answer.status_code, answer.json()

    return post


def test_a_whole_interview_through_the_api(send, client):
    _, begun = send("", in_danger=False)
    screening = begun["id"]
    assert begun["go_on"] == "conditions"
    assert send(f"{screening}/conditions", **ALONE)[1]["go_on"] == "agreement"
    assert send(f"{screening}/agreement", agreed=True)[1]["case"] == str(Case.objects.get().pk)
    assert send(f"{screening}/person", **asdict(GIVEN))[0] == 200
    assert send(f"{screening}/instrument", instrument=ADULT)[1]["go_on"] == "questions"
    assert send(f"{screening}/words", text="He kept my passport")[0] == 200
    assert send(f"{screening}/answers", answers=COERCED)[0] == 200

    status, finding = send(f"{screening}/finish")

    assert (status, finding["outcome"], finding["presumed"], finding["positive"]) == (200, "TIP_POSSIBLE", True, ["CD"])
    assert finding["because"][1]["items"] == list(COERCED)
    assert finding["because"][1]["verification"] == "secondary"
    assert Case.objects.get().state == "presumed"
    assert client.get(f"/api/screening/{screening}/finding").json() == finding
    assert LedgerEntry.objects.latest("seq").act == "read_screening"
    assert client.get(f"/api/screening/{screening}/answers").json() == COERCED


def test_declining_through_the_api_leaves_nothing_personal(send):
    _, begun = send("", in_danger=None)

    status, body = send(f"{begun['id']}/decline", sex="female", nationality="AF", reason="not_now")

    assert (status, body["outcome"], body["case"]) == (200, "declined", None)
    assert Person.objects.count() == 0


def test_refusals_say_why_and_what_to_do(send, begun):
    status, body = send(f"{begun.pk}/answers", answers={"act": "yes"})

    assert status == 422
    assert body["code"] == "refused"
    assert "agreement" in body["way_forward"]


def test_a_question_of_another_set_is_named(send, agreed):
    status, body = send(f"{agreed.pk}/answers", answers={"CL.EX.hazardous": "yes"})

    assert (status, "CL.EX.hazardous" in body["reason"], Answer.objects.count()) == (422, True, 0)


def test_a_conflict_is_told_as_such(send, coerced, a_colleague, client):
    client.force_login(a_colleague)

    status, body = send(f"{coerced.pk}/answers", answers={"AL.CD.documents": "no"}, seen={"AL.CD.documents": ""})

    assert (status, body["code"]) == (409, "conflict")


@pytest.mark.parametrize("post", ["shahlo", "safar", "behruz"])
def test_who_may_not_gets_no_screening_and_no_hint_of_one(client, cast, coerced, post):
    client.force_login(getattr(cast, post))

    there = client.get(f"/api/screening/{coerced.pk}")
    nowhere = client.get(f"/api/screening/{uuid4()}")

    assert (there.status_code, there.json()) == (nowhere.status_code, nowhere.json())
    assert there.status_code == 403


def test_without_a_session_there_is_no_api(client):
    assert client.post("/api/screening/", {}, content_type="application/json").status_code == 401
    assert Screening.objects.count() == 0


def test_bad_values_are_refused_before_anything_is_written(send, begun):
    assert send(f"{begun.pk}/decline", nationality="Afghanistan", reason="not_now")[0] == 422
    assert Screening.objects.get().outcome == "open"
