"""`panoh housekeeping`: run every hour by a timer. Throws away ended sessions and lists past their day, writes the list of
erasures, keeps in view what stands out among readings, and says how many closed cases wait for people to decide about their
names. It decides nothing itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from panoh.web.commands import complain, with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("housekeeping", help="throw away what has ended; run every hour by a timer")
    parser.add_argument(
        "--erasures", type=Path, metavar="FILE", help="write the list of erasures too, over the one before"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    with_records()
    from django.utils import timezone

    from panoh.exchange.backup.erasures import write_erasures
    from panoh.exchange.backup.faults import CannotKeep
    from panoh.exchange.housekeeping import sweep

    done = sweep(at=timezone.now())
    print(f"Thrown away: {done.sessions} ended sessions, {done.lists} lists past their day.")
    print(
        f"Waiting for people: names of {done.over} closed cases and lists beyond their time, {done.asked} erasures to sign."
    )
    print(f"Waiting for the data-protection officer: {done.unusual} readings that stood out.")
    if given.erasures:
        try:
            write_erasures(given.erasures, at=timezone.now())
        except CannotKeep as fault:
            return complain(str(fault))
    return 0
