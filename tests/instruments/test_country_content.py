"""What stands in Tajikistan's folder: a draft that says so, desks for every role, all divisions, every service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from panoh.instruments import countries, statistics
from panoh.instruments.kinds.procedure import Adopted
from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service, services

TJ = "tj"


def test_the_procedure_is_a_draft_and_says_so() -> None:
    adoption = countries.procedure(TJ).adoption

    assert adoption.status is Adopted.DRAFT
    assert adoption.on is None
    assert countries.procedure(TJ).unknowns


def test_every_role_with_a_post_is_held_at_some_desk() -> None:
    held = {role for agency in countries.agencies(TJ) for role in agency.roles}

    assert {role.key for role in countries.roles(TJ) if role.post} == held


def test_there_are_five_regions_and_sixty_five_units() -> None:
    units = Counter(division.parent for division in countries.divisions(TJ))

    assert units == {"": 5, "TJ-GB": 8, "TJ-SU": 18, "TJ-KT": 25, "TJ-DU": 1, "TJ-RA": 13}


def test_a_former_name_leads_to_its_division() -> None:
    found = [d.code for d in countries.divisions(TJ) if any(f.name == "Kurgan-Tyube" for f in d.former)]

    assert found == ["TJ-KT-01"]


def test_every_agency_division_and_service_has_a_name_in_every_language() -> None:
    named = (*countries.agencies(TJ), *countries.divisions(TJ), *services())

    assert [entry for entry in named if not (entry.name.ru and entry.name.tg)] == []


def test_every_wording_of_the_procedure_and_its_roles_stands_in_every_language() -> None:
    said = [words for built in (countries.procedure(TJ), countries.roles(TJ)) for words in wordings(built)]

    assert len(said) > 400
    assert [words.en for words in said if words.en and not (words.ru and words.tg)] == []


def test_what_a_service_is_and_how_it_is_given_stands_in_every_language() -> None:
    said = [words for each in services() for words in (each.name, each.meaning, each.standard)]

    assert [words.en for words in said if not (words.ru and words.tg)] == []


def wordings(value: object) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from wordings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from wordings(each)


def test_every_region_has_a_first_responder_and_a_guardian() -> None:
    desks = [desk for agency in countries.agencies(TJ) for desk in agency.desks]
    regions = {division.code for division in countries.divisions(TJ) if division.kind == "region"}

    for role in ("first_responder", "guardian"):
        assert {desk.region[:5] for desk in desks if role in desk.roles and desk.region} == regions


def test_a_number_we_do_not_know_is_not_guessed() -> None:
    numbers = {contact.key: contact.number for contact in countries.country(TJ).emergency}

    assert numbers["trafficking_hotline"] is None


def test_an_amount_counts_only_for_its_dates() -> None:
    country = countries.country(TJ)

    assert country.amount("calculation_index", date(2025, 1, 1)) is None
    amount = country.amount("calculation_index", date(2024, 6, 1))
    assert amount is not None
    assert amount.value == 72


def test_no_service_carries_a_condition() -> None:
    assert not {"condition", "conditions", "requires"} & set(vars(service("legal_aid")))


def test_every_desk_service_is_in_the_catalogue_and_every_service_is_given_somewhere() -> None:
    given = {key for agency in countries.agencies(TJ) for desk in agency.desks for key in desk.services}

    assert given == {entry.key for entry in services()}


def test_every_figure_stands_only_beside_series_that_exist_and_says_how_they_differ() -> None:
    series = {figure.series for figure in countries.published_figures(TJ)}

    for definition in statistics.definitions():
        assert {comparison.series for comparison in definition.beside} <= series
        assert all(comparison.difference.en for comparison in definition.beside)


def test_every_definition_belongs_to_a_role_of_the_mechanism() -> None:
    roles = {role.key for role in countries.roles(TJ) if role.post}

    assert {definition.owner for definition in statistics.definitions()} <= roles


def test_the_sheltered_are_never_broken_down_by_region() -> None:
    """One shelter in a region would be found by its figure (promise 12)."""
    assert "region" not in statistics.definition("victims_sheltered").breakdowns
