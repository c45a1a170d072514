"""Coming in: the first administrator, invitations, a brake on guessing, leaving quickly."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from panoh.desk import sign_in as door
from panoh.registry.actions import begin_layer
from panoh.registry.actions.set_up import add_officer
from panoh.registry.models import Brake, Installation, LedgerEntry, Officer, Post
from panoh.registry.refusals import Refused
from panoh.registry.rules.brakes import NAME
from tests.cast import as_after_second_step

pytestmark = pytest.mark.django_db
GOOD = "four unrelated quiet words"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """What is counted is the same; only each try costs less."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_an_empty_installation_makes_its_first_administrator_through_the_printed_link(client):
    address = reverse("first_administrator", args=[door.first_link_token()])

    answer = client.post(address, {"name": "Safar", "username": "safar", "password": GOOD}, follow=True)

    assert answer.status_code == 200
    assert Officer.objects.get().role == "administrator"
    assert Installation.objects.get().kind == "real"
    assert Post.objects.filter(role="preliminary_decider").exists()


def test_the_link_is_used_up_by_the_first_administrator(client, cast):
    assert client.get(reverse("first_administrator", args=[door.first_link_token()])).status_code == 403


def test_a_wrong_link_opens_nothing(client, db):
    assert client.get(reverse("first_administrator", args=["0" * 32])).status_code == 403


def test_an_invited_officer_chooses_a_password_and_the_link_is_used_up(client, cast):
    client.force_login(cast.safar)
    post = Post.objects.filter(role="guardian").first()
    shown = client.post(reverse("add_officer", args=[post.pk]), {"name": "Lola", "username": "lola"})
    assert shown.context["link"].endswith("/")
    link = shown.context["link"].removeprefix("http://testserver")
    client.logout()

    client.post(link, {"password": GOOD})

    assert client.get(link).status_code == 403
    client.logout()
    assert client.post(reverse("sign_in"), {"username": "lola", "password": GOOD}).status_code == 302


@pytest.mark.parametrize("typed", ["zarina", "Zarina", "ZARINA"])
def test_a_sign_in_name_is_one_whatever_its_case(client, cast, typed):
    known(cast.zarina)

    assert client.post(reverse("sign_in"), {"username": typed, "password": GOOD}).status_code == 302
    assert 'autocapitalize="none"' in Client().get(reverse("sign_in")).content.decode()


def test_wrong_passwords_count_for_the_one_name_however_it_was_written(client, cast):
    for typed in ("shahlo", "Shahlo", "SHAHLO"):
        client.post(reverse("sign_in"), {"username": typed, "password": "wrong"}, REMOTE_ADDR="")

    assert [each.failures for each in Brake.objects.all()] == [3]


@pytest.mark.parametrize(("first", "second"), [("ada", "ADA"), ("Ada", "ada"), ("Олима", "олима")])
def test_two_officers_do_not_differ_by_capitals_alone(cast, now, first, second):
    add_officer(post=cast.shahlo.post, username=first, name="Ada", password=None, by=cast.safar, at=now)

    with pytest.raises(Refused):
        add_officer(post=cast.shahlo.post, username=second, name="Ada", password=None, by=cast.safar, at=now)


def test_a_name_kept_with_capitals_by_an_earlier_release_goes_on_and_two_of_them_stay_two(cast):
    alike = [Officer.objects.create(post=cast.shahlo.post, username=name, name=name) for name in ("Олим", "ОЛИМ")]
    alone = Officer.objects.create(post=cast.shahlo.post, username="Cem", name="Cem")

    assert [Officer.objects.named(typed) for typed in ("Олим", "ОЛИМ", "олим")] == [*alike, None]
    assert {Officer.objects.named(typed) for typed in ("Cem", "cem", "CEM")} == {alone}


def test_a_weak_password_is_refused_with_the_reason(client, cast):
    officer = Officer.objects.get(username="shahlo")
    answer = client.post(door.invitation_path(officer), {"password": "password"})

    assert "too short" in answer.content.decode()


