"""The `panoh` command. Exit status: 0 done, 1 not as it should be (the output says what), 2 the call or its input is wrong."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from panoh import __version__
from panoh.web.log_lines import as_asked, crashes_as_lines

COMMANDS = (
    "panoh.web.commands.serve",
    "panoh.web.commands.demo",
    "panoh.web.commands.procedure",
    "panoh.web.commands.instruments",
    "panoh.web.commands.screen",
    "panoh.web.commands.release",
    "panoh.web.commands.figures",
    "panoh.web.commands.tiers",
    "panoh.web.commands.offences",
    "panoh.web.commands.digest",
    "panoh.web.commands.ledger",
    "panoh.web.commands.backup",
    "panoh.web.commands.keys",
    "panoh.web.commands.housekeeping",
    "panoh.web.commands.index",
    "panoh.web.commands.messages",
    "panoh.web.commands.reference",
    "panoh.web.commands.manage",
    "panoh.names.commands",
    "panoh.narratives.commands",
)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="panoh", description="A National Referral Mechanism in software. Start with: panoh demo --serve"
    )
    parser.add_argument("--version", action="version", version=f"panoh {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        import_module(module).add_parser(commands)
    given = parser.parse_args(arguments)
    if arguments is None:  # called by its name, not by a test
        crashes_as_lines(as_asked())
    try:
        return int(given.run(given))
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print("Stopped. Nothing half-done was kept.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
