"""A Parquet file of invented answers to the largest ILO/EC set: 67 indicators in six dimensions, facts and ages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from panoh.instruments.library import screening_instrument

INSTRUMENT = screening_instrument("ilo_ec_adult_labour")
GROUP = 1_000_000
_AGES = pa.array(["adult", "child", "unknown"])


def write_answers(path: Path, people: int) -> Path:
    """One answer in ten is yes, one in five unknown. Every million has a seed of its own, so that nothing repeats."""
    writer = None
    for seed in range(0, people, GROUP):
        table = _table(min(GROUP, people - seed), seed)
        writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table, row_group_size=GROUP // 4)
    if writer:
        writer.close()
    return path


def _table(people: int, seed: int) -> pa.Table:
    random = np.random.default_rng(seed)
    columns = {item.id: _answers(random, people) for item in INSTRUMENT.items}
    columns |= {fact.id: _answers(random, people) for fact in INSTRUMENT.facts}
    ages = random.integers(0, 3, people, np.int8)
    return pa.table({**columns, "age": pa.DictionaryArray.from_arrays(pa.array(ages), _AGES)})


def _answers(random: np.random.Generator, people: int) -> pa.Array:
    chance = random.integers(0, 255, people, np.uint8)
    return pa.array((chance < 26).astype(np.int8), mask=chance >= 204)
