"""The master key is turned while records are written: nothing is overwritten, nothing done twice, old keys go when unused."""

from __future__ import annotations

import pytest

from panoh.registry import vault
from panoh.registry.actions import register_person, retire_old_masters, rewrap_everything, turn_master_key
from panoh.registry.actions import rotation as turning
from panoh.registry.actions.people import PersonGiven
from panoh.registry.key_ring import KeyRing, ring
from panoh.registry.models import LedgerEntry, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_ring(settings, tmp_path):
    """A key ring of this test's own, so that no other test meets its keys."""
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    return ring()


@pytest.fixture
def person(own_ring, cast, now) -> Person:
    return register_person(
        given=PersonGiven(names=(("Ситора Назарова", "own_word"),)), by=cast.officers["nigina"], at=now
    )


def test_every_process_seals_with_the_new_key_from_its_next_act(own_ring, now):
    fresh = turn_master_key(at=now)

    assert ring().current == fresh != own_ring.current
    sealed = Person()
    vault.seal(sealed, {"a": 1})
    assert vault.master_of(bytes(sealed.sealed_key)) == fresh


def test_what_is_on_record_is_wrapped_anew_and_opens(person, now):
    fresh = turn_master_key(at=now)

    *_, done = rewrap_everything(at=now)

    person.refresh_from_db()
    assert vault.master_of(bytes(person.sealed_key)) == fresh
    assert vault.unseal(person)["names"]
    assert done >= 1
    assert [*rewrap_everything(at=now)][-1] == 0, "nothing is done twice"


def test_a_record_changed_meanwhile_is_not_overwritten(person, now, monkeypatch):
    turn_master_key(at=now)
    whole = turning._in_parts

    def erased_after_it_was_read(kind):
        for part in whole(kind):
            kind._default_manager.filter(pk=person.pk).update(sealed_key=None, sealed=None)
            yield part

    monkeypatch.setattr(turning, "_in_parts", erased_after_it_was_read)
    list(rewrap_everything(at=now))

    person.refresh_from_db()
    assert person.sealed_key is None, "an erased person stays erased"


def test_a_master_key_goes_when_it_wraps_nothing_any_more(person, own_ring, now):
    turn_master_key(at=now)
    assert retire_old_masters(at=now) == [], "it is still in use"
    list(rewrap_everything(at=now))

    assert retire_old_masters(at=now) == [own_ring.current]
    assert list(ring().masters) == [ring().current]
    person.refresh_from_db()
    assert vault.unseal(person)["names"]


def test_each_turn_is_in_the_ledger_without_a_key(person, now):
    fresh = turn_master_key(at=now)
    list(rewrap_everything(at=now))
    retire_old_masters(at=now)

    lines = LedgerEntry.objects.order_by("-seq")[:3]
    assert [line.act for line in lines] == ["retire_master_keys", "rewrap_keys", "turn_master_key"]
    assert lines[2].detail == {"key": fresh}


def test_a_ring_survives_being_written_and_read(tmp_path):
    turned = KeyRing.new().with_new_master()

    turned.save(tmp_path / "ring")

    assert KeyRing.load(tmp_path / "ring") == turned
    assert turned.without(set(turned.masters)).masters.keys() == {turned.current}
