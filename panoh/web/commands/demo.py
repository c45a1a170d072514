"""`panoh demo`: a living demonstration country with invented people, in a data folder of its own."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from panoh.web.commands import complain, with_records
from panoh.web.commands.serve import add_address, bring_up_to_date, serve


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("demo", help="make a demonstration country (invented people), and serve it")
    parser.add_argument("--serve", action="store_true", help="serve it afterwards")
    parser.add_argument("--people", type=int, default=None, help="how many invented people (default: 260)")
    parser.add_argument("--seed", type=int, default=None, help="another seed gives other people")
    add_address(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    from panoh.web import configuration

    os.environ.setdefault("PANOH_DATA", str(configuration.HOME / "data" / "demo"))
    Path(os.environ["PANOH_DATA"]).mkdir(parents=True, exist_ok=True, mode=0o700)
    with_records()
    bring_up_to_date()
    from panoh.registry.models import Installation

    there = Installation.objects.first()
    if there is not None and there.kind != Installation.Kind.DEMO:
        return complain(
            "this database is in use as a real installation; a demonstration needs a data folder of its own."
        )
    if there is None:
        _build(given)
    return serve(given) if given.serve else 0


def _build(given: argparse.Namespace) -> None:
    from django.utils import timezone

    from panoh.demo.build import PEOPLE, SEED, build
    from panoh.registry import ledger

    begun, steps = time.monotonic(), 0

    def show() -> None:
        nonlocal steps
        steps += 1
        if sys.stderr.isatty() and steps % 25 == 0:
            print(f"\r  {steps} things have happened …", end="", file=sys.stderr, flush=True)

    print("Inventing a country: agencies, officers, shelters, and people who do not exist …", flush=True)
    seed = SEED if given.seed is None else given.seed
    build(at=timezone.now(), people=PEOPLE if given.people is None else given.people, seed=seed, on_step=show)
    proof = ledger.verify()
    print(f"Ready after {time.monotonic() - begun:.0f} s: {proof.lines} lines in the ledger.")
