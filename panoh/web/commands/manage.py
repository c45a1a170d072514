"""`panoh manage …`: Django's own commands (migrate, makemigrations, shell), for developers and operators."""

from __future__ import annotations

import argparse

from panoh.web.commands import with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("manage", help="Django's own commands (migrate, shell, …)", add_help=False)
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    with_records()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["panoh manage", *given.arguments])
    return 0
