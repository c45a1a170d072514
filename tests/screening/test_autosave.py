"""What a page sends while it is filled in: taken once, never over a colleague, refused by name where it does not fit."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from panoh.registry import vault
from panoh.registry.models import LedgerEntry
from panoh.screening.actions import record_answers, record_words
from panoh.screening.models import Answer, Receipt, Screening
from panoh.screening.queries.reading import mark_of_words
from panoh.screening.rules.path import question_pages
from panoh.screening.rules.texts import subject_of
from tests.screening.conftest import ADULT

pytestmark = pytest.mark.django_db
ITEM = "AL.CD.documents"


@pytest.fixture
def send(client, cast):
    """Zarina's page sends one change and gets status and body."""
    client.force_login(cast.zarina)

    def post(screening: Screening, what: str = "answers", **body):
        answer = client.post(f"/api/screening/{screening.pk}/{what}", body, content_type="application/json")
        return answer.status_code, answer.json()

    return post


def current(item: str = ITEM) -> list[str]:
    return list(Answer.objects.filter(item=item, replaced_at=None).values_list("value", flat=True))


def test_a_change_sent_again_does_nothing_twice_and_undoes_nothing(send, agreed):
    first, second = {"change": str(uuid4())}, {"change": str(uuid4())}
    assert send(agreed, answers={ITEM: "yes"}, seen={ITEM: ""}, **first)[0] == 200
    assert send(agreed, answers={ITEM: "no"}, seen={ITEM: "yes"}, **second)[0] == 200
    lines = LedgerEntry.objects.count()

    assert send(agreed, answers={ITEM: "yes"}, seen={ITEM: ""}, **first)[0] == 200

    assert (current(), Answer.objects.count(), Receipt.objects.count()) == (["no"], 2, 2)
    assert LedgerEntry.objects.count() == lines


def test_a_late_change_is_not_put_over_a_colleagues_newer_answer_and_both_are_told(send, agreed, a_colleague, now):
    record_answers(screening=agreed, answers={ITEM: "no"}, by=a_colleague, at=now)

    status, body = send(agreed, answers={ITEM: "yes"}, seen={ITEM: ""}, change=str(uuid4()))

    assert (status, body["code"]) == (409, "conflict")
    assert body["theirs"] == {ITEM: {"officer": "Komron", "value": "no", "text": "", "mark": ""}}
    assert (current(), Receipt.objects.count()) == (["no"], 0)
    assert LedgerEntry.objects.filter(act="read_screening", fields=["answers"]).count() == 1


def test_whoever_does_not_hold_the_interview_is_asked_what_for_before_a_colleagues_answer_is_told(
    agreed, a_colleague, cast, client, now
):
    record_answers(screening=agreed, answers={ITEM: "no"}, by=a_colleague, at=now)
    client.force_login(cast.nigina)
    sent = {"answers": {ITEM: "yes"}, "seen": {ITEM: ""}}

    answer = client.post(f"/api/screening/{agreed.pk}/answers", sent, content_type="application/json")

    assert answer.status_code in {409, 422}
    assert "theirs" not in answer.json()
    assert not LedgerEntry.objects.filter(act="read_screening", officer=cast.nigina).exists()


def test_a_late_change_is_not_put_over_the_officers_own_newer_answer_either(send, agreed):
    send(agreed, answers={ITEM: "no"})

    status, _ = send(agreed, answers={ITEM: "yes"}, seen={ITEM: ""}, change=str(uuid4()))

    assert (status, current()) == (409, ["no"])


def test_an_answer_is_taken_back_and_the_earlier_one_stays_on_record(send, agreed):
    send(agreed, answers={ITEM: "yes"})

    assert send(agreed, answers={ITEM: "not_asked"}, seen={ITEM: "yes"}, change=str(uuid4()))[0] == 200

    assert (current(), Answer.objects.get().replaced_at is not None) == ([], True)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"answers": {"AL.CD.of_another_version": "yes"}}, "AL.CD.of_another_version"),
        ({"answers": {ITEM: "yes"}, "version": "0.9"}, "newer version"),
    ],
)
def test_an_answer_to_another_version_is_refused_with_what_to_do(send, agreed, wrong, named):
    status, body = send(agreed, change=str(uuid4()), **wrong)

    assert status == 422
    assert named in body["reason"]
    assert body["way_forward"]
    assert (Answer.objects.count(), Receipt.objects.count()) == (0, 0)


def test_words_are_kept_part_by_part_apart_from_the_note_and_earlier_wording_stays(send, agreed):
    _, saved = send(agreed, "words", text="They took it at the door.", about="CD", change=str(uuid4()))
    send(agreed, "words", text="They took it at the gate.", about="CD", seen=saved["mark"], change=str(uuid4()))
    send(agreed, "words", text="Bruises on both wrists.", about="note")

    kept = vault.unseal(Screening.objects.get())["texts"]
    assert (kept["CD"]["words"], kept["CD"]["earlier"][0]["words"]) == (
        "They took it at the gate.",
        "They took it at the door.",
    )
    assert kept["note"]["words"] == "Bruises on both wrists."
    assert b"gate" not in bytes(Screening.objects.get().sealed)


