"""How exact a number is, and for how many years in a row: told on every page, corrected like the rest, and never lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.assessment import actions
from panoh.assessment.models import Fact, FactVerdict
from panoh.assessment.queries.answers.about import About
from panoh.assessment.queries.answers.published import published
from panoh.assessment.queries.facts import InWords, as_read, standing_of
from panoh.assessment.queries.series import accepted, series_for
from panoh.assessment.rules.evidence import CANNOT_BE_COMPARED, Drawn, lines
from panoh.assessment.rules.given import Values, faults
from panoh.assessment.rules.readers import State
from panoh.assessment.rules.series import Accepted
from panoh.instruments.assessment import criteria, vocabulary
from panoh.registry.refusals import Refused
from panoh.statistics.rules.periods import Period, PeriodKind
from tests.assessment.texts import brought, corrected, identified
from tests.conftest import NOON

pytestmark = pytest.mark.django_db

TEXT = (
    "TAJIKISTAN: Tier 2\n\nPROTECTION\nAuthorities identified more than 200 trafficking victims in 2020.\n\n"
    "PROSECUTION\nFor the second consecutive year, courts did not convict any traffickers in 2020.\n"
)


def _facts(by) -> tuple[Fact, Fact]:
    told = brought(by, TEXT)
    return identified(told, 200), told.facts.get(measure="convictions")


def _page(client, address: str, **asked: object) -> str:
    return " ".join(client.get(address, asked).content.decode().replace('<b class="number">', "").split())


def test_every_page_says_how_exact_a_number_is_and_for_how_many_years_in_a_row(client, cast):
    many, none = _facts(cast.alisher)
    for each in (many, none):
        actions.judge_fact(fact=each, values=as_read(each), by=cast.alisher, at=NOON)
    client.force_login(cast.alisher)

    for address, asked in (
        (reverse("assessment:narrative", args=[many.narrative_id]), {}),
        (reverse("assessment:series"), {}),
        (reverse("assessment:comparison"), {"country": "TJK", "year": 2020}),
    ):
        page = _page(client, address, **asked)

        assert "more than 200" in page, address
        assert "2 consecutive years" in page, address
    assert "more than 200" in _page(client, reverse("assessment:fact", args=[many.pk]))
    assert "2 consecutive years" in _page(client, reverse("assessment:fact", args=[none.pk]))


def test_how_exact_it_is_can_be_corrected_and_comes_back_in_the_form(client, cast):
    many, _none = _facts(cast.alisher)
    client.force_login(cast.alisher)
    page = _page(client, reverse("assessment:fact", args=[many.pk]))
    assert '<option value="more_than" selected>' in page
    sent = {"verdict": "keep", "because": "The annex says so.", "measure": "victims_identified", "status": "reported"}
    sent |= {"value": "200", "unit": "people", "year": "2020", "actor": "government", "qualifier": "at_least"}

    answer = client.post(reverse("assessment:judge_fact", args=[many.pk]), {**sent, "consecutive_years": "3"})

    assert answer.status_code == 302
    (row,) = series_for(cast.alisher).rows
    assert (row.row.cell.facts[0].values.qualifier, row.row.cell.facts[0].values.consecutive_years) == ("at_least", 3)


def test_a_verdict_kept_before_it_could_say_so_leaves_it_as_it_was_read(cast):
    many, _none = _facts(cast.alisher)
    old = {key: said for key, said in as_read(many).as_json().items() if key not in {"qualifier", "consecutive_years"}}
    FactVerdict.objects.create(fact=many, kind="accepted", values=old, by=cast.alisher, at=NOON)

    assert accepted()[0].values == as_read(many)
    actions.judge_fact(fact=many, values=as_read(many), by=cast.rustam, at=NOON)
    assert standing_of(many).state is State.ACCEPTED
    FactVerdict.objects.create(
        fact=many, kind="corrected", values={**old, "value": "213"}, because="Counted.", by=cast.rustam, at=NOON
    )
    assert standing_of(many).counts[1].values["qualifier"] == ""


@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({"qualifier": "very"}, "none of these"),
        ({"qualifier": "at_least", "status": "not_reported", "value": None}, "before a number"),
        ({"consecutive_years": 0}, "at least one"),
        ({"consecutive_years": 1000}, "at most 100"),
    ],
)
def test_what_does_not_hold_together_is_refused(cast, more, because):
    many, _none = _facts(cast.alisher)
    values = corrected(many, **{"qualifier": "", **more})

    with pytest.raises(Refused, match=because):
        actions.judge_fact(fact=many, values=values, because="So.", by=cast.alisher, at=NOON)


def test_the_answer_file_says_it_too(cast):
    many, _none = _facts(cast.alisher)
    actions.judge_fact(fact=many, values=as_read(many), by=cast.alisher, at=NOON)
    about = About(2021, Period(PeriodKind.CALENDAR_YEAR, 2020), None, NOON.date())

    count = published("victims_identified", about, accepted(), as_it_stands=False)

    assert count.value.en == "more than 200 people"
    assert count.value.ru == "более 200 человек"


def test_a_run_that_is_the_number_itself_is_told_once():
    gap = Values("policy_gap", "zero", Decimal(3), "consecutive_years", 2020, consecutive_years=3)

    assert InWords.of(gap).run is None
    assert list(faults(gap, vocabulary())) == []


def test_more_than_200_is_no_number_to_subtract_from():
    plain = Values("convictions", "reported", Decimal(180), "people", 2019)
    told = [
        Accepted(number, "TJK", 2021, "State", "So it says.", values)
        for number, values in enumerate(
            (plain, replace(plain, value=Decimal(200), year=2020, qualifier="more_than")), start=1
        )
    ]
    asked = next(each for each in criteria() if any(one.measure == "convictions" for one in each.evidence))

    found = [each for each in lines(asked, told, Drawn({}, {}), report=2021) if each.this.facts]

    assert found
    assert {each.change for each in found} == {CANNOT_BE_COMPARED}
