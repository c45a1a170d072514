"""`panoh index`: makes the blind index by which people are found anew; to be run once after an upgrade that says so."""

from __future__ import annotations

import argparse
import sys

from panoh.web.commands import on_record


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("index", help="make the blind index of everybody on record anew, after an upgrade")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    on_record()
    from django.utils import timezone

    from panoh.registry.actions import index_people

    done = 0
    for done in index_people(at=timezone.now()):
        print(f"\r{done} people …", end="", file=sys.stderr, flush=True)
    print(f"\rThe index is of today for {done} people; each part stands in the ledger.", file=sys.stderr)
    return 0
