"""An act within an act is part of it: done with it, refused with it, on record as it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.acts import act
from panoh.registry.models import Case, LedgerEntry, Person
from panoh.registry.moment import moment
from panoh.registry.refusals import Refused

NOBODY = PersonGiven(names=(("Лола", "self"),))
OUT_OF_ORDER = PersonGiven(born_from=2000, born_to=1990)


@act
def meet_two(*, given, by, at):
    register_person(given=NOBODY, by=by, at=at)
    return register_person(given=given, by=by, at=at)


def refused_on_record() -> list[str]:
    return list(LedgerEntry.objects.filter(act__endswith=".refused").order_by("seq").values_list("act", flat=True))


def test_what_a_part_refuses_the_whole_refuses_and_nothing_of_either_stays(cast, now):
    with pytest.raises(Refused) as refused:
        meet_two(given=OUT_OF_ORDER, by=cast.zarina, at=now)

    assert refused.value.on_record
    assert not Person.objects.exists()
    assert refused_on_record() == ["meet_two.refused"]


def test_an_act_after_one_that_was_refused_is_its_own_again(cast, now):
    with pytest.raises(Refused):
        meet_two(given=OUT_OF_ORDER, by=cast.zarina, at=now)
    with pytest.raises(Refused):
        register_person(given=OUT_OF_ORDER, by=cast.zarina, at=now)

    assert refused_on_record() == ["meet_two.refused", "register_person.refused"]


def test_parts_make_no_savepoints_and_keep_their_own_moment(cast, now):
    seen = []

    @act
    def look(*, by, at):
        seen.append(moment())

    @act
    def whole(*, by, at):
        look(by=by, at=now)
        seen.append(moment())
        person = register_person(given=NOBODY, by=by, at=at)
        return open_case(person=person, track="adult", by=by, at=at)

    later = timezone.now()
    with CaptureQueriesContext(connection) as asked:
        whole(by=cast.zarina, at=later)

    assert seen == [now, later]
    assert Case.objects.count() == 1
    made = [
        each for each in asked if (each["sql"] or "").startswith("SAVEPOINT")
    ]  # what is sent prepared has no text here
    assert len(made) == 1, "the transaction of the test holds the act"
