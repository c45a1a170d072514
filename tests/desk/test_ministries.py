"""Through a ministry's OpenID Connect: a provider inside the test signs real tokens; only an invited officer comes in."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import RSAKey

from panoh.desk import sign_in as door
from panoh.registry.actions import helping
from panoh.registry.actions.factors import print_sheet
from panoh.registry.models import LedgerEntry, MinistryIdentity, Officer, OpenSession
from panoh.registry.rules.ministries import Ministry
from panoh.web.ministries_file import ministries

pytestmark = pytest.mark.django_db
ISSUER = "https://sso.interior.example"
INTERIOR = Ministry("interior", {"en": "Ministry of the Interior"}, ISSUER, "panoh", "a secret", ("mfa",))
KEY = RSAKey.generate_key(2048, parameters={"kid": "one", "alg": "RS256", "use": "sig"})
FOREIGN = RSAKey.generate_key(2048, parameters={"kid": "one", "alg": "RS256", "use": "sig"})


class Provider:
    """Answers what authlib asks over HTTP; `claims` and `key` are what a test bends."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.key = KEY
        self.alg = "RS256"
        self.asked: dict[str, str] = {}
        self.issuer = ISSUER
        self.down = False

    def send(self, session: requests.Session, request: requests.PreparedRequest, **_: Any) -> requests.Response:
        assert request.url is not None
        assert request.url.startswith(ISSUER)
        if self.down:
            raise requests.ConnectionError("nobody answers")
        answers = {"/.well-known/openid-configuration": self.about, "/jwks": self.keys, "/token": self.token}
        answer = requests.Response()
        answer.status_code, answer.request, answer.url = 200, request, request.url
        answer.headers["Content-Type"] = "application/json"
        told = answers[urlsplit(request.url).path](request)
        answer.status_code = 400 if "error" in told else 200
        answer._content = json.dumps(told).encode()
        return answer

    def about(self, _: Any) -> dict[str, Any]:
        places = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/jwks"}
        algs = {"id_token_signing_alg_values_supported": ["RS256"]}
        return {"issuer": self.issuer, **{name: ISSUER + path for name, path in places.items()}, **algs}

    def keys(self, _: Any) -> dict[str, Any]:
        return {"keys": [KEY.as_dict(private=False)]}

    def token(self, request: requests.PreparedRequest) -> dict[str, Any]:
        sent = {name: texts[0] for name, texts in parse_qs(str(request.body or "")).items()}
        proof = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).decode().rstrip("=")
        if proof != self.asked["code_challenge"] or sent["code"] != "right":
            return {"error": "invalid_grant"}
        now = int(time.time())
        told = {"iss": ISSUER, "aud": "panoh", "sub": "4711", "nonce": self.asked["nonce"], "iat": now, "exp": now + 60}
        told = {name: given for name, given in (told | self.claims).items() if given is not None}
        return {
            "access_token": "x",
            "token_type": "Bearer",
            "id_token": jwt.encode({"alg": self.alg, "kid": "one"}, told, self.key),
        }

    def signed_in_there(self, answer: Any) -> dict[str, str]:
        """The browser was sent there, somebody signed in, and it is sent back with this."""
        assert answer.status_code == 302
        assert answer.url.startswith(f"{ISSUER}/authorize?")
        self.asked = {name: texts[0] for name, texts in parse_qs(urlsplit(answer.url).query).items()}
        assert self.asked["code_challenge_method"] == "S256"
        return {"code": "right", "state": self.asked["state"]}


@pytest.fixture
def provider(monkeypatch, settings) -> Provider:
    settings.MINISTRIES = (INTERIOR,)
    made = Provider()
    monkeypatch.setattr(
        requests.Session, "send", lambda session, request, **given: made.send(session, request, **given)
    )
    return made


def come(client: Client, provider: Provider, **changed: str):
    back = provider.signed_in_there(client.get(reverse("ministry", args=["interior"])))
    return client.get(reverse("ministry_back", args=["interior"]), back | changed)


