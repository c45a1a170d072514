"""What stands beside one record is found as if it were asked anew, by whoever asks, and read once within one look."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Prefetch, QuerySet
from django.test.utils import CaptureQueriesContext

from panoh.registry.beside import Beside
from panoh.registry.looks import one_look
from panoh.registry.models import Case, Consent, Disclosure, Officer, Post, shown_now
from panoh.registry.moment import at_moment
from panoh.screening.models import Finding, Screening
from tests.cast import Cast
from tests.conftest import NOON
from tests.journeys import ways

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SAID = Beside(lambda of: Consent.objects.filter(case=of).order_by("pk"))
_BY = Finding.objects.select_related("by").order_by("-at")
INTERVIEWS = Beside(lambda of: Screening.objects.filter(case=of).prefetch_related(Prefetch("findings", _BY)))


def _shown(case: Any, viewer: Officer, to_answer: bool) -> QuerySet[Disclosure]:
    return Disclosure.objects.filter(shown_now(), case=case, to_desk=viewer.desk, to_answer=to_answer)


SHOWN = Beside(_shown)


@pytest.fixture
def cases(cast: Cast) -> list[Case]:
    found = []
    for person in (ways.WOMAN, ways.WOMAN):
        way = ways.interviewed(person, by=cast.zarina, at=NOON)
        ways.agrees(way.case, "service", by=cast.zarina, at=NOON)
        found.append(way.case)
    return found


def shows(case: Case, cast: Cast, **more: Any) -> Disclosure:
    return Disclosure.objects.create(
        case=case, to_desk=cast.shahlo.desk, purpose="service", fields=["names"], from_at=NOON, **more
    )


def test_each_record_is_answered_for_itself(cases: list[Case]) -> None:
    for case in cases:
        assert [each.pk for each in SAID.of(case)] == list(case.consents.order_by("pk").values_list("pk", flat=True))
        assert all(each.case is case for each in SAID.of(case))


def test_every_column_is_as_a_query_set_reads_it(cases: list[Case]) -> None:
    for mine, theirs in zip(SAID.of(cases[0]), cases[0].consents.order_by("pk"), strict=True):
        assert {f.attname: getattr(mine, f.attname) for f in Consent._meta.concrete_fields} == {
            f.attname: getattr(theirs, f.attname) for f in Consent._meta.concrete_fields
        }
        assert mine == theirs
        assert not mine._state.adding


def test_what_leads_back_is_there_already_and_can_be_asked_further(cases: list[Case]) -> None:
    (held,) = INTERVIEWS.of(cases[0])

    with CaptureQueriesContext(connection) as reads:
        found = list(held.findings.all())
        assert found
        assert found[0].screening is held
        assert found[0].by.username == "zarina"
    assert len(reads) == 0
    assert list(held.findings.filter(pk=found[0].pk)) == found
    assert not held.findings.exclude(pk__in=[each.pk for each in found]).exists()


def test_it_is_worded_for_a_role_and_answered_for_the_officer_at_the_moment(cases: list[Case], cast: Cast) -> None:
    shown = shows(cases[0], cast, until_at=NOON + DAY)

    for at, viewer, found in (
        (NOON, cast.shahlo, (shown,)),
        (NOON + 2 * DAY, cast.shahlo, ()),
        (NOON, cast.zarina, ()),
        (NOON, cast.shahlo, (shown,)),
    ):
        with at_moment(at):
            assert SHOWN.of(cases[0], False, viewer=viewer) == found
            assert SHOWN.of(cases[0], True, viewer=viewer) == SHOWN.of(cases[1], False, viewer=viewer) == ()


def test_within_one_look_it_is_read_once_and_an_act_reads_anew(cases: list[Case], cast: Cast) -> None:
    with CaptureQueriesContext(connection) as reads, one_look():
        assert SAID.of(cases[0]) is SAID.of(cases[0])
        assert len(reads) == 1
        assert SAID.of(cases[0]) != SAID.of(cases[1])
    before = SAID.of(cases[0])
    ways.agrees(cases[0], "police", by=cast.zarina, at=NOON)
    assert len(SAID.of(cases[0])) == len(before) + 1


def test_what_one_officer_was_answered_another_is_not_within_one_look(cases: list[Case], cast: Cast) -> None:
    shown = shows(cases[0], cast)

    with one_look():
        assert SHOWN.of(cases[0], False, viewer=cast.shahlo) == (shown,)
        assert SHOWN.of(cases[0], False, viewer=cast.zarina) == ()


def test_a_record_that_leads_to_none_has_none_beside_it(cases: list[Case], cast: Cast) -> None:
    managed = Beside(lambda of: Case.objects.filter(pk=of).select_related("manager__post", "desk"), "")

    (found,) = managed.of(cases[0])
    assert found.manager is None
    assert found.desk == cast.zarina.desk
    Case.objects.filter(pk=cases[0].pk).update(manager=cast.parvina)
    (found,) = managed.of(cases[0])
    with CaptureQueriesContext(connection) as reads:
        assert isinstance(found.manager and found.manager.post, Post)
    assert len(reads) == 0
