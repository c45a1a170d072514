"""`panoh ledger verify` proves that no line was altered, removed, added or swapped; `anchor` signs where it stands."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from panoh.web.commands import complain, on_record

TOLD = 5
"""Faults told one by one: where lines were cut off, every anchor of after them says so."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("ledger", help="prove that the ledger was not altered; sign where it stands")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    verify = acts.add_parser("verify", help="walk the whole chain; exit 1 names the first line that does not fit")
    verify.add_argument(
        "--anchors",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="anchors kept elsewhere: a file, or a folder of them",
    )
    verify.set_defaults(run=run)
    anchor = acts.add_parser("anchor", help="one signed line to print or keep where the server's owner cannot reach")
    anchor.set_defaults(run=sign)


def run(given: argparse.Namespace) -> int:
    on_record()
    from panoh.registry import ledger
    from panoh.registry.anchors import fault_of
    from panoh.registry.kept_anchors import anchors_in, broken_off_in, here, kept_in

    try:
        anchors = [anchor for place in given.anchors for anchor in anchors_in(place)]
        own = kept_in(here())
        half = sum(map(broken_off_in, (here(), *given.anchors)))
    except (OSError, ValueError) as error:
        return complain(f"the anchors cannot be read: {error}")
    if half:
        print(f"Passed over among the anchors: {half} lines that broke off while they were written.")
    proof = ledger.verify(hands=os.cpu_count() or 1)
    faults = [proof.fault] if not proof.whole else []
    faults += dict.fromkeys(filter(None, map(fault_of, sorted([*anchors, *own], key=lambda each: each.line))))
    if not faults:
        print(f"The ledger is whole: {proof.lines} lines.")
        print(_proved_by(len(anchors), [f"line {each.line} on {each.at}" for each in own]))
        return 0
    for fault in faults[:TOLD]:
        print(f"The ledger does not hold: {fault}. Lines before it are whole ({proof.lines}).")
    if len(faults) > TOLD:
        print(f"{len(faults) - TOLD} more anchors do not hold either.")
    print("Keep the database as it is, take a copy, and tell the data-protection officer.")
    return 1


def _proved_by(given: int, own: list[str]) -> str:
    """How much that proves: what lies on one machine can be taken away together."""
    said = [f"All {given} anchors given hold."] if given else []
    if own:
        said += [f"All {len(own)} anchors kept in this data folder hold (the newest: {own[-1]})."]
    if not given:
        weak = (
            "It lies on this machine"
            if own
            else "Nothing but the database's own end mark says that no line is missing at the end"
        )
        said += [
            f"{weak}: whoever owns the machine can change both. Anchors sent elsewhere prove more: --anchors FILE."
        ]
    return " ".join(said)


def sign(given: argparse.Namespace) -> int:
    on_record()
    from django.utils import timezone

    from panoh.registry.anchors import drop_anchor

    print(drop_anchor(at=timezone.now()).text())
    return 0
