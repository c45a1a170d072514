"""`panoh keys`: a recovery key, the keys kept in a safe and put back, and each kind of key turned while everybody works."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from panoh.web.commands import complain, with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("keys", help="keep the keys in a safe, put them back, turn them")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    recovery = acts.add_parser(
        "recovery", help="make a recovery key: copies are locked for it, only its file opens them"
    )
    recovery.add_argument("--to", type=Path, required=True, metavar="FILE", help="where the private half is written")
    recovery.set_defaults(run=_guarded(make_recovery_key))
    keep = acts.add_parser("keep", help="lock this installation's keys into a file for the safe")
    keep.add_argument("--to", type=Path, required=True, metavar="FILE")
    keep.set_defaults(run=_guarded(keep_them))
    back = acts.add_parser("put-back", help="put kept keys into an empty data folder")
    back.add_argument("file", type=Path)
    back.add_argument("--key", type=Path, required=True, help="the private recovery key")
    back.set_defaults(run=_guarded(put_them_back))
    turn = acts.add_parser(
        "turn", help="a new master key, and everything on record wrapped under it, while everybody works"
    )
    turn.add_argument("--go-on", action="store_true", help="go on with a turn that was broken off; no new key")
    turn.add_argument(
        "--retire", action="store_true", help="afterwards take out master keys that wrap nothing any more"
    )
    turn.set_defaults(run=_guarded(turn_master))
    index = acts.add_parser(
        "turn-index",
        help="new keys by which people, lines of lists and places are found, while everybody searches; begun again, it goes on",
    )
    index.add_argument(
        "--wait",
        type=float,
        default=30.0,
        metavar="SECONDS",
        help="between the last search by the old key and its removal",
    )
    index.set_defaults(run=_guarded(turn_index))
    segment = acts.add_parser("turn-ledger", help="a new key that seals the ledger from its next line on")
    segment.set_defaults(run=_guarded(turn_ledger))


def _guarded(act: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def run(given: argparse.Namespace) -> int:
        with_records()
        from panoh.exchange.backup.faults import CannotKeep

        try:
            return act(given)
        except CannotKeep as fault:
            return complain(str(fault))

    return run


def make_recovery_key(given: argparse.Namespace) -> int:
    from panoh.exchange.backup.recovery import new_recovery_key

    public = new_recovery_key(given.to)
    print(f"Copies are locked for {public} from now on.")
    print(
        f"Move {given.to} away from this server, into a safe: whoever holds it opens every copy, and without it nobody does."
    )
    return 0


def keep_them(given: argparse.Namespace) -> int:
    from panoh.exchange.backup.keys import keep_keys

    keep_keys(given.to)
    print(f"{given.to}: this installation's keys, locked for the recovery keys. Keep it apart from the copies.")
    return 0


def put_them_back(given: argparse.Namespace) -> int:
    from panoh.exchange.backup.keys import put_keys_back

    found = put_keys_back(given.file, key=given.key)
    print(f"The keys are here again: {len(found.masters)} master keys, {found.current} is the current one.")
    return 0


def turn_master(given: argparse.Namespace) -> int:
    from django.utils import timezone

    from panoh.registry.actions import retire_old_masters, rewrap_everything, turn_master_key

    name = "" if given.go_on else turn_master_key(at=timezone.now())
    done = 0
    for done in rewrap_everything(at=timezone.now()):
        print(f"\r{done} records …", end="", file=sys.stderr, flush=True)
    print(f"\r{done} records are wrapped under the current master key {name}".rstrip() + ".", file=sys.stderr)
    if given.retire:
        gone = retire_old_masters(at=timezone.now())
        print(
            f"Taken out: {', '.join(gone) or 'none, all are in use'}. Copies made before open only with keys kept before."
        )
    print("Keep the keys anew: panoh keys keep --to FILE.")
    return 0


def turn_index(given: argparse.Namespace) -> int:
    from django.utils import timezone

    from panoh.registry.actions import (
        begin_index_key,
        begin_layer,
        find_by_next,
        finish_layer,
        put_under_next,
        remove_former,
    )

    begin_layer(at=timezone.now())
    laid = _lay_over()
    begun, done = begin_index_key(at=timezone.now()), 0
    for done in put_under_next(at=timezone.now()):  # where only the removing is left: whom an older copy brought back
        print(f"\r{done} people …", end="", file=sys.stderr, flush=True)
    if begun:
        find_by_next(at=timezone.now())
        print(f"\r{done} more people are found by the new key; the old one goes in {given.wait:g} s.", file=sys.stderr)
        time.sleep(given.wait)  # a search that is under way has asked by the old key
    laid += _lay_over()  # what an act wrote that had read the keys before
    finish_layer(at=timezone.now())
    print(f"\r{laid} lines of lists, places, marks, devices and codes are under the new key.", file=sys.stderr)
    gone = 0
    for gone in remove_former(at=timezone.now()):
        print(f"\r{gone} old entries …", end="", file=sys.stderr, flush=True)
    print(f"\r{gone} entries of old keys are removed. Keep the keys anew: panoh keys keep --to FILE.")
    return 0


def _lay_over() -> int:
    from panoh.registry.actions import lay_over

    done = 0
    for done in lay_over():
        print(f"\r{done} lines and marks …", end="", file=sys.stderr, flush=True)
    return done


def turn_ledger(_given: argparse.Namespace) -> int:
    from django.utils import timezone

    from panoh.registry.actions import turn_ledger_key

    print(f"The ledger is sealed by {turn_ledger_key(at=timezone.now())} from its next line on.")
    print("Keep the keys anew at once (panoh keys keep --to FILE): without them nobody can prove the new lines.")
    print("Then a new anchor (panoh ledger anchor) and a new list of erasures (panoh erasures --to FILE).")
    return 0
