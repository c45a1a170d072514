"""Copies of a living installation: made while people are put on record, put back elsewhere, and the master key turned."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.backup.installation import House, house
from tests.exchange.backup.writer import MARK

WRITER = "tests.exchange.backup.writer"


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An installation with officers and a recovery key whose private half lies elsewhere."""
    with house(tmp_path_factory.mktemp("lived-in"), migrated=True) as made:
        hired = made.module("tests.browser.officers")
        assert hired.returncode == 0, hired.stderr
        assert made.panoh("keys", "recovery", "--to", made.data.with_suffix(".key")).returncode == 0
        yield made


@pytest.fixture
def key(lived_in: House) -> Path:
    return lived_in.data.with_suffix(".key")


def copied(lived_in: House, folder: Path) -> tuple[Path, Path]:
    """A copy of the records and one of the keys."""
    made, kept = lived_in.panoh("backup", "--to", folder), lived_in.panoh("keys", "keep", "--to", folder / "keys.age")
    assert made.returncode == kept.returncode == 0, made.stderr + kept.stderr
    [copy] = folder.glob("panoh-*.age")
    return copy, folder / "keys.age"


def lines_of(output: str) -> int:
    return int(output.split("The ledger is whole: ")[1].split()[0])


def test_a_copy_made_while_others_write_holds_every_act_acknowledged_before_it_began(lived_in, key, tmp_path):
    writing = lived_in.begin(WRITER)
    acknowledged = [int(writing.stdout.readline()) for _ in range(20)][-1]

    copy, keys = copied(lived_in, tmp_path / "copies")

    assert writing.poll() is None, writing.stderr.read()
    writing.kill()
    assert int(writing.stdout.read().split()[-1]) > acknowledged, "nobody wrote while the copy was made"
    with house(tmp_path / "elsewhere") as other:
        assert other.panoh("keys", "put-back", keys, "--key", key).returncode == 0
        back = other.panoh("restore", copy, "--key", key, "--without-erasures")
        assert back.returncode == 0, back.stdout + back.stderr
        assert "The ledger is whole." in back.stdout
        proved = other.panoh("ledger", "verify", "--anchors", copy.with_suffix(".anchor")).stdout
        assert "All 1 anchors given hold." in proved, "the one beside the copy"
        assert lines_of(proved) >= acknowledged
        told = other.panoh("manage", "shell", "-c", _TELL).stdout
        assert f"{MARK} 19" in told
    writing.communicate()


_TELL = """
from panoh.registry import vault
from panoh.registry.models import Person
print([vault.unseal(person)["names"] for person in Person.objects.all()])
"""


def test_a_stolen_copy_shows_no_name_even_to_who_unlocks_it(lived_in, key, tmp_path):
    from panoh.exchange.backup.archive import unpack
    from panoh.exchange.backup.recovery import unlock

    writing = lived_in.begin(WRITER)
    writing.stdout.readline()
    writing.kill()
    writing.communicate()
    copy, _ = copied(lived_in, tmp_path)

    unlock(copy, tmp_path / "packed", key=key)
    _, database = unpack(tmp_path / "packed", tmp_path)

    for file in (copy, database):
        assert MARK.encode() not in file.read_bytes()
        assert MARK.encode("utf-16-le") not in file.read_bytes()


def test_a_copy_never_overwrites_records(lived_in, key, tmp_path):
    copy, keys = copied(lived_in, tmp_path)

    back, keys_back = (
        lived_in.panoh("restore", copy, "--key", key, "--without-erasures"),
        lived_in.panoh("keys", "put-back", keys, "--key", key),
    )

    assert (back.returncode, keys_back.returncode) == (2, 2)
    assert "is not empty" in back.stderr
    assert "not overwritten" in keys_back.stderr


def test_without_the_keys_nothing_is_put_back_and_the_way_is_said(lived_in, key, tmp_path):
    copy, _ = copied(lived_in, tmp_path / "copies")

    with house(tmp_path / "elsewhere") as other:
        back = other.panoh("restore", copy, "--key", key, "--without-erasures")

    assert back.returncode == 2
    assert "panoh keys put-back" in back.stderr


def test_with_the_keys_of_another_installation_the_ledger_says_it_does_not_hold(lived_in, key, tmp_path):
    copy, _ = copied(lived_in, tmp_path / "copies")

    with house(tmp_path / "elsewhere") as other:
        other.data.mkdir()
        from panoh.registry.key_ring import KeyRing

        KeyRing.new().save(other.data / "keys.json")
        back = other.panoh("restore", copy, "--key", key, "--without-erasures")

    assert back.returncode == 1
    assert "does not hold" in back.stdout


def test_the_master_key_is_turned_while_others_write_and_no_act_fails(lived_in):
    writing = lived_in.begin(WRITER)
    writing.stdout.readline()

    turned = lived_in.panoh("keys", "turn")
    again = lived_in.panoh("keys", "turn", "--go-on", "--retire")

    assert turned.returncode == again.returncode == 0, turned.stderr + again.stderr
    assert "Taken out: k" in again.stdout
    for _ in range(5):
        assert writing.stdout.readline(), writing.stderr.read()
    writing.kill()
    writing.communicate()
    told = lived_in.panoh("manage", "shell", "-c", _TELL)
    assert f"{MARK} 0" in told.stdout, told.stderr


