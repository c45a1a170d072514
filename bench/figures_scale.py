"""The full data sheet of figures of persons over case columns, beside plain pandas and the database's own GROUP BY, in one run.

Goals: 1 million cases in at most 1 s, 10 million in at most 5 s, and a case costs no more among many than among few.
`python -m bench figures_scale` takes 1 million; `PANOH_CASES=10000000` before it takes as many as it says. `PANOH_PEERS=none`
leaves the peers out, who need many times the memory and the time.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from bench.case_columns import RECORDS, write_invented
from bench.tables import table
from panoh.exchange.case_columns.engine import Columns, in_process, opened
from panoh.exchange.case_columns.folder import PERSONS, part_folder
from panoh.instruments.statistics import definitions
from panoh.statistics.rules.counting import RULES, Among
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import Number

FEW = 100_000
TIMES = 3
PERIOD = Period(PeriodKind.CALENDAR_YEAR, 2025)
DEFINITIONS = [each for each in definitions() if each.rule in RULES]
Totals = dict[tuple[str, int], dict[str, int]]
"""For each rule and year the persons by category of each dimension, as a peer counts them."""


def main() -> None:
    many = int(os.environ.get("PANOH_CASES", "1000000"))
    with tempfile.TemporaryDirectory() as folder:
        spent: dict[int, float] = {}
        for cases in sorted({FEW, many}):
            at = Path(folder) / str(cases)
            write_invented(at, cases)
            spent[cases], found = _fastest(lambda at=at: _ours(opened(at)))
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows = [("Panoh, columns", spent[many], spent[many] / many * 1e6, 1.0)]
        for name, peer in PEERS if os.environ.get("PANOH_PEERS", "all") == "all" else ():
            seconds, totals = peer(opened(Path(folder) / str(many)))
            _hold(totals, found)
            rows.append((name, seconds, seconds / many * 1e6, seconds / spent[many]))
    print(f"{many:,} cases; the sheet of {PERIOD.year} beside {PERIOD.year - 1}; load {os.getloadavg()[0]:.1f}")
    table(("by", "seconds", "µs a case", "× ours"), rows)
    print(f"{used:.0f} MB at most, the writing of the invented columns included")
    print(f"a case costs {spent[many] / many / (spent[FEW] / FEW):.2f} times what it costs among {FEW:,}")


def _fastest(act: Callable[[], tuple[Figure, ...]]) -> tuple[float, tuple[Figure, ...]]:
    best, found = float("inf"), ()
    for _ in range(TIMES):
        started = time.perf_counter()
        found = act()
        best = min(best, time.perf_counter() - started)
    return best, found


def _ours(columns: Columns) -> tuple[Figure, ...]:
    """From the folder to the finished figures, with every breakdown."""
    return columns.figures(DEFINITIONS, (PERIOD, PERIOD.before), in_process())


def _pandas(columns: Columns) -> tuple[float, Totals]:
    """As it is usually written: read, sort, the first of each person, merge, group; the file is read inside the time."""
    started = time.perf_counter()
    frames = {kind: _frame(columns, kind) for kind in (PERSONS, *RECORDS)}
    looks = pd.DataFrame(columns.contents.looks, columns=["sex", "born_from", "born_to", "doubt", "nationality"])
    persons = frames[PERSONS].merge(looks, left_on="look", right_index=True).set_index("person")
    presumed = frames["presumed"].groupby("person").day.min()
    found: Totals = {}
    for period in (PERIOD, PERIOD.before):
        for name, rule in RULES.items():
            rows = frames[rule.record]
            rows = rows[rows.day <= pd.Timestamp(period.last)]
            if rule.after:
                rows = rows[rows.person.map(presumed).le(pd.Timestamp(period.last))]
            rows = _competing(rows, rule.among, period, columns)
            first = rows.sort_values(["person", "day"], kind="stable").drop_duplicates("person")
            first = first[first.day >= pd.Timestamp(period.first)] if rule.among is Among.EVER else first
            found[name, period.year] = _grouped(first.join(persons, on="person"), period)
    return time.perf_counter() - started, found


def _frame(columns: Columns, kind: str) -> pd.DataFrame:
    parts, before = [], 0
    for number, size in enumerate(columns.contents.parts):
        part = pd.read_parquet(part_folder(columns.folder, number) / f"{kind}.parquet")
        part["person"] = part.index + before if kind == PERSONS else part.person + before
        parts.append(part)
        before += size
    frame = pd.concat(parts, ignore_index=True)
    for column in {"day", "until"} & set(frame.columns):
        frame[column] = pd.to_datetime(frame[column])
    return frame


def _competing(rows: pd.DataFrame, among: Among, period: Period, columns: Columns) -> pd.DataFrame:
    first = pd.Timestamp(period.first)
    if among is Among.PERIOD:
        return rows[rows.day >= first]
    if among is Among.NIGHTS:
        return rows[rows.until.fillna(pd.Timestamp(columns.contents.day)) > rows.day.clip(lower=first)]
    return rows


def _grouped(rows: pd.DataFrame, period: Period) -> dict[str, int]:
    rows = rows.assign(age=period.year - (rows.born_from + rows.born_to) // 2)
    rows.loc[rows.doubt.astype(bool), "age"] = float("nan")
    rows = rows.assign(
        band=pd.cut(rows.age, [-9999, 8, 17, 23, 30, 47, 9999], labels=range(6)), own=rows.nationality == "TJ"
    )
    grouped = rows.groupby(["sex", "band", "own", "form", "region"], dropna=False, observed=True).size()
    return {**grouped.groupby("sex").sum().to_dict(), "": int(grouped.sum())}


def _sqlite(columns: Columns) -> tuple[float, Totals]:
    """The query the live pages send, over tables with the index they have; filling them is not in the time."""
    base = sqlite3.connect(":memory:")
    for kind in (PERSONS, *RECORDS):
        frame = _frame(columns, kind)
        if kind == PERSONS:
            looks = pd.DataFrame(
                columns.contents.looks, columns=["sex", "born_from", "born_to", "doubt", "nationality"]
            )
            frame = frame.merge(looks, left_on="look", right_index=True).drop(columns="look")
        for column in {"day", "until"} & set(frame.columns):
            frame[column] = frame[column].dt.strftime("%Y-%m-%d")
        frame.to_sql(kind, base, index=True, index_label="id", chunksize=100_000)
        base.execute(f"CREATE INDEX person_of_{kind} ON {kind} (person)")
        base.execute(f"CREATE UNIQUE INDEX id_of_{kind} ON {kind} (id)")
    started, found = time.perf_counter(), {}
    for period in (PERIOD, PERIOD.before):
        for name in RULES:
            found[name, period.year] = _by_query(base, name, period, columns)
    return time.perf_counter() - started, found


def _by_query(base: sqlite3.Connection, name: str, period: Period, columns: Columns) -> dict[str, int]:
    rule, first, last = RULES[name], period.first.isoformat(), period.last.isoformat()
    where, counted = [f"day <= '{last}'"], "1"
    if rule.after:
        where.append(f"person IN (SELECT person FROM {rule.after} WHERE day <= '{last}')")
    if rule.among is Among.PERIOD:
        where.append(f"day >= '{first}'")
    elif rule.among is Among.EVER:
        counted = f"day >= '{first}'"
    else:
        where.append(f"coalesce(until, '{columns.contents.on}') > max(day, '{first}')")
    rows = base.execute(
        f"SELECT sex, count(*) FROM (SELECT r.*, row_number() OVER (PARTITION BY person ORDER BY day, id) nth "
        f"FROM {rule.record} r WHERE {' AND '.join(where)}) f JOIN {PERSONS} p ON p.person = f.person "
        f"WHERE nth = 1 AND {counted} GROUP BY form, sex, born_from, born_to, doubt, nationality, region"
    )
    found: dict[str, int] = {"": 0}
    for sex, persons in rows:
        found[sex] = found.get(sex, 0) + persons
        found[""] += persons
    return found


def _hold(totals: Totals, found: tuple[Figure, ...]) -> None:
    """Whoever is measured beside us must have counted the same."""
    rules = {each.id: each.rule for each in DEFINITIONS}
    for figure in found:
        peer = totals[rules[figure.definition], figure.period.year]
        by_sex = figure.breakdown("sex")
        assert by_sex is not None
        mine = {part.key: part.value.count for part in by_sex.parts if isinstance(part.value, Number)}
        assert isinstance(figure.value, Number)
        assert {**mine, "": figure.value.count} == {key: count for key, count in peer.items() if count}, (
            figure.definition
        )


PEERS = (("pandas", _pandas), ("GROUP BY (SQLite)", _sqlite))
