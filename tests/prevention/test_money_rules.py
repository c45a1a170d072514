"""Rules of money, without a database: the dated rate, sums that say what they do not know, and pasted rates."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panoh.prevention.rules.rate_lines import Fault, LineFault, read_rates
from panoh.prevention.rules.rates import (
    Amount,
    InDollars,
    NoRate,
    PublishedPair,
    Rate,
    RateKind,
    in_dollars,
    one_rate,
    overlap,
    rate_can_be,
)
from panoh.prevention.rules.totals import change, per_head, total

DAY = date(2026, 11, 16)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def rate(first=DAY, last=None, per="10.62", kind=RateKind.DAILY, currency="TJS", source="National Bank"):
    return Rate(currency, first, last or first, Decimal(per), kind, source)


def amount(value, on=DAY, currency="TJS", last=None):
    return Amount(Decimal(value), currency, on, last or on)


def test_an_amount_takes_the_rate_of_its_day_and_keeps_what_it_was():
    found = in_dollars(amount("1000"), [rate(DAY - timedelta(days=1), per="99"), rate()])

    assert isinstance(found, InDollars)
    assert (found.dollars, found.rate.per_dollar, found.amount.value) == (Decimal("94.16"), Decimal("10.62"), 1000)


def test_a_rate_missing_for_a_date_is_never_guessed_from_the_day_before_or_after():
    rates = [rate(DAY - timedelta(days=1)), rate(DAY + timedelta(days=1)), rate(currency="RUB")]

    assert in_dollars(amount("1000"), rates) == NoRate(amount("1000"))


def test_the_average_of_a_year_turns_amounts_of_that_year_alone():
    average = rate(*YEAR, per="10.90", kind=RateKind.AVERAGE)

    assert isinstance(in_dollars(amount("109", YEAR[0], last=YEAR[1]), [average]), InDollars)
    assert isinstance(in_dollars(amount("109", date(2025, 5, 5)), [average]), NoRate)
    assert isinstance(in_dollars(amount("109", date(2026, 1, 1), last=date(2026, 12, 31)), [average]), NoRate)
    assert isinstance(in_dollars(amount("109", YEAR[0], last=YEAR[1]), [rate(*YEAR)]), NoRate)


def test_dollars_stay_dollars():
    assert in_dollars(amount("5.10", currency="USD"), []) == InDollars(
        amount("5.10", currency="USD"), Decimal("5.10"), None
    )


@pytest.mark.parametrize(
    ("wrong", "can"),
    [
        ({}, True),
        ({"currency": "USD"}, False),
        ({"currency": "somoni"}, False),
        ({"per": "0"}, False),
        ({"per": "-1"}, False),
        ({"source": " "}, False),
        ({"first": DAY + timedelta(days=1)}, False),
        ({"last": DAY - timedelta(days=1)}, False),
        ({"last": DAY + timedelta(days=1)}, False),
        ({"last": DAY + timedelta(days=40), "kind": RateKind.AVERAGE}, True),
    ],
)
def test_a_rate_is_above_nothing_of_days_that_have_come_with_its_source(wrong, can):
    assert rate_can_be(rate(**wrong), today=DAY) is can


def test_two_rates_for_one_day_overlap_and_an_average_beside_a_day_does_not():
    assert overlap(rate(), rate(DAY - timedelta(days=3), DAY))
    assert not overlap(rate(), rate(DAY + timedelta(days=1)))
    assert not overlap(rate(), rate(kind=RateKind.AVERAGE))
    assert not overlap(rate(), rate(currency="RUB"))


def test_a_sum_with_a_missing_rate_has_no_dollars_and_keeps_its_own_money():
    found = total([amount("100"), amount("50", DAY - timedelta(days=1)), amount("5", currency="USD")], [rate()])

    assert found.own == (("TJS", Decimal(150)), ("USD", Decimal(5)))
    assert found.dollars is None
    assert [each.first for each in found.no_rate] == [DAY - timedelta(days=1)]


def test_a_number_none_and_not_known_are_three_things():
    number, none = total([amount("106.20")], [rate()]), total([amount("0")], [rate()])
    unsaid, untold = total([amount("106.20")], [rate()], unsaid=1), total([], [], told=False)

    assert (number.none, number.dollars) == (False, Decimal("10.00"))
    assert (none.none, none.dollars) == (True, Decimal("0.00"))
    assert (unsaid.known, unsaid.dollars) == (False, None)
    assert (untold.known, untold.none, untold.dollars) == (False, False, None)
    assert total([], []).none


@given(st.lists(st.decimals("0", "1000000", places=2, allow_nan=False), max_size=20))
def test_sums_are_exact_to_the_last_cent(values):
    found = total([amount(each, currency="USD") for each in values], [])

    assert found.dollars == sum(values, Decimal(0))


def test_for_each_person_nobody_gives_no_share():
    assert per_head(Decimal(100), 3) == Decimal("33.33")
    assert per_head(Decimal(100), 0) is None
    assert per_head(None, 3) is None
    assert per_head(Decimal(100), None) is None


def test_against_the_year_before_only_where_both_are_known():
    assert (change(Decimal(150), Decimal(100)).difference, change(Decimal(150), Decimal(100)).percent) == (50, 50)
    assert change(Decimal(150), Decimal(0)).percent is None
    assert change(None, Decimal(100)).difference is None
    assert change(Decimal(100), None).difference is None


def test_the_dollars_of_the_2021_report_were_made_at_one_rate():
    printed = ((2019, 242_000, 21_370), (2020, 253_670, 22_400), (2021, 250_000, 22_080))
    pairs = [PublishedPair(year, Decimal(local), Decimal(dollars)) for year, local, dollars in printed]

    assert [each.implied for each in pairs] == [Decimal("11.324"), Decimal("11.325"), Decimal("11.322")]
    assert one_rate(pairs)
    assert not one_rate(pairs[:1])
    assert not one_rate([pairs[0], PublishedPair(2020, Decimal(253_670), Decimal(24_500))])


def test_pasted_rates_are_read_in_both_ways_of_writing_a_day():
    text = "2026-11-16 10.6250\n\n16.11.2026;\t10,62\n2025-01-01 2025-12-31 10.90\n"

    assert read_rates(text) == (
        (DAY, DAY, Decimal("10.6250")),
        (DAY, DAY, Decimal("10.62")),
        (*YEAR, Decimal("10.90")),
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("2026-11-16", Fault.PARTS),
        ("2026-11-16 2026-11-17 10 11", Fault.PARTS),
        ("31.02.2026 10.6", Fault.DAY),
        ("yesterday 10.6", Fault.DAY),
        ("2026-11-16 ten", Fault.RATE),
        ("2026-11-16 -1", Fault.RATE),
        ("2026-11-16 NaN", Fault.RATE),
        ("2026-11-16 0", Fault.RATE),
    ],
)
def test_a_line_that_cannot_be_read_names_itself(line, fault):
    with pytest.raises(LineFault) as raised:
        read_rates(f"2026-11-15 10.6\n{line}\n")

    assert (raised.value.number, raised.value.text, raised.value.fault) == (2, line, fault)


def test_no_line_and_too_many_lines_are_refused():
    with pytest.raises(LineFault, match="nothing"):
        read_rates("\n \n")
    with pytest.raises(LineFault, match="line 801"):
        read_rates("2026-11-16 10.6\n" * 801)


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_read_or_refused_by_name(text):
    try:
        spans = read_rates(text)
    except LineFault:
        return
    assert all(rate > 0 for _first, _last, rate in spans)


def test_a_day_without_a_rate_is_named_once_however_much_was_spent_on_it():
    amounts = [Amount(Decimal(sum_), "TJS", DAY, DAY) for sum_ in (5, 7)]

    found = total(amounts, [])

    assert len(found.no_rate) == 2
    assert found.days_missing == (("TJS", DAY),)
