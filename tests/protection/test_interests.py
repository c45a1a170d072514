"""Best interests of a child: heard, weighed, decided, sealed; and the case moves by the decision, not by the child's yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import GoalGiven, agree_plan, assess_interests, draw_up_plan
from panoh.protection.actions.interests import Assessed
from panoh.protection.queries import plan_page, worklist
from panoh.protection.queries.plan import mark_of_plan
from panoh.protection.rules.interests import lacks
from panoh.registry import vault
from panoh.registry.actions import forget_words
from panoh.registry.models import BestInterests, Case, LedgerEntry
from panoh.registry.refusals import NotPermitted, Refused

TODAY = date(2026, 11, 16)
GIVEN = Assessed(
    question="agree_support_plan",
    present="the girl, her aunt, the guardian",
    views="канарейка: I want to go to school",
    options="with the aunt; in the shelter",
    reasons="she is safe at her aunt's",
    goes_ahead=True,
    guardian_present=True,
    review_on=TODAY + timedelta(days=60),
)


@pytest.fixture
def girl(someone, cast) -> Case:
    """Identified, and managed by Parvina."""
    case = someone(born=2012)
    Case.objects.filter(pk=case.pk).update(state="identified", manager=cast.parvina)
    case.refresh_from_db()
    return case


@pytest.fixture
def plan(girl, cast, now):
    goal = GoalGiven("school", "enrol her", None, (now + timedelta(days=9)).date())
    return draw_up_plan(case=girl, wish="school", goals=(goal,), by=cast.parvina, at=now)


def state_of(case):
    return Case.objects.get(pk=case.pk).state


@pytest.mark.parametrize("days", [0, -1, 181])
def test_a_review_day_lies_ahead_and_not_too_far(days):
    assert lacks("a", "b", review_on=TODAY + timedelta(days=days), today=TODAY) is not None


def test_an_assessment_says_everything():
    ahead = TODAY + timedelta(days=30)

    assert lacks("a", "b", review_on=ahead, today=TODAY) is None
    assert lacks("a", " ", review_on=ahead, today=TODAY) is not None


def test_it_is_sealed_on_record_and_forgotten_with_the_person(girl, cast, now):
    made = assess_interests(case=girl, given=GIVEN, after=None, by=cast.parvina, at=now)

    made.refresh_from_db()
    assert vault.unseal(made)["views"] == GIVEN.views
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    assert LedgerEntry.objects.get(act="assess_interests").detail["question"] == "agree_support_plan"
    forget_words(girl, by=cast.nigina, at=now)
    made.refresh_from_db()
    assert vault.unseal(made) == {}


def test_the_childs_yes_is_heard_and_moves_nothing_by_itself(plan, girl, cast, now):
    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.parvina, at=now)

    assert state_of(girl) == "identified"
    assert plan_page(cast.parvina, girl, at=now).agreed

    assess_interests(case=girl, given=GIVEN, after=None, by=cast.parvina, at=now)

    assert state_of(girl) == "long_term_support"


def test_what_is_not_in_the_childs_interests_moves_nothing(plan, girl, cast, now):
    assess_interests(case=girl, given=replace(GIVEN, goes_ahead=False), after=None, by=cast.parvina, at=now)
    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.parvina, at=now)

    assert state_of(girl) == "identified"


def test_another_question_does_not_answer_this_one(plan, girl, cast, now):
    assess_interests(case=girl, given=replace(GIVEN, question="care"), after=None, by=cast.parvina, at=now)
    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.parvina, at=now)

    assert state_of(girl) == "identified"


def test_an_assessment_whose_review_was_missed_moves_nothing_and_waits_on_the_worklist(girl, cast, now):
    assess_interests(case=girl, given=GIVEN, after=None, by=cast.parvina, at=now)
    late = now + timedelta(days=61)
    goal = GoalGiven("school", "enrol her", None, (late + timedelta(days=9)).date())
    plan = draw_up_plan(case=girl, wish="school", goals=(goal,), by=cast.parvina, at=late)

    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.parvina, at=late)

    assert state_of(girl) == "identified"
    assert any("best interests" in each.what and each.escalated for each in worklist(cast.parvina, now=late).items)


def test_a_newer_assessment_takes_the_place_of_the_one_before(girl, cast, now):
    first = assess_interests(case=girl, given=GIVEN, after=None, by=cast.parvina, at=now)
    assess_interests(case=girl, given=replace(GIVEN, goes_ahead=False), after=first.pk, by=cast.parvina, at=now)

    assert list(BestInterests.objects.filter(replaced_at=None).values_list("goes_ahead", flat=True)) == [False]
    assert BestInterests.objects.count() == 2


def test_an_adult_decides_for_themselves(someone, cast, now):
    case = someone()
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)

    with pytest.raises(Refused, match="adult"):
        assess_interests(case=case, given=GIVEN, after=None, by=cast.parvina, at=now)


def test_who_neither_manages_the_case_nor_guards_the_child_does_not_assess(girl, cast, now):
    with pytest.raises(NotPermitted):
        assess_interests(case=girl, given=GIVEN, after=None, by=cast.zarina, at=now)

    assert LedgerEntry.objects.filter(act="assess_interests.refused").count() == 1


def sent(given):
    return {**given.__dict__, "review_on": (date.today() + timedelta(days=60)).isoformat()}


def test_by_page_with_what_was_typed_kept_when_refused(girl, cast, client):
    client.force_login(cast.parvina)
    page = reverse("protection:interests", args=[girl.pk])
    filled = {**sent(GIVEN), "goes_ahead": "yes"}

    refused = client.post(page, {**filled, "review_on": "2020-01-01"})
    client.post(page, filled)

    assert refused.status_code == 422
    assert "канарейка" in refused.content.decode()
    assert "канарейка" in client.get(page).content.decode()
    assert "best interests" in client.get(reverse("case", args=[girl.pk])).content.decode()


def test_by_api(girl, cast, client):
    client.force_login(cast.parvina)
    path = f"/api/protection/cases/{girl.pk}/interests"

    made = client.post(path, sent(GIVEN), content_type="application/json")

    assert made.status_code == 201
    assert client.get(path).json()[0]["views"] == GIVEN.views
    assert LedgerEntry.objects.filter(act="read_interests").count() == 1
