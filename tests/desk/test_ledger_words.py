"""The ledger says each act in words, in the reader's language, with its short name beside; the API answers both."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry import ledger
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture
def reads(cast, client, now):
    """Firuza, who reads the ledger, after one new device and one refusal of Zarina's."""
    ledger.write(act="new_device", by=cast.zarina, at=now)
    ledger.write(act="meet_abroad.refused", by=cast.zarina, at=now, refused="NotPermitted")
    client.force_login(cast.officers["firuza"])
    return client


def test_the_page_says_words_and_keeps_the_short_name_beside_them(reads):
    page = reads.get(reverse("ledger")).content.decode()

    assert 'A new device signed in<br><small class="soft">new_device</small>' in page
    assert "Refused: a consulate meets somebody new" in page
    assert "meet_abroad.refused" in page


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "Вход с нового устройства"), ("tg", "Воридшавӣ аз дастгоҳи нав")]
)
def test_it_says_them_in_russian_and_tajik(reads, language, said):
    assert said in reads.get(reverse("ledger"), headers={"accept-language": language}).content.decode()


def test_the_api_answers_both(reads):
    refused, device = reads.get("/api/desk/ledger").json()[:2]

    assert (device["act"], device["act_words"]) == ("new_device", "A new device signed in")
    assert (refused["act"], refused["act_words"]) == ("meet_abroad.refused", "Refused: a consulate meets somebody new")
    assert reads.get(f"/api/desk/ledger?before={refused['seq']}").json()[0] == device


def test_the_api_narrows_to_one_record(cast, reads, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    lines = reads.get(f"/api/desk/ledger?subject=case:{case.pk}").json()

    assert {each["subject"] for each in lines} == {f"case:{case.pk}"}


def test_nobody_else_reads_it(cast, client):
    client.force_login(cast.zarina)

    assert client.get("/api/desk/ledger").status_code == 403
