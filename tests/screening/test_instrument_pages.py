"""The sets of questions as pages and through the API: every item with its mark, and no answer outside the version."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from panoh.instruments.library import screening_instruments
from panoh.screening.actions import begin_screening, choose_instrument, finish, record_agreement
from panoh.screening.models import Answer, Screening
from tests.screening.conftest import ADULT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("one", screening_instruments(), ids=lambda each: each.id)
def test_the_page_of_a_set_shows_every_question_with_its_mark(cast, client, one, django_assert_max_num_queries):
    client.force_login(cast.alisher)

    with django_assert_max_num_queries(8):
        page = client.get(reverse("screening:one_instrument", args=[one.id])).content.decode()

    for item in one.items:
        assert escape(item.question.en) in page
    unseen = sum(item.verification == "provisional" for item in one.items)
    assert page.count("provisional: not verified") >= unseen
    assert page.count("strength not seen in a source") == sum(item.strength_provisional for item in one.items)
    for outcome in one.final_analysis.outcomes(child=one.population == "child"):
        assert escape(outcome.label.en) in page
    assert escape(one.final_analysis.does_not_mean_otherwise.en) in page


def test_the_shelf_shows_every_set_in_the_readers_language(cast, client):
    client.force_login(cast.zarina)

    with translation.override("en"):  # puts the language of the other tests back
        page = client.get(reverse("screening:instruments"), headers={"accept-language": "tg"}).content.decode()

    for one in screening_instruments():
        assert escape(one.title.tg) in page


def test_a_set_that_is_not_there_is_not_found(cast, client):
    client.force_login(cast.zarina)

    assert client.get(reverse("screening:one_instrument", args=["nothing"])).status_code == 404
    assert client.get("/api/screening/instruments/nothing").status_code == 404
    assert client.get(reverse("screening:meaning", args=[ADULT])).status_code == 404


def test_what_a_sign_means_is_said_in_plain_words(cast, client):
    client.force_login(cast.alisher)

    page = client.get(reverse("screening:meaning", args=["first_line_adult"])).content.decode()

    assert "29% of those with a sign are trafficked" in page
    assert "Not measured here" in page
    assert "Too few people with a sign were seen in full" in page


def test_the_number_of_full_interviews_follows_the_list(cast, client):
    client.force_login(cast.alisher)
    asked = {"people": "10000", "sensitivity": "86.7", "specificity": "76.5"}

    page = client.get(reverse("screening:meaning", args=["first_line_adult"]), asked).content.decode()

    assert "2413" in page
    assert "3.6% of those with a sign are trafficked" in page


def test_a_rate_that_is_none_is_refused_and_kept(cast, client):
    client.force_login(cast.alisher)
    asked = {"people": "-3", "sensitivity": "101", "specificity": "76.5"}

    page = client.get(reverse("screening:meaning", args=["first_line_adult"]), asked).content.decode()

    assert 'value="101"' in page
    assert "greater than or equal to 1" in page


def test_a_set_nobody_measured_asks_for_rates(cast, client):
    client.force_login(cast.alisher)

    page = client.get(reverse("screening:meaning", args=["tj_returnees_and_harvest"])).content.decode()

    assert "No form of this kind was ever measured" in page


def test_the_api_tells_the_same(cast, client):
    client.force_login(cast.alisher)

    sets = client.get("/api/screening/instruments").json()
    whole = client.get("/api/screening/instruments/tj_returnees_and_harvest").json()
    meaning = client.get("/api/screening/instruments/first_line_adult/meaning", {"people": 10_000}).json()

    assert [each["id"] for each in sets] == [each.id for each in screening_instruments()]
    assert whole["items"][1]["ask_if"] == ["TJR.work"]
    assert whole["outcomes"]["child"][0]["code"] == "FULL_INTERVIEW_DUE"
    assert round(meaning["lines"][-1]["flagged"]) == 2413
    assert meaning["here"]["specificity"] is None


def test_a_page_whose_questions_do_not_apply_is_passed_over(cast, now, client):
    screening = begin_screening(language="tg", by=cast.zarina, at=now)
    record_agreement(screening=screening, by=cast.zarina, at=now)
    choose_instrument(screening=screening, instrument="tj_returnees_and_harvest", by=cast.zarina, at=now)
    client.force_login(cast.zarina)
    first = reverse("screening:questions", args=[screening.pk, 1])
    assert "TJR.harvest_pressure" in client.get(first).content.decode()

    client.post(first, {"TJR.work": "no"})

    assert "TJR.harvest_pressure" not in client.get(first).content.decode()
    assert list(Answer.objects.values_list("item", "value")) == [("TJR.work", "no")]


def test_an_answer_to_a_question_that_is_not_in_the_version_is_refused(agreed, cast, client):
    client.force_login(cast.zarina)
    page = reverse("screening:questions", args=[agreed.pk, 1])

    client.post(page, {"FLA.papers": "yes", "act": "yes"})
    answer = client.post(
        f"/api/screening/{agreed.pk}/answers", {"answers": {"FLA.papers": "yes"}}, content_type="application/json"
    )

    assert (answer.status_code, "“FLA.papers”" in answer.json()["reason"]) == (422, True)
    assert list(Answer.objects.values_list("item", flat=True)) == ["act"]


def test_an_answer_under_an_older_version_is_refused_on_page_and_api(agreed, cast, client):
    Screening.objects.update(instrument_version="0.9")
    client.force_login(cast.zarina)

    page = client.post(reverse("screening:questions", args=[agreed.pk, 1]), {"act": "yes"})
    answer = client.post(
        f"/api/screening/{agreed.pk}/answers", {"answers": {"act": "yes"}}, content_type="application/json"
    )

    assert (page.status_code, answer.status_code) == (422, 422)
    assert "newer version" in page.content.decode()
    assert "newer version" in answer.json()["reason"]
    assert Answer.objects.count() == 0


def test_a_set_that_was_taken_away_leaves_what_was_found_on_record(coerced, cast, now, client):
    finish(screening=coerced, by=cast.zarina, at=now)
    Screening.objects.update(instrument="added_once_and_gone")
    client.force_login(cast.zarina)

    answer = client.get(reverse("screening:finding", args=[coerced.pk]))

    assert (answer.status_code, "Presume that this person is a victim" in answer.content.decode()) == (200, True)
