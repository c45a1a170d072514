"""What records say for the items: criminal cases, sentences, money, decisions, services; each in its own unit and period."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from panoh.assessment.queries.answers.counted import Reckoned, reckoned
from panoh.assessment.rules.answers.counts import Count, Hidden, in_words
from panoh.instruments.assessment import questionnaire
from panoh.justice.models import Sentence
from panoh.prevention.actions import allocate, open_line, put_down_measure, record_spending
from panoh.protection.models import FollowUp
from panoh.screening.actions import open_operation
from panoh.screening.models import RosterEntry
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number
from tests.assessment.answered import REPORT
from tests.conftest import NOON
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db


def counts(records: Reckoned, item: str) -> dict[str, Count]:
    asked = questionnaire().find(item)
    assert asked is not None
    return {each.source: each for each in records.of(asked)}


def said(count: Count, key: str) -> str:
    value = count.row(key)
    assert value is not None
    return in_words(value).en


@pytest.fixture
def records(cast) -> Reckoned:
    """One woman interviewed, sheltered and fined; one criminal case charged and judged."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    ways.lodged(way.case, by=cast.zarina, at=NOON)
    ways.sheltered(way.case, ways.open_shelter(cast, at=NOON), cast, at=NOON)
    judged = ways.prosecuted(way.case, cast, at=NOON)
    Sentence.objects.create(
        defendant_id=judged["defendant_id"],
        on=NOON.date(),
        offence="trafficking_in_persons",
        convicted=True,
        custodial_months=60,
        by=cast.nozim,
        at=NOON,
    )
    ways.fined(way.case, cast, at=NOON)
    return reckoned(REPORT, now=NOON)


def test_criminal_cases_count_in_the_calendar_year_and_people_in_the_year_of_the_report(records):
    opened, screened = counts(records, "A05")["criminal_cases_opened"], counts(records, "B02")["persons_screened"]

    assert (opened.first, opened.last) == (date(REPORT - 1, 1, 1), date(REPORT - 1, 12, 31))
    assert (screened.first, screened.last) == (date(REPORT - 1, 4, 1), date(REPORT, 3, 31))
    assert (opened.value, screened.value) == (Number(1), Number(1))


def test_a_judgment_is_told_with_its_term_and_money_in_its_own_currency(records):
    sentences, paid = counts(records, "A12")["sentences"], counts(records, "A13")["restitution"]

    assert (sentences.value, said(sentences, "most"), said(sentences, "prison")) == (Number(1), "60 months", "1")
    assert any(row.key.startswith("ordered.") for row in paid.tables[0].rows)


def test_referrals_services_and_penalties_are_counted_and_small_rows_hidden(records):
    sent, penalties = counts(records, "B08")["referral_answers"], counts(records, "B21")["reliefs"]

    assert sent.value == Number(1)
    assert sent.row("accepted") == Hidden()
    assert penalties.tables[1].rows
    assert counts(records, "B11")["nights"].tables


def test_people_on_lists_of_returnees_say_how_many_were_screened(cast):
    flight = ways.came_by_flight(FLIGHT, by=cast.zarina, at=NOON)
    ways.interviewed(ways.WOMAN, entry=flight.roster.order_by("row").first(), by=cast.zarina, at=NOON)
    RosterEntry.objects.create(operation=flight, row=9, digest="x", status="not_met")
    open_operation(kind="raid", title="Construction", on=NOON.date(), by=cast.zarina, at=NOON)

    found = counts(reckoned(REPORT, now=NOON), "X12")["returnees"]

    assert (found.value, found.row("screened"), found.row("not_screened")) == (Number(2), Hidden(), Hidden())
    assert [row.key for row in found.tables[1].rows] == ["flight", "convoy", "detention", "stranded"]


