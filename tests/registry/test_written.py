"""Records written in kept words are the ones Django would have written, and refused as it would have been."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F, Value
from django.db.models.functions import Lower

from panoh.registry import written
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import Case, CaseStep, LedgerEntry, LedgerHead, Person
from panoh.registry.references import new_reference


@pytest.fixture
def case(cast, now) -> Case:
    person = register_person(given=PersonGiven(names=(("Лола", "self"),)), by=cast.zarina, at=now)
    return open_case(person=person, track="adult", by=cast.zarina, at=now)


def rows_of(model, pks):
    return [{**row, "id": 0, "seq": 0, "reference": ""} for row in model.objects.filter(pk__in=pks).values()]


def test_a_new_record_is_the_one_django_writes_in_its_own_words(case, cast, now):
    """With a key of its own or the database's, an empty column, a list, a moment, sealed bytes."""
    line = LedgerEntry.objects.latest("seq")
    said = {"at": now, "officer": cast.zarina, "act": "find", "fields": ["a"], "detail": {"ё": [1, None]}, "seal": "x"}
    person = {"sealed": b"\x00\xff", "sealed_key": None, "born_from": None, "sex": "female", "registered_at": now}
    step = {"case": case, "step": "open", "to_state": "signal", "at": now, "by": cast.zarina}
    for ours, theirs in (
        (LedgerEntry(seq=line.seq + 1, **said), LedgerEntry(seq=line.seq + 2, **said)),
        (Person(reference=new_reference(), **person), Person(reference=new_reference(), **person)),
        (CaseStep(**step), CaseStep(**step)),
    ):
        ours.save(force_insert=True)
        type(theirs).objects.bulk_create([theirs])
        assert (ours.pk is None, ours._state.adding) == (False, False)
        one, other = rows_of(type(ours), [ours.pk, theirs.pk])
        assert one == other


def test_what_is_changed_is_there_afterwards_and_nothing_else(case, now):
    before = Case.objects.filter(pk=case.pk).values().get()
    case.region, case.form = "sughd", "labour"
    case.save(update_fields=["region"])

    assert Case.objects.filter(pk=case.pk).values().get() == {**before, "region": "sughd"}


def test_what_the_database_reckons_is_left_to_django(case):
    head = LedgerHead.objects.get(pk=1)
    seq, head.seq = head.seq, F("seq") + 1
    head.save(update_fields=["seq"])

    assert LedgerHead.objects.get(pk=1).seq == seq + 1
    step = CaseStep.objects.create(
        case=case, step=Lower(Value("OPEN")), to_state="signal", at=case.opened_at, by_id=case.opened_by_id
    )
    assert CaseStep.objects.get(pk=step.pk).step == "open"


def test_a_record_that_is_gone_is_not_changed_in_silence(case):
    step = CaseStep.objects.get(case=case)
    CaseStep.objects.all().delete()

    with pytest.raises(DatabaseError, match="did not affect any rows"):
        step.save(update_fields=["step"])


def test_what_the_database_forbids_is_refused_as_ever(case):
    with pytest.raises(IntegrityError), transaction.atomic():
        Case(reference=case.reference, person=case.person, state_since=case.state_since, opened_at=case.opened_at,
             opened_by=case.opened_by, desk=case.desk, track="adult", state="signal", procedure_version="1").save()  # fmt: skip


def test_the_words_are_put_together_once(case, cast, now, monkeypatch):
    monkeypatch.delattr(written, "InsertQuery")
    monkeypatch.delattr(written, "UpdateQuery")

    again = register_person(given=PersonGiven(names=(("Лола", "self"),)), by=cast.zarina, at=now)
    open_case(person=again, track="adult", by=cast.zarina, at=now)
