"""`panoh ledger verify`: proves that no line of the ledger was altered, removed, added or swapped."""

from __future__ import annotations

import argparse

from panoh.web.commands import with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("ledger", help="prove that the ledger was not altered")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    verify = acts.add_parser("verify", help="walk the whole chain; exit 1 names the first line that does not fit")
    verify.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    with_records()
    from panoh.registry import ledger

    proof = ledger.verify()
    if proof.whole:
        print(f"The ledger is whole: {proof.lines} lines.")
        return 0
    print(f"The ledger does not hold: {proof.fault}. Lines before it are whole ({proof.lines}).")
    print("Keep the database as it is, take a copy, and tell the data-protection officer.")
    return 1
