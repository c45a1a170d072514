"""What votes come to: the majority of all who sit, of several agencies; a tie is never a negative, and no clock decides."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.identification.rules import Ballot, Barred, Undecided, barred, count, elements_asked
from panoh.instruments import countries
from panoh.instruments.kinds.procedure import PanelRule

RULE = PanelRule(members=2, agencies=2, against=2, not_only=("police", "prosecutor"), sources=())
YES, NO = True, False


def ballots(*votes: bool, kinds: str = "health ngo justice commission labour") -> list[Ballot]:
    names = kinds.split()
    return [
        Ballot(number, names[number % len(names)], names[number % len(names)], vote)
        for number, vote in enumerate(votes)
    ]


@pytest.mark.parametrize(
    ("votes", "positive", "undecided"),
    [
        ((YES, YES), True, None),
        ((NO, NO), False, None),
        ((YES, NO), None, Undecided.TIE),
        ((YES, NO, YES), True, None),
        ((NO, NO, YES), False, None),
        ((YES, NO, NO, YES), None, Undecided.TIE),
        ((NO,), None, Undecided.TOO_FEW),
        ((), None, Undecided.TOO_FEW),
    ],
)
def test_the_majority_decides(votes, positive, undecided):
    result = count(ballots(*votes), awaited=0, rule=RULE)

    assert (result.positive, result.undecided) == (positive, undecided)


@pytest.mark.parametrize("votes", list(product((YES, NO), repeat=3)))
def test_nothing_is_decided_while_somebody_has_not_voted(votes):
    assert count(ballots(*votes), awaited=1, rule=RULE).undecided is Undecided.AWAITED


def test_one_agency_alone_decides_nothing_and_nor_do_police_with_prosecutors():
    assert count(ballots(YES, YES, kinds="health"), awaited=0, rule=RULE).undecided is Undecided.ONE_AGENCY
    alone = count(ballots(NO, NO, kinds="police prosecutor"), awaited=0, rule=RULE)
    assert alone.undecided is Undecided.ONE_KIND


def test_dissent_is_named():
    result = count(ballots(YES, NO, YES), awaited=0, rule=RULE)

    assert (result.dissent, result.carried_by) == ((1,), (0, 2))


@given(st.lists(st.booleans(), max_size=9), st.integers(0, 3), st.integers(2, 4))
def test_a_negative_has_a_majority_and_at_least_two_against_whatever_the_votes(votes, awaited, against):
    rule = PanelRule(members=2, agencies=2, against=against, not_only=(), sources=())
    result = count(ballots(*votes), awaited=awaited, rule=rule)

    if result.positive is False:
        assert not awaited
        assert result.against >= max(2, against)
        assert result.against > result.in_favour
    if votes.count(YES) == votes.count(NO):
        assert result.positive is None
    assert (result.positive is None) == (result.undecided is not None)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ((True, False, False), None),
        ((True, True, False), Barred.INVESTIGATES),
        ((True, False, True), Barred.DECIDED_BEFORE),
        ((False, False, False), Barred.NO_MEMBER),
    ],
)
def test_who_investigates_or_decided_before_does_not_sit(facts, why):
    is_member, investigates, before = facts

    assert barred(is_member=is_member, investigates=investigates, decided_before=before) is why


def test_a_child_needs_no_means():
    assert elements_asked(child=True) == ("act", "purpose")
    assert elements_asked(child=False) == ("act", "means", "purpose")


def test_the_countrys_panel_has_two_agencies_and_says_how_well_that_is_verified():
    rule = countries.procedure("tj").panel

    assert rule.agencies >= 2
    assert {each.verification.value for each in rule.sources} == {"provisional"}
