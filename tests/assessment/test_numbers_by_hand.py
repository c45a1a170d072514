"""A number given by hand that does not stand in the words waits for a second person, and nothing is added twice."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.assessment import actions
from panoh.assessment.models import Fact
from panoh.assessment.queries.facts import as_read, card_for, standing_of
from panoh.assessment.queries.series import series_for
from panoh.assessment.rules.given import Values
from panoh.assessment.rules.printed import stands_in
from panoh.assessment.rules.readers import State
from panoh.registry.refusals import Conflict
from tests.assessment.texts import brought, corrected, identified
from tests.conftest import NOON

pytestmark = pytest.mark.django_db

TEXT = (
    "TAJIKISTAN: Tier 2\n\nPROSECUTION\nA district registry noted 61 files of trafficking in 2020, most of them closed.\n\n"
    "PROTECTION\nAuthorities identified 57 trafficking victims in 2020.\n"
)
WORDS = "A district registry noted 61 files of trafficking in 2020"


def _added(by, told, value: int, **more: object) -> Fact:
    values = Values("investigations", "reported", Decimal(value), "cases", 2020)
    return actions.add_fact(**{"narrative": told, "quote": WORDS, "values": values, "by": by, "at": NOON, **more})


@pytest.mark.parametrize(
    ("quote", "number", "stands"),
    [
        ("Police registered 61 cases.", 61, True),
        ("Police registered 61 cases.", 999, False),
        ("Police registered sixty-one cases in 2020.", 61, True),
        ("Police registered sixty-one cases in 2020.", 2020, False),
        ("The ministry gave 1.5 million somoni ($157,000).", 1_500_000, True),
        ("The ministry gave 1.5 million somoni ($157,000).", 157_000, True),
        ("A court convicted a man.", 1, True),
        ("Terms were six to eight years.", 8, True),
        ("Authorities found 57 victims.", 5_700, False),
    ],
)
def test_a_number_stands_in_its_words_in_figures_or_letters(quote, number, stands):
    assert stands_in(quote, Decimal(number)) is stands


def test_an_added_number_that_does_not_stand_there_waits_for_a_second_person(cast, client):
    made = _added(cast.alisher, brought(cast.alisher, TEXT), 999)

    assert standing_of(made).state is State.SECOND
    assert series_for(cast.alisher).rows == ()
    assert not card_for(cast.alisher, made.pk).may_accept
    client.force_login(cast.rustam)
    page = client.get(reverse("assessment:narrative", args=[made.narrative_id])).content.decode()
    assert "waits for a second person" in page
    client.post(reverse("assessment:accept_fact", args=[made.pk]))
    assert standing_of(made).state is State.ACCEPTED
    assert len(series_for(cast.alisher).rows[0].values[0].verdicts) == 2


def test_the_series_says_that_a_person_added_it_and_that_its_number_does_not_stand_there(cast, client):
    told = brought(cast.alisher, TEXT)
    _added(cast.alisher, told, 61)
    client.force_login(cast.alisher)
    address = reverse("assessment:series")

    page = client.get(address).content.decode()
    assert "added by a person" in page
    assert "does not stand in the sentence" not in page
    odd = _added(cast.alisher, told, 999, quote="files of trafficking")
    actions.judge_fact(fact=odd, values=as_read(odd), by=cast.rustam, at=NOON)
    assert "does not stand in the sentence" in client.get(address).content.decode()


def test_a_corrected_number_that_does_not_stand_there_waits_too_and_is_what_the_second_finds_in_the_form(cast, client):
    fact = identified(brought(cast.alisher, TEXT), 57)
    values = corrected(fact, value=Decimal(5700))
    actions.judge_fact(fact=fact, values=values, because="Thousands, I think.", by=cast.alisher, at=NOON)

    assert standing_of(fact).state is State.SECOND
    client.force_login(cast.rustam)
    page = client.get(reverse("assessment:fact", args=[fact.pk])).content.decode()
    assert 'value="5700"' in page
    assert "once a second person says the same" in page
    actions.judge_fact(fact=fact, values=values, because="So says the annex.", by=cast.rustam, at=NOON)
    assert standing_of(fact).state is State.ACCEPTED


def test_other_corrections_need_one_person(cast):
    fact = identified(brought(cast.alisher, TEXT), 57)

    actions.judge_fact(fact=fact, values=corrected(fact, year=2019), because="So.", by=cast.alisher, at=NOON)

    assert standing_of(fact).state is State.ACCEPTED


def test_the_same_fact_is_not_added_twice(cast):
    told = brought(cast.alisher, TEXT)
    made = _added(cast.alisher, told, 61)

    with pytest.raises(Conflict, match=f"fact {made.pk}"):
        _added(cast.alisher, told, 61)
    with pytest.raises(Conflict, match="already"):
        _added(cast.rustam, told, 61, quote=WORDS.removeprefix("A district "))
    assert _added(cast.alisher, told, 61, quote="trafficking victims in 2020").pk > made.pk
    assert Fact.objects.filter(added_by__isnull=False).count() == 2


def test_what_was_read_or_accepted_of_these_words_is_not_added_again(cast):
    fact = identified(brought(cast.alisher, TEXT), 57)
    again = {"narrative": fact.narrative, "quote": "identified 57 trafficking victims", "by": cast.alisher, "at": NOON}

    with pytest.raises(Conflict, match="already"):
        actions.add_fact(**again, values=as_read(fact))
    other = corrected(fact, year=2019)
    actions.judge_fact(fact=fact, values=other, because="So.", by=cast.alisher, at=NOON)
    with pytest.raises(Conflict, match="already"):
        actions.add_fact(**again, values=other)


def test_a_second_press_comes_back_in_words(client, cast):
    told = brought(cast.alisher, TEXT)
    client.force_login(cast.alisher)
    sent = {"quote": WORDS, "measure": "investigations", "status": "reported", "value": "61", "unit": "cases"}
    sent |= {"year": "2020", "actor": "government"}

    answers = [client.post(reverse("assessment:add_fact", args=[told.pk]), sent) for _press in range(2)]

    assert [each.status_code for each in answers] == [302, 409]
    assert "These words say the same already" in answers[1].content.decode()