def test_an_officer_who_left_is_out_at_the_next_request(client, cast):
    client.force_login(cast.zarina)
    assert client.get(reverse("my_work")).status_code == 200
    Officer.objects.filter(pk=cast.zarina.pk).update(is_active=False)

    answer = client.get(reverse("my_work"))

    assert answer.status_code == 302
    assert reverse("sign_in") in answer.url


def test_ten_wrong_passwords_make_a_name_wait_but_never_lock_it(client, cast):
    officer = cast.zarina
    officer.set_password(GOOD)
    officer.save()
    for _ in range(NAME.tries):
        client.post(reverse("sign_in"), {"username": "zarina", "password": "wrong"})
    assert client.post(reverse("sign_in"), {"username": "zarina", "password": GOOD}).status_code == 200

    Brake.objects.update(waits_until=None)  # a minute later

    assert client.post(reverse("sign_in"), {"username": "zarina", "password": GOOD}).status_code == 302


def known(officer: Officer, password: str = GOOD) -> Officer:
    officer.set_password(password)
    officer.save()
    return officer


def test_an_officer_changes_their_password_and_is_signed_out_everywhere_else(cast):
    known(cast.zarina)
    here, elsewhere = Client(), Client()
    for each in (here, elsewhere):
        each.post(reverse("sign_in"), {"username": "zarina", "password": GOOD})
        as_after_second_step(each)

    answer = here.post(reverse("own_password"), {"current": GOOD, "password": "another calm river stone"})

    assert answer.status_code == 302
    assert here.get(reverse("my_work")).status_code == 200
    assert elsewhere.get(reverse("my_work")).status_code == 302
    assert LedgerEntry.objects.filter(act="choose_password", officer=cast.zarina).count() == 1
    assert Client().post(reverse("sign_in"), {"username": "zarina", "password": GOOD}).status_code == 200


def test_without_the_password_until_now_it_is_not_changed_and_guessing_it_has_the_same_brake(client, cast):
    known(cast.zarina)
    client.force_login(cast.zarina)
    wrong = {"current": "wrong", "password": "another calm river stone"}

    said = [client.post(reverse("own_password"), wrong).content.decode() for _ in range(NAME.tries)]

    assert all("not your password until now" in page for page in said)
    assert client.post(reverse("own_password"), wrong | {"current": GOOD}).status_code == 422
    cast.zarina.refresh_from_db()
    assert cast.zarina.check_password(GOOD)


def test_nobody_gives_a_demonstration_s_post_a_password(client, cast):
    client.force_login(cast.zarina)

    client.post(reverse("own_password"), {"current": "", "password": GOOD})
    client.post(reverse("own_password"), {"current": GOOD, "password": GOOD})

    assert not Officer.objects.get(pk=cast.zarina.pk).has_usable_password()


def test_a_password_is_taken_exactly_as_it_was_typed(client, cast):
    client.post(door.invitation_path(cast.shahlo), {"password": f" {GOOD} {'ҷ' * 70}  "})
    client.logout()

    def comes_in(password: str) -> bool:
        return client.post(reverse("sign_in"), {"username": "shahlo", "password": password}).status_code == 302

    assert not comes_in(f"{GOOD} {'ҷ' * 70}")
    assert comes_in(f" {GOOD} {'ҷ' * 70}  ")


@pytest.mark.parametrize("weak", ["Panoh-2026-2026", "Паноҳ!Душанбе!1", "shahlo12345678", "qwerty123456!"])
def test_what_anybody_would_try_first_is_no_password(client, cast, weak):
    answer = client.post(door.invitation_path(cast.shahlo), {"password": weak})

    assert answer.status_code == 422
    assert not Officer.objects.get(pk=cast.shahlo.pk).has_usable_password()


def test_the_first_administrator_s_password_is_not_their_name(client, db):
    address = reverse("first_administrator", args=[door.first_link_token()])

    answer = client.post(address, {"name": "Safar", "username": "safarkhonnazarov", "password": "safarkhonnazarov1"})

    assert answer.status_code == 422
    assert not Officer.objects.exists()


