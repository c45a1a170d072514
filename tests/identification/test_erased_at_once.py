"""Names are erased in two cases of one woman at one moment: really committed, by threads of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from panoh.identification import actions
from panoh.identification.models import SamePerson
from panoh.registry.actions import open_case
from panoh.registry.models import Case, LedgerHead, Person, PersonKey
from tests.conftest import NOON
from tests.identification.test_same_person import AGAIN, proposed
from tests.identification.test_same_person_at_once import until_waiting

pytestmark = pytest.mark.usefixtures("committed")


def slow_ledger() -> None:
    """Both acts are done but for their lines when the first of them is written."""
    with transaction.atomic():
        LedgerHead.objects.select_for_update(no_key=True).first()
        until_waiting(2)


def asked_to_erase(case: Case, cast):
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=NOON - timedelta(days=6 * 366))
    asked = {"because": "period_over", "by": cast.officers["firuza"], "at": NOON}
    return actions.ask_to_erase(case=Case.objects.get(pk=case.pk), **asked)


@pytest.fixture
def second(woman, cast) -> Case:
    """The woman came back, and a case of hers was opened anew."""
    return open_case(person=woman.person, track="adult", by=cast.zarina, at=NOON)


def nobody_is_named(person) -> bool:
    kept = Person.objects.get(pk=person)
    return not kept.sealed_key and not PersonKey.objects.filter(person=person).exists()


def test_erased_in_both_of_her_cases_at_once_nothing_names_her(at_once, presume, woman, second, cast):
    person = woman.person_id
    proposed((woman, presume(AGAIN, by=cast.behruz, at=NOON)), cast.nigina)
    one, two = asked_to_erase(woman, cast), asked_to_erase(second, cast)

    came = at_once(
        slow_ledger,
        lambda: actions.erase_names(asked=one, by=cast.nigina, at=NOON),
        lambda: actions.erase_names(asked=two, by=cast.nigina, at=NOON),
    )

    assert not [each for each in came if isinstance(each, Exception)]
    assert nobody_is_named(person)
    assert not SamePerson.objects.exists()
    assert Case.objects.filter(person=person).count() == 1
