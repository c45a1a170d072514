"""The questions page by page, the check, the finding, and what another desk sees of them: nothing."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from panoh.registry.models import Case, LedgerEntry
from panoh.screening.actions import begin_screening, choose_instrument, finish, record_agreement, record_answers
from panoh.screening.models import Answer, Screening
from panoh.screening.queries.interview import interview
from tests.screening.conftest import ADULT_SEXUAL, COERCED, GIVEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, cast):
    """Zarina at her browser."""
    client.force_login(cast.zarina)
    return client


def at(name: str, screening: Screening | None = None, *more: object) -> str:
    return reverse(f"screening:{name}", args=[screening.pk, *more] if screening else [])


def text(answer) -> str:
    return answer.content.decode()


def test_pages_carry_at_most_five_questions_and_every_question_once(cast, agreed):
    pages = interview(cast.zarina, agreed.pk).pages

    ids = [each.id for page in pages for each in page.questions]
    assert max(len(page.questions) for page in pages) <= 5
    assert len(ids) == len(set(ids)) == 67 + 2


def test_each_page_is_saved_when_left_and_the_talk_goes_on_where_it_stopped(officer, agreed, a_colleague):
    officer.post(at("questions", agreed, 1), {"act": "yes", "go": "stop"})
    assert Answer.objects.get().value == "yes"

    officer.force_login(a_colleague)

    assert officer.get(at("go_on", agreed)).url == at("questions", agreed, 2)


@pytest.mark.parametrize(("go", "to"), [("next", 3), ("back", 1), ("check", "check"), ("stop", "home")])
def test_from_a_page_of_questions_one_goes_on_back_to_the_check_or_home(officer, agreed, go, to):
    answer = officer.post(at("questions", agreed, 2), {"go": go})

    expected = at("home") if to == "home" else at(to, agreed) if to == "check" else at("questions", agreed, to)
    assert answer.url == expected


def test_a_colleagues_other_answer_is_shown_and_what_was_tapped_stays(officer, coerced, a_colleague):
    page = next(page for page in interview(a_colleague, coerced.pk).pages if "AL.CD.documents" in page.ids)
    officer.force_login(a_colleague)

    answer = officer.post(at("questions", coerced, page.number), {"AL.CD.documents": "no", "seen-AL.CD.documents": ""})

    assert "Zarina answered: yes" in text(answer)
    assert answer.context["form"]["AL.CD.documents"].value() == "no"
    again = {**answer.context["form"].data, "go": "next"}
    assert officer.post(at("questions", coerced, page.number), again).status_code == 302
    assert Answer.objects.get(item="AL.CD.documents", replaced_at=None).value == "no"


def test_words_too_long_to_be_read_come_back_as_every_form_that_cannot_be_read_does(officer, agreed):
    answer = officer.post(at("questions", agreed, 1), {"act": "yes", "said": "а" * 20_001, "go": "next"})

    assert answer.status_code == 422
    assert "20000" in text(answer)
    assert not Answer.objects.exists()


def test_the_check_shows_answers_corrections_and_words_and_the_read_is_on_record(officer, coerced, cast, now):
    record_answers(screening=coerced, answers={"AL.CD.documents": "unknown"}, by=cast.zarina, at=now)
    officer.post(at("words", coerced), {"words": "The foreman kept it"})

    page = text(officer.get(at("check", coerced)))

    assert "1 yes, 0 no, 1 not known, 67 not asked" in page
    assert "<s>yes</s> (Zarina)" in page
    assert "The foreman kept it" in page
    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.fields) == ("read_screening", ["answers", "words"])


def test_the_finding_says_what_why_by_which_text_what_next_and_what_not(officer, coerced):
    page = text(officer.post(at("finish", coerced), follow=True))

    assert "Presume that this person is a victim" in page
    assert "Does someone at the place of work hold" not in page
    assert "Two strong signs" in page
    assert "Operational indicators of trafficking" in page
    assert "page 3, as quoted" in page
    assert "seen second-hand" in page
    assert "Part of this finding is provisional" in page
    assert "Other coercion" in page
    assert "What it may be, side by side" in page
    assert "Ask these first" in page
    assert "not a decision on status" in page
    assert reverse("identification:case", args=[coerced.case.pk]) in page
    assert reverse("referral:record_need", args=[coerced.case.pk]) in page
    assert reverse("screening:again", args=[coerced.case.pk]) in page


def test_without_a_finding_the_officer_may_presume_and_the_person_is_seen_again(officer, agreed, cast, now):
    record_answers(screening=agreed, answers={"act": "no"}, by=cast.zarina, at=now)

    page = text(officer.post(at("finish", agreed), follow=True))
    assert "Nothing was found this time" in page
    assert "Presume on my own judgement" in page
    assert "See the person again by" in page
    assert "does not mean that the person was not trafficked" in page

    page = text(officer.post(at("finish", agreed), {"on_judgement": "1"}, follow=True))
    assert "on their own judgement" in page
    assert Case.objects.get().state == "presumed"


def test_a_finding_on_a_provisional_set_says_what_it_rests_on(officer, agreed, cast, now):
    choose_instrument(screening=agreed, instrument=ADULT_SEXUAL, by=cast.zarina, at=now)
    signs = {"AS.CD.documents": "yes", "AS.CD.debt_bondage": "yes"}
    record_answers(screening=agreed, answers=signs, by=cast.zarina, at=now)

    page = text(officer.post(at("finish", agreed), follow=True))

    assert "Part of this finding is provisional" in page
    assert "could not be retrieved" in page


def test_the_decider_reads_a_finding_but_gets_no_doors_of_the_interviewer(client, coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)
    client.force_login(cast.davlat)

    page = text(client.get(at("finding", coerced), headers={"X-Purpose": "supervision"}))

    assert "Presume that this person is a victim" in page
    assert "Screen again" not in page


def test_a_person_on_record_at_another_desk_is_not_revealed(officer, agreed, client, cast, now):
    elsewhere = begin_screening(language="ru", by=cast.behruz, at=now)
    other = record_agreement(screening=elsewhere, given=GIVEN, by=cast.behruz, at=now)

    client.force_login(cast.behruz)
    assert "may be on record" not in text(client.get(at("instrument", elsewhere)))

    client.force_login(cast.nigina)
    page = text(client.get(at("instrument", elsewhere)))
    assert agreed.case.reference in page
    assert other.reference not in page.split("may be on record")[1]


def test_screening_again_keeps_the_case_and_asks_for_agreement_anew(officer, coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)

    officer.post(reverse("screening:again", args=[coerced.case.pk]), {"in_danger": "no"})

    again = Screening.objects.latest("started_at")
    assert (again.case, again.agreed_at) == (coerced.case, None)


@pytest.mark.parametrize(
    "name",
    [
        "go_on",
        "safety",
        "conditions",
        "agreement",
        "decline",
        "declined",
        "person",
        "instrument",
        "words",
        "check",
        "finding",
    ],
)
@pytest.mark.parametrize("post", ["behruz", "shahlo", "safar"])
def test_another_desk_sees_no_page_of_it_and_no_hint_that_it_exists(client, coerced, cast, name, post):
    client.force_login(getattr(cast, post))

    there = client.get(at(name, coerced))
    nowhere = client.get(reverse(f"screening:{name}", args=[uuid4()]))

    assert there.status_code == nowhere.status_code == 403
    assert there.context["refusal"].reason == nowhere.context["refusal"].reason


@pytest.mark.parametrize("name", ["person", "check", "finding", "words"])
def test_no_page_carries_a_name_in_its_title_or_address(officer, coerced, cast, now, name):
    finish(screening=coerced, by=cast.zarina, at=now)

    page = text(officer.get(at(name, coerced)))

    title = page.split("<title>")[1].split("</title>")[0]
    assert "Раҳимов" not in title


@pytest.mark.parametrize("name", ["questions", "check", "finding"])
def test_pages_take_as_many_queries_for_sixty_answers_as_for_five(
    officer, coerced, cast, now, name, django_assert_num_queries, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = at(name, coerced, 2) if name == "questions" else at(name, coerced)
    finish(screening=coerced, by=cast.zarina, at=now)
    with CaptureQueriesContext(connection) as few:
        officer.get(address)
    items = [each.id for page in interview(cast.zarina, coerced.pk).pages for each in page.questions]
    record_answers(
        screening=coerced, answers={item: "yes" for item in items[:60] if item not in COERCED}, by=cast.zarina, at=now
    )
    finish(screening=coerced, by=cast.zarina, at=now)

    with django_assert_num_queries(len(few)):
        officer.get(address)
    assert len(few) <= 25


def test_home_takes_as_many_queries_for_thirty_interviews_as_for_one(
    officer, coerced, cast, now, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        officer.get(at("home"))
    for _ in range(29):
        record_agreement(screening=begin_screening(language="tg", by=cast.zarina, at=now), by=cast.zarina, at=now)

    with django_assert_num_queries(len(few)):
        assert "30" in text(officer.get(at("home")))
