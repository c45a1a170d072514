"""The pages on which a draft is read, talked over and adopted; the same acts through the API."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from panoh.identification.queries import worklist
from panoh.instruments import countries
from panoh.registry.models import ProcedureComment, ProcedureText, WorkingGroup
from panoh.registry.queries.procedures import fresh
from tests.english import english

pytestmark = pytest.mark.django_db

HOUSE = countries.procedure_text("tj")
DRAFT = HOUSE.replace('version: "2026.1"', 'version: "2027.1"')
BROKEN = DRAFT.replace(", four_eyes: true", "")


@pytest.fixture
def go(client):
    """Open or send a page as one officer."""

    def as_officer(officer, page, *ids, **sent):
        client.force_login(officer)
        address = reverse(f"identification:{page}", args=ids)
        return client.post(address, sent) if sent else client.get(address)

    return as_officer


@pytest.fixture
def put_up(go, cast):
    def made(content=DRAFT):
        file = SimpleUploadedFile("draft.yaml", content.encode(), content_type="application/yaml")
        return go(cast.nigina, "texts", file=file)

    return made


def test_a_draft_is_put_up_read_and_talked_over_by_everyone(go, put_up, cast):
    answer = put_up()
    text = ProcedureText.objects.get(version="2027.1")
    assert answer.url == reverse("identification:text", args=[text.pk])

    go(cast.shahlo, "comment", text.pk, step="screen", words="Who interprets at night?")
    said = ProcedureComment.objects.get()
    go(cast.nigina, "answer_comment", said.pk, taken_up="yes", answer="The hotline does.")

    page = go(cast.zarina, "text", text.pk).content.decode()
    assert "Who interprets at night?" in page
    assert "The hotline does." in page
    assert str(cast.shahlo.desk.agency) in page
    assert "<svg" in page
    assert "Nothing changes" in page


def test_a_broken_draft_shows_which_promise_and_the_way_there(go, put_up, cast):
    put_up(BROKEN)

    page = go(cast.zarina, "text", ProcedureText.objects.get(version="2027.1").pk).content.decode()

    assert "A refusal carries two signatures." in page
    assert "S00 (Signal) → S02 (Presumed victim) → S04 (Referred) → S05 (Preliminary decision due) → S07" in page
    assert "cannot be adopted as it stands" in page
    assert "BROKEN now" in page


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_what_a_broken_draft_breaks_and_changes_is_read_in_ones_language(put_up, cast, client, language):
    put_up(BROKEN.replace("amount: 5, unit: working_days", "amount: 7, unit: working_days"))
    text = ProcedureText.objects.get(version="2027.1")
    client.force_login(cast.zarina)

    with translation.override("en"):  # puts the language of the other tests back
        answer = client.get(reverse("identification:text", args=[text.pk]), headers={"accept-language": language})

    assert english(answer.content.decode()) == []


def test_a_file_that_cannot_be_read_says_where_and_puts_nothing_up(put_up):
    answer = put_up("id: [")

    assert answer.status_code == 422
    assert "line 2" in answer.content.decode()
    assert not ProcedureText.objects.filter(status="draft").exists()


@pytest.mark.parametrize(("language", "said"), [("ru", "строка 2"), ("tg", "сатри 2")])
def test_what_is_wrong_with_a_file_is_told_in_ones_language(cast, client, language, said):
    client.force_login(cast.nigina)
    file = SimpleUploadedFile("draft.yaml", b"id: [", content_type="application/yaml")

    with translation.override("en"):  # puts the language of the other tests back
        answer = client.post(reverse("identification:texts"), {"file": file}, headers={"accept-language": language})

    assert said in answer.content.decode()


def test_from_the_page_two_agencies_adopt(go, put_up, cast, now):
    put_up()
    text = ProcedureText.objects.get(version="2027.1")
    agency = cast.shahlo.desk.agency
    go(cast.nigina, "convene", text.pk, name="Shelters", agencies=[agency.pk], until="2999-01-01")
    assert "still has time" in go(cast.rustam, "text", text.pk).content.decode()
    go(cast.shahlo, "comment", text.pk, words="Agreed.")
    go(cast.nigina, "answer_comment", ProcedureComment.objects.get().pk, taken_up="yes", answer="Thank you.")

    refused = go(cast.rustam, "propose", text.pk, document="Order 7", document_on="2999-01-01")
    assert refused.status_code == 422
    assert 'value="Order 7"' in refused.content.decode()
    go(cast.rustam, "propose", text.pk, document="Order 7", document_on="2020-01-02")
    assert "Adopt this procedure" not in go(cast.rustam, "text", text.pk).content.decode()
    assert "Adopt this procedure" in go(cast.davlat, "text", text.pk).content.decode()
    go(cast.davlat, "adopt", text.pk, yes="yes")

    shown = go(cast.zarina, "procedure").content.decode()
    assert "Adopted under “Order 7”" in shown
    assert str(cast.davlat.desk.agency) in shown
    assert "in force" in go(cast.zarina, "texts").content.decode()


def test_through_the_api_a_draft_goes_the_same_way(client, cast):
    def call(officer, path, **given):
        client.force_login(officer)
        answer = client.post(
            f"/api/identification/procedure/{path}", json.dumps(given), content_type="application/json"
        )
        return answer.status_code, answer.json()

    status, shown = call(cast.nigina, "texts", content=BROKEN)
    assert status == 200
    assert not shown["may_be_adopted"]
    assert shown["broken"][0]["path"] == ["S00", "S02", "S04", "S05", "S07"]
    call(cast.nigina, f"texts/{shown['id']}/set-aside", because="Mended.")

    _, shown = call(cast.nigina, "texts", content=DRAFT)
    agency = cast.shahlo.desk.agency.code
    call(cast.nigina, f"texts/{shown['id']}/groups", name="Shelters", agencies=[agency], until="2999-01-01")
    _, shown = call(cast.shahlo, f"texts/{shown['id']}/comments", words="Agreed.")
    _, shown = call(cast.nigina, f"comments/{shown['comments'][0]['id']}/answer", taken_up=True, answer="Thank you.")
    assert shown["may_be_adopted"]
    call(cast.rustam, f"texts/{shown['id']}/proposal", document="Order 7", document_on="2020-01-02")
    assert call(cast.rustam, f"texts/{shown['id']}/adoption")[0] == 422
    assert call(cast.davlat, f"texts/{shown['id']}/adoption")[1]["status"] == "adopted"


def asked_of(officer, text):
    return [each for each in worklist(officer, now=timezone.now()).items if each.address.endswith(f"/{text.pk}/")]


def test_a_draft_is_work_of_the_agencies_asked_and_then_of_another_that_may_adopt(go, put_up, cast):
    put_up()
    text = ProcedureText.objects.get(version="2027.1")
    agency = cast.shahlo.desk.agency
    assert not asked_of(cast.shahlo, text)

    go(cast.nigina, "convene", text.pk, name="Shelters", agencies=[agency.pk], until="2999-01-01")
    (line,) = asked_of(cast.shahlo, text)
    assert ("2027.1" in line.reference, line.why, line.due_at.year) == (True, "Shelters", 2999)
    assert not asked_of(cast.zarina, text)
    go(cast.shahlo, "comment", text.pk, words="Agreed.")
    assert not asked_of(cast.shahlo, text)

    go(cast.nigina, "answer_comment", ProcedureComment.objects.get().pk, taken_up="yes", answer="Thank you.")
    go(cast.rustam, "propose", text.pk, document="Order 7", document_on="2020-01-02")
    (line,) = asked_of(cast.davlat, text)
    assert (line.why, line.since) == (str(cast.rustam.desk.agency), True)
    assert not asked_of(cast.rustam, text)
    go(cast.davlat, "adopt", text.pk, yes="yes")
    assert not asked_of(cast.davlat, text)


def test_a_day_that_is_over_asks_nothing_more(go, put_up, cast):
    put_up()
    text = ProcedureText.objects.get(version="2027.1")
    go(cast.nigina, "convene", text.pk, name="S", agencies=[cast.shahlo.desk.agency.pk], until="2999-01-01")
    assert asked_of(cast.shahlo, text)

    WorkingGroup.objects.update(until="2020-01-01")

    assert not asked_of(cast.shahlo, text)


def test_a_case_names_the_version_it_runs_under_and_leads_to_that_text(go, put_up, woman, client, cast, now):
    put_up()
    adopted = {"document": "Order 7", "document_on": now.date(), "proposed_by": cast.rustam, "proposed_at": now}
    adopted |= {"adopted_by": cast.davlat, "adopted_at": now, "status": "adopted"}
    ProcedureText.objects.filter(version="2027.1").update(**adopted)
    fresh()
    client.force_login(cast.zarina)

    for address in (reverse("case", args=[woman.pk]), reverse("identification:case", args=[woman.pk])):
        assert "?version=2026.1" in client.get(address).content.decode()
    shown = client.get(reverse("identification:procedure"), {"version": "2026.1"}).content.decode()
    assert "version 2026.1" in shown
    assert "New cases run under version 2027.1" in shown
    assert "New cases run under" not in client.get(reverse("identification:procedure")).content.decode()
    assert client.get(f"/api/desk/cases/{woman.pk}").json()["procedure"] == "2026.1"
