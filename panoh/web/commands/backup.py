"""`panoh backup` copies the whole installation into one locked file while it runs; `panoh restore` puts it back."""

from __future__ import annotations

import argparse
from pathlib import Path

from panoh.web.commands import complain, on_record, with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser("backup", help="copy all records into one locked file, while everybody works")
    backup.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where the copy is put")
    backup.set_defaults(run=run)
    restore = commands.add_parser("restore", help="put a copy into an empty installation and prove it")
    restore.add_argument("file", type=Path, help="the copy")
    restore.add_argument("--key", type=Path, required=True, help="the private recovery key")
    known = restore.add_mutually_exclusive_group(required=True)
    known.add_argument(
        "--erasures",
        type=Path,
        metavar="LIST",
        help="the newest list of erasures: what was erased since is erased again",
    )
    known.add_argument(
        "--without-erasures",
        action="store_true",
        help="there is no list: names erased after the copy was made come back with it",
    )
    restore.set_defaults(run=restore_copy)
    erasures = commands.add_parser("erasures", help="write what was erased to a list kept apart from the copies")
    erasures.add_argument("--to", type=Path, required=True, metavar="FILE", help="written over the list before")
    erasures.set_defaults(run=list_erasures)


def run(given: argparse.Namespace) -> int:
    on_record()
    from django.utils import timezone

    from panoh.exchange.backup.copying import make_copy
    from panoh.exchange.backup.faults import CannotKeep

    try:
        kept = make_copy(folder=given.to, at=timezone.now())
    except CannotKeep as fault:
        return complain(str(fault))
    print(f"{kept.file}: everything up to line {kept.line} of the ledger, locked for the recovery keys.")
    print(f"{kept.file.with_suffix('.anchor').name} beside it says so, signed: send one of the two elsewhere.")
    print("It holds no keys. Keep those apart: panoh keys keep --to FILE.")
    return 0


def restore_copy(given: argparse.Namespace) -> int:
    with_records()
    from django.utils import timezone

    from panoh.desk.readiness import what_lacks
    from panoh.exchange.backup.copying import put_back
    from panoh.exchange.backup.faults import CannotKeep

    try:
        done = put_back(file=given.file, key=given.key, erasures=given.erasures, at=timezone.now())
    except CannotKeep as fault:
        return complain(str(fault))
    print(
        f"Put back as it stood on {done.note.made_at}: {done.note.line} lines of the ledger, made by Panoh {done.note.panoh}."
    )
    if not done.whole:
        print(f"The ledger does not hold: {done.proof.fault or f'it ends at line {done.proof.lines}'}.")
        print("Either the copy was altered, or the keys in this data folder are not the ones it was sealed with.")
        return 1
    if done.aside:
        print(f"The anchors this data folder kept speak of the ledger before, and were set aside: {done.aside}.")
    if done.erased is None:
        print("Warning: no list of erasures was given. Names erased after that moment are back in these records:")
        print("have the data-protection officer erase them again before anybody works here.")
    else:
        print(f"Erased again since: {done.erased.cases} cases, {done.erased.records} records.")
    if (
        lacks := what_lacks()
    ):  # the ledger has a key of its own: it holds, though a master key taken out since opens no record
        print(f"The ledger is whole, but {lacks}. Take the keys that were kept before the copy was made.")
        return 1
    print("The ledger is whole. Start it with: panoh serve")
    return 0


def list_erasures(given: argparse.Namespace) -> int:
    on_record()
    from django.utils import timezone

    from panoh.exchange.backup.erasures import write_erasures
    from panoh.exchange.backup.faults import CannotKeep

    try:
        found = write_erasures(given.to, at=timezone.now())
    except CannotKeep as fault:
        return complain(str(fault))
    print(f"{given.to}: {len(found.cases)} cases forgotten up to line {found.line} of the ledger. It names nobody.")
    print("Keep it apart from the server and the copies; a copy is put back with the newest one.")
    return 0
