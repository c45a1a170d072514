"""`panoh ledger verify` proves that no line was altered, removed, added or swapped; `anchor` signs where it stands."""

from __future__ import annotations

import argparse
from pathlib import Path

from panoh.web.commands import complain, with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("ledger", help="prove that the ledger was not altered; sign where it stands")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    verify = acts.add_parser("verify", help="walk the whole chain; exit 1 names the first line that does not fit")
    verify.add_argument(
        "--anchors", type=Path, action="append", default=[], metavar="FILE", help="anchors kept elsewhere, one a line"
    )
    verify.set_defaults(run=run)
    anchor = acts.add_parser("anchor", help="one signed line to print or keep where the server's owner cannot reach")
    anchor.set_defaults(run=sign)


def run(given: argparse.Namespace) -> int:
    with_records()
    from panoh.registry import ledger
    from panoh.registry.anchors import fault_of, read_anchors

    try:
        anchors = [anchor for file in given.anchors for anchor in read_anchors(file.read_text(encoding="utf-8"))]
    except (OSError, ValueError) as error:
        return complain(f"the anchors cannot be read: {error}")
    proof = ledger.verify()
    faults = [proof.fault] if not proof.whole else []
    faults += filter(None, map(fault_of, anchors))
    if not faults:
        print(f"The ledger is whole: {proof.lines} lines." + (f" All {len(anchors)} anchors hold." if anchors else ""))
        return 0
    for fault in faults:
        print(f"The ledger does not hold: {fault}. Lines before it are whole ({proof.lines}).")
    print("Keep the database as it is, take a copy, and tell the data-protection officer.")
    return 1


def sign(given: argparse.Namespace) -> int:
    with_records()
    from django.utils import timezone

    from panoh.registry.anchors import drop_anchor

    print(drop_anchor(at=timezone.now()).text())
    return 0
