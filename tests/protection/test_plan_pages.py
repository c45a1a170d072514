"""The support plan by page and by API: the same acts, the same refusals, and nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.protection.models import PlanGoal, SupportPlan
from panoh.protection.queries.plan import mark_of_plan
from panoh.registry import vault

pytestmark = pytest.mark.django_db
WISH = "канарейка: to see the sea"


@pytest.fixture
def shelter_desk(client, cast):
    client.force_login(cast.shahlo)
    return client


def send(client, path, body):
    return client.post(f"/api/protection{path}", data=body, content_type="application/json")


def test_a_plan_is_made_agreed_reviewed_and_ended_on_its_pages(shelter_desk, accepted, cast, now):
    case = accepted()
    home = reverse("protection:plan", args=[case.pk])
    assert "No plan runs yet" in shelter_desk.get(home).content.decode()

    shelter_desk.post(home, {"wish": WISH})
    plan = SupportPlan.objects.get()
    due = (now + timedelta(days=400)).date().isoformat()
    shelter_desk.post(
        reverse("protection:goal", args=[plan.pk]),
        {"goal": "a passport", "step": "go to the registry", "who": str(cast.shahlo.desk.pk), "due": due},
    )
    shelter_desk.post(reverse("protection:agree_plan", args=[plan.pk]), {"after": mark_of_plan(plan)})
    shelter_desk.post(
        reverse("protection:close_goal", args=[PlanGoal.objects.get().pk]), {"outcome": "reached", "words": "done"}
    )
    shelter_desk.post(
        reverse("protection:review_plan", args=[plan.pk]), {"words": "goes well", "wish": "", "with_person": "on"}
    )
    page = shelter_desk.get(home).content.decode()

    assert all(each in page for each in (WISH, "a passport", "reached", "the person agreed", "goes well"))
    assert "Support plan" in shelter_desk.get(reverse("case", args=[case.pk])).content.decode()

    shelter_desk.post(reverse("protection:end_plan", args=[plan.pk]), {"because": "reached"})

    plan.refresh_from_db()
    assert plan.ended_because == "reached"


def test_what_was_typed_stays_when_it_is_refused(shelter_desk, accepted, cast):
    case = accepted()
    shelter_desk.post(reverse("protection:plan", args=[case.pk]), {"wish": WISH})
    plan = SupportPlan.objects.get()

    answered = shelter_desk.post(
        reverse("protection:goal", args=[plan.pk]),
        {"goal": "a passport", "step": "go there", "who": "person", "due": "2020-01-01"},
    )

    page = answered.content.decode()
    assert answered.status_code == 422
    assert "a passport" in page
    assert "choose a day that has not passed" in page
    assert not PlanGoal.objects.exists()


def test_a_wish_typed_while_a_colleague_began_the_plan_is_not_lost(shelter_desk, accepted):
    page = reverse("protection:plan", args=[accepted().pk])
    shelter_desk.post(page, {"wish": WISH})

    second = shelter_desk.post(page, {"wish": "She would rather live with her sister."})

    assert second.status_code == 409
    assert "copy it before you leave" in second.content.decode()
    assert "She would rather live with her sister." in second.content.decode()
    assert "copy it before you leave" not in shelter_desk.get(page).content.decode()


def test_the_same_through_the_api(shelter_desk, accepted, cast):
    case = accepted()
    goals = [{"goal": "a passport", "step": "go there", "desk": cast.shahlo.desk.code, "due": "2099-01-01"}]

    made = send(shelter_desk, f"/cases/{case.pk}/plan", {"wish": WISH, "goals": goals})
    plan = made.json()["id"]
    done = [
        send(shelter_desk, f"/plans/{plan}/goals", {"goal": "rest", "step": "sleep", "due": "2099-01-01"}),
        send(shelter_desk, f"/plans/{plan}/agreed", {"after": mark_of_plan(SupportPlan.objects.get())}),
        send(shelter_desk, f"/plans/{plan}/reviews", {"words": "well", "with_person": True}),
        send(shelter_desk, f"/goals/{PlanGoal.objects.first().pk}/close", {"outcome": "reached"}),
    ]
    read = shelter_desk.get(f"/api/protection/cases/{case.pk}/plan").json()

    assert [made.status_code, *(each.status_code for each in done)] == [201, 201, 204, 201, 204]
    assert (read["wish"], read["agreed"], len(read["goals"]), read["reviews"][0]["words"]) == (WISH, True, 2, "well")
    assert send(shelter_desk, f"/plans/{plan}/end", {"because": "moved"}).status_code == 204
    assert shelter_desk.get(f"/api/protection/cases/{case.pk}/plan").json()["id"] is None


def test_a_plan_already_running_is_a_conflict_that_says_what_to_do(shelter_desk, accepted):
    case = accepted()
    send(shelter_desk, f"/cases/{case.pk}/plan", {"wish": WISH})

    told = send(shelter_desk, f"/cases/{case.pk}/plan", {"wish": "another"})

    assert told.status_code == 409
    assert "add the goals there" in told.json()["way_forward"]
    assert vault.unseal(SupportPlan.objects.get())["wish"] == WISH


def test_a_yes_from_an_older_page_shows_the_plan_as_it_stands_and_is_sent_from_there(shelter_desk, accepted, cast):
    case = accepted()
    goals = [{"goal": "a passport", "step": "go there", "due": "2099-01-01"}]
    plan = send(shelter_desk, f"/cases/{case.pk}/plan", {"wish": WISH, "goals": goals}).json()["id"]
    home, agree = reverse("protection:plan", args=[case.pk]), reverse("protection:agree_plan", args=[plan])
    read = shelter_desk.get(f"/api/protection/cases/{case.pk}/plan").json()
    seen = shelter_desk.get(home).context["page"].mark
    assert f'name="after" value="{seen}"' in shelter_desk.get(home).content.decode()
    send(shelter_desk, f"/plans/{plan}/goals", {"goal": "testify", "step": "in court", "due": "2099-01-01"})

    stale = shelter_desk.post(agree, {"after": seen})
    stale_call = send(shelter_desk, f"/plans/{plan}/agreed", {"after": read["mark"]})

    assert (stale.status_code, stale_call.status_code, read["mark"]) == (409, 409, seen)
    assert "testify" in stale.content.decode()
    assert stale_call.json()["way_forward"]
    assert SupportPlan.objects.get().agreed_at is None
    assert shelter_desk.post(agree, {"after": stale.context["page"].mark}).status_code == 302
    assert SupportPlan.objects.get().agreed_at


@pytest.mark.parametrize("officer", ["zarina", "nigina", "davlat", "rustam", "jamshed", "alisher", "safar", "parvina"])
def test_whoever_keeps_no_plan_in_this_case_is_refused(officer, client, shelter_desk, accepted, cast):
    case = accepted()
    send(shelter_desk, f"/cases/{case.pk}/plan", {"wish": WISH})
    plan = SupportPlan.objects.get()
    client.force_login(getattr(cast, officer))

    answers = [
        client.get(reverse("protection:plan", args=[case.pk])),
        client.get(reverse("protection:review_plan", args=[plan.pk])),
        client.post(reverse("protection:agree_plan", args=[plan.pk])),
        client.get(f"/api/protection/cases/{case.pk}/plan"),
        send(client, f"/plans/{plan.pk}/end", {"because": "moved"}),
    ]

    assert {each.status_code for each in answers} == {403}
    assert not any(WISH in each.content.decode() for each in answers)
