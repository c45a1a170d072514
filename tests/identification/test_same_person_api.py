"""Two records of one person through the API: the same acts as the page's, and as silent of what is shut."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from panoh.identification.models import CountedAs, SamePerson
from panoh.registry.actions import PersonGiven, open_case, put_in_compartment
from panoh.registry.models import Case, LedgerEntry, Officer
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
AGAIN = PersonGiven(names=(("JURAEVA MUHABBAT", "said"),), sex="female", born_from=1989, born_to=1991)
PAIRS = "/api/identification/same-person"
FOR = {"X-Purpose": "same_person"}


@pytest.fixture
def twice(presume, woman, cast) -> tuple[Case, Case]:
    return woman, presume(AGAIN, by=cast.behruz, at=NOON)


def asked(officer: Officer, path: str, given: object = None, **headers: str):
    client = Client(headers=headers)
    client.force_login(officer)
    if given is None:
        return client.get(path)
    return client.post(path, json.dumps(given), content_type="application/json")


def path(twice, end: str = "") -> str:
    case, other = twice
    return f"/api/identification/cases/{case.pk}/same-person/{other.pk}{end}"


def test_said_decided_and_undone(twice, cast):
    said = asked(cast.nigina, path(twice), {"because": "name"}, **FOR).json()
    assert (said["because"], said["same"]) == ("name", None)
    assert asked(cast.nigina, PAIRS).json() == []

    [waiting] = asked(cast.davlat, PAIRS).json()
    assert {waiting["reference"], waiting["other_reference"]} == {each.reference for each in twice}
    decided = asked(cast.davlat, path(twice, "/decision"), {"pair_id": said["id"], "same": True}).json()
    assert decided["same"] is True
    assert CountedAs.objects.count() == 1

    undone = asked(cast.gulnora, path(twice, "/undoing"), {"pair_id": said["id"], "because": "mistake"}).json()
    assert undone["undone_because"] == "mistake"
    assert CountedAs.objects.count() == 0
    assert asked(cast.davlat, path(twice)).json()["code"] == "purpose_asked", "nothing waits for him any longer"
    shown = asked(cast.davlat, path(twice), **FOR).json()
    assert (shown["said"], [each["id"] for each in shown["before"]]) == (None, [said["id"]])


def test_ones_own_word_is_no_answer_to_what_for(twice, cast):
    """Nor can it be said without one: any two cases could be opened by naming them beside each other."""
    unasked = asked(cast.davlat, path(twice), {"because": "met"})
    assert (unasked.status_code, unasked.json()["code"]) == (422, "purpose_asked")
    assert not SamePerson.objects.exists()

    assert asked(cast.davlat, path(twice), {"because": "met"}, **FOR).status_code == 200
    assert asked(cast.davlat, path(twice)).json()["code"] == "purpose_asked"
    assert asked(cast.davlat, path(twice), **FOR).status_code == 200
    assert asked(cast.gulnora, path(twice)).status_code == 200, "a colleague's word waits for her"


def test_who_works_on_one_of_the_two_is_asked_what_the_other_is_opened_for(twice, cast):
    Case.objects.filter(pk=twice[0].pk).update(manager=cast.davlat)
    assert asked(cast.davlat, path(twice)).json()["code"] == "purpose_asked"

    Case.objects.filter(pk=twice[1].pk).update(manager=cast.davlat)
    assert asked(cast.davlat, path(twice)).status_code == 200


def test_both_records_are_opened_with_a_line_for_each_and_the_list_names_nobody(twice, cast):
    asked(cast.nigina, path(twice), {"because": "name"}, **FOR)
    assert "JURAEVA" not in asked(cast.davlat, PAIRS).content.decode()
    assert not LedgerEntry.objects.filter(act="compare_people").exists()

    shown = asked(cast.davlat, path(twice)).json()

    assert shown["other"]["names"] == ["JURAEVA MUHABBAT"]
    assert shown["strength"] == "likely"
    assert {"one", "other", "words", "speaks_against"} == set(shown["reasons"][0])
    assert LedgerEntry.objects.filter(act="compare_people").count() == 2


def test_what_changed_meanwhile_is_a_conflict_and_ones_own_word_is_refused(twice, cast):
    said = asked(cast.nigina, path(twice), {"because": "name"}, **FOR).json()
    word = {"pair_id": said["id"], "same": True}

    assert asked(cast.davlat, path(twice), {"because": "told"}).status_code == 409
    assert asked(cast.nigina, path(twice, "/decision"), word).status_code == 403
    assert asked(cast.davlat, path(twice, "/decision"), {**word, "pair_id": 99}).status_code == 409
    assert asked(cast.davlat, path(twice), {"because": "her scar"}, **FOR).status_code == 422
    assert asked(cast.davlat, path((twice[0], twice[0]))).status_code == 422


def test_a_pair_of_which_one_case_is_shut_is_not_there(twice, cast):
    said = asked(cast.nigina, path(twice), {"because": "name"}, **FOR).json()
    umeda = Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda", password="!")
    put_in_compartment(case=twice[1], heads=[umeda], members=[], because="a threat", by=cast.nigina, at=NOON)

    assert asked(cast.davlat, PAIRS).json() == []
    assert asked(cast.davlat, path(twice)).status_code == 403
    assert asked(cast.davlat, path(twice, "/decision"), {"pair_id": said["id"], "same": True}).status_code == 403
    assert [each["id"] for each in asked(umeda, PAIRS).json()] == [said["id"]]
    assert SamePerson.objects.get().is_open


def test_no_other_post_is_told_anything(twice, cast):
    for name in ("zarina", "rustam", "shahlo", "firuza", "safar"):
        assert asked(cast.officers[name], PAIRS).status_code == 403
        assert asked(cast.officers[name], path(twice)).status_code == 403


def test_each_case_says_that_the_person_is_on_record_as_the_other(twice, cast):
    def told(officer: Officer) -> list[str]:
        standing = asked(officer, f"/api/identification/cases/{twice[0].pk}").json()
        return [each["reference"] for each in standing["also_on_record"]]

    said = asked(cast.nigina, path(twice), {"because": "name"}, **FOR).json()
    assert told(cast.nigina) == []

    asked(cast.davlat, path(twice, "/decision"), {"pair_id": said["id"], "same": True})

    assert told(cast.nigina) == [twice[1].reference]
    assert told(cast.zarina) == [], "she may not see the other case"


def test_cases_to_compare_with_are_listed_without_a_name_and_without_whoever_has_a_hidden_case(twice, cast):
    case, other = twice
    there = f"/api/identification/cases/{case.pk}/same-person"
    listed = asked(cast.davlat, there)
    assert [each["reference"] for each in listed.json()] == [other.reference]
    assert "JURAEVA" not in listed.content.decode()

    third = open_case(person=other.person, track="adult", by=cast.behruz, at=NOON)
    umeda = Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda", password="!")
    put_in_compartment(case=third, heads=[umeda], members=[], because="a threat", by=cast.nigina, at=NOON)

    assert asked(cast.davlat, there).json() == []
