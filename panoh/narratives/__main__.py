"""Runs `panoh read` on its own: python -m panoh.narratives read FILE."""

from __future__ import annotations

import argparse
import sys

from panoh.narratives.commands import add_parser


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m panoh.narratives")
    add_parser(parser.add_subparsers(required=True))
    args = parser.parse_args()
    status: int = args.run(args)
    return status


if __name__ == "__main__":
    sys.exit(main())
