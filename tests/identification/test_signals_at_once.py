"""Signals closed as doubles at one moment: really committed, by threads of their own."""

from __future__ import annotations

import pytest
from django.db import transaction

from panoh.identification import actions
from panoh.identification.models import Signal
from panoh.registry.models import Installation
from panoh.registry.refusals import Conflict
from tests.conftest import NOON
from tests.identification.test_same_person_at_once import until_waiting
from tests.identification.test_signals import signal

pytestmark = pytest.mark.usefixtures("committed")


@pytest.mark.parametrize("urgent", [False, True])
def test_of_two_closed_as_doubles_of_each_other_one_stays(at_once, cast, urgent):
    pair = [signal(in_danger=urgent, by=cast.zarina, at=NOON) for _ in range(2)]
    given = [(pair[0], pair[1]), (pair[1], pair[0])]

    def figures_published() -> None:
        """Meanwhile both have decided whatever they decide before they write their lines."""
        with transaction.atomic():
            Installation.objects.select_for_update(no_key=True).first()
            until_waiting(2)

    def close(one: Signal, other: Signal):
        return actions.close_signal(signal=one, because="twin", same_as=other, by=cast.zarina, at=NOON)

    if urgent:
        asked = [close(*each) for each in given]
        acts = [
            lambda each=each: actions.agree_to_close_signal(closing=each, by=cast.nigina, at=NOON) for each in asked
        ]
    else:
        acts = [lambda each=each: close(*each) for each in given]
    came = at_once(figures_published, *acts)

    assert [type(each) for each in came if isinstance(each, Exception)] == [Conflict]
    assert Signal.objects.filter(same_as=None, closed_at=None).count() == 1
