"""Personal data at rest: sealed, bound to its record, rotated by key id, erased by destroying a key."""

from __future__ import annotations

import stat

import pytest

from panoh.registry import vault
from panoh.registry.key_ring import KeyRing, ring
from panoh.registry.models import Person


def _sealed(payload: dict[str, object]) -> Person:
    person = Person()
    vault.seal(person, payload)
    return person


def test_what_was_sealed_opens_again():
    person = _sealed({"names": [{"text": "Муҳаббат Ҷӯраева", "source": "passport"}]})

    opened = vault.unseal(person)

    assert opened == {"names": [{"text": "Муҳаббат Ҷӯраева", "source": "passport"}]}


def test_the_sealed_columns_show_nothing_of_the_name():
    person = _sealed({"names": "Муҳаббат"})

    assert "Муҳаббат".encode() not in bytes(person.sealed or b"")


def test_a_sealed_value_moved_to_another_record_does_not_open():
    person, other = _sealed({"a": 1}), Person()
    other.sealed, other.sealed_key = person.sealed, person.sealed_key

    with pytest.raises(vault.SealBroken, match="altered or belongs to another record"):
        vault.unseal(other)


@pytest.mark.parametrize("column", ["sealed", "sealed_key"])
def test_one_changed_bit_does_not_open(column):
    person = _sealed({"a": 1})
    changed = bytearray(getattr(person, column))
    changed[-1] ^= 1
    setattr(person, column, bytes(changed))

    with pytest.raises(vault.SealBroken):
        vault.unseal(person)


def test_after_rotation_old_values_open_and_are_wrapped_anew(monkeypatch):
    person = _sealed({"a": 1})
    turned = ring().with_new_master()
    monkeypatch.setattr(vault, "ring", lambda: turned)

    changed = vault.rewrap(person)

    assert changed
    assert bytes(person.sealed_key).startswith(turned.current.encode())
    assert vault.unseal(person) == {"a": 1}
    assert not vault.rewrap(person)


def test_without_its_master_key_a_value_says_which_key_is_missing(monkeypatch):
    person = _sealed({"a": 1})
    monkeypatch.setattr(vault, "ring", lambda: KeyRing.new())

    with pytest.raises(vault.SealBroken, match="is not in the key ring"):
        vault.unseal(person)


def test_a_destroyed_record_tells_nothing():
    person = _sealed({"a": 1})

    vault.destroy(person)

    assert vault.unseal(person) == {}


def test_the_same_text_gives_another_digest_for_another_purpose():
    assert vault.blind("name", "rahimov") == vault.blind("name", "rahimov")
    assert vault.blind("name", "rahimov") != vault.blind("document", "rahimov")


def test_the_key_ring_is_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "keys.json"

    KeyRing.new().save(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert KeyRing.load(path).masters


def test_of_two_processes_that_start_at_once_both_keep_the_first_ones_keys(tmp_path):
    path = tmp_path / "keys.json"
    first, second = KeyRing.new(), KeyRing.new()
    first.save_first(path)

    second.save_first(path)

    assert KeyRing.load(path) == first
    assert list(tmp_path.iterdir()) == [path]
