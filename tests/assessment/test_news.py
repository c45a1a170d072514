"""A news article about the report: the change of tier, cases, victims by form; and half a year is never the year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from panoh.assessment import actions
from panoh.narratives.apart import detail_of
from tests.assessment.texts import SAME
from tests.conftest import NOON

NEWS = (
    "Tajikistan moved up from the Tier 2 Watch List to Tier 2 in the 2025 Trafficking in Persons (TIP) Report.\n"
    "Authorities initiated 57 criminal cases related to human trafficking, down from 60 in 2023, but the number of "
    "identified victims rose from 47 to 272. Of these, 238 were victims of forced labor, and 34 were victims of sexual "
    "exploitation.\n"
    "In the first half of 2025 alone, law enforcement registered 39 new cases, including five involving the sale of "
    "children.\n"
)


@pytest.mark.django_db
def test_a_news_article_is_read_and_half_a_year_stands_in_a_row_of_its_own(cast):
    given = {**SAME, "report": 2025, "publisher": "A newspaper"}
    made = actions.bring_narrative(content=NEWS.encode(), **given, by=cast.alisher, at=NOON)
    facts = {(each.measure, each.year, each.value): each.breakdown for each in made.facts.all()}

    assert facts["tier_placement", 2025, None] == {"tier": "2", "change": "upgraded"}
    assert facts["victims_identified", 2024, 272] == {}
    assert facts["victims_identified", 2024, 238] == {"form": "labour"}
    assert facts["victims_identified", 2024, 34] == {"form": "sexual"}
    assert facts["cases_registered", 2025, 39] == {"detail": "first half of 2025"}
    assert facts["cases_registered", 2025, 5] == {"detail": "first half of 2025; involving the sale of children"}


@pytest.mark.parametrize(
    ("quote", "value", "year", "detail"),
    [
        ("In the first half of 2025 there were 39.", 39, 2025, "first half of 2025"),
        ("In the first half of 2025 there were 39.", 39, 2024, ""),
        ("In 2025 there were 100, 39 of them in the first half of 2025.", 100, 2025, ""),
        ("There were 8, including 3 involving children.", 3, 2025, "involving children"),
        ("There were 8, including 3 involving children.", 8, 2025, ""),
        ("There were some.", None, None, ""),
    ],
)
def test_what_sets_a_count_apart_is_told_in_the_words_of_the_sentence(quote, value, year, detail):
    assert detail_of(quote, None if value is None else Decimal(value), year) == detail
