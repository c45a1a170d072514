"""Where keys were put back on a new machine, copies are made again from the first night on, for the same officials."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pyrage
import pytest

from panoh.desk.readiness import OTHER_KEYS
from panoh.exchange.backup.keys import keep_keys, put_keys_back
from panoh.exchange.backup.recovery import known_recipients, new_recovery_key
from panoh.registry.key_ring import KeyRing
from panoh.web.commands import backup


@pytest.fixture
def machine(settings, tmp_path):
    """`machine(name)`: from now on the commands work in a data folder of this name."""

    def at(name: str) -> Path:
        settings.DATA = tmp_path / name
        settings.DATA.mkdir()
        settings.KEY_RING_FILE = settings.DATA / "keys.json"
        return settings.DATA

    return at


def test_the_kept_keys_know_for_whom_copies_are_locked(machine, tmp_path):
    machine("here")
    both = [new_recovery_key(tmp_path / name) for name in ("first.key", "second.key")]
    keep_keys(tmp_path / "kept.age")
    machine("elsewhere")

    put_keys_back(tmp_path / "kept.age", key=tmp_path / "second.key")

    assert known_recipients() == both


def test_keys_an_earlier_release_kept_lock_for_whoever_opened_them(machine, tmp_path):
    machine("here")
    public = new_recovery_key(tmp_path / "safe.key")
    before = json.dumps({"ring": KeyRing.new().to_text(), "secret": "of sessions"})
    locked = pyrage.encrypt(before.encode(), [pyrage.x25519.Recipient.from_str(public)])
    (tmp_path / "kept.age").write_bytes(locked)
    machine("elsewhere")

    put_keys_back(tmp_path / "kept.age", key=tmp_path / "safe.key")

    assert known_recipients() == [public]


def test_whoever_is_known_already_is_not_written_twice(machine, tmp_path):
    machine("here")
    new_recovery_key(tmp_path / "safe.key")
    keep_keys(tmp_path / "kept.age")
    elsewhere = machine("elsewhere")
    (elsewhere / "recovery.txt").write_text("\n".join(known := ["age1of-a-colleague"]) + "\n")

    put_keys_back(tmp_path / "kept.age", key=tmp_path / "safe.key")

    assert len(known_recipients()) == len(known) + 1
    assert known_recipients()[:1] == known


def test_a_copy_whose_records_these_keys_do_not_open_is_not_said_to_be_good(monkeypatch, capsys):
    """The ledger holds by a key of its own, though the master key was turned and taken out since."""
    proof = SimpleNamespace(fault="", lines=1)
    done = SimpleNamespace(
        note=SimpleNamespace(made_at="", line=1, panoh=""), whole=True, proof=proof, aside=None, erased=None
    )
    monkeypatch.setattr("panoh.exchange.backup.copying.put_back", lambda **given: done)
    given = SimpleNamespace(file=Path("copy"), key=Path("key"), erasures=None)

    for lacks, status in ((OTHER_KEYS, 1), ("", 0)):
        monkeypatch.setattr("panoh.desk.readiness.what_lacks", lambda lacks=lacks: lacks)
        assert backup.restore_copy(given) == status
        assert (OTHER_KEYS in capsys.readouterr().out) is bool(lacks)
