"""The register of offences: one article however it is written, for every post but the administrator's, and by command."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.__main__ import main
from panoh.instruments import countries
from panoh.instruments.kinds.offence import OffenceClass
from panoh.justice.rules.offences import look_up

REGISTER = countries.offences("tj")
SPELLINGS = [
    "130.1", "130-1", "130–1", "130(1)", "130 (1)", "130¹", "1301", "130/1", "130^1", "130_1", "art. 130.1",
    "Article 130-1", "ст. 130.1", "ст. 130¹", "ст. 130 прим 1", "ст.130 прим. 1", "статья 130-1", "моддаи 130(1)",
    "м. 130.1", "ст. 130.1 УК РТ", "ст. 130¹ УК", "моддаи 130(1) КҶ ҶТ", "130-1 CC", "۱۳۰.۱", " 130.1 ",
]  # fmt: skip


@pytest.mark.parametrize("text", SPELLINGS)
def test_every_spelling_finds_trafficking(text):
    assert [each.key for each in look_up(REGISTER, text, book="criminal").offences] == ["trafficking_in_persons"]


@pytest.mark.parametrize(
    "text",
    [
        "130.1 part 2",
        "ч. 2 ст. 130.1",
        "ч.2 ст. 130¹ УК РТ",
        "қисми 2 моддаи 130(1)",
        "130.1(2)",
        "part 2 of art. 130.1",
    ],
)
def test_a_part_is_read_wherever_it_stands(text):
    found = look_up(REGISTER, text, book="criminal")

    assert ([each.key for each in found.offences], found.part) == (["trafficking_in_persons"], "2")


def test_a_code_named_with_the_article_goes_before_the_one_asked_for():
    assert [each.key for each in look_up(REGISTER, "ст. 130 КоАП РТ", book="criminal").offences] == ["commercial_sex"]
    assert [each.key for each in look_up(REGISTER, "ст. 130 УК", book="administrative").offences] == ["kidnapping"]


def test_without_a_code_both_are_found():
    assert {each.key for each in look_up(REGISTER, "130").offences} == {"kidnapping", "commercial_sex"}


def test_what_could_be_two_articles_is_not_chosen_for_the_reader():
    found = look_up(REGISTER, "335(1)", book="criminal")

    assert (found.offences, found.candidates) == ((), ("335.1", "335 part 1"))


@pytest.mark.parametrize("text", ["вербовка", "RECRUITMENT", "ҷалби одамон"])
def test_a_word_of_the_title_in_any_language_finds_it(text):
    assert "recruitment_for_exploitation" in {each.key for each in look_up(REGISTER, text).offences}


def test_migration_lies_across_the_classes_and_can_be_left_out():
    migration = {each.key for each in look_up(REGISTER, counted_as="migration").offences}
    neighbours = {each.key for each in REGISTER.counted_as(OffenceClass.NEIGHBOURING)}
    without = {each.key for each in REGISTER.counted_as(OffenceClass.NEIGHBOURING, with_migration=False)}

    assert {"organising_illegal_migration", "illegal_border_crossing"} <= migration
    assert neighbours - without == migration


def test_the_page_shows_article_class_and_mark(cast, client):
    client.force_login(cast.alisher)

    listed = client.get(reverse("justice:offences"), {"text": "ст. 130 прим 1"}).content.decode()
    one = client.get(reverse("justice:offence", args=["trafficking_in_persons"])).content.decode()

    assert "Trafficking in persons" in listed
    assert "Kidnapping" not in listed
    assert "5 to 15 years" in one
    assert "02042" in one
    assert "second-hand" in one


def test_an_offence_nobody_knows_is_refused_with_a_way_forward(cast, client):
    client.force_login(cast.alisher)

    answer = client.get(reverse("justice:offence", args=["theft"]))

    assert answer.status_code == 422
    assert "no such offence" in answer.content.decode()


def test_the_api_says_the_same(cast, client):
    client.force_login(cast.jamshed)

    found = client.get("/api/justice/offences", {"text": "ч. 1 ст. 335"}).json()
    unclear = client.get("/api/justice/offences", {"text": "335(1)", "book": "criminal"}).json()

    assert [(each["article"], each["migration"]) for each in found["offences"]] == [("335", True)]
    assert found["part"] == "1"
    assert found["offences"][0]["penalties"][1]["prison_years"] == {"at_least": 5, "at_most": 10}
    assert (unclear["offences"], unclear["candidates"]) == ([], ["335.1", "335 part 1"])
    assert client.get("/api/justice/offences", {"counted_as": "theft"}).status_code == 422


def test_the_command_lists_finds_and_says_where_it_is_unclear(capsys):
    assert main(["offences", "--class", "migration"]) == 0
    assert "4 offences" in capsys.readouterr().out
    assert main(["offences", "ст. 130 прим 1", "--on", "2001-01-01"]) == 0
    assert "NOT IN FORCE on 2001-01-01" in capsys.readouterr().out
    assert main(["offences", "335(1)", "--book", "criminal"]) == 1
    assert "335.1 or 335 part 1" in capsys.readouterr().out
    assert main(["offences", "--book", "maritime"]) == 2
    assert "known: criminal" in capsys.readouterr().err
