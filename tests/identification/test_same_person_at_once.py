"""Words on records at one moment: really committed, by threads of their own."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from django.db import connection, transaction

from panoh.identification import actions
from panoh.registry.models import Installation
from tests.conftest import NOON
from tests.identification.test_same_person import AGAIN, as_one, counted, decided, proposed

IN_TURN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def until_waiting(acts: int) -> None:
    """So many acts wait for a row. On SQLite each act waits for the one before as a whole, and nothing is waited for here."""
    for _ in range(200 if connection.vendor == "postgresql" else 0):
        with connection.cursor() as cursor:
            cursor.execute(IN_TURN)
            if cursor.fetchone()[0] >= acts:
                return
        time.sleep(0.05)


pytestmark = pytest.mark.usefixtures("committed")


def test_two_pairs_linked_by_a_third_and_decided_at_once_count_as_one(at_once, presume, cast):
    """The two officers hold no record in common."""
    cases = [presume(AGAIN, by=cast.zarina, at=NOON) for _ in range(4)]
    links = list(pairwise(cases))
    first, middle, last = (proposed(each, cast.nigina) for each in links)
    decided(middle, links[1], same=True, by=cast.davlat)

    at_once(
        lambda: decided(first, links[0], same=True, by=cast.davlat),
        lambda: decided(last, links[2], same=True, by=cast.gulnora),
    )

    assert counted() == as_one(*cases)


def test_a_decline_and_a_word_on_strangers_wait_for_each_other_in_no_ring(at_once, presume, woman, cast):
    """The woman has a word on her own record, so that declining counts anew as well."""
    strangers = presume(AGAIN, by=cast.zarina, at=NOON), presume(AGAIN, by=cast.behruz, at=NOON)
    pair = proposed(strangers, cast.nigina)
    proposed((woman, presume(AGAIN, by=cast.behruz, at=NOON)), cast.nigina)

    def figures_published() -> None:
        """Meanwhile the one reaches what both wait for, the other writes its first lines."""
        with transaction.atomic():
            Installation.objects.select_for_update(no_key=True).first()
            until_waiting(2)

    def declined() -> None:
        until_waiting(1)
        actions.record_refusal(case=woman, reason="not_now", by=cast.zarina, at=NOON)

    came = at_once(figures_published, lambda: decided(pair, strangers, same=True, by=cast.davlat), declined)

    assert not [each for each in came if isinstance(each, Exception)]
    assert counted() == as_one(*strangers)
