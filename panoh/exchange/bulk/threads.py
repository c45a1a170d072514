"""The in-process engine: batches are read ahead and reckoned on every core, and come out in the order of the file."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pyarrow as pa

from panoh.exchange.bulk.screened import Screened


def in_threads(
    screened: Screened, batches: Iterable[pa.RecordBatch], *, workers: int | None = None
) -> Iterator[pa.RecordBatch]:
    """At most two batches for each worker are held at a time, however long the file is."""
    workers = workers or os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[pa.RecordBatch]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(screened, batch))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
