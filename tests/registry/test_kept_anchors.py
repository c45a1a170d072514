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


def test_an_empty_ledger_beside_records_fails_without_any_anchor(cast, unguarded, capsys):
    assert not here().exists()
    cut_off_after(0)

    assert panoh(["ledger", "verify"]) == 1
    assert "empty beside records" in capsys.readouterr().out


def test_the_proof_says_that_what_lies_on_the_same_machine_proves_less(now, tmp_path, capsys):
    lines(now, "one")
    panoh(["ledger", "verify"])
    assert "Nothing but the database's own end mark" in capsys.readouterr().out
    panoh(["housekeeping", "--anchors", str(tmp_path / "share")])
    capsys.readouterr()

    assert panoh(["ledger", "verify"]) == 0
    told = capsys.readouterr().out
    assert "All 1 anchors kept in this data folder hold (the newest: line" in told
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


def test_lines_cut_off_and_written_past_are_found_by_the_anchors_of_before(now, unguarded, capsys):
    lines(now, "one", "two", "three", "four", "five")
    panoh(["housekeeping"])
    cut_off_after(3)
    lines(now, *"abcdefgh")
    panoh(["housekeeping"])
    assert fault_of(newest(here())) == "", "the newest alone does not show it"
    capsys.readouterr()

    assert panoh(["ledger", "verify"]) == 1
    assert "line 5 is not the one that was there on" in capsys.readouterr().out


def test_of_many_anchors_that_say_the_same_the_first_are_told_and_the_others_counted(now, unguarded, capsys):
    for each in range(8):
        lines(now, str(each))
        keep_anchor(here(), at=now)
    cut_off_after(1)

    panoh(["ledger", "verify"])

    told = capsys.readouterr().out
    assert told.index("line 2 was there on") < told.index("line 3 was there on")
    assert told.count("was there on") == 5
    assert "2 more anchors do not hold either" in told


def test_where_a_line_broke_off_it_is_passed_over_and_said_and_the_next_stands_on_a_line_of_its_own(now, capsys):
    lines(now, "one")
    keep_anchor(here(), at=now)
    with (here() / "anchors.txt").open("a") as file:
        file.write('{"at": "2026-11-1')
    lines(now, "two")

    assert panoh(["housekeeping"]) == 0

    assert "Passed over" in capsys.readouterr().out
    assert [each.line for each in anchors_in(here())] == [1, newest(here()).line]
    assert panoh(["ledger", "verify"]) == 0
    assert "1 lines that broke off" in capsys.readouterr().out


def test_what_else_stands_among_anchors_is_said_and_holds_up_nothing_but_itself(now, tmp_path, capsys):
    here().mkdir(parents=True)
    (here() / "anchors.txt").write_text("a note\n")

    assert panoh(["housekeeping", "--anchors", str(tmp_path / "share")]) == 2
    assert "line 1 is no anchor" in capsys.readouterr().err
    assert newest(tmp_path / "share")


def test_after_an_older_copy_was_put_back_a_line_is_added_elsewhere_only_where_something_is_new(
    now, unguarded, tmp_path
):
    share = tmp_path / "share"
    lines(now, "one", "two", "three", "four")
    keep_anchor(share, at=now)
    cut_off_after(2)

    assert keep_anchor(share, at=now).line == 2
    assert keep_anchor(share, at=now) is None
    assert [each.line for each in anchors_in(share)] == [4, 2]
