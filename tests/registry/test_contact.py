"""Safe contact: what the person said is heeded wherever a way to reach them would be shown."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry import vault
from panoh.registry.actions import PersonGiven, forget_words, open_case, register_person, set_contact_rules
from panoh.registry.models import ContactRules, LedgerEntry
from panoh.registry.queries import may_contact, with_rules
from panoh.registry.queries.contact import rules_of
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.rules.contact import Said, reach, same_way

NUMBER = "+992 93 555 01 02"
CAREFUL = Said(True, no_message=True, how="one ring", when="mornings", by_whom="a woman", never=("935550102",))


@pytest.fixture
def case(cast, now):
    given = PersonGiven(names=(("Гулбаҳор", "self"),), born_from=1990, born_to=1990, contact=NUMBER)
    return open_case(person=register_person(given=given, by=cast.zarina, at=now), track="adult", by=cast.zarina, at=now)


def test_without_rules_the_way_is_shown_as_it_was_given():
    assert reach(NUMBER, None).way == NUMBER


def test_who_is_not_to_be_contacted_is_shown_no_way():
    answer = reach(NUMBER, Said(False))

    assert (answer.allowed, answer.way, answer.forbidden) == (False, "", True)


@pytest.mark.parametrize("never", ["+992935550102", "93-555-01-02", "00992 935550102", "555 01 02"])
def test_a_forbidden_number_is_known_however_it_is_written(never):
    assert same_way(NUMBER, never)
    assert reach(NUMBER, Said(True, never=(never,))).way == ""


@pytest.mark.parametrize("never", ["+992 93 555 01 03", "", "1", "her husband"])
def test_another_number_stays(never):
    assert not same_way(NUMBER, never)


def test_a_name_is_forbidden_as_a_number_is():
    assert same_way("through her Uncle Karim", "uncle karim")


def test_the_rules_are_sealed_read_with_a_line_and_forgotten(case, cast, now):
    rules = set_contact_rules(case=case, said=CAREFUL, after=None, by=cast.zarina, at=now)

    told = may_contact(case, NUMBER, viewer=cast.zarina, at=now)

    assert (told.way, told.said) == ("", CAREFUL)
    assert "935550102" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    assert LedgerEntry.objects.filter(act="read_contact_rules").count() == 1
    forget_words(case, by=cast.nigina, at=now)
    rules.refresh_from_db()
    assert vault.unseal(rules) == {}


def test_new_rules_take_the_place_of_the_old(case, cast, now):
    first = set_contact_rules(case=case, said=CAREFUL, after=None, by=cast.zarina, at=now)
    set_contact_rules(case=case, said=Said(False), after=first.pk, by=cast.zarina, at=now)

    assert not may_contact(case, "", viewer=cast.zarina, at=now).allowed
    assert ContactRules.objects.count() == 2
    assert with_rules([case.pk]) == {case.pk}


def test_rules_that_say_nothing_are_refused(case, cast, now):
    with pytest.raises(Refused, match="Nothing was said"):
        set_contact_rules(case=case, said=Said(True), after=None, by=cast.zarina, at=now)


def test_and_rules_written_over_older_ones_are_a_conflict_before_anything_else(case, cast, now):
    set_contact_rules(case=case, said=CAREFUL, after=None, by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="since you opened it"):
        set_contact_rules(case=case, said=Said(True), after=None, by=cast.zarina, at=now)


def test_who_does_not_see_the_case_learns_nothing(case, cast, now):
    with pytest.raises(NotPermitted):
        may_contact(case, NUMBER, viewer=cast.behruz, at=now)
    with pytest.raises(NotPermitted):
        set_contact_rules(case=case, said=CAREFUL, after=None, by=cast.behruz, at=now)


def test_the_case_page_heeds_them(case, cast, client):
    client.force_login(cast.zarina)
    page, form = reverse("case", args=[case.pk]), reverse("contact_rules", args=[case.pk])
    assert NUMBER in client.get(page).content.decode()

    refused = client.post(form, {"allowed": "yes"})
    client.post(form, {"allowed": "yes", "no_message": "on", "never": "935550102\n", "when": "mornings"})
    shown = client.get(page).content.decode()

    assert refused.status_code == 422
    assert NUMBER not in shown
    assert "Never leave a message" in shown
    assert "mornings" in shown


def test_an_older_page_does_not_put_its_words_in_the_place_of_a_colleague_s(case, cast, client, now):
    client.force_login(cast.zarina)
    page = reverse("contact_rules", args=[case.pk])
    assert client.get(page).context["form"]["after"].value() is None
    set_contact_rules(case=case, said=Said(False), after=None, by=cast.zarina, at=now)

    stale = client.post(page, {"allowed": "yes", "how": "ring at six", "after": ""})

    assert stale.status_code == 409
    shown = stale.content.decode()
    assert "ring at six" in shown, "what was typed stays"
    assert rules_of(case).allowed == ContactRules.Allowed.NEVER
    assert stale.context["form"]["after"].value() == str(rules_of(case).pk)
    again = client.post(page, {"allowed": "yes", "how": "ring at six", "after": stale.context["form"]["after"].value()})
    assert again.status_code == 302


def test_so_does_the_api(case, cast, client):
    client.force_login(cast.zarina)
    path = f"/api/desk/cases/{case.pk}"

    sent = client.post(f"{path}/contact", {"allowed": False}, content_type="application/json")
    told = client.get(path).json()

    assert sent.status_code == 204
    assert (told["reach"]["allowed"], told["reach"]["way"]) == (False, "")
    assert NUMBER not in str(told)
    stale = client.post(f"{path}/contact", {"allowed": True, "how": "ring"}, content_type="application/json")
    assert stale.status_code == 409
    fresh = {"allowed": True, "how": "ring", "after": told["reach"]["rules"]}
    assert client.post(f"{path}/contact", fresh, content_type="application/json").status_code == 204
