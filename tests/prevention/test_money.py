"""Budget lines, spending and rates: recorded with their ledger line, refused with the reason, counted once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from panoh.prevention.actions import (
    allocate,
    open_line,
    record_rates,
    record_spending,
    take_back_spending,
)
from panoh.prevention.forms.money import SpendingForm
from panoh.prevention.models import BudgetLine, ExchangeRate, Spending
from panoh.prevention.queries.money import line_page, lines_of
from panoh.prevention.queries.rates import newest_rate
from panoh.prevention.queries.spending import by_programme, charged, of_houses, of_services, rates_page
from panoh.protection.actions import complain_of_charge, record_budget, record_service
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.statistics.queries.money import money_page
from tests.journeys import ways
from tests.prevention.kept import a_session
from tests.prevention.test_training import last_line

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def a_line(cast, at, **more):
    told = {"programme": "training", "year": 2026, "payer": "state", "currency": "TJS", "title": "Courses"}
    return open_line(**told | more, by=cast.nigina, at=at)


def spend(cast, at, line, amount, on=None, **more):
    told = {"amount": Decimal(amount), "on": on or at.date(), "words": "Rooms"} | more
    return record_spending(line=line, **told, by=cast.nigina, at=at)


def rated(cast, at, *spans, kind="daily", currency="TJS", **told):
    """By somebody who has just read what stands."""
    given = [(first, last, Decimal(per)) for first, last, per in spans]
    said = {"source": "National Bank", "after": newest_rate(), **told}
    return record_rates(currency=currency, kind=kind, spans=given, **said, by=cast.alisher, at=at)


def test_the_session_that_was_paid_for_is_chosen_by_what_was_taught_when_and_where(cast, now):
    line, session = a_line(cast, now, year=now.year), a_session(cast.nigina, at=now, days=3)

    chosen = [str(label) for _, label in SpendingForm(line=line).fields["session"].choices]

    assert len(chosen) == 2
    assert session.place in chosen[1]
    assert "object" not in chosen[1]


def test_a_line_says_what_it_holds_what_was_spent_and_what_is_left(cast, now):
    line, today = a_line(cast, now), now.date()
    rated(cast, now, (today, today, "10.50"))
    allocate(line=line, amount=Decimal(5000), on=today - DAY, document="Order 1", by=cast.nigina, at=now)
    allocate(line=line, amount=Decimal(4000), on=today, document="Cut", by=cast.nigina, at=now)
    spend(cast, now, line, "2100")
    wrong = spend(cast, now, line, "999")
    take_back_spending(spending=wrong, because="Typed twice", by=cast.nigina, at=now)

    page = line_page(cast.alisher, line.pk)
    assert page.shown.allocated.value == 4000
    assert (page.shown.sum_spent, page.shown.left, page.shown.spent.dollars) == (2100, 1900, Decimal("200.00"))
    assert [each.row.taken_back_because for each in page.spendings] == ["Typed twice", ""]
    assert (page.keeps, line_page(cast.nigina, line.pk).keeps) == (False, True)
    assert last_line() == ("take_back_spending", f"budget_line:{line.pk}")


def test_nobody_said_is_not_nothing_and_nothing_is_said_with_a_nought(cast, now):
    line = a_line(cast, now)
    assert lines_of(2026)[0].sum_spent is None

    spend(cast, now, line, "0")
    assert lines_of(2026)[0].sum_spent == 0
    assert lines_of(2026)[0].spent.none


def test_a_rate_missing_for_a_date_is_flagged_with_the_day_and_the_dollars_are_not_available(cast, now):
    line, today = a_line(cast, now), now.date()
    rated(cast, now, (today, today, "10.50"))
    spend(cast, now, line, "1050")
    spend(cast, now, line, "300", on=today - DAY)

    page = line_page(cast.alisher, line.pk)
    assert page.shown.spent.dollars is None
    assert [each.converted is None for each in page.spendings] == [False, True]
    assert rates_page(2026).missing == (("TJS", today - DAY, today - DAY),)

    rated(cast, now, (today - DAY, today - DAY, "10.00"))
    assert line_page(cast.alisher, line.pk).shown.spent.dollars == Decimal("130.00")
    assert rates_page(2026).missing == ()


def test_a_rate_put_right_keeps_what_stood_and_another_span_over_the_same_day_is_refused(cast, now):
    today = now.date()
    rated(cast, now, (today - 3 * DAY, today - DAY, "10.40"))
    rated(cast, now, (today - 3 * DAY, today - DAY, "10.45"))
    assert [str(each.per_dollar) for each in ExchangeRate.objects.filter(replaced_at=None)] == ["10.450000"]
    assert ExchangeRate.objects.count() == 2

    with pytest.raises(Refused, match=r"Line 2, .* the rate of .* stands for some of it"):
        rated(cast, now, (today, today, "10.6"), (today - DAY, today - DAY, "10.5"))
    with pytest.raises(Refused, match=r"Line 2, .* stands for some of it"):
        rated(cast, now, (today, today, "10.6"), (today, today, "10.7"))
    with pytest.raises(Refused, match="this rate cannot be"):
        rated(cast, now, (today + DAY, today + DAY, "10.6"))
    with pytest.raises(Refused, match="this rate cannot be"):
        rated(cast, now, (today, today, "1"), currency="USD")
    assert ExchangeRate.objects.count() == 2
    assert LedgerEntry.objects.last().act == "record_rates.refused"


def test_a_rate_a_colleague_recorded_since_is_told_and_not_written_over(cast, now):
    today = now.date()
    (first,) = rated(cast, now, (today, today, "10.40"))
    (theirs,) = rated(cast, now, (today, today, "10.45"))

    for older in (first.pk, None):
        with pytest.raises(Conflict, match=r"Line 2, .* 10\.45 was recorded for it, by “National Bank”"):
            rated(cast, now, (today - DAY, today - DAY, "10.3"), (today, today, "10.54"), after=older)

    assert ExchangeRate.objects.get(replaced_at=None) == theirs
    assert LedgerEntry.objects.last().act == "record_rates.refused"
    rated(cast, now, (today - DAY, today - DAY, "10.3"), after=None)
    assert rated(cast, now, (today, today, "10.54"), after=theirs.pk)


def test_every_line_a_colleague_was_first_with_is_told_before_any_counts_as_seen(cast, now):
    today = now.date()
    before, days = newest_rate(), (today - DAY, today - 2 * DAY, today)
    rated(cast, now, (today - DAY, today - DAY, "10.41"), (today, today, "10.45"), source="Colleague")

    with pytest.raises(Conflict, match=r"Line 1, .* 10\.41 .*“Colleague”.* Line 3, .* 10\.45 .*“Colleague”"):
        rated(cast, now, *((each, each, "10.9") for each in days), after=before)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"programme": "shelter"}, "no line of this kind"),
        ({"payer": "victim"}, "no line of this kind"),
        ({"year": 2028}, "year, the currency or the name"),
        ({"currency": "som"}, "year, the currency or the name"),
        ({"title": " "}, "year, the currency or the name"),
    ],
)
def test_a_line_that_cannot_be_is_refused(cast, now, wrong, says):
    with pytest.raises(Refused, match=says):
        a_line(cast, now, **wrong)
    assert not BudgetLine.objects.exists()


def test_spending_is_of_a_day_of_the_lines_year_that_has_come_and_kept_by_its_desk(cast, now):
    line = a_line(cast, now)

    for wrong in ({"amount": "-1"}, {"amount": "1", "on": now.date() + DAY}, {"amount": "1", "on": date(2025, 12, 31)}):
        with pytest.raises(Refused, match="lies ahead or in another year"):
            spend(cast, now, line, **wrong)
    with pytest.raises(Refused, match="not said what it was spent for"):
        spend(cast, now, line, "1", words=" ")
    with pytest.raises(NotPermitted, match="desk that opened it"):
        record_spending(line=line, amount=Decimal(1), on=now.date(), words="x", by=cast.alisher, at=now)
    with pytest.raises(NotPermitted):
        allocate(line=line, amount=Decimal(1), on=now.date(), document="x", by=cast.zarina, at=now)
    with pytest.raises(Conflict, match="keeps this line"):
        a_line(cast, now)
    with pytest.raises(Refused, match="no less than nothing"):
        allocate(line=line, amount=Decimal(-1), on=now.date(), document="x", by=cast.nigina, at=now)
    assert not Spending.objects.exists()


def test_what_a_year_cost_stands_by_programme_payer_and_provider_and_is_never_added_across(cast, now):
    today = now.date()
    rated(cast, now, (today, today, "10.00"))
    rated(cast, now, (date(2026, 1, 1), date(2026, 12, 31), "10.00"), kind="average")
    spend(cast, now, a_line(cast, now), "1000")
    shelter = ways.open_shelter(cast, at=now)
    record_budget(
        shelter=shelter,
        year=2026,
        payer="state",
        currency="TJS",
        allocated=Decimal(9000),
        spent=Decimal(6000),
        by=cast.shahlo,
        at=now,
    )
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    served = {"case": case, "service": "legal_aid", "currency": "TJS", "by": cast.zarina, "at": now}
    record_service(**served, on=today, payer="international", cost=Decimal(300))
    record_service(**{**served, "service": "education"}, on=today, payer="victim", cost=Decimal(50))
    complain_of_charge(case=case, service="education", words="x", by_person=True, by=cast.zarina, at=now)

    (line,) = by_programme(2026)
    assert (line.key, line.payer, line.spent.dollars) == ("training", "state", Decimal("100.00"))
    (services,) = of_services(2026, "payer")
    assert (services.payer, services.spent.dollars) == ("international", Decimal("30.00"))
    (provider,) = of_services(2026, "desk")
    assert (provider.key, provider.spent.own) == (str(cast.zarina.desk), (("TJS", Decimal(300)),))
    (house,) = of_houses(2026)
    assert (house.payer, house.spent.dollars, house.allocated.dollars) == ("state", 600, 900)
    made = charged(2026)
    assert (made.services, made.paid.dollars, made.complaints, made.named.unsaid) == (1, Decimal("5.00"), 1, 1)

    page = money_page(cast.alisher, year=2026, now=now)
    assert page.per_person[0].dollars == Decimal("30.00")
    assert page.per_person[1].dollars is None
    assert page.one_rate
    with pytest.raises(NotPermitted):
        money_page(cast.safar, year=2026, now=now)


def test_a_service_whose_cost_nobody_wrote_makes_the_sum_not_known(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    record_service(case=case, service="legal_aid", on=now.date(), payer="state", by=cast.zarina, at=now)

    (row,) = of_services(2026, "payer")
    assert (row.spent.unsaid, row.spent.known, row.spent.dollars) == (1, False, None)