def test_words_a_colleague_wrote_meanwhile_are_shown_and_not_lost(send, agreed, a_colleague, now):
    record_words(screening=agreed, text="Theirs.", about="CD", by=a_colleague, at=now)

    status, body = send(agreed, "words", text="Mine.", about="CD", seen=mark_of_words(""), change=str(uuid4()))

    assert status == 409
    assert body["theirs"]["CD"]["text"] == "Theirs."
    assert LedgerEntry.objects.latest("seq").act == "read_screening"
    assert send(agreed, "words", text="Both.", about="CD", seen=body["theirs"]["CD"]["mark"])[0] == 200


def test_words_a_colleague_took_away_meanwhile_are_told_so_that_the_next_change_can_go(
    send, agreed, a_colleague, cast, now
):
    record_words(screening=agreed, text="Mine.", about="CD", by=cast.zarina, at=now)
    record_words(screening=agreed, text="", about="CD", by=a_colleague, at=now)

    status, body = send(agreed, "words", text="Mine again.", about="CD", seen=mark_of_words("Mine."))

    assert (status, body["theirs"]["CD"]["text"]) == (409, "")
    assert send(agreed, "words", text="Mine again.", about="CD", seen=body["theirs"]["CD"]["mark"])[0] == 200


def test_words_about_nothing_of_this_set_are_refused_by_name(send, agreed):
    status, body = send(agreed, "words", text="x", about="nowhere")

    assert (status, "nowhere" in body["reason"]) == (422, True)


def test_every_text_can_be_read_through_the_api_with_the_mark_of_what_was_shown(send, agreed, client):
    send(agreed, "words", text="At the gate.", about="CD")

    (found,) = client.get(f"/api/screening/{agreed.pk}/words").json()

    assert found == {"about": "CD", "text": "At the gate.", "mark": mark_of_words("At the gate.")}


def test_a_change_without_the_page_it_came_from_is_not_taken(agreed, cast):
    """The session alone is not enough: a form elsewhere on the net has no token of ours."""
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(cast.zarina)

    answer = stranger.post(
        f"/api/screening/{agreed.pk}/answers", {"answers": {ITEM: "yes"}}, content_type="application/json"
    )

    assert answer.status_code == 403
    assert Answer.objects.count() == 0


def test_without_a_script_the_page_saves_answers_words_and_note_together(client, agreed, cast):
    client.force_login(cast.zarina)
    address = reverse("screening:questions", args=[agreed.pk, 1])

    client.post(address, {"act": "yes", "said": "A man met us.", "note": "Looks at the door."})
    page = client.get(address).content.decode()

    assert current("act") == ["yes"]
    assert "A man met us." in page
    assert "Looks at the door." in page


def test_a_page_of_words_left_as_shown_is_not_put_over_newer_ones(client, agreed, cast, a_colleague, now):
    client.force_login(cast.zarina)
    address = reverse("screening:questions", args=[agreed.pk, 1])
    record_words(screening=agreed, text="Newer.", about="act", by=a_colleague, at=now)

    assert client.post(address, {"said": "", "said_seen": mark_of_words("")}).status_code == 302
    answer = client.post(address, {"said": "Mine.", "said_seen": mark_of_words("")})

    page = answer.content.decode()
    assert "Newer." in page
    assert "Mine." in page
    assert vault.unseal(Screening.objects.get())["texts"]["act"]["words"] == "Newer."


def test_what_a_device_keeps_of_the_questions_names_nobody(client, agreed, cast):
    client.force_login(cast.zarina)

    page = client.get(reverse("screening:offline", args=[ADULT])).content.decode()

    assert page.count('data-page="') == len(question_pages(_instrument()))
    for personal in ("Zarina", str(agreed.pk), agreed.case.reference, "csrfmiddlewaretoken", "Фирӯз"):
        assert personal not in page


def test_words_of_a_part_stay_together_over_its_pages():
    pages = [page for page in question_pages(_instrument()) if subject_of(page) == "CD"]

    assert len(pages) > 1


def test_the_worker_is_served_below_its_scope_and_signing_out_erases(client, cast):
    client.force_login(cast.zarina)

    worker = client.get(reverse("screening:worker"))
    out = client.post(reverse("sign_out"))

    assert worker["Content-Type"].startswith("text/javascript")
    assert b"panoh-questions" in worker.content
    assert out["Clear-Site-Data"] == '"storage"'
    assert client.get(reverse("leave"))["Clear-Site-Data"] == '"storage"'


def _instrument():
    from panoh.instruments import library

    return library.screening_instrument(ADULT)
