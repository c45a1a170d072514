"""How an officer stands to a case, read once for a page, gives the answers that each question gives by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.registry import access
from panoh.registry.actions import disclose, end_disclosure
from panoh.registry.looks import one_look
from panoh.registry.models import Case
from panoh.registry.models.compartments import Compartment, CompartmentMember
from panoh.registry.models.emergencies import EmergencyOpening
from panoh.registry.moment import at_moment
from tests.conftest import NOON
from tests.journeys import ways

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case(cast):
    """Shown to one desk for good, to another only to answer, to a third no more; managed by one, opened by one at night."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    ways.agrees(way.case, "service", by=cast.zarina, at=NOON)
    told = {"case": way.case, "purpose": "service", "fields": ("names",), "until": NOON + 3 * DAY}
    told |= {"consent": way.case.consents.get(purpose="service"), "by": cast.zarina, "at": NOON}
    disclose(to_desk=cast.shahlo.desk, **told)
    disclose(to_desk=cast.mavzuna.desk, to_answer=True, **told)
    end_disclosure(disclosure=disclose(to_desk=cast.behruz.desk, **told), because="done", by=cast.zarina, at=NOON)
    Case.objects.filter(pk=way.case.pk).update(manager=cast.parvina)
    EmergencyOpening.objects.create(case=way.case, officer=cast.malika, opened_at=NOON, until_at=NOON + DAY)
    return way.case


def by_itself_and_in_one_look(cast, case):
    acts = [(officer, act) for officer in cast.officers.values() for act in access.Act]
    with at_moment(NOON):
        single = [access.within(Case.objects.filter(pk=case.pk), officer, act).exists() for officer, act in acts]
        by_itself = [access.may(officer, act, case) for officer, act in acts]
        with one_look():
            together = [access.may(officer, act, case) for officer, act in acts]
    assert by_itself == together
    return single, together


def test_for_every_officer_and_act(cast, case):
    single, together = by_itself_and_in_one_look(cast, case)

    assert single == together
    assert 20 < sum(single) < len(single) - 20


def test_and_when_the_case_is_shut_to_all_but_one(cast, case):
    before, _ = by_itself_and_in_one_look(cast, case)
    shut = Compartment(case=case, put_in_at=NOON, put_in_by=cast.zarina, review_due=NOON + 30 * DAY)
    shut.save()
    CompartmentMember.objects.create(compartment=shut, officer=cast.zarina, named_at=NOON, named_by=cast.zarina)

    single, together = by_itself_and_in_one_look(cast, case)

    assert single == together
    assert 0 < sum(single) < sum(before)
    with one_look():
        assert [access.is_shut(each, case) for each in (cast.zarina, cast.parvina)] == [False, True]


def test_a_case_that_is_gone_is_nobodys(cast):
    gone = Case(reference="TJ-0000-0")
    single, together = by_itself_and_in_one_look(cast, gone)

    assert not any(single)
    assert single == together
