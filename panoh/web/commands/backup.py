"""`panoh backup` copies the whole installation into one locked file while it runs; `panoh restore` puts it back."""

from __future__ import annotations

import argparse
from pathlib import Path

from panoh.web.commands import complain, with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser("backup", help="copy all records into one locked file, while everybody works")
    backup.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where the copy is put")
    backup.set_defaults(run=run)
    restore = commands.add_parser("restore", help="put a copy into an empty installation and prove it")
    restore.add_argument("file", type=Path, help="the copy")
    restore.add_argument("--key", type=Path, required=True, help="the private recovery key")
    restore.set_defaults(run=restore_copy)


def run(given: argparse.Namespace) -> int:
    with_records()
    from django.utils import timezone

    from panoh.exchange.backup.copying import make_copy
    from panoh.exchange.backup.faults import CannotKeep

    try:
        kept = make_copy(folder=given.to, at=timezone.now())
    except CannotKeep as fault:
        return complain(str(fault))
    print(f"{kept.file}: everything up to line {kept.line} of the ledger, locked for the recovery keys.")
    print("It holds no keys. Keep those apart: panoh keys keep --to FILE.")
    return 0


def restore_copy(given: argparse.Namespace) -> int:
    with_records()
    from panoh.exchange.backup.copying import put_back
    from panoh.exchange.backup.faults import CannotKeep

    try:
        done = put_back(file=given.file, key=given.key)
    except CannotKeep as fault:
        return complain(str(fault))
    print(
        f"Put back as it stood on {done.note.made_at}: {done.note.line} lines of the ledger, made by Panoh {done.note.panoh}."
    )
    if not done.whole:
        print(f"The ledger does not hold: {done.proof.fault or f'it ends at line {done.proof.lines}'}.")
        print("Either the copy was altered, or the keys in this data folder are not the ones it was sealed with.")
        return 1
    print("The ledger is whole. Start it with: panoh serve")
    return 0
