"""The second step: asked of whoever holds one, needed by posts that read names, given by an app or a sheet, each code once."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from panoh.registry import vault
from panoh.registry.models import Factor, Installation, LedgerEntry, Officer, RecoveryCode
from panoh.registry.rules import one_time_codes as codes
from panoh.registry.rules.brakes import KNOWN_DEVICE, NAME

pytestmark = pytest.mark.django_db
GOOD = "four unrelated quiet words"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def zarina(cast) -> Officer:
    cast.zarina.set_password(GOOD)
    cast.zarina.save()
    return cast.zarina


def password_given(client: Client, name: str = "zarina"):
    return client.post(reverse("sign_in"), {"username": name, "password": GOOD})


def secret_of(officer: Officer) -> str:
    return vault.unseal(Factor.objects.get(officer=officer, kind="app"))["secret"]


def app_added(client: Client, officer: Officer) -> str:
    """By the pages, as officers do. The code of a minute ago was used for it, so that the present one is fresh."""
    client.post(reverse("start_app"))
    secret = secret_of(officer)
    shown = client.get(reverse("add_app")).content.decode()
    assert secret in shown.replace(" ", "")
    code = codes.code_at(secret, timezone.now() - timedelta(seconds=30))
    answer = client.post(reverse("add_app"), {"name": "telephone", "code": code, "password": GOOD})
    assert answer.status_code == 302, answer.content.decode()
    return secret


@pytest.fixture
def secret(zarina) -> str:
    client = Client()
    password_given(client)
    return app_added(client, zarina)


def test_a_post_that_reads_names_opens_nothing_before_it_has_a_second_step(zarina, client):
    assert password_given(client).url == reverse("my_work")

    for page in ("my_work", "screening:home", "find", "own_password"):
        assert client.get(reverse(page)).url == reverse("factors"), page
    refused = client.get("/api/desk/work")
    assert refused.status_code == 403
    assert "second step" in refused.json()["reason"]
    assert "before anything opens" in client.get(reverse("factors")).content.decode()


def test_with_an_app_added_everything_opens_in_the_same_session(zarina, client):
    password_given(client)

    app_added(client, zarina)

    assert client.get(reverse("my_work")).status_code == 200
    assert LedgerEntry.objects.filter(act="add_factor", officer=zarina).count() == 1


def test_a_post_without_names_is_offered_one_and_not_held_up(cast, client):
    cast.alisher.set_password(GOOD)
    cast.alisher.save()

    password_given(client, "alisher")

    assert client.get(reverse("my_work")).status_code == 200


def test_a_demonstration_s_post_opens_without_and_says_what_a_real_one_asks(cast, client):
    Installation.objects.update(kind=Installation.Kind.DEMO)
    client.post(reverse("sign_in_demo"), {"post": "zarina"})

    assert client.get(reverse("my_work")).status_code == 200
    assert "In a real installation this post opens nothing" in client.get(reverse("factors")).content.decode()


def test_after_the_password_nothing_is_open_until_the_code_is_given(zarina, secret, client):
    assert password_given(client).url == reverse("second_step")
    assert client.get(reverse("my_work")).url.startswith(reverse("sign_in"))
    assert client.get("/api/desk/work").status_code == 401
    assert not LedgerEntry.objects.filter(act="sign_in", officer=zarina).count() > 1

    came = client.post(reverse("second_step"), {"code": codes.code_at(secret, timezone.now())})

    assert came.url == reverse("my_work")
    assert client.get(reverse("my_work")).status_code == 200


def test_no_code_opens_twice(secret, client):
    code = codes.code_at(secret, timezone.now())
    for expected in (302, 200):
        other = Client()
        password_given(other)
        assert other.post(reverse("second_step"), {"code": code}).status_code == expected


def test_a_wrong_code_is_on_record_and_slows_down_without_ever_locking_her_own_device(zarina, secret):
    own, elsewhere = Client(), Client()
    password_given(own)
    own.post(reverse("second_step"), {"code": codes.code_at(secret, timezone.now())})
    own.post(reverse("sign_out"))
    password_given(elsewhere)

    for _ in range(NAME.tries + KNOWN_DEVICE.tries):
        elsewhere.post(reverse("second_step"), {"code": "000000"})

    right = codes.code_at(secret, timezone.now() + timedelta(seconds=30))
    assert LedgerEntry.objects.filter(act="second_step_failed", officer=zarina).count() == NAME.tries
    assert elsewhere.post(reverse("second_step"), {"code": right}).status_code == 200
    password_given(own)
    assert own.post(reverse("second_step"), {"code": right}).status_code == 302


def test_the_second_page_alone_leads_nowhere(secret, client):
    assert client.get(reverse("second_step")).url == reverse("sign_in")
    answer = client.post(reverse("second_step"), {"code": codes.code_at(secret, timezone.now())})
    assert answer.url == reverse("sign_in")


def test_the_second_step_has_to_follow_within_minutes(secret, client):
    password_given(client)
    session = client.session
    session["half_in_since"] -= 11 * 60
    session.save()

    answer = client.post(reverse("second_step"), {"code": codes.code_at(secret, timezone.now())})

    assert answer.url == reverse("sign_in")


def test_the_secret_is_sealed_and_shown_to_nobody_once_it_is_proven(zarina, secret):
    factor = Factor.objects.get(officer=zarina)
    other = Client()
    other.force_login(zarina)

    assert secret.encode() not in bytes(factor.sealed)
    assert other.get(reverse("add_app")).url == reverse("factors")
    assert secret not in str(list(LedgerEntry.objects.values_list("detail", flat=True)))


def test_a_wrong_code_adds_no_app_and_keeps_what_was_typed(zarina, client):
    password_given(client)
    client.post(reverse("start_app"))

    page = client.post(reverse("add_app"), {"name": "telephone", "code": "000000", "password": GOOD})

    assert "This code does not fit" in page.content.decode()
    assert "telephone" in page.content.decode()
    assert not Factor.objects.filter(added_at__isnull=False).exists()


def test_without_the_password_nothing_changes(zarina, secret):
    client = Client()
    client.force_login(zarina)
    factor = Factor.objects.get(officer=zarina)

    client.post(reverse("new_sheet"), {"password": "wrong"})
    client.post(reverse("remove_factor", args=[factor.pk]), {"password": ""})

    assert list(Factor.objects.filter(officer=zarina)) == [factor]


def test_a_sheet_is_shown_once_and_each_code_opens_once(zarina, secret):
    client = Client()
    client.force_login(zarina)
    page = client.post(reverse("new_sheet"), {"password": GOOD}).content.decode()
    sheet = re.findall(r"<code>(\w{5}-\w{5})</code>", page)

    assert len(sheet) == 10
    assert not any(code in "".join(RecoveryCode.objects.values_list("mark", flat=True)) for code in sheet)
    for typed, expected in ((sheet[0].lower(), 302), (sheet[0], 200), (sheet[1].replace("-", " "), 302)):
        other = Client()
        password_given(other)
        assert other.post(reverse("second_step"), {"code": typed}).status_code == expected
    assert "8 codes left" in client.get(reverse("factors")).content.decode()


def test_a_new_sheet_ends_the_one_before(zarina, secret):
    client = Client()
    client.force_login(zarina)
    first, second = (
        re.findall(
            r"<code>(\w{5}-\w{5})</code>", client.post(reverse("new_sheet"), {"password": GOOD}).content.decode()
        )
        for _ in range(2)
    )
    other = Client()
    password_given(other)

    assert other.post(reverse("second_step"), {"code": first[0]}).status_code == 200
    assert other.post(reverse("second_step"), {"code": second[0]}).status_code == 302


def test_another_officer_s_code_opens_nothing(zarina, secret, cast):
    other = cast.behruz
    other.set_password(GOOD)
    other.save()
    client = Client()
    password_given(client, "behruz")
    app_added(client, other)
    again = Client()
    password_given(again, "behruz")

    assert again.post(reverse("second_step"), {"code": codes.code_at(secret, timezone.now())}).status_code == 200


def test_the_last_one_stays_where_the_post_needs_one_and_goes_where_there_is_another(zarina, secret):
    client = Client()
    client.force_login(zarina)
    app = Factor.objects.get(officer=zarina)
    gone = {"password": GOOD}

    kept = client.post(reverse("remove_factor", args=[app.pk]), gone)
    client.post(reverse("new_sheet"), gone)
    client.post(reverse("remove_factor", args=[app.pk]), gone)

    assert "this is your last one" in kept.content.decode()
    assert [each.kind for each in Factor.objects.filter(officer=zarina)] == ["sheet"]
    assert LedgerEntry.objects.filter(act="remove_factor", officer=zarina).count() == 1


def test_nobody_takes_away_somebody_else_s(zarina, secret, cast):
    client = Client()
    client.force_login(cast.behruz)

    client.post(reverse("remove_factor", args=[Factor.objects.get().pk]), {"password": ""})

    assert Factor.objects.filter(officer=zarina).exists()


def test_the_api_adds_an_app_and_a_sheet_by_the_same_acts(zarina):
    client = Client()
    password_given(client)
    letters = client.post("/api/desk/factors/app").json()["letters"].replace(" ", "")
    given = {"name": "computer", "code": codes.code_at(letters, timezone.now()), "password": GOOD}

    added = client.post("/api/desk/factors/app/confirm", given, content_type="application/json")
    sheet = client.post("/api/desk/factors/sheet", {"password": GOOD}, content_type="application/json")

    assert added.status_code == 200
    assert len(sheet.json()["codes"]) == 10
    assert [each["kind"] for each in client.get("/api/desk/factors").json()] == ["app", "sheet"]
    assert client.get("/api/desk/work").status_code == 200