def bind(officer: Officer, provider: Provider) -> Client:
    client = Client()
    _, _, officer_id, token, _ = door.invitation_path(officer).split("/")
    away = client.get(reverse("invitation_by_ministry", args=[officer_id, token, "interior"]))
    assert client.get(reverse("ministry_back", args=["interior"]), provider.signed_in_there(away)).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("devices")).status_code == 200


def test_an_invited_officer_is_bound_once_and_comes_in_from_then_on(provider, cast):
    link = door.invitation_path(cast.alisher)

    first = bind(cast.alisher, provider)
    again = Client()
    came = come(again, provider)

    assert is_in(first)
    assert came.url == reverse("my_work")
    assert is_in(again)
    assert Client().get(link).status_code == 403  # used up
    assert LedgerEntry.objects.filter(act="bind_ministry", officer=cast.alisher).count() == 1
    assert LedgerEntry.objects.filter(act="sign_in", officer=cast.alisher).exists()
    assert "4711" not in MinistryIdentity.objects.get().mark


def test_whoever_was_not_invited_is_not_added(provider, cast, client):
    before = Officer.objects.count()

    answer = come(client, provider)

    assert answer.status_code == 403
    assert "no officer here is bound to it" in answer.content.decode()
    assert Officer.objects.count() == before
    assert not is_in(client)


def test_a_name_or_mail_address_the_provider_tells_binds_nobody(provider, cast, client):
    provider.claims = {"preferred_username": "alisher", "email": "alisher@panoh.example", "email_verified": True}

    assert come(client, provider).status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
    ],
    ids=lambda claims: "-".join(f"{name}={given}" for name, given in claims.items()),
)
def test_a_token_that_is_not_for_us_now_opens_nothing(provider, cast, claims):
    bind(cast.alisher, provider)
    client = Client()
    provider.claims = claims

    assert come(client, provider).status_code == 403
    assert not is_in(client)


def test_a_token_signed_by_somebody_else_opens_nothing(provider, cast, client):
    bind(cast.alisher, provider)
    provider.key = FOREIGN

    assert come(client, provider).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("changed", [{"state": "another"}, {"code": "wrong"}, {"error": "access_denied"}])
def test_an_answer_that_was_not_asked_for_opens_nothing(provider, cast, client, changed):
    bind(cast.alisher, provider)

    assert come(client, provider, **changed).status_code == 403
    assert not is_in(client)


def test_an_answer_cannot_be_given_in_another_browser_or_twice(provider, cast, client):
    bind(cast.alisher, provider)
    back = provider.signed_in_there(client.get(reverse("ministry", args=["interior"])))
    address = reverse("ministry_back", args=["interior"])

    assert Client().get(address, back).status_code == 403
    assert client.get(address, back).status_code == 302
    assert Client().get(address, back).status_code == 403


def test_a_provider_that_calls_itself_otherwise_is_not_the_ministry(provider, cast, client):
    bind(cast.alisher, provider)
    provider.issuer = "https://evil.example"
    provider.claims = {"iss": "https://evil.example"}

    assert come(client, provider).status_code == 403


def test_where_nobody_answers_the_page_says_so_and_our_own_way_in_stays_open(provider, cast, client, caplog):
    provider.down = True

    answer = client.get(reverse("ministry", args=["interior"]))

    assert answer.status_code == 403
    assert "was not proven" in answer.content.decode()
    assert "ConnectionError" in caplog.text
    assert client.get(reverse("sign_in")).status_code == 200


def test_our_second_step_is_asked_for_unless_the_ministry_took_one(provider, cast, now):
    bind(cast.zarina, provider)
    print_sheet(cast.zarina, printed_by=None, length=2, at=now)

    assert come(Client(), provider).url == reverse("second_step")
    provider.claims = {"amr": ["pwd"]}
    assert come(Client(), provider).url == reverse("second_step")
    provider.claims = {"amr": ["pwd", "mfa"]}
    client = Client()
    assert come(client, provider).url == reverse("my_work")
    assert client.get(reverse("my_work")).status_code == 200


