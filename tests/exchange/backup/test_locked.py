"""Locked files: what opens them, and what is said when they do not open. No database."""

from __future__ import annotations

import stat

import pytest

from panoh.exchange.backup import recovery
from panoh.exchange.backup.archive import Note, digest_of, pack, unpack
from panoh.exchange.backup.faults import CannotKeep


@pytest.fixture
def safe(settings, tmp_path):
    """A server's data folder with one recovery key known, whose private half lies in `key`."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    recovery.new_recovery_key(tmp_path / "key")
    (tmp_path / "plain").write_bytes(b"words" * 50_000)
    recovery.lock(tmp_path / "plain", tmp_path / "locked")
    return tmp_path


def test_what_was_locked_opens_with_the_private_key_and_shows_nothing_before(safe):
    recovery.unlock(safe / "locked", safe / "opened", key=safe / "key")

    assert (safe / "opened").read_bytes() == b"words" * 50_000
    assert b"wordswords" not in (safe / "locked").read_bytes()


def test_either_of_two_recovery_keys_opens(safe):
    recovery.new_recovery_key(safe / "second")
    recovery.lock(safe / "plain", safe / "for-both")

    for key in ("key", "second"):
        recovery.unlock(safe / "for-both", safe / f"opened-{key}", key=safe / key)


def test_a_private_key_is_read_by_its_owner_only_and_never_overwritten(safe):
    assert stat.S_IMODE((safe / "key").stat().st_mode) == 0o600
    with pytest.raises(CannotKeep, match="is there already"):
        recovery.new_recovery_key(safe / "key")


def test_the_server_keeps_no_private_key(safe):
    assert "SECRET" not in recovery.recipients_file().read_text()


@pytest.mark.parametrize(
    "spoil", [lambda kept: kept[:-100], lambda kept: kept[:-1] + bytes([kept[-1] ^ 1]), lambda _: b""]
)
def test_a_file_cut_off_or_altered_does_not_open(safe, spoil):
    locked = safe / "locked"
    locked.write_bytes(spoil(locked.read_bytes()))

    with pytest.raises(CannotKeep, match="does not open"):
        recovery.unlock(locked, safe / "opened", key=safe / "key")


def test_another_key_does_not_open_and_the_words_say_so(safe):
    recovery.new_recovery_key(safe / "other")

    with pytest.raises(CannotKeep, match="made for another"):
        recovery.unlock(safe / "locked", safe / "opened", key=safe / "other")


@pytest.mark.parametrize("text", ["", "not a key", "# only a remark\n"])
def test_a_file_without_a_key_is_said_to_be_none(safe, text):
    (safe / "wrong").write_text(text)

    with pytest.raises(CannotKeep, match="holds no recovery key"):
        recovery.unlock(safe / "locked", safe / "opened", key=safe / "wrong")


def test_files_that_are_not_there_are_named(safe):
    with pytest.raises(CannotKeep, match="gone is not there"):
        recovery.unlock(safe / "gone", safe / "opened", key=safe / "key")
    with pytest.raises(CannotKeep, match="nokey cannot be read"):
        recovery.unlock(safe / "locked", safe / "opened", key=safe / "nokey")


def test_a_copy_is_packed_and_unpacked_whole(tmp_path):
    (tmp_path / "database").write_bytes(b"pages")
    note = Note("1", "2026-11-16", "sqlite", 7, "ab", digest_of(tmp_path / "database"))
    pack(note, tmp_path / "database", tmp_path / "packed")
    (tmp_path / "into").mkdir()

    found, database = unpack(tmp_path / "packed", tmp_path / "into")

    assert (found, database.read_bytes()) == (note, b"pages")


def test_another_database_than_the_one_noted_is_found(tmp_path):
    (tmp_path / "database").write_bytes(b"pages")
    pack(Note("1", "2026-11-16", "sqlite", 7, "ab", "0" * 64), tmp_path / "database", tmp_path / "packed")

    with pytest.raises(CannotKeep, match="not the one that was put in"):
        unpack(tmp_path / "packed", tmp_path)


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b\x08\x00" + b"\x00" * 30])
def test_what_is_no_copy_is_said_to_be_none(tmp_path, content):
    (tmp_path / "packed").write_bytes(content)

    with pytest.raises(CannotKeep, match="no copy of a Panoh installation"):
        unpack(tmp_path / "packed", tmp_path)
