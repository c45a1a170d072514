"""Officers of an agency: invited by one administrator and vetted by another, helped by two, gone in one act."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from panoh.desk import sign_in as door
from panoh.desk.posts_page import desks_with_posts, help_to_confirm
from panoh.registry.actions import helping, officers
from panoh.registry.actions.factors import held_by, print_sheet
from panoh.registry.actions.set_up import add_officer, renew_invitation
from panoh.registry.models import (
    Case,
    Factor,
    FactorHelp,
    KnownDevice,
    LedgerEntry,
    Officer,
    OpenSession,
    Post,
    Vetting,
)
from panoh.registry.refusals import NotPermitted, Refused
from panoh.registry.sessions import PROVEN
from tests.journeys import ways

pytestmark = pytest.mark.django_db
GOOD = "four unrelated quiet words"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def as_(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer)
    return client


def test_before_a_second_administrator_vets_them_no_link_leads_in(cast, other_administrator, client):
    client.force_login(cast.safar)
    page = client.post(reverse("add_officer", args=[cast.shahlo.post.pk]), {"name": "Lola", "username": "lola"})
    officer = Officer.objects.get(username="lola")

    assert "another administrator looks at who this is" in page.content.decode()
    assert not page.context["link"]
    assert Client().get(door.invitation_path(officer)).status_code == 403
    with pytest.raises(Refused):
        renew_invitation(officer=officer, by=cast.safar, at=Vetting.objects.get().invited_at)


def test_the_second_one_vets_and_gets_the_link_with_name_and_day_on_record(lola, other_administrator):
    page = as_(other_administrator).post(reverse("vet_officer", args=[lola.pk]))
    link = page.context["link"].removeprefix("http://testserver")

    assert Client().get(link).status_code == 200
    vetting = Vetting.objects.get(officer=lola)
    assert (vetting.vetted_by, vetting.vetted_at is not None) == (other_administrator, True)
    assert LedgerEntry.objects.filter(
        act="vet_officer", officer=other_administrator, subject=f"officer:{lola.pk}"
    ).exists()
    assert "vetted by Sitora" in as_(other_administrator).get(reverse("posts")).content.decode()


def test_nobody_vets_whom_they_invited_and_the_database_refuses_it_too(lola, cast):
    assert as_(cast.safar).post(reverse("vet_officer", args=[lola.pk])).status_code == 403
    with pytest.raises(IntegrityError), transaction.atomic():
        Vetting.objects.update(vetted_by=cast.safar)

    assert officers.waits_for_vetting(lola)


def test_whoever_waits_for_vetting_vets_nobody(cast, other_administrator, now):
    third = add_officer(
        post=cast.safar.post, username="third", name="Third", password=None, by=other_administrator, at=now
    )
    Officer.objects.filter(pk=other_administrator.pk).update(is_active=False)

    lone = add_officer(post=cast.shahlo.post, username="lola", name="Lola", password=None, by=cast.safar, at=now)

    assert officers.waits_for_vetting(third)
    assert not officers.waits_for_vetting(lone)  # there was nobody else to vet


def test_a_lone_administrator_invites_without_and_the_ledger_says_so(cast, now):
    officer = add_officer(post=cast.shahlo.post, username="lola", name="Lola", password=None, by=cast.safar, at=now)

    assert Client().get(door.invitation_path(officer)).status_code == 200
    assert LedgerEntry.objects.get(act="add_officer").detail["to_be_vetted"] is False


@pytest.mark.parametrize("agency", ["administration", "shelter"])
def test_whom_a_lone_administrator_invites_as_the_second_one_comes_in(cast, now, agency):
    """Nobody but the two is an administrator: the invited one does not count as who would vet them."""
    post = cast.safar.post
    if agency == "shelter":
        post = officers.give_administrators(agency=cast.shahlo.desk.agency, by=cast.safar, at=now)

    page = as_(cast.safar).post(reverse("add_officer", args=[post.pk]), {"name": "Lola", "username": "lola"})

    lola = Officer.objects.get(username="lola")
    assert Client().get(page.context["link"].removeprefix("http://testserver")).status_code == 200
    assert LedgerEntry.objects.get(act="add_officer").detail["to_be_vetted"] is False
    third = add_officer(post=cast.shahlo.post, username="gul", name="Gul", password=None, by=cast.safar, at=now)
    officers.vet_officer(officer=third, by=lola, at=now)  # from here on there are two


def test_an_agency_s_administrator_looks_after_its_own_officers_only(cast, own, now):
    client, elsewhere = as_(own), cast.zarina.post

    assert {desk.agency_id for desk in desks_with_posts(own)} == {own.desk.agency_id}
    answer = client.post(reverse("add_officer", args=[elsewhere.pk]), {"name": "X", "username": "x"})
    assert "belongs to another agency" in answer.content.decode()
    assert client.post(reverse("end_officer", args=[cast.zarina.pk])).status_code == 403
    assert client.post(reverse("invite_again", args=[cast.zarina.pk])).status_code == 403
    assert client.post(reverse("ask_for_help", args=[cast.zarina.pk]), {"kind": "reset"}).status_code == 403
    assert client.post(reverse("give_administrators", args=[own.desk.agency_id])).status_code == 403
    added = client.post(reverse("add_officer", args=[cast.shahlo.post.pk]), {"name": "Lola", "username": "lola"})
    assert added.context["waits"]  # Safar vets
    assert not Officer.objects.filter(username="x").exists()
    client.post(reverse("post_mail", args=[elsewhere.pk]), {"mail": "okil@demo.invalid"})
    assert Post.objects.get(pk=elsewhere.pk).mail == ""


def test_one_administrator_s_link_leads_past_no_second_step_and_adds_none(cast, now):
    officer = cast.shahlo
    print_sheet(officer, printed_by=None, length=3, at=now)
    link = door.invitation_path(officer)
    administrator = Client()

    assert administrator.post(link, {"password": GOOD}).url == reverse("second_step")

    for page in ("factors", "add_app", "my_work"):
        assert administrator.get(reverse(page)).url.startswith(reverse("sign_in")), page
    assert administrator.post("/api/desk/factors/sheet", {"password": GOOD}, "application/json").status_code == 401


def test_a_session_begun_before_there_was_a_second_step_takes_it_too(cast, now):
    officer = cast.zarina
    begun = Client()
    begun.force_login(officer)
    session = begun.session
    session[PROVEN] = ""
    session.save()
    assert begun.get(reverse("factors")).status_code == 200
    print_sheet(officer, printed_by=None, length=3, at=now)

    assert begun.get("/api/desk/factors").status_code == 401
    assert begun.get(reverse("factors")).url == reverse("second_step")


def test_the_end_of_an_officer_s_access_takes_a_second_look_and_stands_behind_the_vetting(lola, other_administrator):
    page = as_(other_administrator).get(reverse("posts")).content.decode()
    vet, end = (page.index(reverse(act, args=[lola.pk])) for act in ("vet_officer", "end_officer"))

    assert vet < end
    assert "<details><summary>End access of Lola</summary>" in page[vet:end]
    assert "</details>" not in page[page.index("<summary>End access of Lola") : end]
    assert "Yes, end the access of Lola" in page[end:]


def test_leaving_ends_everything_in_one_act(cast, now):
    officer = cast.parvina
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    Case.objects.filter(pk=case.pk).update(manager=officer)
    client = as_(officer)
    client.get(reverse("my_work"))
    print_sheet(officer, printed_by=None, length=2, at=now)
    KnownDevice.objects.create(officer=officer, mark="x", first_at=now, last_at=now)
    link = door.invitation_path(officer)
    Post.objects.filter(pk=officer.post_id).update(mail="parvina@demo.invalid")

    page = as_(cast.safar).post(reverse("end_officer", args=[officer.pk])).content.decode()

    assert client.get(reverse("my_work")).url.startswith(reverse("sign_in"))
    for kind in (OpenSession, Factor, KnownDevice):
        assert not kind.objects.filter(officer=officer).exists()
    assert Client().get(link).status_code == 403
    assert Post.objects.get(pk=officer.post_id).mail == ""
    case.refresh_from_db()
    assert case.manager is None
    assert "need another manager" in page
    assert case.reference not in page  # the administrator sees nothing of a person
    assert LedgerEntry.objects.filter(act="manager_left", subject=f"case:{case.pk}").exists()
    assert LedgerEntry.objects.get(act="end_officer").detail["cases"] == 1


def test_the_desk_that_names_managers_finds_the_case_among_its_work(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)

    officers.end_officer(officer=cast.parvina, by=cast.safar, at=now)

    page = as_(cast.nigina).get(reverse("my_work")).content.decode()
    assert "Its manager has left" in page
    assert case.reference in page


def test_a_lost_second_step_is_taken_away_by_two_and_the_person_is_told(cast, now):
    officer, colleague = cast.shahlo, cast.farzona
    print_sheet(officer, printed_by=None, length=3, at=now)
    as_(cast.safar).post(reverse("ask_for_help", args=[officer.pk]), {"kind": "reset"})
    assert held_by(officer).exists()  # one alone takes nothing away
    [asked] = help_to_confirm(colleague)

    assert as_(cast.safar).post(reverse("confirm_help", args=[asked.pk])).status_code == 403
    assert as_(cast.zarina).post(reverse("confirm_help", args=[asked.pk])).status_code == 403
    assert as_(officer).post(reverse("confirm_help", args=[asked.pk])).status_code == 403
    as_(colleague).post(reverse("confirm_help", args=[asked.pk]))

    assert not held_by(officer).exists()
    assert [each.act for each in LedgerEntry.objects.filter(act__in=("ask_for_help", "confirm_help"))] == [
        "ask_for_help",
        "confirm_help",
    ]
    told = as_(officer).get(reverse("factors")).content.decode()
    assert "Safar asked, and Farzona confirmed: take the lost second step away" in told
    as_(officer).post(reverse("note_help", args=[asked.pk]))
    assert "Farzona confirmed" not in as_(officer).get(reverse("factors")).content.decode()


def test_a_person_without_a_telephone_gets_a_sheet_from_two_officers_and_comes_in_with_it(cast, now):
    officer = cast.shahlo
    officer.set_password(GOOD)
    officer.save()
    administrator = as_(cast.safar)
    administrator.post(reverse("ask_for_help", args=[officer.pk]), {"kind": "sheet"})
    asked = FactorHelp.objects.get()
    assert administrator.post(reverse("print_sheet_for", args=[asked.pk])).status_code == 422
    as_(cast.farzona).post(reverse("confirm_help", args=[asked.pk]))

    page = administrator.post(reverse("print_sheet_for", args=[asked.pk])).content.decode()
    sheet = re.findall(r"<code>(\w{5}-\w{5})</code>", page)

    assert len(sheet) == 30
    assert administrator.post(reverse("print_sheet_for", args=[asked.pk])).status_code == 422  # once
    hers = Client()
    hers.post(reverse("sign_in"), {"username": "shahlo", "password": GOOD})
    assert hers.post(reverse("second_step"), {"code": sheet[7]}).url == reverse("my_work")
    assert hers.get(reverse("my_work")).status_code == 200


def test_the_database_refuses_help_by_one(cast, now):
    helping.ask_for_help(officer=cast.shahlo, kind="reset", by=cast.safar, at=now)

    for alone in (cast.safar, cast.shahlo):
        with pytest.raises(IntegrityError), transaction.atomic():
            FactorHelp.objects.update(confirmed_by=alone, confirmed_at=now)


def test_nobody_asks_for_themselves(cast, now):
    with pytest.raises(NotPermitted):
        helping.ask_for_help(officer=cast.safar, kind="reset", by=cast.safar, at=now)


def test_no_installation_has_a_password_nobody_chose(cast):
    assert not any(officer.has_usable_password() for officer in Officer.objects.all())
    assert Post.objects.exists()


def test_by_api_an_officer_is_put_in_a_post_and_no_link_leaves_the_house(cast, other_administrator):
    path, told = f"/api/desk/posts/{cast.shahlo.post.pk}/officers", {"name": "Lola", "username": "lola"}

    made = as_(cast.safar).post(path, told, content_type="application/json")

    lola = Officer.objects.get(username="lola")
    assert (made.status_code, made.json()) == (201, {"id": lola.pk, "to_be_vetted": True})
    assert not lola.has_usable_password()
    again = as_(cast.safar).post(path, told, content_type="application/json")
    assert (again.status_code, "is taken" in again.json()["reason"]) == (422, True)
    assert as_(cast.nigina).post(path, {**told, "username": "x"}, content_type="application/json").status_code == 403
