"""A consulate's files: help first, a name only by agreement, a paper that says nothing, the country there asked by consent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import (
    FileGiven,
    answer_of_host,
    answer_transfer,
    ask_document,
    change_consular_file,
    close_consular_file,
    issue_document,
    meet_abroad,
    open_consular_file,
    plan_return,
    refer_to_host,
)
from panoh.protection.models import ConsularFile
from panoh.protection.queries import worklist
from panoh.protection.queries.consular import file_page
from panoh.registry import vault
from panoh.registry.actions import PersonGiven, forget_words, record_consent, set_contact_rules
from panoh.registry.models import Case, LedgerEntry, Officer, Person, Post
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.rules.contact import Said
from panoh.screening.queries.reading import mark_of
from tests.protection.returns import given

pytestmark = pytest.mark.django_db
FILE = FileGiven("asked", "return", ("doctor", "safe_place"), "канарейка: locked in at night", "a flat in the north")
WHO = PersonGiven(
    names=(("Канареева Лола", "said"),), sex="female", born_from=1995, born_to=1995, contact="+7 900 1234567"
)


@pytest.fixture
def consul(cast) -> Officer:
    post = Post.objects.get(code="consulate_moscow.consular_officer")
    return Officer.objects.create(post=post, username="timur", name="Timur", password="!")


@pytest.fixture
def file(consul, now) -> ConsularFile:
    return meet_abroad(given=WHO, file=FILE, agreed=True, language="tg", explained=True, by=consul, at=now)


def test_one_act_registers_the_person_and_opens_case_and_file_in_the_country_of_the_consulate(file, consul, now):
    case = Case.objects.get()

    assert (file.country, file.case, case.desk, case.track) == ("RU", case, consul.desk, "adult")
    assert case.consents.get().purpose == "consulate"
    assert vault.unseal(file)["situation"] == FILE.situation
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))


def test_an_adult_who_does_not_agree_leaves_no_name_and_is_helped(consul, now):
    told = {"file": FILE, "agreed": False, "language": "tg", "explained": True, "by": consul, "at": now}

    with pytest.raises(Refused, match="agreed") as refused:
        meet_abroad(given=WHO, **told)
    assert "Help does not depend on it" in refused.value.way_forward
    nobody = PersonGiven(sex="female", born_from=1995, born_to=1995)
    with pytest.raises(Refused, match="agreed"):
        meet_abroad(given=nobody, **told)
    assert not Person.objects.exists()
    made = meet_abroad(given=nobody, **{**told, "file": FileGiven("asked", "not_yet", FILE.needs)})

    assert vault.unseal(made.case.person)["names"] == []
    assert made.needs == ["doctor", "safe_place"]


def test_agreement_counts_only_when_it_was_explained(consul, now):
    with pytest.raises(Refused, match="explained"):
        meet_abroad(given=WHO, file=FILE, agreed=True, language="tg", explained=False, by=consul, at=now)

    assert not ConsularFile.objects.exists()


def test_a_child_is_protected_without_an_agreement(consul, now):
    girl = PersonGiven(names=(("Канареева Ойша", "said"),), born_from=2014, born_to=2014)

    made = meet_abroad(given=girl, file=FILE, agreed=False, language="tg", explained=True, by=consul, at=now)

    assert (made.case.track, made.case.consents.count()) == ("child", 0)


@pytest.mark.parametrize(
    "wrong", [FileGiven("dreamed", "return"), FileGiven("asked", "perhaps"), FileGiven("asked", "stay", ("gold",))]
)
def test_bad_input_is_refused_with_what_to_do(consul, now, wrong):
    with pytest.raises(Refused) as refused:
        meet_abroad(given=WHO, file=wrong, agreed=True, language="tg", explained=True, by=consul, at=now)

    assert "Choose from the lists" in refused.value.way_forward


def test_a_paper_is_asked_for_asked_after_and_issued_with_a_sealed_number(file, consul, now):
    assert "Ask for a travel document, or plan the return" in works(consul, now)
    asked = ask_document(file=file, kind="certificate", asked_on=now.date(), by=consul, at=now)
    assert "Ask for a travel document, or plan the return" not in works(consul, now)
    with pytest.raises(Conflict, match="already"):
        ask_document(file=file, kind="passport", asked_on=now.date(), by=consul, at=now)
    late = now + timedelta(days=11)
    assert "Ask where the travel document is" in works(consul, late)

    with pytest.raises(Refused, match="which day"):
        issue_document(document=asked, issued_on=now.date() - timedelta(days=1), number="К1", by=consul, at=late)
    issue_document(document=asked, issued_on=late.date(), number="К1234567", by=consul, at=late)

    assert "Ask where the travel document is" not in works(consul, late)
    shown = file_page(consul, file.pk, at=late).documents[0]
    assert (shown.number, shown.row.issued_by) == ("К1234567", consul.desk)
    with pytest.raises(Conflict):
        issue_document(document=asked, issued_on=late.date(), number="К1", by=consul, at=late)


def works(officer, at) -> list[str]:
    return [item.what for item in worklist(officer, now=at).items]


def test_a_body_of_the_country_there_is_told_only_by_consent_and_only_of_the_list(file, consul, cast, now):
    asked = {"file": file, "body": "канарейка: House of Hope", "words": "a bed", "fields": ("names",)}
    with pytest.raises(Refused, match="body abroad"):
        refer_to_host(**asked, by=consul, at=now)
    consent = {"purpose": "foreign", "given": True, "language": "tg", "explained": True}
    record_consent(case=file.case, **consent, by=consul, at=now)
    with pytest.raises(Refused, match="of the list"):
        refer_to_host(**{**asked, "fields": ("everything",)}, by=consul, at=now)

    made = refer_to_host(**asked, by=consul, at=now)
    answer_transfer(transfer=made.transfer, approved=True, by=cast.firuza, at=now)
    answer_of_host(referral=made, accepted=False, answered_on=now.date(), by=consul, at=now)

    assert file_page(consul, file.pk, at=now).host[0].row.accepted is False
    with pytest.raises(Conflict):
        answer_of_host(referral=made, accepted=True, answered_on=now.date(), by=consul, at=now)
    refer_to_host(**asked, by=consul, at=now)


def test_the_way_to_the_person_is_shown_under_their_own_rules(file, consul, now):
    assert file_page(consul, file.pk, at=now).reach.way == WHO.contact

    set_contact_rules(case=file.case, said=Said(allowed=True, never=("900 123 45 67",)), after=None, by=consul, at=now)

    assert file_page(consul, file.pk, at=now).reach.way == ""


def test_what_is_needed_and_wished_changes_and_the_file_closes_for_a_reason(file, consul, now):
    change_consular_file(file=file, given=FileGiven("asked", "stay", ("food",)), after=mark_of(file), by=consul, at=now)
    file.refresh_from_db()
    assert (file.wish, file.needs) == ("stay", ["food"])
    with pytest.raises(Refused, match="reason"):
        close_consular_file(file=file, because="tired", by=consul, at=now)

    close_consular_file(file=file, because="stays", by=consul, at=now)

    with pytest.raises(Conflict, match="closed"):
        change_consular_file(file=file, given=FILE, after="", by=consul, at=now)
    assert open_consular_file(case=file.case, given=FILE, by=consul, at=now).pk != file.pk
    with pytest.raises(Conflict, match="already"):
        open_consular_file(case=file.case, given=FILE, by=consul, at=now)


def test_the_consul_plans_the_return_home(file, consul, now):
    plan_return(case=file.case, given=given(now, to="TJ", region="TJ-SU"), by=consul, at=now)

    assert file_page(consul, file.pk, at=now).of_return.to_country == "TJ"
    assert "Prepare the return" in works(consul, now)


def test_other_posts_and_other_consulates_see_nothing_of_it(file, cast, now):
    other = Officer.objects.create(
        post=Post.objects.get(code="consulate_dubai.consular_officer"), username="dubai", name="D", password="!"
    )
    for officer in (other, cast.zarina, cast.nigina):
        with pytest.raises(NotPermitted):
            file_page(officer, file.pk, at=now)


def test_its_words_are_forgotten_with_the_person(file, consul, now):
    asked = ask_document(file=file, kind="passport", asked_on=now.date(), by=consul, at=now)
    issue_document(document=asked, issued_on=now.date(), number="К1", by=consul, at=now)

    forget_words(file.case, by=consul, at=now)

    file.refresh_from_db()
    asked.refresh_from_db()
    assert (vault.unseal(file), vault.unseal(asked)) == ({}, {})


def test_by_page_with_everything_typed_kept_when_refused(consul, client):
    client.force_login(consul)
    typed = {
        "met": "found",
        "wish": "return",
        "needs": ["food"],
        "agreed": "no",
        "language": "tg",
        "name": "Канареева Лола",
    }

    refused = client.post(reverse("protection:meet_abroad"), {**typed, "situation": "канарейка"})

    assert refused.status_code == 422
    assert "Канареева Лола" in refused.content.decode()
    assert "канарейка" in refused.content.decode()
    done = client.post(reverse("protection:meet_abroad"), {**typed, "agreed": "yes", "explained": "on"})
    page = client.get(done.url).content.decode()
    assert "Канареева Лола" in page
    assert "Канареева Лола" not in client.get(reverse("protection:consular_files")).content.decode()


def test_by_api(consul, client):
    client.force_login(consul)
    sent = {"met": "asked", "wish": "stay", "agreed": True, "explained": True, "language": "tg", "name": "Канареева"}

    made = client.post("/api/protection/consular-files", sent, content_type="application/json")

    assert made.status_code == 201
    path = f"/api/protection/consular-files/{made.json()['id']}"
    asked = client.post(
        f"{path}/documents", {"kind": "passport", "asked_on": "2026-11-16"}, content_type="application/json"
    )
    assert asked.status_code == 201
    assert client.get(path).json()["documents"][0]["kind"] == "passport"
    assert len(client.get("/api/protection/consular-files").json()) == 1


def test_an_older_page_of_a_file_is_refused_with_both_versions_by_page_and_by_api(file, consul, client, now):
    client.force_login(consul)
    page, path = reverse("protection:change_file", args=[file.pk]), f"/api/protection/consular-files/{file.pk}"
    typed = {"met": "asked", "wish": "stay", "situation": "what I typed"}
    seen = client.get(page).context["form"]["after"].value()
    assert client.get(path).json()["mark"] == seen
    theirs = FileGiven("asked", "return", situation="what a colleague wrote")
    change_consular_file(file=file, given=theirs, after=seen, by=consul, at=now)

    stale = client.post(page, {**typed, "after": seen})

    assert stale.status_code == 409
    assert "what I typed" in stale.content.decode()
    assert "what a colleague wrote" in stale.content.decode()
    stale_call = client.post(f"{path}/change", {**typed, "after": seen}, content_type="application/json")
    assert stale_call.status_code == 409
    assert client.post(page, {**typed, "after": stale.context["form"]["after"].value()}).status_code == 302
