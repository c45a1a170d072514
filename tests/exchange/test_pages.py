"""Sending a list: seen before anybody is added, taken whole, mended rows sent again, and nothing of it kept for long."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from panoh.exchange.actions import send_list
from panoh.exchange.invented_manifest import invented_manifest
from panoh.registry.models import LedgerEntry
from panoh.screening.actions import open_operation
from panoh.screening.models import ListSent, Operation, RosterEntry

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 16)
ONE_GOOD_ONE_BAD = "full name,birth date,phone\nСаидов Алӣ,1990-05-31,+992 900\nҶӯраева Муҳаббат,31.02.1990,=1+1\n"


@pytest.fixture
def flight(cast, now) -> Operation:
    return open_operation(kind="flight", title="DEMO 632", on=DAY, by=cast.zarina, at=now)


@pytest.fixture
def zarina(client, cast):
    client.force_login(cast.zarina)
    return client


def post_list(client, flight, content: str | bytes):
    data = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("list.csv", data, content_type="text/csv")
    return client.post(reverse("exchange:send", args=[flight.pk]), {"file": file})


def test_a_list_is_seen_before_anybody_is_added(zarina, flight):
    page = zarina.get(post_list(zarina, flight, ONE_GOOD_ONE_BAD).url)

    assert not RosterEntry.objects.exists()
    text = page.content.decode()
    assert "1 row cannot be added" in text
    assert "Row 3" in text
    assert "There is no such day." in text
    assert "Муҳаббат" not in text


def test_taking_a_list_adds_the_good_rows_and_says_how_many(zarina, flight):
    sent = post_list(zarina, flight, ONE_GOOD_ONE_BAD).url

    page = zarina.post(f"{sent}take/", follow=True)

    assert RosterEntry.objects.count() == 1
    assert "1 person was added." in page.content.decode()


def test_taking_it_twice_adds_nobody(zarina, flight):
    sent = post_list(zarina, flight, ONE_GOOD_ONE_BAD).url
    zarina.post(f"{sent}take/")

    page = zarina.post(f"{sent}take/", follow=True)

    assert RosterEntry.objects.count() == 1
    assert "1 stood on the roster already." in page.content.decode()


def test_the_rows_to_mend_come_as_a_file_without_live_formulas_and_can_be_sent_again(zarina, flight):
    sent = post_list(zarina, flight, ONE_GOOD_ONE_BAD).url

    text = zarina.get(f"{sent}rows-to-mend.csv").content.decode()

    heading, row = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert heading[:3] == ["full name", "birth date", "phone"]
    assert row[:4] == ["Ҷӯраева Муҳаббат", "31.02.1990", "'=1+1", "3"]
    assert "There is no such day" in row[4]
    assert LedgerEntry.objects.latest("seq").act == "read_rows_to_mend"
    mended = text.replace("31.02.1990", "28.02.1990").replace("'=1+1", "'+992 901")
    again = zarina.get(post_list(zarina, flight, mended).url).content.decode()
    assert "Add 1 person to the roster" in again


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Фамилия;Имя\n".encode() + "Саидов;Али\n".encode("cp1251") * 3, "a mixture of encodings"),
        (b"", "The file is empty"),
        ("Саидов Алӣ,1990-05-31\nСаидов Валӣ,1991\n".encode(), "seems to name a person"),
        (b"full name\n", "names nobody"),
        (b"PK\x03\x04", "it is damaged"),
        (b"full name\n" + b"Ali\n" * 50_001, "longer than 50000"),
        (b"full name\n" + b"x" * 13_000_000, "larger than 12 MB"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_and_is_not_kept(zarina, flight, content, told):
    page = post_list(zarina, flight, content)

    assert page.status_code == 422
    assert told in page.content.decode()
    assert not ListSent.objects.exists()


def test_a_list_is_kept_sealed(zarina, flight):
    post_list(zarina, flight, ONE_GOOD_ONE_BAD)

    assert "Саидов".encode() not in bytes(ListSent.objects.get().sealed)


def test_a_list_can_be_erased_without_adding_anybody(zarina, flight):
    sent = post_list(zarina, flight, ONE_GOOD_ONE_BAD).url

    zarina.post(f"{sent}drop/")

    assert not ListSent.objects.exists()
    assert not RosterEntry.objects.exists()


def test_a_list_is_erased_after_a_day(flight, cast, now):
    send_list(operation=flight, content=ONE_GOOD_ONE_BAD.encode(), by=cast.zarina, at=now - timedelta(hours=25))

    kept = send_list(operation=flight, content=ONE_GOOD_ONE_BAD.encode(), by=cast.zarina, at=now)

    assert ListSent.objects.get() == kept


def test_nobody_else_opens_a_list_that_was_sent(zarina, flight, client, cast):
    sent = post_list(zarina, flight, ONE_GOOD_ONE_BAD).url
    client.force_login(cast.nigina)

    answers = [client.get(sent), client.get(f"{sent}rows-to-mend.csv"), client.post(f"{sent}take/")]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert not RosterEntry.objects.exists()


@pytest.mark.parametrize("name", ["safar", "alisher", "firuza", "shahlo", "davlat", "rustam", "parvina", "jamshed"])
def test_a_post_that_runs_no_operations_is_refused(name, client, cast, flight):
    client.force_login(getattr(cast, name))

    answers = [
        client.get(reverse("exchange:send", args=[flight.pk])),
        post_list(client, flight, ONE_GOOD_ONE_BAD),
        client.get(reverse("exchange:template")),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_another_desk_does_not_add_to_an_operation(client, cast, flight):
    client.force_login(cast.behruz)

    assert post_list(client, flight, ONE_GOOD_ONE_BAD).status_code == 403


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_template_is_read_back_without_a_fault(zarina, flight, language):
    zarina.cookies["django_language"] = language

    text = zarina.get(reverse("exchange:template")).content

    page = zarina.get(post_list(zarina, flight, text).url)
    found = page.context["found"]
    assert (found.new, found.bad, found.left_out, found.notes) == (1, 0, (), ())


def test_seeing_a_list_takes_the_same_number_of_queries_whatever_its_length(
    zarina, flight, django_assert_max_num_queries
):
    for count in (3, 400):
        sent = post_list(zarina, flight, invented_manifest(count, on=DAY).content).url
        with django_assert_max_num_queries(12):
            zarina.get(sent)


def test_a_thousand_people_are_taken_from_a_sent_list_and_each_planted_error_is_counted(zarina, flight):
    manifest = invented_manifest(1000, seed=5, on=DAY)
    sent = post_list(zarina, flight, manifest.content).url

    found = zarina.get(sent).context["found"]
    zarina.post(f"{sent}take/")

    assert (found.new, found.bad) == (manifest.sound, len({each.row for each in manifest.planted}))
    assert RosterEntry.objects.count() == manifest.sound
