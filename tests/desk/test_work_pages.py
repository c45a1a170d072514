"""What My work counts can all be reached: a further page, and a list of each stage that has lines."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from panoh.desk.work import MINE, SHOWN, my_work
from panoh.identification.actions import record_signal
from panoh.protection.actions import complain_of_charge
from panoh.registry.models import Case
from tests.journeys import ways

pytestmark = pytest.mark.django_db
MANY = 3 * MINE


@pytest.fixture
def many(cast, now):
    """Sixty complaints of a charge in one case, none of which is due for days, beside signals that are due before."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    for danger in (True, False):
        record_signal(source="tip", words="Somebody is locked in.", in_danger=danger, by=cast.zarina, at=now)
    for number in range(MANY):
        words = f"Asked to pay, time {number}"
        complain_of_charge(case=way.case, service="legal_aid", words=words, by_person=True, by=cast.zarina, at=now)
    return Case.objects.get(pk=way.case.pk)


def test_page_by_page_every_line_is_shown_once(many, cast, now):
    whole = my_work(cast.nigina, now=now)
    pages = [my_work(cast.nigina, now=now, page=number) for number in range(1, whole.total // MINE + 2)]

    addresses = [line.address for page in pages for line in page.mine]
    assert len(addresses) == len(set(addresses)) == whole.total == MANY + 2
    assert [each.more for each in pages] == [True] * (len(pages) - 1) + [False]
    assert pages[1].waiting.total == 0
    due = [line.due_at for page in pages for line in page.mine]
    assert due == sorted(due)
    assert my_work(cast.nigina, now=now, page=len(pages) + 1).mine == ()


def test_a_stage_without_a_door_for_the_post_has_its_list(many, cast, now, open_as):
    client, mine = open_as(cast.nigina), reverse("my_work")
    assert f"{mine}?stage=protection" in client.get(mine).content.decode()

    first = client.get(mine, {"stage": "protection"})
    assert first.content.decode().count("Answer the complaint") == SHOWN
    assert "stage=protection&amp;page=2" in first.content.decode()
    second = client.get(mine, {"stage": "protection", "page": "2"}).content.decode()
    assert second.count("Answer the complaint") == MANY - SHOWN
    assert "page=3" not in second
    assert client.get(mine, {"stage": "protection", "page": "9" * 30}).status_code == 200
    assert client.get(mine, {"stage": "nowhere"}).status_code == 404


def test_the_api_goes_the_same_way(many, cast, now, open_as):
    client = open_as(cast.nigina)

    def lines(**asked):
        return client.get("/api/desk/work", asked).json()

    found = [lines(stage="protection", page=number) for number in (1, 2)]
    assert [len(each["mine"]) for each in found] == [SHOWN, MANY - SHOWN]
    assert [each["more"] for each in found] == [True, False]
    assert client.get("/api/desk/work?stage=nowhere").status_code == 422


def test_a_further_page_asks_no_more_than_the_first(many, cast, now):
    def reads(page):
        with CaptureQueriesContext(connection) as made:
            my_work(cast.nigina, now=now, stage="protection", page=page)
        return len(made)

    assert reads(1) == reads(2)


def test_what_is_due_at_one_moment_stands_on_one_page_only(cast, now):
    """Their lines sort by reference, their keys by number."""
    for _each in range(MINE + 5):
        record_signal(source="tip", words="Somebody is locked in.", by=cast.zarina, at=now)

    pages = [my_work(cast.nigina, now=now, page=number) for number in (1, 2)]

    assert [len(each.mine) for each in pages] == [MINE, 5]
    assert len({line.reference for each in pages for line in each.mine}) == MINE + 5
