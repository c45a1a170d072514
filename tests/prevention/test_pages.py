"""Pages of situations to monitor: what is refused keeps what was typed, and the API does the same by the same acts."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.instruments.prevention import site_interview
from panoh.prevention.models import MobilisationOrder, SampledInterview, Site, Visit
from tests.prevention.made import FORCED, a_site, a_visit, a_visit_made, asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return timezone.localtime()


@pytest.fixture
def signed_in(client, cast):
    def as_officer(name: str):
        client.force_login(cast.officers[name])
        return client

    return as_officer


def test_an_order_that_contradicts_itself_keeps_what_was_typed(signed_in, cast, at):
    site = a_site(by=cast.zarina, at=at)
    typed = {
        "on": timezone.localdate(at).isoformat(),
        "whom": "pupils",
        "voluntary": "yes",
        "threat": "school",
        "paid": "unknown",
        "words": "Buses left at six.",
    }

    page = signed_in("zarina").post(reverse("prevention:site_order", args=[site.pk]), typed)

    assert page.status_code == 422
    assert "Nobody comes freely under a threat." in page.content.decode()
    assert "Buses left at six." in page.content.decode()
    assert not MobilisationOrder.objects.exists()


def test_the_form_of_an_interview_has_no_place_for_a_name_and_sent_twice_makes_one(signed_in, cast, at):
    visit = a_visit_made(a_site(by=cast.zarina, at=at), by=cast.zarina, at=at)
    address = reverse("prevention:interview", args=[visit.pk])
    client = signed_in("zarina")
    form = client.get(address).context["form"]
    given = {"id": str(form["id"].value()), "agreed": "on", "role": "pupil", "sex": "male", "age": "under_15"}
    given |= {f"q_{key}": said for key, said in FORCED.items()}

    answers = [client.post(address, given) for _ in range(2)]

    assert [each.status_code for each in answers] == [302, 302]
    assert SampledInterview.objects.get().answers == FORCED
    assert {field.widget.input_type for field in form.fields.values()} == {"hidden", "checkbox", "radio"}


def test_a_page_of_few_answers_shows_none_of_them(signed_in, cast, at):
    visit = a_visit_made(a_site(by=cast.zarina, at=at), by=cast.zarina, at=at)
    asked(visit, 9, by=cast.zarina, at=at)

    shown = signed_in("zarina").get(reverse("prevention:visit", args=[visit.pk])).content.decode()

    assert "9 asked: too few to show" in shown
    assert "Signs of forced labour" not in shown


def test_populations_tell_none_from_not_available(signed_in):
    shown = signed_in("shahlo").get(reverse("prevention:populations"))

    by_key = {each.population.key: each for each in shown.context["shown"]}
    assert (by_key["returnees"].screened, by_key["refugees"].screened) == (0, None)
    assert "not available" in shown.content.decode()


def test_a_period_that_ends_before_it_begins_is_said(signed_in):
    page = signed_in("shahlo").get(reverse("prevention:populations"), {"start": "2026-05-01", "end": "2026-04-01"})

    assert page.status_code == 422
    assert "ends before it begins" in page.content.decode()


@pytest.mark.parametrize("period", [("0001-01-01", "2026-01-01"), ("2026-01-01", "9999-12-31")])
def test_days_of_which_no_record_can_be_are_refused(signed_in, period):
    asked = dict(zip(("start", "end"), period, strict=True))

    page = signed_in("shahlo").get(reverse("prevention:populations"), asked)
    answer = signed_in("shahlo").get("/api/prevention/populations", asked)

    assert (page.status_code, answer.status_code) == (422, 422)
    assert "between 1990 and 2099" in page.content.decode()


def test_the_way_of_a_visit_through_the_api(signed_in, cast, at):
    client, day = signed_in("zarina"), timezone.localdate(at)

    def post(path: str, expected: int, **given: object):
        answer = client.post(f"/api/prevention/{path}", json.dumps(given, default=str), content_type="application/json")
        assert answer.status_code == expected, answer.content
        return answer.json() if answer.content else None

    site = post("sites", 201, kind="farm", name="Field", division="TJ-KT", sector="cotton", concern="ngo", because="x",
                watched_since=day)  # fmt: skip
    visit = post(f"sites/{site['id']}/visits", 201, desk=cast.zarina.desk.code, planned_on=day)
    refused = post(f"visits/{visit['id']}/interviews", 422, role="pupil", sex="male", age="older", agreed=True)
    assert "made" in refused["reason"]
    post(f"visits/{visit['id']}/made", 200, on=day, private=True, present=50)
    one = {"role": "pupil", "sex": "male", "age": "under_18", "agreed": True, "answers": FORCED}
    for _ in range(10):
        post(f"visits/{visit['id']}/interviews", 201, **one)
    wrong = post(f"visits/{visit['id']}/interviews", 422, **{**one, "answers": {"name": "Kanareev"}})
    assert "name" in wrong["reason"]
    assert "Kanareev" not in wrong["reason"]
    due = day + timedelta(days=3)
    remedy = post(f"visits/{visit['id']}/remedies", 201, what="Lessons.", desk=cast.shahlo.desk.code, due_on=due)

    read = client.get(f"/api/prevention/visits/{visit['id']}").json()

    signs = read["found"]["tallies"][0]
    assert (read["asked"], signs["question"], signs["yes"], signs["no"]) == (10, "signs", 10, 0)
    assert len(read["found"]["tallies"]) == 1 + len(site_interview().questions)
    signed_in("shahlo")
    post(f"remedies/{remedy['id']}", 204, became="done", evidence="A list.")
    assert client.get(f"/api/prevention/remedies/{remedy['id']}").json()["became"] == "done"
    assert client.get(f"/api/prevention/visits/{visit['id']}").status_code == 403


def test_a_sample_through_the_api_can_be_drawn_again_by_anybody(signed_in, cast, at):
    from hashlib import sha256

    for number in range(6):
        a_site(by=cast.nigina, at=at, name=f"Field {number}", persons_name=False)
    client = signed_in("alisher")
    given = {"title": "Cotton", "kinds": ["farm"], "margin": 0.2, "seed": "7", "each": 10}

    made = client.post("/api/prevention/plans", json.dumps(given), content_type="application/json").json()
    (stratum,) = client.get(f"/api/prevention/plans/{made['id']}").json()["strata"]

    lots = sorted(stratum["frame"], key=lambda each: sha256(f"7/TJ-KT/farm\x1f{each}".encode()).digest())
    assert stratum["drawn"] == lots[: len(stratum["drawn"])]
    assert (stratum["drawn_again_the_same"], len(stratum["frame"]), Site.objects.count()) == (True, 6, 6)


def test_a_desk_that_is_not_there_is_said(signed_in, cast, at):
    site = a_site(by=cast.zarina, at=at)
    given = json.dumps({"desk": "nowhere", "planned_on": timezone.localdate(at).isoformat()})

    answer = signed_in("zarina").post(f"/api/prevention/sites/{site.pk}/visits", given, content_type="application/json")

    assert answer.status_code == 404
    assert not Visit.objects.exists()


def test_a_visit_page_shows_the_buttons_of_the_desk_that_goes(signed_in, cast, at):
    visit = a_visit(a_site(by=cast.zarina, at=at), by=cast.zarina, at=at)
    address = reverse("prevention:visit", args=[visit.pk])

    assert "The visit was made" in signed_in("zarina").get(address).content.decode()
    assert "The visit was made" not in signed_in("nigina").get(address).content.decode()
