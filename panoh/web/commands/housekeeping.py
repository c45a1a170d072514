"""`panoh housekeeping`: run every hour by a timer. Throws away ended sessions and lists past their day, writes the list of
erasures, keeps in view what stands out among readings, and says how many closed cases wait for people to decide about their
names. It signs where the ledger stands, and decides nothing
itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from panoh.web.commands import complain, on_record


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("housekeeping", help="throw away what has ended; run every hour by a timer")
    parser.add_argument(
        "--erasures", type=Path, metavar="FILE", help="write the list of erasures too, over the one before"
    )
    parser.add_argument(
        "--anchors", type=Path, metavar="FOLDER", help="keep where the ledger stands there too, signed, line by line"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    on_record()
    from django.utils import timezone

    from panoh.exchange.housekeeping import sweep

    done = sweep(at=timezone.now())
    print(f"Thrown away: {done.sessions} ended sessions, {done.lists} lists past their day.")
    if done.emptied:
        print(f"Emptied: {done.emptied} records of lists and penalties whose person nothing names any more.")
    if done.narrowed:
        print(f"Narrowed to the permit they were asked for: {done.narrowed} cases shown by an earlier release.")
    print(
        f"Waiting for people: names of {done.over} closed cases and lists beyond their time, {done.asked} erasures to sign."
    )
    print(f"Waiting for the data-protection officer: {done.unusual} readings that stood out.")
    faults = list(_kept(given, at=timezone.now()))
    return complain(f"not everything was kept: {'; '.join(faults)}") if faults else 0


def _kept(given: argparse.Namespace, *, at: datetime) -> Iterator[str]:
    """What was not kept. The list of erasures first, and each by itself: a share that is away holds up nothing but itself."""
    from panoh.exchange.backup.erasures import write_erasures
    from panoh.exchange.backup.faults import CannotKeep
    from panoh.registry.kept_anchors import broken_off_in, here, keep_anchor

    if given.erasures:
        try:
            write_erasures(given.erasures, at=at)
        except (CannotKeep, OSError) as fault:
            yield str(fault)
    for folder in filter(None, (here(), given.anchors)):
        try:
            keep_anchor(folder, at=at)
            half = broken_off_in(folder)
        except (OSError, ValueError) as fault:
            yield f"{folder}: {fault}"
        else:
            if half:
                print(f"Passed over in {folder}: {half} anchors that broke off while they were written.")
