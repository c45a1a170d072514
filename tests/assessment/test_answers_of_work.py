"""What records and accepted facts say for items that were written by hand alone: sites, training, money, bodies, methods."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from panoh.assessment.queries.answers.counted import Reckoned, reckoned
from panoh.assessment.rules.answers.counts import Count, Hidden, in_words
from panoh.identification.models import Panel
from panoh.instruments.assessment import questionnaire
from panoh.justice.models import CriminalCase, CriminalStage, Transfer
from panoh.prevention.actions import allocate, open_line, record_campaign
from panoh.prevention.actions.populations import record_size
from panoh.prevention.models import Visit
from panoh.protection.models import Shelter
from panoh.registry.models import Agency, Desk
from panoh.screening.actions import open_operation
from panoh.screening.models import Finding, RosterEntry
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number
from tests.assessment import texts
from tests.assessment.answered import REPORT
from tests.conftest import NOON
from tests.journeys import ways
from tests.prevention.kept import prevented
from tests.prevention.made import a_site, a_visit_made, asked, watched

pytestmark = pytest.mark.django_db
YEAR = REPORT - 1


def counts(records: Reckoned, item: str) -> dict[str, Count]:
    asks = questionnaire().find(item)
    assert asks is not None
    return {each.source: each for each in records.of(asks)}


def now() -> Reckoned:
    return reckoned(REPORT, now=NOON)


def row(count: Count, key: str) -> str:
    value = count.row(key)
    assert value is not None, key
    return in_words(value).en


def published(cast, said: str, *, year: int = YEAR, publisher: str = "A newspaper") -> None:
    text = f"TAJIKISTAN: Tier 2\n\n{said}\n"
    narrative = texts.brought(cast.alisher, text, report=year + 1, publisher=publisher)
    texts.accepted(*narrative.facts.all(), by=cast.alisher)


# Accepted facts ---------------------------------------------------------------------------------------------------------


def test_meetings_of_the_commission_are_told_as_published_with_the_sentence_behind_them(cast):
    published(cast, f"PREVENTION\nThe commission met four times in {YEAR}.")

    told = counts(now(), "C02")["facts.commission_meetings"]

    assert told.value == Number(4)
    assert told.tables[0].rows[0].fact is not None
    assert f"(A newspaper, {REPORT})" in in_words(told.tables[0].rows[0].value).en
    assert "not counted from records" in told.caveats[0].en


def test_two_texts_that_differ_are_both_shown_and_neither_is_the_answer(cast):
    published(cast, f"PREVENTION\nThe commission met four times in {YEAR}.")
    published(cast, f"PREVENTION\nThe commission met twice in {YEAR}.", publisher="An NGO")

    told = counts(now(), "C02")["facts.commission_meetings"]

    assert in_words(told.value).en == "statements: 2"
    assert "sources differ" in in_words(told.tables[0].rows[0].value).en


def test_what_nobody_published_is_not_available_and_never_none(cast):
    published(cast, f"PREVENTION\nThe commission met four times in {YEAR - 1}.", year=YEAR - 1)

    told = counts(now(), "C02")["facts.commission_meetings"]

    assert isinstance(told.value, NotAvailable)
    assert not told.tables


def test_a_fact_nobody_accepted_says_nothing(cast):
    text = f"TAJIKISTAN: Tier 2\n\nPREVENTION\nThe commission met four times in {YEAR}.\n"
    texts.brought(cast.alisher, text, report=REPORT)

    assert isinstance(counts(now(), "C02")["facts.commission_meetings"].value, NotAvailable)


# People's interviews ----------------------------------------------------------------------------------------------------


def test_methods_are_told_by_group_beside_the_year_before_and_small_rows_are_hidden(cast):
    told = {"AL.DR.nature_of_job": "yes", **dict.fromkeys(ways.COERCED, "no")}
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON, answers=told)
    ways.interviewed(ways.MAN, by=cast.zarina, at=NOON - timedelta(days=300))

    methods, recruited = counts(now(), "X04")["methods"], counts(now(), "X05")["recruitment"]

    assert methods.value == Number(1)
    assert (methods.row("DR"), methods.row("CD")) == (Hidden(), NoneCounted())
    assert any(row.key.startswith("before.") and row.value == Hidden() for row in methods.tables[1].rows)
    assert {table.name.en for table in methods.tables} == {"In the period", "In the twelve months before"}
    assert recruited.row("female") == Hidden()


def test_a_presumed_victim_stands_in_the_sector_they_were_met_in(cast):
    raid = open_operation(kind="raid", title="Bricks", on=NOON.date(), sector="construction", by=cast.zarina, at=NOON)
    entry = RosterEntry.objects.create(operation=raid, row=1, digest="x")
    ways.interviewed(ways.WOMAN, entry=entry, by=cast.zarina, at=NOON)
    assert Finding.objects.filter(presumed=True).exists()

    told = counts(now(), "X03")["sectors"]

    assert told.value == Number(1)
    assert told.row("construction") == Hidden()
    assert told.row("agriculture") == NoneCounted()


# Criminal cases, law, bodies --------------------------------------------------------------------------------------------


def test_a_case_of_two_agencies_is_one_case(cast):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON).case
    ways.lodged(case, by=cast.zarina, at=NOON)
    ways.sheltered(case, ways.open_shelter(cast, at=NOON), cast, at=NOON)
    ways.prosecuted(case, cast, at=NOON)
    criminal = CriminalCase.objects.get()
    elsewhere = Desk.objects.exclude(pk=criminal.desk_id).first()
    for at in (NOON, NOON + timedelta(hours=1)):
        Transfer.objects.create(
            criminal_case=criminal,
            from_desk=criminal.desk,
            to_desk=elsewhere,
            because="charge",
            offered_at=at,
            offered_by=cast.nozim,
            received_at=at,
            received_by=cast.nozim,
        )
    ended = {"kind": "closed", "because": "abroad", "on": NOON.date(), "at": NOON, "by": cast.nozim}
    CriminalStage.objects.create(criminal_case=criminal, **ended)

    together = counts(now(), "A26")["cases_of_two"]

    assert (together.value, together.row("more")) == (Number(1), Number(1))
    assert counts(now(), "A21")["cases_handed_abroad"].value == Number(1)


def test_articles_are_told_with_the_penalty_seen_and_rape_beside_them_even_where_none_was_seen(cast):
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    laws, beside = counts(now(), "A01")["laws_in_force"], counts(now(), "A03")["penalties_side_by_side"]

    assert "5 to 15 years" in row(laws, "trafficking_in_persons")
    assert row(beside, "rape") == "no penalty was seen"
    assert counts(now(), "A02")["changes_of_law"].value == NoneCounted()


def test_the_commission_is_told_by_its_panels_and_houses_by_their_places_never_by_where_they_stand(cast):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON).case
    Panel.objects.create(case=case, convened_by=cast.rustam, convened_at=NOON)
    shelter = ways.open_shelter(cast, at=NOON)

    records = now()
    coordination, places = counts(records, "C02")["coordination"], counts(records, "B12")["places"]

    assert (coordination.value, coordination.row("decisions")) == (Number(1), NoneCounted())
    assert places.value == Number(Shelter.objects.get(pk=shelter.pk).places.count())
    assert all(not each.key.startswith("TJ-") for table in places.tables for each in table.rows)
    assert counts(records, "A18")["investigating_desks"].value.count >= 1


# Prevention and money ---------------------------------------------------------------------------------------------------


def test_training_campaigns_contacts_and_money_are_told_in_their_own_items(cast):
    prevented(cast, at=NOON)
    record_campaign(
        title="Fair work",
        aim="Employers know the law.",
        audiences=["employers"],
        languages=["tg"],
        channels=["press", "radio"],
        divisions=[],
        first_day=NOON.date(),
        last_day=NOON.date(),
        by=cast.nigina,
        at=NOON,
    )
    records = now()

    training, money = counts(records, "A20")["training_held"], counts(records, "B13")["state_money"]
    demand = counts(records, "C12")["campaigns_on_demand"]

    assert training.value == Number(1)  # what is planned is not held
    assert training.row("others") == NoneCounted()
    assert (row(money, "planned.training.state"), row(money, "spent.training.state")) == ("5000.00 TJS", "100.00 TJS")
    assert counts(records, "B14")["donor_money"].value == NoneCounted()
    assert counts(records, "C08")["campaigns_to_migrants"].value == Number(1)
    assert (demand.value, demand.row("radio")) == (Number(1), Hidden())
    assert counts(records, "B27")["hotline"].value == Number(1)


def test_money_nobody_said_was_spent_is_not_known_and_never_none(cast):
    told = {"programme": "protection", "year": YEAR, "payer": "state", "currency": "TJS", "title": "Guards"}
    line = open_line(**told, by=cast.nigina, at=NOON)
    allocate(line=line, amount=Decimal(900), on=NOON.date(), document="1", by=cast.nigina, at=NOON)

    money = counts(now(), "B13")["state_money"]

    assert (row(money, "planned.protection.state"), row(money, "spent.protection.state")) == ("900.00 TJS", "not known")


def test_sites_say_what_inspectors_and_conscripts_told(cast):
    watched(cast, at=NOON)
    barracks = a_site(by=cast.zarina, at=NOON, kind="draft", name="Garrison", persons_name=False)
    visit = a_visit_made(barracks, by=cast.zarina, at=NOON)
    asked(visit, 3, by=cast.zarina, at=NOON, role="conscript", sex="male")
    Agency.objects.filter(pk=cast.zarina.desk.agency_id).update(kind="labour_inspectorate")
    records = now()

    conscription = counts(records, "C10")["conscription"]

    assert (conscription.value, conscription.row("asked")) == (Number(1), Number(3))
    assert counts(records, "X10")["children_under_arms"].value == Hidden()
    assert counts(records, "A23")["labour_inspections"].value == Number(Visit.objects.filter(status="made").count())
    assert counts(records, "D07")["ordered_by_whom"].value == Number(1)


def test_a_group_is_told_by_its_newest_statement_with_its_source_and_silence_is_no_number(cast):
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    for size, days in ((9000, 20), (12_000, 3)):
        record_size(
            population="refugees",
            size=size,
            as_of=NOON.date() - timedelta(days=days),
            source="Migration service",
            mark="secondary",
            by=cast.alisher,
            at=NOON,
        )

    told = counts(now(), "X08")["refuge_sought"]

    assert row(told, "refugees").startswith("12000 (Migration service, ")
    assert row(told, "stateless") == "nobody stated it"


def test_people_in_raids_and_before_removal_say_how_many_were_screened(cast):
    held = open_operation(kind="detention", title="Removal", on=NOON.date(), by=cast.zarina, at=NOON)
    for number, status in enumerate(("screened", "to_screen", "not_met")):
        RosterEntry.objects.create(operation=held, row=number, digest=str(number), status=status)

    told = counts(now(), "B22")["held_and_asked"]

    assert (told.value, told.row("not_screened")) == (Number(2), Hidden())
