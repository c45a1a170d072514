"""Guessing from elsewhere: it slows down whoever guesses, and never the shelter whose name is guessed at."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from panoh.registry.models import Brake, KnownDevice, LedgerEntry
from panoh.registry.rules.brakes import ADDRESS, KNOWN_DEVICE, NAME

pytestmark = pytest.mark.django_db
GOOD = "four unrelated quiet words"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """What is counted is the same; only each try costs less."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def shahlo(cast):
    cast.shahlo.set_password(GOOD)
    cast.shahlo.save()
    return cast.shahlo


def comes_in(client: Client, password: str = GOOD, name: str = "shahlo", address: str = "192.0.2.1") -> bool:
    fields = {"username": name, "password": password}
    return client.post(reverse("sign_in"), fields, REMOTE_ADDR=address).status_code == 302


def known_client() -> Client:
    """A device she signed in with before, and is signed out of."""
    client = Client()
    assert comes_in(client)
    client.post(reverse("sign_out"))
    return client


def hammer(times: int, *, address: str = "198.51.100.7", name: str = "shahlo") -> None:
    for _ in range(times):
        assert not comes_in(Client(), "wrong", name=name, address=address)


def test_whoever_hammers_a_shelter_s_name_from_elsewhere_never_locks_out_its_own_device(shahlo):
    own = known_client()

    hammer(NAME.tries + 30)

    assert not comes_in(Client(), address="203.0.113.9")  # a device nobody knows waits, wherever it is
    assert comes_in(own)


def test_not_even_from_the_shelter_s_own_network(shahlo):
    own = known_client()

    hammer(ADDRESS.tries + 30, address="192.0.2.1", name="zarina")
    hammer(NAME.tries + 5, address="192.0.2.1")

    assert comes_in(own)


def test_an_unknown_device_waits_and_then_comes_in_as_well(shahlo):
    hammer(NAME.tries)
    assert not comes_in(Client())

    Brake.objects.update(waits_until=timezone.now() - timedelta(seconds=1))

    assert comes_in(Client())


def test_her_own_device_has_a_brake_too_and_it_lasts_a_minute(shahlo):
    own = known_client()
    for _ in range(KNOWN_DEVICE.tries + 20):
        comes_in(own, "wrong")
    assert not comes_in(own)

    longest = max(Brake.objects.values_list("waits_until", flat=True))

    assert longest <= timezone.now() + timedelta(minutes=1)
    assert comes_in(Client())  # and it slowed down nobody else


@pytest.mark.parametrize("cookie", ["", "forged", "eyJkZXZpY2UiOiJhYmMifQ:1:abc"])
def test_a_device_s_secret_that_we_did_not_sign_makes_no_device_known(shahlo, cookie):
    client = Client()
    client.cookies["panoh_device"] = cookie

    hammer(NAME.tries)

    assert not comes_in(client)


def test_another_officer_s_device_is_not_known_for_her(shahlo, cast):
    cast.zarina.set_password(GOOD)
    cast.zarina.save()
    hers = Client()
    assert comes_in(hers, name="zarina")
    hers.post(reverse("sign_out"))

    hammer(NAME.tries)

    assert not comes_in(hers)


def test_many_names_from_one_address_are_slowed_down_by_the_address(shahlo):
    for number in range(ADDRESS.tries):
        hammer(1, name=f"name{number}", address="198.51.100.7")

    assert not comes_in(Client(), address="198.51.100.7")
    assert comes_in(Client(), address="203.0.113.9")


def test_behind_a_web_server_the_address_it_wrote_counts_and_not_what_a_client_says(shahlo, settings):
    settings.HTTPS = True
    for number in range(ADDRESS.tries):
        seen = {"X-Forwarded-For": f"10.0.0.{number}, 198.51.100.7"}
        Client(headers=seen).post(reverse("sign_in"), {"username": f"name{number}", "password": "wrong"})
    fields = {"username": "shahlo", "password": GOOD}

    assert Client(headers={"X-Forwarded-For": "198.51.100.7"}).post(reverse("sign_in"), fields).status_code == 200
    assert Client(headers={"X-Forwarded-For": "203.0.113.9"}).post(reverse("sign_in"), fields).status_code == 302


def test_wrong_passwords_an_hour_old_are_forgotten(shahlo):
    hammer(NAME.tries - 1)
    Brake.objects.update(last_at=timezone.now() - timedelta(hours=2))

    hammer(1)

    assert comes_in(Client())


def test_a_new_device_is_on_record_once_and_names_no_address(shahlo):
    own = Client(headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"})
    comes_in(own)
    comes_in(own)

    [line] = LedgerEntry.objects.filter(act="new_device")

    assert line.detail == {"device": "Firefox, Linux"}
    assert KnownDevice.objects.count() == 1
    assert own.cookies["panoh_device"]["httponly"]
