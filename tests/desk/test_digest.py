"""The digest: a post's own counts and references, by print or mail, once a day, and nothing lost when mail fails."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from panoh.__main__ import main
from panoh.desk.digest import MailFailed, digest, digests, send_digest, set_post_mail
from panoh.registry.models import DigestSent, LedgerEntry, Post
from panoh.registry.references import is_reference, new_reference
from panoh.registry.refusals import NotPermitted, Refused
from panoh.screening.models import RosterEntry
from tests.journeys import ways
from tests.journeys.test_from_a_flight_to_a_shelter import FLIGHT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def way(cast, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    ways.lodged(way.case, by=cast.zarina, at=now)
    return way


@pytest.fixture
def addressed(cast, now):
    return set_post_mail(post=cast.nigina.post, mail="intake@demo.invalid", by=cast.safar, at=now)


def test_it_holds_the_posts_own_counts_and_references(way, cast, now):
    found = digest(cast.nigina.post, now=now + 5 * DAY)

    assert found.total >= 1
    assert way.case.reference in found.late
    assert any(way.case.reference in line for line in found.lines())
    assert digest(cast.behruz.post, now=now).total == 0


def test_nothing_in_it_names_a_person_a_place_or_an_operation(way, cast, now):
    operation = ways.came_by_flight(FLIGHT, by=cast.zarina, at=now)
    RosterEntry.objects.filter(operation=operation).update(removal_on=now.date() + DAY)

    for each in digests(now=now + 5 * DAY):
        said = "\n".join(each.lines())
        assert operation.title not in said
        assert not [mark for mark in (*ways.WHO_SHE_IS, *ways.SAID, ways.ADDRESS) if mark in said]
        assert all(is_reference(reference) for reference in (*each.late, *each.next_due))


@pytest.mark.parametrize("text", ["DEMO 632 · 2", "before agreement", "7F3K-92Q", "Ҷӯра-ева1", "7F3K-92QD-", ""])
def test_only_a_reference_is_a_reference(text):
    assert is_reference(new_reference())
    assert not is_reference(text)


def test_it_is_mailed_once_a_day_and_on_record(way, addressed, cast, now):
    found = digest(addressed, now=now)

    assert [send_digest(digest=found, at=now), send_digest(digest=found, at=now)] == [True, False]
    assert [each.to for each in mail.outbox] == [["intake@demo.invalid"]]
    assert LedgerEntry.objects.filter(act="send_digest").count() == 1
    assert send_digest(digest=found, at=now + DAY)


def test_when_mail_fails_the_day_is_given_back_and_the_next_call_tries_again(way, addressed, cast, now, settings):
    found = digest(addressed, now=now)
    settings.EMAIL_BACKEND = "tests.desk.test_digest.Deaf"

    with pytest.raises(MailFailed, match="ConnectionRefusedError"):
        send_digest(digest=found, at=now)
    assert not DigestSent.objects.exists()
    assert LedgerEntry.objects.order_by("seq").last().act == "digest_not_sent"

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_digest(digest=found, at=now)


class Deaf:
    """A mail server that does not answer."""

    def __init__(self, **given: object) -> None:
        pass

    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError


def test_only_the_administrator_sets_an_address_and_only_one_that_can_be(cast, now):
    with pytest.raises(NotPermitted):
        set_post_mail(post=cast.nigina.post, mail="a@demo.invalid", by=cast.nigina, at=now)
    with pytest.raises(Refused):
        set_post_mail(post=cast.nigina.post, mail="not an address", by=cast.safar, at=now)

    assert Post.objects.get(pk=cast.nigina.post.pk).mail == ""
    set_post_mail(post=cast.nigina.post, mail="a@demo.invalid", by=cast.safar, at=now)
    line = LedgerEntry.objects.order_by("seq").last()
    assert (line.act, line.detail) == ("set_post_mail", {"has_mail": True})


def test_the_administrator_sets_it_on_a_page_that_keeps_what_was_typed(cast, open_as):
    client, page = open_as(cast.safar), reverse("post_mail", args=[cast.nigina.post.pk])

    wrong = client.post(page, {"mail": "desk at agency"}).content.decode()
    assert "desk at agency" in wrong
    assert client.post(page, {"mail": "desk@demo.invalid"}).status_code == 302
    assert "desk@demo.invalid" in client.get(reverse("posts")).content.decode()
    assert client.post(page, {"mail": ""}).status_code == 302
    assert Post.objects.get(pk=cast.nigina.post.pk).mail == ""


def test_the_command_prints_mails_and_tries_dry(way, addressed, cast, capsys, settings):
    code = addressed.code

    assert main(["digest", "--post", code]) == 0
    assert way.case.reference in capsys.readouterr().out
    assert main(["digest", "--mail"]) == 2
    assert "PANOH_MAIL_HOST" in capsys.readouterr().err

    settings.EMAIL_HOST = "mail.invalid"
    assert main(["digest", "--mail", "--dry-run"]) == 0
    assert f"{code}: would go to intake@demo.invalid" in capsys.readouterr().out
    assert not mail.outbox

    assert main(["digest", "--mail"]) == 0
    assert main(["digest", "--mail"]) == 0
    assert "sent today already" in capsys.readouterr().out
    assert len(mail.outbox) == 1


def test_the_command_goes_on_when_one_mail_fails_and_says_so(way, addressed, cast, now, capsys, settings):
    settings.EMAIL_HOST, settings.EMAIL_BACKEND = "mail.invalid", "tests.desk.test_digest.Deaf"

    assert main(["digest", "--mail"]) == 1

    said = capsys.readouterr()
    assert "the next call tries again" in said.err
    assert f"{cast.zarina.post.code}: no address" in said.out


def test_the_command_knows_no_such_post(cast, capsys):
    assert main(["digest", "--post", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
