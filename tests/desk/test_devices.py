"""Where an officer is signed in: seen, ended one by one or all others; sessions end by the post's rule and lose nothing typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from panoh.instruments import countries
from panoh.registry.access import TABLE, Act
from panoh.registry.models import Installation, KnownDevice, LedgerEntry, OpenSession, sign_in_rule
from panoh.registry.moment import at_moment
from tests.cast import as_after_second_step

pytestmark = pytest.mark.django_db
GOOD = "four unrelated quiet words"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """What is counted is the same; only each try costs less."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


@pytest.fixture
def zarina(cast):
    cast.zarina.set_password(GOOD)
    cast.zarina.save()
    return cast.zarina


def device(name: str = "zarina") -> Client:
    client = Client(headers={"User-Agent": FIREFOX})
    assert client.post(reverse("sign_in"), {"username": name, "password": GOOD}).status_code == 302
    return as_after_second_step(client)


def is_in(client: Client) -> bool:
    return client.get(reverse("my_work")).status_code == 200


def test_every_role_has_a_rule_and_whoever_reads_names_takes_a_second_step():
    rules = countries.sign_in_rules(settings.COUNTRY)

    assert {str(role) for role in TABLE[Act.READ_IDENTITY]} <= set(rules)
    assert all(rules[role].second_step for act in (Act.READ_IDENTITY, Act.MANAGE_POSTS) for role in TABLE[act])


def test_an_officer_sees_where_they_are_signed_in(zarina):
    here = device()
    device()

    page = here.get(reverse("devices")).content.decode()

    assert page.count("Firefox, Linux") >= 2
    assert page.count("this device") == 1
    assert "ends after 8 hours" in page


def test_one_session_is_ended_and_is_out_at_its_next_request(zarina):
    here, there = device(), device()
    number = OpenSession.objects.get(session_key=there.session.session_key).number

    here.post(reverse("end_session", args=[number]))

    assert is_in(here)
    assert not is_in(there)
    assert LedgerEntry.objects.filter(act="end_session", officer=zarina).count() == 1


def test_nobody_ends_somebody_else_s_session(zarina, cast):
    there = device()
    number = OpenSession.objects.get(session_key=there.session.session_key).number
    other = Client()
    other.force_login(cast.behruz)

    answer = other.post(reverse("end_session", args=[number]))

    assert answer.status_code == 422
    assert is_in(there)


def test_all_others_are_ended_through_the_api_too_and_their_devices_are_forgotten(zarina):
    here, *others = device(), device(), device()

    answer = here.post("/api/desk/sessions/end-others")

    assert answer.json() == {"ended": 2}
    assert is_in(here)
    assert not any(map(is_in, others))
    assert KnownDevice.objects.filter(officer=zarina).count() == 1
    assert len(here.get("/api/desk/sessions").json()) == 1


def test_one_device_more_than_the_rule_allows_ends_the_session_that_rested_longest(zarina):
    most = sign_in_rule(zarina).devices
    clients = [device() for _ in range(most)]
    for hour, client in enumerate(clients):
        seen = timezone.now() - timedelta(minutes=30 - hour)
        OpenSession.objects.filter(session_key=client.session.session_key).update(seen_at=seen)

    newest = device()

    assert [OpenSession.objects.filter(session_key=each.session.session_key).exists() for each in clients] == (
        [False] + [True] * (most - 1)
    )
    assert OpenSession.objects.filter(officer=zarina).count() == most
    assert newest.session.session_key


def test_a_session_ends_when_the_rule_says_whatever_is_done(zarina):
    client, longest = device(), sign_in_rule(zarina).longest
    began = OpenSession.objects.get().opened_at
    for share in (0.3, 0.6, 0.9):
        with at_moment(began + longest * share):
            OpenSession.objects.update(seen_at=began + longest * share)
            assert is_in(client)

    with at_moment(began + longest + timedelta(seconds=1)):
        assert not is_in(client)


def left_alone(client: Client) -> None:
    row = OpenSession.objects.get(session_key=client.session.session_key)
    OpenSession.objects.filter(pk=row.pk).update(seen_at=row.seen_at - row.idle - timedelta(minutes=1))


def test_after_a_rest_the_password_is_asked_for_and_the_page_goes_on(zarina):
    client = device()
    left_alone(client)

    page = client.get(reverse("my_work")).content.decode()
    back = client.post(reverse("my_work"), {"unlock_password": GOOD, "unlock_came_by": "GET"})

    assert "Are you still there?" in page
    assert back.url == reverse("my_work")
    assert "Are you still there?" not in client.get(reverse("my_work")).content.decode()


def test_what_was_typed_before_a_rest_comes_back_and_is_sent_with_the_password(zarina):
    client = device()
    left_alone(client)
    typed = {"text": "Ҷӯраева <Муҳаббат>"}

    kept = client.post(reverse("find"), typed)
    sent = client.post(reverse("find"), typed | {"unlock_password": GOOD, "unlock_came_by": "POST"})

    assert kept.status_code == 401
    assert "Ҷӯраева &lt;Муҳаббат&gt;" in kept.content.decode()
    assert not LedgerEntry.objects.filter(act="find").exclude(officer=zarina).exists()
    assert "Nothing your post may see." in sent.content.decode()


def test_a_wrong_password_after_a_rest_opens_nothing_and_loses_nothing(zarina):
    client = device()
    left_alone(client)

    page = client.post(reverse("find"), {"text": "Ҷӯраева", "unlock_password": "x", "unlock_came_by": "POST"})

    assert "This is not your password" in page.content.decode()
    assert "Ҷӯраева" in page.content.decode()
    assert not LedgerEntry.objects.filter(act="find").exists()


def test_the_api_says_that_nobody_worked_for_a_while(zarina):
    client = device()
    left_alone(client)

    answer = client.get("/api/desk/work")

    assert answer.status_code == 401
    assert "Nobody worked" in answer.json()["reason"]


def test_numbers_that_ask_for_themselves_again_are_no_work(zarina):
    client = device()
    earlier = OpenSession.objects.get().seen_at - timedelta(minutes=5)
    OpenSession.objects.update(seen_at=earlier)

    client.get(reverse("my_work"), headers={"X-Live": "1"})
    assert OpenSession.objects.get().seen_at == earlier
    client.get(reverse("my_work"))

    assert OpenSession.objects.get().seen_at > earlier


def test_leaving_and_signing_out_work_after_a_rest(zarina):
    client = device()
    left_alone(client)

    assert client.get(reverse("leave")).status_code == 302
    assert not OpenSession.objects.filter(officer=zarina).exists()


def test_a_demonstration_asks_nobody_after_a_rest(cast):
    Installation.objects.update(kind=Installation.Kind.DEMO)
    client = Client()
    client.post(reverse("sign_in_demo"), {"post": "zarina"})
    OpenSession.objects.update(seen_at=timezone.now() - timedelta(days=1))

    assert "Are you still there?" not in client.get(reverse("my_work")).content.decode()


def test_a_page_that_is_only_read_writes_nothing_of_the_session(zarina, django_assert_num_queries):
    client = device()
    client.get(reverse("devices"))
    written = "UPDATE"

    with django_assert_num_queries(4) as asked:
        client.get(reverse("devices"))

    assert not [query for query in asked if written in (query["sql"] or "")]  # kept wordings have none
