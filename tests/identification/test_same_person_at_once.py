"""Words on records at one moment: really committed, by threads of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.conftest import NOON
from tests.identification.test_same_person import AGAIN, as_one, counted, decided, proposed

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
