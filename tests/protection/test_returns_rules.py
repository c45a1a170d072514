"""When somebody may depart: every condition by itself, each with what is still to be done, and a child kept from who harmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from panoh.instruments import countries
from panoh.instruments.kinds.returning import returning_from
from panoh.instruments.reader import TextError
from panoh.protection.rules.custody import first_review, in_time, latest_review
from panoh.protection.rules.returns import Prepared, Risk, Wish, faults_of, lacks
from panoh.protection.rules.returns_words import MISSING

NOW = datetime(2026, 11, 16, 12, tzinfo=ZoneInfo("Asia/Dushanbe"))
FACTORS = countries.returning("tj").factors
CALM = {each.key: "no" for each in FACTORS}
READY = Prepared(
    child=False,
    risk=Risk(CALM, "safe", NOW + timedelta(days=1)),
    wish=Wish(True, "alone", True),
    receiver_named=True,
    shared=True,
    interests=False,
    guardian=False,
    document="has",
    fit=True,
    escort="not_needed",
    unmarked=True,
    reintegration=True,
)
CHILD = replace(READY, child=True, interests=True, guardian=True, escort="arranged")


def lacking(prepared: Prepared) -> list[str]:
    return [each.key for each in lacks(prepared, FACTORS, at=NOW)]


def test_who_has_everything_departs():
    assert lacking(READY) == []
    assert lacking(CHILD) == []


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"risk": None}, "risk"),
        ({"risk": Risk(CALM, "safe", NOW - timedelta(seconds=1))}, "too_old"),
        ({"risk": Risk(CALM, "not_now", NOW + timedelta(days=1))}, "not_safe"),
        ({"wish": None}, "wish"),
        ({"wish": Wish(False, "alone", True)}, "wish"),
        ({"wish": Wish(True, "others", True)}, "private"),
        ({"wish": Wish(True, "alone", False)}, "private"),
        ({"receiver_named": False}, "receiver"),
        ({"shared": False}, "shared"),
        ({"document": "asked"}, "document"),
        ({"fit": None}, "fit"),
        ({"fit": False}, "fit"),
        ({"escort": "to_arrange"}, "escort"),
        ({"unmarked": False}, "unmarked"),
        ({"reintegration": False}, "reintegration"),
    ],
)
def test_one_condition_that_is_not_met_holds_it_up_and_says_what_to_do(changed, key):
    found = lacks(replace(READY, **changed), FACTORS, at=NOW)

    assert [each.key for each in found] == [key]
    assert all(found[0].reason.stands_in(language) for language in ("en", "ru", "tg"))
    assert found[0].way_forward.en


def test_an_assessment_counts_to_the_last_moment_of_the_limit():
    assert lacking(replace(READY, risk=Risk(CALM, "safe", NOW))) == []


@pytest.mark.parametrize(
    ("changed", "key"),
    [({"interests": False}, "interests"), ({"guardian": False}, "guardian"), ({"escort": "not_needed"}, "escort")],
)
def test_a_child_needs_best_interests_a_guardian_and_somebody_beside_them(changed, key):
    assert lacking(replace(CHILD, **changed)) == [key]


@pytest.mark.parametrize("answer", ["yes", "unknown"])
@pytest.mark.parametrize("factor", [each.key for each in FACTORS if each.never_for_child])
def test_a_child_is_never_returned_to_who_exploited_and_doubt_counts_as_yes(factor, answer):
    risk = Risk({**CALM, factor: answer}, "with_measures", NOW + timedelta(days=1))

    assert lacking(replace(CHILD, risk=risk)) == ["to_exploiter"]
    assert lacking(replace(READY, risk=risk)) == []


def test_an_assessment_answers_every_factor_of_the_list():
    first = FACTORS[0]
    rest = {key: value for key, value in CALM.items() if key != first.key}

    assert faults_of(CALM, "safe", "", FACTORS) is None
    assert faults_of(rest, "safe", "", FACTORS) == first
    assert faults_of({**CALM, first.key: "perhaps"}, "safe", "", FACTORS) == first
    assert faults_of({**CALM, "moon": "no"}, "safe", "", FACTORS) == MISSING["factor"][0]


@pytest.mark.parametrize("answer", ["yes", "unknown"])
def test_what_is_grave_or_not_known_is_never_simply_safe(answer):
    grave = next(each for each in FACTORS if each.grave)
    given = {**CALM, grave.key: answer}

    assert faults_of(given, "safe", "a lock", FACTORS) is not None
    assert faults_of(given, "with_measures", " ", FACTORS) is not None
    assert faults_of(given, "with_measures", "a lock", FACTORS) is None
    assert faults_of(given, "not_now", "", FACTORS) is None


def test_a_country_cannot_leave_out_what_keeps_a_child_from_who_exploited():
    text = {
        "factors": [{"key": "debt", "name": {"en": "x"}, "grave": False, "never_for_child": False, "sources": []}],
        "asked_after_days": 3,
        "prepared_ahead_days": 14,
        "rest_hours": 24,
        "document_days": 10,
        "transfer_answer_hours": 24,
        "custody": {"first_review_days": 30, "later_review_days": 90, "access_answer_days": 10, "sources": []},
        "sources": [],
    }

    with pytest.raises(TextError, match="child"):
        returning_from(text, name="returns.yaml")


def test_a_custody_is_reviewed_soon_later_less_often_and_at_once_where_it_lasted_for_long():
    periods, today = countries.returning("tj").custody, NOW.date()

    assert first_review(periods, since=today, today=today) == today + timedelta(days=30)
    assert first_review(periods, since=today - timedelta(days=900), today=today) == today
    assert latest_review(periods, reviews_held=1, since=today) == today + timedelta(days=90)
    assert in_time(today + timedelta(days=90), latest=today + timedelta(days=90), today=today)
    assert not in_time(today + timedelta(days=91), latest=today + timedelta(days=90), today=today)
    assert not in_time(today, latest=today + timedelta(days=90), today=today)