def test_the_index_key_is_turned_while_others_write_and_search_and_everybody_is_found(lived_in):
    writing = lived_in.begin(WRITER)
    for _ in range(20):
        writing.stdout.readline()
    searching = lived_in.begin("tests.exchange.backup.searcher")
    searched = int(searching.stdout.readline())

    turned = lived_in.panoh("keys", "turn-index", "--wait", "3")

    assert turned.returncode == 0, turned.stderr
    assert "entries of old keys are removed" in turned.stdout
    assert searching.poll() is writing.poll() is None, searching.stderr.read()
    found = [searching.stdout.readline() for _ in range(20)]
    assert all(found), searching.stderr.read()
    searching.kill()
    writing.kill()
    assert int([*found, *searching.communicate()[0].split()][-1]) >= searched + 20
    writing.communicate()
    keys = "from panoh.registry.models import PersonKey; print(len(set(PersonKey.objects.values_list('under', flat=True))))"
    assert lived_in.panoh("manage", "shell", "-c", keys).stdout.split()[-1] == "1"


def test_the_ledger_key_is_turned_while_others_write_and_both_segments_are_proved(lived_in):
    writing = lived_in.begin(WRITER)
    writing.stdout.readline()

    turned = lived_in.panoh("keys", "turn-ledger")

    assert turned.returncode == 0, turned.stderr
    for _ in range(5):
        assert writing.stdout.readline(), writing.stderr.read()
    writing.kill()
    writing.communicate()
    proof = lived_in.panoh("ledger", "verify")
    assert proof.returncode == 0, proof.stdout


def test_a_turn_that_was_broken_off_goes_on(lived_in):
    turning = lived_in.begin("panoh", "keys", "turn")
    turning.stderr.read(1)  # the first part is done
    turning.kill()
    turning.communicate()

    went_on = lived_in.panoh("keys", "turn", "--go-on", "--retire")

    assert went_on.returncode == 0, went_on.stderr
    assert f"{MARK} 0" in lived_in.panoh("manage", "shell", "-c", _TELL).stdout


def test_a_copy_needs_a_recovery_key_first(tmp_path):
    with house(tmp_path, migrated=True) as other:
        made = other.panoh("backup", "--to", tmp_path / "copies")

    assert made.returncode == 2
    assert "panoh keys recovery" in made.stderr
    assert not os.listdir(tmp_path) or not (tmp_path / "copies").exists()


_MEET = """
from django.utils import timezone
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import Case, Officer
by = Officer.objects.filter(post__role="first_responder").earliest("pk")
given = PersonGiven(names=(("Қанорӣ Эрасед", "own_word"),), documents=(("passport", "DEMO 9900417"),))
person = register_person(given=given, by=by, at=timezone.localtime())
case = open_case(person=person, track="adult", by=by, at=timezone.localtime())
Case.objects.filter(pk=case.pk).update(state="closed")
"""
_ERASE = """
from django.utils import timezone
from panoh.identification.actions import ask_to_erase, erase_names
from panoh.registry.models import Case, Officer
case = Case.objects.latest("opened_at")
asks, signs = (Officer.objects.filter(post__role=role).earliest("pk") for role in ("data_protection_officer", "intake_desk"))
erase_names(asked=ask_to_erase(case=case, because="person_asked", by=asks, at=timezone.localtime()), by=signs, at=timezone.now())
"""
_KNOWN = (
    "from panoh.registry.queries import find_people; print('known:', len(find_people(documents=('DEMO 9900417',))))"
)


def test_an_older_copy_brings_no_erased_name_back_and_asks_for_the_list(lived_in, key, tmp_path):
    def shell(where: House, script: str) -> str:
        done = where.panoh("manage", "shell", "-c", script)
        assert done.returncode == 0, done.stderr
        return done.stdout

    shell(lived_in, _MEET)
    assert "known: 1" in shell(lived_in, _KNOWN)
    early = tmp_path / "early.json"
    assert lived_in.panoh("erasures", "--to", early).returncode == 0
    copy, keys = copied(lived_in, tmp_path / "copies")
    shell(lived_in, _ERASE)
    newest = tmp_path / "newest.json"
    assert lived_in.panoh("erasures", "--to", newest).returncode == 0

    with house(tmp_path / "elsewhere") as other:
        assert other.panoh("keys", "put-back", keys, "--key", key).returncode == 0
        unasked = other.panoh("restore", copy, "--key", key)
        too_old = other.panoh("restore", copy, "--key", key, "--erasures", early)
        assert (unasked.returncode, too_old.returncode) == (2, 2)
        assert "--erasures" in unasked.stderr
        assert "Use the newest list" in too_old.stderr
        back = other.panoh("restore", copy, "--key", key, "--erasures", newest)
        assert back.returncode == 0, back.stdout + back.stderr
        assert "Erased again since: 1 cases" in back.stdout
        assert "known: 0" in shell(other, _KNOWN)
        assert "The ledger is whole" in other.panoh("ledger", "verify").stdout


def test_a_copy_beside_which_no_anchor_finds_room_is_on_record_and_said_to_be_good(tmp_path):
    with house(tmp_path, migrated=True) as made:
        made.panoh("keys", "recovery", "--to", tmp_path / "key")
        done = made.module("tests.exchange.backup.no_room", tmp_path / "copies")

    assert done.returncode == 2, done.stderr
    assert "is made and can be put back" in done.stderr
    assert "Traceback" not in done.stderr
    assert "on record: 1" in done.stdout
    assert len([*(tmp_path / "copies").glob("panoh-*.age")]) == 1


@pytest.mark.parametrize("command", [("ledger", "verify"), ("backup", "--to", "/nowhere")])
def test_a_command_in_the_wrong_data_folder_says_so_and_no_error_of_the_database(command, tmp_path):
    with house(tmp_path / "of-nobody") as empty:
        done = empty.panoh(*command)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"panoh: nothing is on record here yet (data folder: {empty.data}).")
