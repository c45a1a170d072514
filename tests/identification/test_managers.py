"""Naming the case manager: by the intake desk, with the person's yes, by page and by API."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.identification.actions import name_manager
from panoh.registry import access
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused


def test_the_manager_sees_the_case_and_the_naming_is_on_record(referred, cast, now):
    assert not access.may(cast.parvina, access.Act.SEE_CASE, referred)

    name_manager(case=referred, manager=cast.parvina, by=cast.nigina, at=now)

    assert access.may(cast.parvina, access.Act.SEE_CASE, referred)
    assert LedgerEntry.objects.get(act="name_manager").detail == {"manager": cast.parvina.pk}


def test_only_the_intake_desk_names_one(referred, cast, now):
    with pytest.raises(NotPermitted):
        name_manager(case=referred, manager=cast.parvina, by=cast.zarina, at=now)


def test_only_a_case_manager_is_named(referred, cast, now):
    with pytest.raises(Refused, match="does not hold the post"):
        name_manager(case=referred, manager=cast.shahlo, by=cast.nigina, at=now)


def test_an_adult_who_did_not_agree_is_shown_to_no_other_desk(woman, cast, now):
    with pytest.raises(Refused, match="has not agreed"):
        name_manager(case=woman, manager=cast.parvina, by=cast.nigina, at=now)


def test_a_child_gets_a_manager_without_a_consent(girl, cast, now):
    assert name_manager(case=girl, manager=cast.parvina, by=cast.nigina, at=now).manager == cast.parvina


def test_a_case_that_moved_meanwhile_is_looked_at_again(referred, cast, now):
    referred.state = "presumed"

    with pytest.raises(Conflict):
        name_manager(case=referred, manager=cast.parvina, by=cast.nigina, at=now)


def test_by_page(referred, cast, client):
    client.force_login(cast.nigina)
    page = reverse("identification:manager", args=[referred.pk])
    assert "Parvina" in client.get(page).content.decode()

    client.post(page, {"seen": referred.state, "manager": cast.parvina.pk})

    referred.refresh_from_db()
    assert referred.manager == cast.parvina
    assert page in client.get(reverse("case", args=[referred.pk])).content.decode()


def test_by_api(referred, cast, client):
    client.force_login(cast.nigina)
    path = f"/api/identification/cases/{referred.pk}/manager"

    unknown = client.post(path, {"seen": referred.state, "manager": "nobody"}, content_type="application/json")
    named = client.post(path, {"seen": referred.state, "manager": "parvina"}, content_type="application/json")

    referred.refresh_from_db()
    assert (unknown.status_code, named.status_code, referred.manager) == (422, 200, cast.parvina)
