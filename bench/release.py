"""A public release of the 193,025 CTDC records: speed and utility beside pac-synth, the tool of their publisher, in one run.

The records are not part of Panoh; without them (shared/data/ctdc beside this repository) it says so and measures nothing.
Each tool runs in a process of its own, one after the other. Utility is measured as pac-synth does (its evaluator's proportional
error by length, resolution 10) and for both tools alike: over all combinations with at least ten persons and all that were
made up or printed, the proportional error; one that is missing, or of nobody real, counts 1. The columns: `error` is that
measure; `>= 10` only real combinations of ten and more; `all` every real one; `invented` the share of printed ones that nobody
real has; `missing` the share of real ones of ten and more that are not there. Holding a release against the records is for a
bench, never for what is published.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.tables import table

RECORDS = "shared/data/ctdc/ctdc_global_synthetic_20210825.csv.gz"
EPSILONS = (4.0, 1.0)
TOOLS = ("panoh", "pac-synth")
HEADINGS = ("epsilon", "what", "size", "error", ">= 10", "all", "invented", "missing", "printed")
LEAST = 10


def main() -> None:
    path = next((each / RECORDS for each in Path(__file__).resolve().parents if (each / RECORDS).exists()), None)
    if path is None:
        print(f"the CTDC records are not at hand ({RECORDS} beside this repository): nothing was measured")
        return
    tools = [tool for tool in TOOLS if tool in os.environ.get("RELEASE_TOOLS", ",".join(TOOLS)).split(",")]
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    speeds: list[tuple[object, ...]] = []
    errors: list[tuple[object, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for epsilon in EPSILONS:
            for tool in tools:
                told = _run(tool, epsilon, path, Path(folder))
                speeds.append((epsilon, tool, told["seconds"], told["cpu"], told["memory"]))
                errors += _errors(epsilon, tool, path, Path(folder))
    table(("epsilon", "tool", "seconds", "CPU seconds", "MB"), speeds)
    print(flush=True)
    table(HEADINGS, errors)


def _run(tool: str, epsilon: float, path: Path, folder: Path) -> dict[str, float]:
    given = [sys.executable, "-m", "bench.release", tool, str(epsilon), str(path), str(folder)]
    told: dict[str, float] = json.loads(subprocess.check_output(given, text=True).splitlines()[-1])
    print(f"{tool} at epsilon {epsilon:g}: {told['seconds']:.1f} s", file=sys.stderr, flush=True)
    return told


def _errors(epsilon: float, tool: str, path: Path, folder: Path) -> list[tuple[object, ...]]:
    from panoh.statistics.rules.release.combinations import SIZES, counted

    rows = []
    out = folder / f"{tool}-{epsilon:g}"
    real = _read(path)
    invented = _read(out / "private/records.csv") if tool == "panoh" else _read(out / "records.csv")
    for size in SIZES:
        rows.append((epsilon, f"{tool} records", size, *judged(counted(real, size), counted(invented, size))))
        rows.append((epsilon, f"{tool} tables", size, *judged(counted(real, size), _table(out, size))))
    return rows


def judged(real, found):
    """`found` against `real`, both (cells, persons)."""
    keys = np.union1d(real[0].keys, found[0].keys)
    true, told = np.zeros(len(keys)), np.zeros(len(keys))
    true[np.searchsorted(keys, real[0].keys)] = real[1]
    told[np.searchsorted(keys, found[0].keys)] = found[1]
    error = np.where(true > 0, np.abs(told - true) / np.maximum(true, 1), 1.0)
    many, there = true >= LEAST, told > 0
    means = (error[many | there].mean(), error[many].mean(), error[true > 0].mean())
    invented = (there & (true == 0)).sum() / max(1, there.sum())
    missing = (many & ~there).sum() / many.sum()
    return (*(f"{each:.3f}" for each in (*means, invented, missing)), int(there.sum()))


def _read(path: Path):
    from panoh.exchange.release.reading import read_microdata
    from panoh.instruments.statistics import ctdc_codebook

    return read_microdata(path, ctdc_codebook()).records


def _table(out: Path, size: int):
    """The printed counts of a tool, as combinations of the codebook's numbers."""
    import csv

    from panoh.instruments.statistics import ctdc_codebook
    from panoh.statistics.rules.release.combinations import Cells

    book = ctdc_codebook()
    names = [(column.name, value) for column in book.columns for value in column.values]
    number = {each: place for place, each in enumerate(names)}
    found: dict[int, int] = {}
    file = out / ("private/counts.csv" if out.name.startswith("panoh") else "counts.csv")
    with file.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            values = [(row[f"column_{place}"], row[f"value_{place}"]) for place in (1, 2, 3) if row[f"column_{place}"]]
            if len(values) == size:
                key = 0
                for value in sorted(number[each] for each in values):
                    key = key * len(names) + value
                found[key] = int(row["persons"])
    keys = np.array(sorted(found), np.int64)
    return Cells(size, len(names), keys), np.array([found[int(key)] for key in keys])


def panoh(epsilon: float, path: Path, out: Path) -> None:
    """The private part from file to folder, as the command does it; pac-synth makes no safe tables."""
    from panoh.exchange.release.making import Asked, make_release
    from panoh.instruments.statistics import ctdc_codebook

    account = out.with_name(f"{out.name}.account")
    asked = Asked(path, ctdc_codebook(), out, epsilon, account=account, safe=False)
    make_release(asked, at="2026-01-01T00:00:00+00:00")


def pac_synth(epsilon: float, path: Path, out: Path) -> None:
    """With its defaults up to triples, as its publisher's tool runs: fitted, sampled, and its noisy counts written."""
    import csv

    from pacsynth import Dataset, DpAggregateSeededParametersBuilder, DpAggregateSeededSynthesizer

    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        rows = list(csv.reader(text))
    parameters = DpAggregateSeededParametersBuilder().reporting_length(3).epsilon(epsilon).build()
    tool = DpAggregateSeededSynthesizer(parameters)
    tool.fit(Dataset(rows))
    records = tool.sample()
    out.mkdir()
    with (out / "records.csv").open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows(records)
    with (out / "counts.csv").open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow([f"{what}_{place}" for place in (1, 2, 3) for what in ("column", "value")] + ["persons"])
        for key, count in tool.get_dp_aggregates(";").items():
            parts = [cell for each in key.split(";") for cell in each.split(":", 1)]
            writer.writerow([*parts, *[""] * (6 - len(parts)), count])


def alone(tool: str, epsilon: str, path: str, folder: str) -> None:
    """One tool, timed in this process."""
    import resource

    out = Path(folder) / f"{tool}-{float(epsilon):g}"
    started = time.perf_counter()
    {"panoh": panoh, "pac-synth": pac_synth}[tool](float(epsilon), Path(path), out)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"seconds": seconds, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}))


if __name__ == "__main__":
    alone(*sys.argv[1:])
