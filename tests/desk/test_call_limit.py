"""Nobody drains a post in a shift: calls and look-ups are counted for each officer, over all processes."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from panoh.desk import call_limit
from panoh.desk.call_limit import CALL, LOOK_UP, PAGE, TooFast, count
from panoh.registry.models import CallCount, Officer, sign_in_rule
from panoh.registry.sessions import SessionStore
from panoh.web import at_the_door

pytestmark = pytest.mark.django_db


def test_beyond_the_limit_the_api_answers_429_and_says_when_it_goes_on(client, cast):
    client.force_login(cast.zarina)
    limit = sign_in_rule(cast.zarina).calls_a_minute

    met = [client.get("/api/desk/sessions") for _ in range(limit + 1)]

    assert [each.status_code for each in met] == [200] * limit + [429]
    assert 0 < int(met[-1].headers["Retry-After"]) <= 60
    assert met[-1].json()["code"] == "too_fast"
    assert "Nothing was lost" in met[-1].json()["way_forward"]


def test_a_script_over_pages_is_braked_with_a_plain_page_and_nobody_else_is(client, cast, settings, monkeypatch):
    settings.PAGES_ARE_COUNTED = True
    few = replace(sign_in_rule(cast.zarina), pages_a_minute=3)
    monkeypatch.setattr(at_the_door, "sign_in_rule", lambda _officer: few)
    client.force_login(cast.zarina)

    met = [client.get(reverse("my_work")) for _ in range(4)]

    assert [each.status_code for each in met] == [200] * 3 + [429]
    assert 0 < int(met[-1].headers["Retry-After"]) <= 60
    assert "Nothing was lost" in met[-1].content.decode()
    assert client.get("/api/desk/sessions").status_code == 200, "the API has a limit of its own"
    assert client.get(reverse("sign_in")).status_code in {200, 302}, "what is open to everybody stays open"
    client.force_login(cast.behruz)
    assert client.get(reverse("my_work")).status_code == 200


def test_pages_are_told_to_the_database_in_twenties_and_counted_across_processes(cast, now):
    for _ in range(call_limit.TOLD_AT):
        count(cast.zarina, PAGE, limit=21, at=now)
    assert CallCount.objects.get(kind=PAGE).calls == call_limit.TOLD_AT
    call_limit.forget()  # as if these were another process's

    for _ in range(call_limit.TOLD_AT - 1):
        count(cast.zarina, PAGE, limit=21, at=now)
    with pytest.raises(TooFast):
        count(cast.zarina, PAGE, limit=21, at=now)


def test_nobody_who_reads_comes_to_the_limit_of_pages(cast):
    assert all(sign_in_rule(each).pages_a_minute >= 4 * 60 for each in cast.officers.values())


def test_another_officer_is_not_slowed_down_and_a_minute_later_it_goes_on(cast, now):
    count(cast.zarina, LOOK_UP, limit=1, at=now)
    with pytest.raises(TooFast):
        count(cast.zarina, LOOK_UP, limit=1, at=now)

    count(cast.behruz, LOOK_UP, limit=1, at=now)
    count(cast.zarina, LOOK_UP, limit=1, at=now.replace(minute=now.minute + 1))


def test_what_another_process_counted_counts(cast, now):
    for _ in range(call_limit.TOLD_AT):
        count(cast.zarina, CALL, limit=30, at=now)
    call_limit.forget()  # as if these were another process's

    for _ in range(call_limit.TOLD_AT - 1):
        count(cast.zarina, CALL, limit=30, at=now)
    with pytest.raises(TooFast):
        count(cast.zarina, CALL, limit=30, at=now)

    assert CallCount.objects.get().calls == 2 * call_limit.TOLD_AT


def test_looking_people_up_has_a_limit_of_its_own_with_a_plain_page(client, cast):
    client.force_login(cast.nigina)
    limit = sign_in_rule(cast.nigina).look_ups_a_minute

    met = [client.post(reverse("find"), {"text": f"name {number}"}) for number in range(limit + 1)]

    assert [each.status_code for each in met] == [200] * limit + [429]
    assert "Wait" in met[-1].content.decode()
    assert met[-1].headers["Retry-After"]
    assert client.get(reverse("my_work")).status_code == 200


TYPED = {"text": ["Ҷӯраева <Муҳаббат>"], "go": ["next", "check"]}


def braked(client: Client, monkeypatch: pytest.MonkeyPatch, officer: Officer) -> None:
    none_left = replace(sign_in_rule(officer), look_ups_a_minute=0, pages_a_minute=0)
    monkeypatch.setattr(at_the_door, "sign_in_rule", lambda _officer: none_left)
    client.force_login(officer)


def test_what_was_typed_stands_in_the_page_that_brakes_and_is_sent_from_there(client, cast, monkeypatch):
    braked(client, monkeypatch, cast.nigina)

    met = client.post(reverse("find"), TYPED | {"csrfmiddlewaretoken": "of-an-older-page"})
    page = met.content.decode()

    assert met.status_code == 429
    assert "Ҷӯраева &lt;Муҳаббат&gt;" in page
    assert met.context["typed"] == [("text", "Ҷӯраева <Муҳаббат>"), ("go", "next"), ("go", "check")]
    assert "Send it again" in page
    assert "of-an-older-page" not in page


def test_a_page_that_was_only_opened_has_nothing_to_be_sent_again(client, cast, monkeypatch, settings):
    settings.PAGES_ARE_COUNTED = True
    braked(client, monkeypatch, cast.nigina)

    met = client.get(reverse("my_work"))

    assert met.status_code == 429
    assert "Send it again" not in met.content.decode()


@pytest.mark.parametrize("name", ["own_password", "add_app", "new_sheet", "remove_factor"])
@pytest.mark.parametrize("when", ["too fast", "left alone"])
def test_no_password_and_no_code_is_written_into_another_page(client, cast, monkeypatch, settings, name, when):
    settings.PAGES_ARE_COUNTED = True
    braked(client, monkeypatch, cast.nigina)
    if when == "left alone":
        monkeypatch.setattr(SessionStore, "is_left_alone", lambda _session: True)
    typed = dict.fromkeys(("password", "current", "code", "unlock_password"), "three unrelated words")

    met = client.post(reverse(name, args=[uuid4()] if name == "remove_factor" else []), typed)

    assert met.status_code == (429 if when == "too fast" else 401)
    assert "unrelated words" not in met.content.decode()


def test_looking_up_by_api_has_the_limit_of_the_page(client, cast, monkeypatch):
    none_left = replace(sign_in_rule(cast.nigina), look_ups_a_minute=0)
    monkeypatch.setattr(at_the_door, "sign_in_rule", lambda _officer: none_left)
    client.force_login(cast.nigina)

    met = client.post("/api/desk/find", {"text": "zz"}, content_type="application/json")

    assert (met.status_code, met.json()["code"]) == (429, "too_fast")
    assert client.get("/api/desk/sessions").status_code == 200


def test_whoever_is_not_signed_in_is_asked_to_and_not_counted(cast):
    assert Client().get("/api/desk/work").status_code == 401
    assert not CallCount.objects.exists()
