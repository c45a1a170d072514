"""`python -m bench.linking_panoh FILE OUT`: what `panoh names link` does, on the file of the bench."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

from panoh.names.linking import link
from panoh.names.linking.reading import read_rows


def main(path: str, out: str) -> None:
    with Path(path).open(encoding="utf-8", newline="") as lines:
        rows = read_rows(lines)
    with Path(out).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows((each.one, each.other, each.bits) for each in link(rows, hands=os.cpu_count() or 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
