"""What every answer tells the browser, and under which names cookies are kept where the installation is reached over TLS."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest
from django.contrib.messages.storage.base import Message
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from panoh.registry.actions.officers import end_officer
from panoh.registry.acts import record_refused_opening
from panoh.registry.models import Installation, LedgerEntry
from panoh.registry.refusals import NotPermitted
from panoh.web.log_lines import InUniversalTime
from panoh.web.notices import Notices
from tests.house.visits import body
from tests.journeys import ways

pytestmark = pytest.mark.django_db
EVERYWHERE = ["/sign-in/", "/static/panoh.css", "/api/openapi.json", "/api/desk/work", "/healthz", "/nowhere/"]
COOKIES = {"sessionid", "csrftoken", "django_language", "panoh_last_here", "panoh_device"}
READ_BY_SCRIPT = {"__Host-csrftoken"}
SETTINGS = (
    "import json; from panoh.web import settings as s; "
    "print(json.dumps({n: getattr(s, n) for n in dir(s) if '_COOKIE_' in n or n.startswith('SECURE_')}))"
)


@pytest.fixture
def over_tls(settings) -> None:
    """The settings of an installation with PANOH_HTTPS=1, as they come out of a process of their own."""
    told = subprocess.run(
        [sys.executable, "-c", SETTINGS],
        env=os.environ | {"PANOH_HTTPS": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name, value in json.loads(told).items():
        setattr(settings, name, value)


def answered(address: str, *, secure: bool = False) -> Mapping[str, str]:
    answer = Client().get(address, secure=secure)
    body(
        answer
    )  # read to its end a served file is shut; shut by hand it would take the connection to the database along
    return answer.headers


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_says_what_the_browser_may_do_with_it(address):
    told = answered(address)
    policy = told["Content-Security-Policy"]

    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "same-origin"
    assert told["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in told


@pytest.mark.parametrize("address", ["/sign-in/", "/api/desk/work", "/nowhere/"])
def test_no_answer_can_be_loaded_by_another_site_or_kept(address):
    told = Client().get(address).headers

    assert told["Cross-Origin-Resource-Policy"] == "same-origin"
    assert told["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", EVERYWHERE)
def test_over_tls_every_answer_asks_for_tls_from_then_on(address, over_tls):
    told = answered(address, secure=True)

    assert told["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_over_tls_every_cookie_is_bound_to_this_very_host(over_tls, cast):
    client = Client()
    Installation.objects.update(kind=Installation.Kind.DEMO)
    client.get(reverse("sign_in"), secure=True)
    client.post(reverse("sign_in_demo"), {"post": "zarina"}, secure=True)
    client.post(reverse("set_language"), {"language": "tg", "next": "/"}, secure=True)

    assert set(client.cookies) == {f"__Host-{name}" for name in COOKIES}
    for name, kept in client.cookies.items():
        assert (kept["secure"], kept["path"], kept["domain"], kept["samesite"]) == (True, "/", "", "Lax"), name
        assert bool(kept["httponly"]) is (name not in READ_BY_SCRIPT), name


def test_over_tls_a_notice_is_kept_like_every_other_cookie(over_tls):
    request, answer = RequestFactory().get("/"), HttpResponse()
    notices = Notices(request)
    notices._queued_messages.append(Message(20, "Attached as number 3, sealed."))
    notices.added_new = True

    notices.update(answer)

    kept = answer.cookies["__Host-messages"]
    assert (kept["secure"], kept["httponly"], kept["path"], kept["domain"]) == (True, True, "/", "")


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example"])
def test_a_host_that_is_not_this_installation_s_is_not_answered(host):
    assert Client(headers={"host": host}).get("/sign-in/").status_code == 400


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil.example"]
)
def test_choosing_a_language_leads_to_no_other_site(elsewhere):
    answer = Client().post(reverse("set_language"), {"language": "tg", "next": elsewhere})

    assert answer.url == "/"


def test_signing_in_goes_to_ones_own_work_whatever_the_address_asks_for(cast):
    Installation.objects.update(kind=Installation.Kind.DEMO)

    answer = Client().post(reverse("sign_in_demo") + "?next=https://evil.example/", {"post": "zarina"})

    assert answer.url == reverse("my_work")


def test_the_api_takes_no_act_without_the_secret_of_the_session(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.zarina)

    answer = client.post("/api/screening/operations", {}, content_type="application/json")

    assert answer.status_code == 403
    assert answer.json()["code"] == "not_permitted"


def test_a_session_has_another_secret_after_signing_in_and_an_end_that_use_does_not_move(cast):
    client = Client()
    Installation.objects.update(kind=Installation.Kind.DEMO)
    client.post(reverse("sign_in_demo"), {"post": "zarina"})
    first, ends = client.session.session_key, client.session.get_expiry_age()
    client.get(reverse("my_work"))
    assert client.session.session_key == first

    client.post(reverse("sign_in_demo"), {"post": "zarina"})

    assert client.session.session_key != first
    assert not client.session.exists(first)
    assert ends == 8 * 3600


@pytest.mark.parametrize("method", ["trace", "get"])
def test_what_was_asked_is_not_sent_back(method):
    answer = getattr(Client(headers={"x-secret": "Канареева"}), method)("/sign-in/")

    assert "Канареева" not in answer.content.decode()


def test_whoever_is_refused_stands_in_the_log_without_a_name(cast, caplog):
    client = Client()
    client.force_login(cast.zarina)

    client.get(reverse("ledger"))

    assert f"officer {cast.zarina.pk} was refused GET /ledger/" in caplog.text
    assert "zarina" not in caplog.text


def test_whoever_tries_the_door_of_a_page_or_a_record_stands_in_the_ledger(cast, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    client = Client()
    client.force_login(cast.behruz)

    for address in (reverse("ledger"), reverse("case", args=[case.pk]), f"/api/desk/cases/{case.pk}"):
        assert client.get(address).status_code == 403

    lines = LedgerEntry.objects.filter(act="open.refused", officer=cast.behruz).order_by("seq")
    assert [(line.subject, line.detail["route"]) for line in lines][:2] == [("", "ledger"), (f"case:{case.pk}", "case")]
    assert len(lines) == 3


def test_an_act_that_was_refused_stands_there_once(cast, now):
    with pytest.raises(NotPermitted) as refused:
        end_officer(officer=cast.parvina, by=cast.zarina, at=now)

    record_refused_opening(refused.value, route="end_officer", by=cast.zarina, at=now)

    assert [line.act for line in LedgerEntry.objects.filter(officer=cast.zarina)] == ["end_officer.refused"]


def test_a_line_of_the_log_is_one_line_in_universal_time():
    record = logging.LogRecord("panoh", logging.WARNING, "", 0, "refused %s", ("/a\n1999 INFO forged",), None)
    record.created = 0.0

    line = InUniversalTime().format(record)

    assert line == "1970-01-01T00:00:00Z WARNING panoh refused /a\\n1999 INFO forged"
