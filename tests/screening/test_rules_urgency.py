"""The order of a queue: it says what the full assessment says, and learning more never moves anyone back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panoh.instruments.library import screening_instrument, screening_instruments
from panoh.screening.rules import AgeGroup, Answer, assess
from panoh.screening.rules.roster import RosterRow, age_group
from panoh.screening.rules.urgency import SEEN, WEIGHTS, Asks, triage

DAY = date(2026, 11, 16)
ADULT_LABOUR = screening_instrument("ilo_ec_adult_labour")
IDS = [item.id for item in ADULT_LABOUR.items]
ANSWERS = st.dictionaries(st.sampled_from([*IDS, "act", "sexual_use", *SEEN]), st.sampled_from(Answer), max_size=15)
YEARS = st.one_of(st.none(), st.integers(1950, 2026))


def row(answers: dict[str, Answer], born: int | None) -> RosterRow:
    return RosterRow(2, "Саидов Алӣ", born_from=born, born_to=born, answers=tuple(answers.items()))


@settings(max_examples=200, deadline=None)
@given(ANSWERS, YEARS)
def test_the_outcome_on_a_list_is_the_outcome_of_the_full_assessment(answers, born):
    person = row(answers, born)

    found = triage(person, Asks.all_of((ADULT_LABOUR,)), on=DAY)

    if not set(answers) & set(IDS):
        assert found.outcome == ""
        return
    full = assess(
        ADULT_LABOUR,
        answers,
        age=age_group(person, on=DAY),
        act_recorded=answers.get("act", Answer.UNKNOWN),
        sexual_use_recorded=answers.get("sexual_use", Answer.UNKNOWN),
    )
    assert found.outcome == full.outcome
    assert ("presumed" in found.because) == full.presumed


@settings(max_examples=200, deadline=None)
@given(ANSWERS, YEARS, st.sampled_from([*IDS, *SEEN]))
def test_one_more_yes_moves_nobody_back(answers, born, one_more):
    asks = Asks.all_of(screening_instruments())

    before = triage(row(answers, born), asks, on=DAY)
    after = triage(row({**answers, one_more: Answer.YES}, born), asks, on=DAY)

    assert after.urgency >= before.urgency


def test_each_reason_weighs_more_than_all_after_it_together():
    weights = list(WEIGHTS.values())

    assert all(weight > sum(weights[place + 1 :]) for place, weight in enumerate(weights))


@pytest.mark.parametrize(
    ("birth_date", "years", "group"),
    [
        ("2008-11-16", (2008, 2008), AgeGroup.ADULT),
        ("2008-11-17", (2008, 2008), AgeGroup.CHILD),
        ("2008", (2008, 2008), AgeGroup.UNKNOWN),
        ("2007", (2007, 2007), AgeGroup.ADULT),
        ("2009", (2009, 2009), AgeGroup.CHILD),
        ("", (None, None), AgeGroup.UNKNOWN),
    ],
)
def test_an_adult_is_an_adult_only_by_every_reading_of_the_papers(birth_date, years, group):
    person = RosterRow(2, "Саидов Алӣ", birth_date=birth_date, born_from=years[0], born_to=years[1])

    assert age_group(person, on=DAY) is group


def test_of_several_instruments_the_graver_finding_counts():
    answers = {"AS.RV.economic": Answer.YES, "AL.CD.documents": Answer.YES, "AL.CD.violence_victim": Answer.YES}

    found = triage(row(answers, 1990), Asks.all_of(screening_instruments()), on=DAY)

    assert (found.instrument, found.because) == ("ilo_ec_adult_labour", ("presumed",))