def test_wrong_passwords_are_counted_in_the_database_and_stand_in_the_log_without_a_name(client, cast, caplog):
    known(cast.zarina)
    for _ in range(NAME.tries + 1):
        client.post(reverse("sign_in"), {"username": "zarina", "password": "wrong"})

    assert sorted(Brake.objects.values_list("failures", flat=True)) == [NAME.tries, NAME.tries]
    assert caplog.text.count("do not fit") == NAME.tries
    assert "waits (name)" in caplog.text
    assert "zarina" not in caplog.text + "".join(Brake.objects.values_list("mark", flat=True))
    assert "wrong" not in caplog.text


def test_a_new_officer_coming_in_erases_what_another_one_s_interview_kept_on_the_device(client, cast):
    known(cast.behruz)
    client.post(reverse("sign_in"), {"username": "behruz", "password": GOOD})

    answer = client.post(door.invitation_path(cast.shahlo), {"password": GOOD})

    assert answer.headers["Clear-Site-Data"] == '"storage"'


def test_signing_in_is_on_record(client, cast):
    officer = cast.zarina
    officer.set_password(GOOD)
    officer.save()

    client.post(reverse("sign_in"), {"username": "zarina", "password": GOOD})

    assert LedgerEntry.objects.filter(act="sign_in", officer=officer).count() == 1


def test_leaving_quickly_ends_the_session_and_shows_another_page(client, cast, settings):
    client.force_login(cast.zarina)

    answer = client.get(reverse("leave"))

    assert answer.url == settings.LEAVE_QUICKLY_TO
    assert client.get(reverse("my_work")).status_code == 302


def test_a_real_installation_offers_no_demonstration_posts(client, cast):
    assert client.post(reverse("sign_in_demo"), {"post": "zarina"}).status_code == 403
    assert "Demonstration" not in client.get(reverse("sign_in")).content.decode()


def test_no_page_is_kept_by_the_browser(client, cast):
    client.force_login(cast.zarina)

    assert client.get(reverse("my_work"))["Cache-Control"] == "no-store"


def test_the_data_protection_officer_reads_the_ledger_and_others_do_not(client, cast):
    client.force_login(cast.firuza)
    assert client.get(reverse("ledger")).status_code == 200
    client.force_login(cast.zarina)
    assert client.get(reverse("ledger")).status_code == 403


def test_a_form_sent_without_its_secret_is_refused_with_a_way_forward(cast):
    answer = Client(enforce_csrf_checks=True).post(reverse("sign_in"), {"username": "zarina", "password": GOOD})

    assert answer.status_code == 403
    assert "Open the page again" in answer.content.decode()


def test_a_new_password_link_ends_the_old_password_and_every_link_before_it(client, cast):
    officer = cast.shahlo
    officer.set_password(GOOD)
    officer.save()
    before = door.invitation_path(officer)
    client.force_login(cast.safar)

    shown = client.post(reverse("invite_again", args=[officer.pk]))
    client.logout()

    assert client.post(reverse("sign_in"), {"username": "shahlo", "password": GOOD}).status_code == 200
    assert client.get(before).status_code == 403
    assert client.get(shown.context["link"].removeprefix("http://testserver")).status_code == 200
    assert LedgerEntry.objects.filter(act="renew_invitation").exists()


def test_another_officer_signing_in_on_a_device_erases_what_the_first_one_s_interview_kept_there(client, cast):
    for officer in (cast.zarina, cast.behruz):
        officer.set_password(GOOD)
        officer.save()

    def erased(officer: Officer) -> bool:
        answer = client.post(reverse("sign_in"), {"username": officer.username, "password": GOOD})
        assert answer.status_code == 302
        client.cookies.pop("sessionid")  # the session ran out; nobody signed out
        return answer.headers.get("Clear-Site-Data") == '"storage"'

    came = [erased(officer) for officer in (cast.zarina, cast.zarina, cast.behruz, cast.behruz)]

    assert came == [False, False, True, False]
    assert "zarina" not in str(client.cookies)


def test_the_same_officer_after_the_index_key_was_turned_finds_what_the_device_kept(
    client, cast, now, settings, tmp_path
):
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    known(cast.zarina)
    client.post(reverse("sign_in"), {"username": "zarina", "password": GOOD})
    begin_layer(at=now)

    answer = client.post(reverse("sign_in"), {"username": "zarina", "password": GOOD})

    assert "Clear-Site-Data" not in answer.headers
