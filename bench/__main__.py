"""`python -m bench [NAME …]`: the bars one asks for, or all but the long ones. Each prints a table of its own."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

LONG = {
    "abroad",
    "calls",
    "finding",
    "keeping",
    "opening",
    "start",
    "linking",
    "names_quality",
    "release",
    "exporting",
    "cases_large",
    "columns_large",
    "columns_spark",
}  # only when asked
SUPPORT = {
    "__init__",
    "__main__",
    "answers",
    "case_columns",
    "cases",
    "fill",
    "fill_mixture",
    "fill_people",
    "fill_roster",
    "fill_sealed",
    "jsonlogic",
    "linking_nomenklatura",
    "linking_panoh",
    "linking_splink",
    "mixture",
    "persons",
    "reading",
    "spellings",
    "spellings_abroad",
    "tables",
    "visitor",
}
BARS = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in SUPPORT)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="bench", description="Measures Panoh. Without a name: every bar but the long ones."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BARS))
    names = parser.parse_args().names or [name for name in BARS if name not in LONG]
    unknown = sorted(set(names) - set(BARS))
    if unknown:
        print(f"bench: there is no bar called {', '.join(unknown)}; there are {', '.join(BARS)}.", file=sys.stderr)
        return 2
    for name in names:
        bar = import_module(f"bench.{name}")
        print(f"\n{name}: {(bar.__doc__ or '').splitlines()[0]}", flush=True)
        bar.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
