"""What an installation is told of its database, and that a server officers reach never starts with a brake off."""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from panoh.exchange.backup import snapshots
from panoh.web import configuration

ADDRESS = "postgresql://panoh:s%40fe@db.example:5433/panoh"


def test_the_database_is_reached_with_the_locks_its_address_asks_for(monkeypatch):
    monkeypatch.setenv("PANOH_DATABASE", f"{ADDRESS}?sslmode=verify-full&sslrootcert=/etc/ca.pem")

    told = configuration.database()

    assert told["OPTIONS"]["sslmode"] == "verify-full"
    assert told["OPTIONS"]["sslrootcert"] == "/etc/ca.pem"
    assert (told["NAME"], told["PASSWORD"], told["PORT"]) == ("panoh", "s@fe", "5433")


@pytest.mark.parametrize("misspelled", ["ssl_mode=verify-full", "sslmod=require", "target_session_attrs=any"])
def test_what_the_address_asks_for_is_never_left_out_in_silence(monkeypatch, misspelled):
    monkeypatch.setenv("PANOH_DATABASE", f"{ADDRESS}?{misspelled}")

    with pytest.raises(SystemExit, match=misspelled.split("=")[0]):
        configuration.database()


def test_a_copy_is_taken_over_the_same_locks(monkeypatch):
    ran = {}

    def run(_: list[str], *, env: dict[str, str], **how: object) -> SimpleNamespace:
        ran.update(env)
        return SimpleNamespace(returncode=0)

    monkeypatch.setenv("PANOH_DATABASE", f"{ADDRESS}?sslmode=verify-full&sslrootcert=/etc/ca.pem")
    monkeypatch.setattr(snapshots, "connection", SimpleNamespace(settings_dict=configuration.database()))
    monkeypatch.setattr(snapshots, "_found", lambda tool: tool)
    monkeypatch.setattr(subprocess, "run", run)

    snapshots._run("pg_dump")

    assert (ran["PGSSLMODE"], ran["PGSSLROOTCERT"], ran["PGHOST"]) == ("verify-full", "/etc/ca.pem", "db.example")


HERE = ("localhost", "127.0.0.1", "[::1]")


@pytest.mark.parametrize(
    ("hosts", "https"), [(HERE, True), (("panoh.example",), False), ((*HERE, "panoh.example"), False), (("*",), False)]
)
def test_a_server_officers_reach_does_not_start_with_the_brake_on_pages_off(monkeypatch, hosts, https):
    monkeypatch.setenv("PANOH_PAGES_COUNTED", "no")

    with pytest.raises(SystemExit, match="on this machine alone"):
        configuration.pages_are_counted(hosts, https=https)
    monkeypatch.delenv("PANOH_PAGES_COUNTED")
    assert configuration.pages_are_counted(hosts, https=https)


def test_a_measurement_on_this_machine_turns_it_off(monkeypatch):
    monkeypatch.setenv("PANOH_PAGES_COUNTED", "no")

    assert not configuration.pages_are_counted(HERE, https=False)


def test_no_library_is_there_that_slows_every_start_down():
    """`jsonschema` takes in a grammar where one is installed, and compiles it whenever Panoh starts: three seconds. What brings
    it along, such as the tool for the bill of materials, has an environment of its own (Makefile)."""
    assert find_spec("rfc3987_syntax") is None, "uninstall rfc3987-syntax, or make clean"
