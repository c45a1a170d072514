"""Anchors are made by the clock and with every copy, kept outside the database, and compared whenever the ledger is proved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection, transaction

from panoh.__main__ import main as panoh
from panoh.registry import ledger
from panoh.registry.anchors import anchor_at, drop_anchor, fault_of
from panoh.registry.kept_anchors import anchors_in, here, keep_anchor, newest, set_aside, write_anchor
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry, LedgerHead

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    return settings.DATA


@pytest.fixture
def unguarded():
    lower_guard(connection)
    yield
    raise_guard(connection)


def lines(now, *acts: str) -> None:
    with transaction.atomic():
        for each in acts:
            ledger.write(act=each, by=None, at=now)


def cut_off_after(line: int) -> None:
    """By whoever owns the database: the last lines, and the end mark put back."""
    LedgerEntry.objects.filter(seq__gt=line).delete()
    if line:
        LedgerHead.objects.update(seq=line, seal=LedgerEntry.objects.get(seq=line).seal)
    else:
        LedgerHead.objects.all().delete()


def test_housekeeping_keeps_one_in_the_data_folder_and_one_elsewhere(now, tmp_path, capsys):
    lines(now, "one", "two")

    assert panoh(["housekeeping", "--anchors", str(tmp_path / "share")]) == 0

    at = LedgerHead.objects.get().seq
    assert newest(here()).line == newest(tmp_path / "share").line == at


def test_an_anchor_that_says_nothing_new_is_not_kept_again(now):
    lines(now, "one")

    assert keep_anchor(here(), at=now)
    assert keep_anchor(here(), at=now) is None
    lines(now, "two")
    assert keep_anchor(here(), at=now).line == 2
    assert [each.line for each in anchors_in(here())] == [1, 2]


@pytest.mark.parametrize("left", [0, 1, 4])
def test_lines_cut_off_with_the_end_mark_put_back_are_found_by_what_the_data_folder_keeps(now, unguarded, capsys, left):
    lines(now, "one", "two", "three", "four", "five")
    panoh(["housekeeping"])
    cut_off_after(left)
    capsys.readouterr()

    assert ledger.verify().whole, "the chain alone does not show it"
    assert panoh(["ledger", "verify"]) == 1
    told = capsys.readouterr().out
    assert "line 5 was there on" in told
    assert ("the ledger is empty" in told) == (left == 0)


def test_the_proof_says_that_what_lies_on_the_same_machine_proves_less(now, tmp_path, capsys):
    lines(now, "one")
    panoh(["ledger", "verify"])
    assert "Nothing but the database's own end mark" in capsys.readouterr().out
    panoh(["housekeeping", "--anchors", str(tmp_path / "share")])
    capsys.readouterr()

    assert panoh(["ledger", "verify"]) == 0
    told = capsys.readouterr().out
    assert "The newest anchor kept in this data folder holds" in told
    assert "Anchors sent elsewhere prove more" in told
    assert panoh(["ledger", "verify", "--anchors", str(tmp_path / "share")]) == 0
    assert "All 1 anchors given hold." in capsys.readouterr().out


def test_an_anchor_of_the_data_folder_that_was_edited_is_a_fault(now, capsys):
    lines(now, "one", "two")
    write_anchor_of_another(now)

    assert panoh(["ledger", "verify"]) == 1
    assert "not signed by a key of this installation" in capsys.readouterr().out


def write_anchor_of_another(now) -> None:
    here().mkdir(parents=True)
    write_anchor(here() / "anchors.txt", replace(drop_anchor(at=now), signer="ab" * 32))


def test_an_anchor_beside_a_copy_holds_while_the_ledger_goes_on(now, tmp_path):
    lines(now, "one", "two")
    seal = LedgerEntry.objects.get(seq=2).seal
    lines(now, "make_copy")

    write_anchor(tmp_path / "panoh-1-2.anchor", anchor_at(2, seal, at=now))

    [anchor] = anchors_in(tmp_path)
    assert (anchor.line, fault_of(anchor)) == (2, "")


def test_after_a_copy_was_put_back_on_purpose_the_ones_of_before_stay_by_another_name(now, capsys):
    lines(now, "one")
    keep_anchor(here(), at=now)

    aside = set_aside(at=now)

    assert aside.exists()
    assert newest(here()) is None
    assert set_aside(at=now) is None


def test_a_folder_that_cannot_be_written_is_said(now, tmp_path, capsys):
    lines(now, "one")
    (tmp_path / "share").write_text("a file")

    assert panoh(["housekeeping", "--anchors", str(tmp_path / "share")]) == 2
    assert "not everything was kept" in capsys.readouterr().err
