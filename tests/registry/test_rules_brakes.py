"""Waiting after wrong passwords: when it begins, how it grows, where it ends; and devices in plain words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry.rules.brakes import ADDRESS, KNOWN_DEVICE, NAME, wait_after
from panoh.registry.rules.devices import described

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("side", [KNOWN_DEVICE, NAME, ADDRESS], ids=lambda side: side.name)
def test_the_first_tries_are_free_and_the_wait_never_lasts_for_good(side):
    assert wait_after(side.tries - 1, side) == timedelta(0)
    assert wait_after(side.tries, side) == MINUTE
    assert wait_after(10_000, side) == side.longest


def test_a_known_device_waits_a_minute_at_most_and_unknown_ones_longer_and_longer():
    assert [wait_after(KNOWN_DEVICE.tries + more, KNOWN_DEVICE) for more in range(3)] == [MINUTE] * 3
    assert [wait_after(NAME.tries + more, NAME) // MINUTE for more in range(5)] == [1, 2, 4, 8, 15]


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Mobile Safari/537", "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140", "Edge, Windows"),
        ("curl/8", ""),
    ],
)
def test_a_device_is_known_by_browser_and_system_and_nothing_finer(agent, words):
    assert described(agent) == words
