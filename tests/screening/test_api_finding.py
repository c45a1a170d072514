"""Through the API as on the pages: everything of a finding, all findings on a person, and second looks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from panoh.registry.actions import record_consent
from panoh.registry.models import LedgerEntry
from panoh.screening.actions import finish, record_answers
from panoh.screening.models import SecondLook

pytestmark = pytest.mark.django_db
SOON, LATER = ((timezone.localdate() + timedelta(days=days)).isoformat() for days in (60, 70))


@pytest.fixture
def finished(coerced, cast, now):
    record_answers(
        screening=coerced, answers={"irregular_border": "yes", "paid_for_crossing": "yes"}, by=cast.zarina, at=now
    )
    finish(screening=coerced, by=cast.zarina, at=now)
    return coerced


@pytest.fixture
def api(client, cast):
    """Zarina sends and asks; gives status and body."""
    client.force_login(cast.zarina)

    def call(path: str, **body):
        address = f"/api/screening/{path}"
        answer = client.post(address, body, content_type="application/json") if body else client.get(address)
        return answer.status_code, answer.json()

    return call


def test_a_finding_tells_everything_its_page_shows(api, finished):
    status, told = api(f"{finished.pk}/finding")

    assert (status, told["outcome"], told["presumed"]) == (200, "TIP_POSSIBLE", True)
    act, means, purpose = told["elements"]
    assert (act["missing"], means["ways"], purpose["could_show"] != []) == (True, ["other_coercion"], True)
    assert [each["code"] for each in told["labels"]] == ["SMUGGLING_INDICATED", "IRREGULAR_STATUS"]
    smuggling = told["labels"][0]
    assert (smuggling["missing"], smuggling["present"]) == (["act", "purpose"], ["means"])
    assert smuggling["offences"][0]["provisional"] is True
    assert smuggling["cited"]["verification"] == "provisional"
    assert told["guards"] == [
        {
            "counted_as": "TRAFFICKING_INDICATED",
            "written_reason": True,
            "supervisor_review": False,
            "words": told["guards"][0]["words"],
            "missing": ["act", "purpose"],
        }
    ]
    assert told["what_else"] == {"irregular_border": "yes", "paid_for_crossing": "yes"}
    assert told["ask_next"][0]["becomes"]
    assert told["still_open"][0] == told["ask_next"][0]["id"]
    assert len(told["does_not_mean"]) == 2


def test_paper_leaves_out_what_could_be_used_against_the_person_and_is_on_record(client, api, finished):
    answer = client.post(f"/api/screening/{finished.pk}/finding/paper").json()

    assert [each["code"] for each in answer["labels"]] == ["SMUGGLING_INDICATED"]
    assert answer["what_else"] == {"paid_for_crossing": "yes"}
    assert LedgerEntry.objects.filter(act="print_finding").count() == 1


def test_all_findings_on_a_person(api, finished):
    status, told = api(f"cases/{finished.case_id}/findings")

    assert (status, told["findings_differ"], [each["outcome"] for each in told["found"]]) == (
        200,
        False,
        ["TIP_POSSIBLE"],
    )
    assert told["presumed_since"].startswith("2026-11-16")


def test_a_second_look_is_planned_read_changed_and_taken_back(api, finished, cast, now):
    record_consent(
        case=finished.case, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    status, planned = api(f"cases/{finished.case_id}/second-look", on=SOON, why="open", way="at the bakery")
    assert (status, planned["way_kept"], planned["way"]) == (201, True, "")
    assert api(f"second-looks/{planned['id']}")[1]["way"] == "at the bakery"
    assert api(f"{finished.pk}/finding")[1]["second_look"]["way"] == ""

    _, fresh = api(f"second-looks/{planned['id']}/change", on=LATER, why="trust")
    assert (fresh["due_on"], fresh["way_kept"]) == (LATER, True)
    status, ended = api(f"second-looks/{fresh['id']}/cancel", because="not_wished")

    assert (status, ended["ended_because"]) == (200, "not_wished")
    assert SecondLook.objects.filter(ended_at=None).count() == 0


def test_refusals_of_a_plan_say_what_to_do(api, finished):
    status, told = api(f"cases/{finished.case_id}/second-look", on=SOON, why="open", way="at the bakery")

    assert (status, told["code"]) == (422, "refused")
    assert "Ask for consent" in told["way_forward"]
