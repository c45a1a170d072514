"""Number, none and not available are three things; parts add up; a comparison says what cannot be compared."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.statistics.rules.comparison import compare
from panoh.statistics.rules.figures import Breakdown, Cell, Figure, Part, break_down, tally
from panoh.statistics.rules.periods import Caveat, Period, PeriodKind, caveats, unavailable
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason, counted, kind, total

MISSING = NotAvailable(Reason.BEFORE_RECORDS)
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)
DIMENSIONS = ("form", "sex", "age_group", "nationality_group", "region")
REGIONS = ("TJ-DU", "TJ-SU")

values = st.one_of(st.integers(0, 500).map(counted), st.just(MISSING))
years = st.none() | st.integers(1930, 2026)
cell = st.builds(
    Cell,
    persons=st.integers(1, 40),
    form=st.sampled_from(["labour", "sexual", "other", "unknown"]),
    sex=st.sampled_from(["female", "male", "other", "unknown"]),
    born_from=years,
    born_to=years,
    age_in_doubt=st.booleans(),
    nationality=st.sampled_from(["TJ", "BD", ""]),
    region=st.sampled_from(["TJ-DU", "TJ-SU", "", "ZZ-ZZ"]),
)


@pytest.mark.parametrize("count", [0, -1])
def test_zero_is_no_number(count):
    with pytest.raises(ValueError, match="NoneCounted"):
        Number(count)


def test_the_three_never_equal_one_another():
    assert len({Number(1), NoneCounted(), MISSING}) == 3
    assert counted(0) == NoneCounted() != MISSING
    assert [kind(each) for each in (Number(1), NoneCounted(), MISSING)] == ["number", "none", "not_available"]


def test_values_cannot_be_added_by_mistake():
    with pytest.raises(TypeError):
        sum([Number(1), NoneCounted()])


@given(st.lists(values))
def test_a_sum_with_a_missing_part_is_missing_and_never_less(parts):
    found = total(parts)

    if MISSING in parts:
        assert found == MISSING
    else:
        assert found == counted(sum(part.count for part in parts if isinstance(part, Number)))


@given(st.lists(cell, max_size=12), st.sampled_from(DIMENSIONS))
def test_the_parts_of_every_breakdown_add_up_to_the_total(cells, dimension):
    breakdown = break_down(cells, dimension, own_nationality="TJ", regions=REGIONS, on=date(2026, 1, 1))

    assert total(part.value for part in breakdown.parts) == tally(cells)
    assert breakdown.value("unknown") is not None


def test_parts_that_do_not_add_up_are_refused():
    wrong = Breakdown("sex", (Part("female", Number(2)), Part("unknown", NoneCounted())))

    with pytest.raises(ValueError, match="do not add up"):
        Figure("victims_identified", "1", YEAR, "person", Number(3), (wrong,))


def test_what_is_not_available_has_no_breakdown():
    with pytest.raises(ValueError, match="no breakdown"):
        Figure("victims_identified", "1", YEAR, "person", MISSING, (Breakdown("sex", ()),))


@pytest.mark.parametrize(
    ("this", "before", "difference", "percent", "words"),
    [
        (Number(272), Number(47), 225, 479, "225 more (+479 %)"),
        (Number(15), Number(24), -9, -38, "9 fewer (−38 %)"),
        (Number(12), Number(10), 2, 20, "2 more (+20 %)"),
        (Number(12), Number(9), 3, None, "3 more"),
        (NoneCounted(), Number(10), -10, -100, "10 fewer (−100 %)"),
        (Number(4), NoneCounted(), 4, None, "4 more"),
        (NoneCounted(), NoneCounted(), 0, None, "none both times"),
        (Number(11), Number(11), 0, 0, "the same"),
        (Number(4), MISSING, None, None, "cannot be compared"),
        (MISSING, NoneCounted(), None, None, "cannot be compared"),
    ],
)
def test_a_comparison_gives_difference_and_share_only_where_both_are_known(this, before, difference, percent, words):
    change = compare(this, before)

    assert (change.difference, change.percent, change.words.en.replace("\N{NO-BREAK SPACE}", " ")) == (
        difference,
        percent,
        words,
    )


@given(values, values)
def test_turning_a_comparison_round_turns_the_difference_round(this, before):
    there, back = compare(this, before).difference, compare(before, this).difference

    assert there is back is None or there == -back


@pytest.mark.parametrize(
    ("kind", "first", "last", "defined_as"),
    [
        (PeriodKind.CALENDAR_YEAR, date(2026, 1, 1), date(2026, 12, 31), "calendar_year"),
        (PeriodKind.FIRST_HALF, date(2026, 1, 1), date(2026, 6, 30), "half_year"),
        (PeriodKind.SECOND_HALF, date(2026, 7, 1), date(2026, 12, 31), "half_year"),
        (PeriodKind.TIP_REPORTING_PERIOD, date(2026, 4, 1), date(2027, 3, 31), "tip_reporting_period"),
    ],
)
def test_a_period_has_first_and_last_day_and_the_same_one_a_year_before(kind, first, last, defined_as):
    period = Period(kind, 2026)

    assert (period.first, period.last, period.kind.defined_as) == (first, last, defined_as)
    assert period.before == Period(kind, 2025)


@pytest.mark.parametrize(
    ("records_from", "today", "reason"),
    [
        (date(2027, 1, 1), date(2027, 5, 1), Reason.BEFORE_RECORDS),
        (date(2026, 12, 31), date(2027, 5, 1), None),
        (date(2025, 1, 1), date(2025, 12, 31), Reason.NOT_BEGUN),
        (date(2025, 1, 1), date(2026, 1, 1), None),
        (None, date(2026, 5, 1), Reason.NO_RECORDS),
    ],
)
def test_a_period_without_records_is_not_available_and_never_none(records_from, today, reason):
    found = unavailable(YEAR, records_from=records_from, today=today)

    assert found == (NotAvailable(reason) if reason else None)


def test_a_period_that_is_not_over_or_only_partly_on_record_says_so():
    whole = date(2026, 1, 1)

    assert caveats(YEAR, records_from=whole, today=YEAR.last + timedelta(days=1)) == ()
    assert caveats(YEAR, records_from=whole, today=YEAR.last) == (Caveat.SO_FAR,)
    assert caveats(YEAR, records_from=date(2026, 3, 1), today=date(2027, 1, 1)) == (Caveat.RECORDS_BEGIN_WITHIN,)
    assert caveats(YEAR, records_from=None, today=YEAR.last) == ()
