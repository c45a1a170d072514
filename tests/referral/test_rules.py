"""Offers, agreement and reminders, without a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from panoh.instruments.kinds.source import Words
from panoh.referral.rules.agreement import SEEN_TO_ANSWER, purposes_for
from panoh.referral.rules.fit import DeskFacts, Wanted
from panoh.referral.rules.fit_words import DECLINED_BEFORE, ELSEWHERE, NEAR, UNSTAFFED, WAITING
from panoh.referral.rules.offers import Offer, offers
from panoh.referral.rules.reminders import may_remind

NOON = datetime(2026, 11, 16, 7, 0, tzinfo=UTC)


def keys(*desks: DeskFacts, region: str = "TJ-DU-01") -> list[str]:
    return [offer.key for offer in offers(desks, wanted=Wanted(region))]


def said(offer: Offer) -> tuple[Words, ...]:
    return tuple(reason.words for reason in offer.reasons)


def test_a_desk_in_the_same_region_is_offered_before_one_elsewhere():
    assert keys(DeskFacts("khujand", "TJ-SU"), DeskFacts("dushanbe", "TJ-DU")) == ["dushanbe", "khujand"]


def test_a_desk_that_declined_is_offered_last_and_not_left_out():
    assert keys(DeskFacts("near", "TJ-DU", "declined"), DeskFacts("far", "TJ-SU")) == ["far", "near"]


def test_a_desk_where_nobody_signs_in_comes_after_its_neighbours():
    assert keys(DeskFacts("a", "TJ-DU", staffed=False), DeskFacts("b", "TJ-DU")) == ["b", "a"]


def test_every_offer_says_why():
    near, far, waiting = offers(
        (DeskFacts("a", "TJ-DU"), DeskFacts("b", "TJ-SU", staffed=False), DeskFacts("c", "TJ-DU", "sent")),
        wanted=Wanted("TJ-DU"),
    )

    assert said(near) == (NEAR,)
    assert said(far) == (ELSEWHERE, UNSTAFFED)
    assert said(waiting) == (NEAR, WAITING)


def test_only_a_desk_that_still_has_to_answer_cannot_be_asked_again():
    declined, waiting = offers((DeskFacts("a", "", "declined"), DeskFacts("c", "", "sent")), wanted=Wanted(""))

    assert declined.may_ask
    assert DECLINED_BEFORE in said(declined)
    assert not waiting.may_ask


@pytest.mark.parametrize(
    ("kind", "purposes"),
    [
        ("shelter", ("service", "referral")),
        ("ngo", ("service", "referral")),
        ("police", ("police",)),
        ("prosecutor", ("police",)),
        ("consulate", ("consulate",)),
    ],
)
def test_sharing_with_police_or_a_consulate_is_a_purpose_of_its_own(kind, purposes):
    assert purposes_for(kind) == purposes


def test_nothing_that_names_the_person_is_seen_before_the_answer():
    assert not {"names", "birth_date", "documents", "contact"} & set(SEEN_TO_ANSWER)


@pytest.mark.parametrize(("hours", "possible"), [(0, False), (23, False), (24, True)])
def test_a_desk_is_reminded_once_a_day(hours, possible):
    assert may_remind(now=NOON + timedelta(hours=hours), last_reminder=NOON) is possible


def test_the_first_reminder_waits_for_nothing():
    assert may_remind(now=NOON, last_reminder=None)