def test_what_the_state_paid_and_how_far_the_plan_came_stand_in_its_own_items(cast):
    told = {"year": 2026, "payer": "state", "by": cast.nigina, "at": NOON}
    paid = open_line(programme="compensation", currency="TJS", title="Compensation", **told)
    other = open_line(programme="prevention", currency="TJS", title="Leaflets", **told)
    for line, amount in ((paid, 5_000), *[(paid, 700)] * 9, (other, 90)):
        allocate(line=line, amount=Decimal(19_000), on=NOON.date(), document="1", by=cast.nigina, at=NOON)
        record_spending(line=line, amount=Decimal(amount), on=NOON.date(), words="x", by=cast.nigina, at=NOON)
    for number in ("1", "2"):
        put_down_measure(
            plan="Plan 2026",
            number=number,
            words="Teach officers.",
            owner=cast.nigina.desk,
            due_on=NOON.date() + timedelta(days=100),
            by=cast.alisher,
            at=NOON,
        )
    records = reckoned(REPORT, now=NOON)

    assert said(counts(records, "B29")["state_compensation"], "paid.TJS") == "11300.00 TJS"
    measures = counts(records, "C01")["plan_measures"]
    assert (measures.value, measures.tables[0].rows[0].name.en) == (Number(2), "Plan 2026")
    assert measures.row("not_begun") == Number(2)


def test_what_one_victim_was_paid_is_not_told(cast):
    paid = open_line(
        programme="compensation", year=2026, payer="state", currency="TJS", title="x", by=cast.nigina, at=NOON
    )
    allocate(line=paid, amount=Decimal(9_000), on=NOON.date(), document="1", by=cast.nigina, at=NOON)
    record_spending(line=paid, amount=Decimal(5_000), on=NOON.date(), words="x", by=cast.nigina, at=NOON)

    assert counts(reckoned(REPORT, now=NOON), "B29")["state_compensation"].row("paid.TJS") == Hidden()


def test_a_contact_counts_with_the_last_try_six_and_twelve_months_after(cast):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON).case
    ways.lodged(case, by=cast.zarina, at=NOON)
    ways.sheltered(case, ways.open_shelter(cast, at=NOON), cast, at=NOON)
    departure = ways.to_leave(case, cast, at=NOON)
    for months, came, closes in ((3, "spoke", True), (6, "not_reached", False), (6, "spoke", True)):
        FollowUp.objects.create(departure=departure, months=months, came=came, closes=closes, by=cast.shahlo, at=NOON)

    found = counts(reckoned(REPORT, now=NOON), "B28")["contacts_after"]

    assert found.value == Number(1)
    assert [table.name.en for table in found.tables] == ["After 6 months", "After 12 months"]


def test_before_records_began_nothing_is_available_and_nothing_is_zero(records):
    early = reckoned(REPORT - 3, now=NOON)

    for key in ("A04", "A06", "A12", "B05", "B06", "B08", "B10", "B18", "B26", "B28", "B29", "C01", "X12"):
        for count in counts(early, key).values():
            assert isinstance(count.value, NotAvailable), key
            assert not count.tables, key


def test_counted_and_nobody_is_none(cast):
    empty = reckoned(REPORT, now=NOON)

    assert {type(each.value) for each in counts(empty, "B10").values()} == {NoneCounted}
    assert {type(each.value) for each in counts(empty, "A11").values()} == {NoneCounted}


def test_what_one_victim_was_paid_in_another_currency_is_hidden_by_itself(cast):
    told = {"year": 2026, "payer": "state", "programme": "compensation", "by": cast.nigina, "at": NOON}
    for currency, times in (("TJS", 12), ("USD", 1)):
        line = open_line(currency=currency, title=currency, **told)
        allocate(line=line, amount=Decimal(19_000), on=NOON.date(), document="1", by=cast.nigina, at=NOON)
        for _ in range(times):
            record_spending(line=line, amount=Decimal(700), on=NOON.date(), words="x", by=cast.nigina, at=NOON)

    found = counts(reckoned(REPORT, now=NOON), "B29")["state_compensation"]

    assert (found.value, said(found, "paid.TJS"), found.row("paid.USD")) == (Number(13), "8400.00 TJS", Hidden())
