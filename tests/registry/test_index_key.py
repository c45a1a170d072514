"""The key people are found by is turned: at every step they are found, once, and nothing of the old key is left at the end."""

from __future__ import annotations

import hmac

import pytest

from panoh.identification.queries import possible_duplicates
from panoh.names.document import number_key
from panoh.registry import vault
from panoh.registry.actions import (
    PersonGiven,
    begin_index_key,
    correct_person,
    find_by_next,
    open_case,
    put_under_next,
    register_person,
    remove_former,
)
from panoh.registry.actions import index_key as turning
from panoh.registry.key_ring import KeyRing, ring
from panoh.registry.models import LedgerEntry, Person, PersonKey
from panoh.registry.queries import find_people

pytestmark = pytest.mark.django_db
NAME, PAPER = "Ситора Назарова", "DEMO 4400981"
GIVEN = PersonGiven(names=((NAME, "own_word"),), documents=(("passport", PAPER),), born_from=1990, born_to=1990)


@pytest.fixture
def own_ring(settings, tmp_path):
    settings.KEY_RING_FILE = tmp_path / "keys.json"
    return ring()


@pytest.fixture
def people(own_ring, cast, now) -> list[Person]:
    return [register_person(given=GIVEN, by=cast.nigina, at=now) for _ in range(3)]


def found() -> set[Person]:
    by_name, by_paper = set(find_people(names=(NAME,))), set(find_people(documents=(PAPER,)))
    assert by_name == by_paper
    return by_name


def test_at_every_step_everybody_is_found_those_registered_meanwhile_too(people, cast, now, monkeypatch):
    monkeypatch.setattr(turning, "BATCH", 1)
    met = set(people)

    begin_index_key(at=now)
    met.add(register_person(given=GIVEN, by=cast.nigina, at=now))
    assert found() == met
    for done in put_under_next(at=now):
        assert done
        met.add(register_person(given=GIVEN, by=cast.nigina, at=now))
        assert found() == met
    find_by_next(at=now)
    assert found() == met
    met.add(register_person(given=GIVEN, by=cast.nigina, at=now))
    list(remove_former(at=now))

    assert found() == met
    assert set(PersonKey.objects.values_list("under", flat=True)) == {ring().found_by} != {""}


def test_the_old_key_finds_nobody_any_more(people, own_ring, now):
    turn(now)

    stolen = [digest for digest in under_key(own_ring.index) if PersonKey.objects.filter(digest=digest).exists()]
    fresh = under_key(ring().index_keys[ring().found_by])
    assert stolen == []
    assert PersonKey.objects.filter(digest__in=fresh).count() == len(people)


def under_key(key: bytes) -> list[str]:
    """What a thief of this key looks for."""
    text = number_key(PAPER)
    assert text
    return [hmac.digest(vault._index_key(key, "document"), text.encode(), "sha256")[:16].hex()]


def test_what_was_broken_off_goes_on_where_it_was(people, cast, now, monkeypatch):
    monkeypatch.setattr(turning, "BATCH", 1)
    following = begin_index_key(at=now)
    next(put_under_next(at=now))

    assert begin_index_key(at=now) == following, "no third key"
    assert sum(1 for _ in put_under_next(at=now)) == 2, "whoever is under it already is not done twice"
    find_by_next(at=now)
    assert begin_index_key(at=now) == "", "only the removing is left"
    list(remove_former(at=now))
    assert begin_index_key(at=now) not in {"", following}


def test_while_it_runs_a_double_is_no_more_alike_than_before(people, cast, now):
    cases = [open_case(person=each, track="adult", by=cast.nigina, at=now) for each in people]
    before = [(each.documents, each.names) for each in possible_duplicates(cases[0], cast.nigina)]

    begin_index_key(at=now)
    list(put_under_next(at=now))

    assert [(each.documents, each.names) for each in possible_duplicates(cases[0], cast.nigina)] == before


def test_a_correction_in_the_middle_leaves_no_old_spelling_under_either_key(people, cast, now):
    begin_index_key(at=now)
    correct_person(person=people[0], given=PersonGiven(names=(("Гулнора", "own_word"),)), by=cast.nigina, at=now)
    list(put_under_next(at=now))
    find_by_next(at=now)

    assert people[0] not in found()
    assert people[0] in find_people(names=("Гулнора",))


def test_each_step_is_in_the_ledger_without_a_key(people, own_ring, now):
    turn(now)

    acts = list(LedgerEntry.objects.order_by("seq").values_list("act", flat=True))[-4:]
    assert acts == ["begin_index_key", "index_people", "find_by_next", "remove_former_index"]


def test_a_ring_of_before_is_read_and_finds_as_before(own_ring, people):
    text = own_ring.to_text().replace('"found_by": "",', "").replace('"people": {},', "")

    assert KeyRing.from_text(text) == own_ring
    assert own_ring.index_keys == {"": own_ring.index}


def turn(now) -> None:
    begin_index_key(at=now)
    list(put_under_next(at=now))
    find_by_next(at=now)
    list(remove_former(at=now))


def test_nobody_is_lost_by_a_turn_after_a_copy_of_before_an_earlier_turn_was_put_back(people, now):
    begin_index_key(at=now)
    find_by_next(at=now)  # the ring is of after the turn, all entries of before, as in an older copy

    list(remove_former(at=now))
    assert PersonKey.objects.filter(person__in=people).exists()
    list(put_under_next(at=now))

    assert found() == set(people)
    assert set(PersonKey.objects.values_list("under", flat=True)) == {ring().found_by}
