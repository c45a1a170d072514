"""What records say for the items: criminal cases, sentences, money, decisions, services; each in its own unit and period."""

from __future__ import annotations

from datetime import date

import pytest

from panoh.assessment.queries.answers.counted import Reckoned, reckoned
from panoh.assessment.rules.answers.counts import Count, Hidden, in_words
from panoh.instruments.assessment import questionnaire
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number
from tests.assessment.answered import REPORT
from tests.conftest import NOON
from tests.journeys import ways

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
    ways.prosecuted(way.case, cast, at=NOON)
    ways.fined(way.case, cast, at=NOON)
    return reckoned(REPORT, now=NOON)


def test_criminal_cases_count_in_the_calendar_year_and_people_in_the_year_of_the_report(records):
    opened, screened = counts(records, "A05")["criminal_cases_opened"], counts(records, "B02")["persons_screened"]

    assert (opened.first, opened.last) == (date(REPORT - 1, 1, 1), date(REPORT - 1, 12, 31))
    assert (screened.first, screened.last) == (date(REPORT - 1, 4, 1), date(REPORT, 3, 31))
    assert (opened.value, screened.value) == (Number(1), Number(1))


def test_a_judgment_is_told_with_its_term_and_money_in_its_own_currency(records):
    sentences, paid = counts(records, "A12")["sentences"], counts(records, "A13")["restitution"]

    assert isinstance(sentences.value, Number)
    assert "months" in said(sentences, "most")
    assert any(row.key.startswith("ordered.") for row in paid.tables[0].rows)


def test_referrals_services_and_penalties_are_counted_and_small_rows_hidden(records):
    sent, penalties = counts(records, "B08")["referral_answers"], counts(records, "B21")["reliefs"]

    assert sent.value == Number(1)
    assert sent.row("accepted") == Hidden()
    assert penalties.tables[1].rows
    assert counts(records, "B11")["nights"].tables


def test_before_records_began_nothing_is_available_and_nothing_is_zero(records):
    early = reckoned(REPORT - 3, now=NOON)

    for key in ("A04", "A06", "A12", "B05", "B06", "B08", "B10", "B18", "B26"):
        for count in counts(early, key).values():
            assert isinstance(count.value, NotAvailable), key
            assert not count.tables, key


def test_counted_and_nobody_is_none(cast):
    empty = reckoned(REPORT, now=NOON)

    assert {type(each.value) for each in counts(empty, "B10").values()} == {NoneCounted}
    assert {type(each.value) for each in counts(empty, "A11").values()} == {NoneCounted}