@pytest.mark.parametrize("holds", ["factor", "ministry"])
def test_a_link_binds_no_ministry_in_the_place_of_what_somebody_holds(provider, cast, now, holds):
    if holds == "factor":
        print_sheet(cast.zarina, printed_by=None, length=2, at=now)
    else:
        MinistryIdentity.objects.create(officer=cast.zarina, provider="interior", mark="hers", bound_at=now)
    client = Client()
    _, _, officer_id, token, _ = door.invitation_path(cast.zarina).split("/")
    away = client.get(reverse("invitation_by_ministry", args=[officer_id, token, "interior"]))

    answer = client.get(reverse("ministry_back", args=["interior"]), provider.signed_in_there(away))

    assert answer.status_code == 403
    assert [each.mark for each in MinistryIdentity.objects.all()] == ([] if holds == "factor" else ["hers"])


def test_a_link_gives_no_password_to_whoever_comes_through_a_ministry_before_two_took_that_away(provider, cast, now):
    bind(cast.zarina, provider)
    link = door.invitation_path(Officer.objects.get(pk=cast.zarina.pk))
    assert Client().post(link, {"password": "four unrelated quiet words"}).status_code == 403

    asked = helping.ask_for_help(officer=cast.zarina, kind="reset", by=cast.safar, at=now)
    colleague = Officer.objects.create(post=cast.zarina.post, username="komron", name="Komron", password="!")
    helping.confirm_help(asked=asked, by=colleague, at=now)

    assert not MinistryIdentity.objects.exists()
    assert Client().post(link, {"password": "four unrelated quiet words"}).status_code == 302


def test_whoever_sits_down_at_a_session_left_open_adds_nothing_to_it(provider, cast):
    """A sheet is refused to whoever has neither app nor passkey, but only once it is said who is there."""
    client = bind(cast.alisher, provider)
    OpenSession.objects.update(opened_at=timezone.now())
    assert "stands beside an app" in client.post(reverse("new_sheet")).content.decode()

    OpenSession.objects.update(opened_at=timezone.now() - timedelta(minutes=30))

    assert "through your ministry" in client.post(reverse("new_sheet")).content.decode()
    told = client.post("/api/desk/factors/sheet", "{}", content_type="application/json").json()
    assert "through your ministry" in str(told)


def test_who_has_left_does_not_come_back_through_the_ministry(provider, cast, now, client):
    from panoh.registry.actions.officers import end_officer

    bind(cast.alisher, provider)
    end_officer(officer=cast.alisher, by=cast.safar, at=now)

    assert come(client, provider).status_code == 403


def test_one_person_of_a_ministry_is_one_officer(provider, cast):
    bind(cast.alisher, provider)
    client = Client()
    _, _, officer_id, token, _ = door.invitation_path(cast.zarina).split("/")
    away = client.get(reverse("invitation_by_ministry", args=[officer_id, token, "interior"]))

    answer = client.get(reverse("ministry_back", args=["interior"]), provider.signed_in_there(away))

    assert answer.status_code == 422
    assert MinistryIdentity.objects.get().officer == cast.alisher


def test_a_ministry_nobody_connected_leads_nowhere(client, cast):
    assert client.get(reverse("ministry", args=["interior"])).status_code == 403


WRITTEN = """
ministries:
  - id: interior
    name: {en: Ministry of the Interior, ru: Министерство внутренних дел}
    issuer: https://sso.interior.example
    client_id: panoh
    secret_file: interior.secret
    second_step_when: [mfa]
"""


def test_the_operator_s_file_is_read_and_its_secret_shown_nowhere(tmp_path):
    (tmp_path / "interior.secret").write_text("a secret\n")
    (tmp_path / "ministries.yaml").write_text(WRITTEN)

    [read] = ministries(tmp_path)

    assert (read.issuer, read.secret, read.called("ru")) == (ISSUER, "a secret", "Министерство внутренних дел")
    assert "a secret" not in repr(read)
    assert ministries(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("wrong", ["issuer: http://sso.example", "isuer: https://sso.example"])
def test_a_mistake_in_the_file_stops_the_start(tmp_path, wrong):
    (tmp_path / "interior.secret").write_text("a secret\n")
    (tmp_path / "ministries.yaml").write_text(WRITTEN.replace("issuer: https://sso.interior.example", wrong))

    with pytest.raises(SystemExit, match="interior"):
        ministries(tmp_path)
