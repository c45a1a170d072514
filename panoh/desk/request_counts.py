"""How many requests were answered and how long they took, right for all processes of a server together: each keeps its counts in
a file of its own in one folder, and whoever asks adds them up. A process that ended leaves its file; a new start begins anew."""

from __future__ import annotations

import mmap
import os
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Seconds. A page that takes a quarter of one is slow here."""
_CELLS = len(CLASSES) + len(BOUNDS) + 2  # and how many there were in all, and their seconds
_SIZE = 8 * _CELLS


@dataclass(frozen=True)
class Requests:
    """`by_class` in the order of CLASSES; `within` how many took no longer than each of BOUNDS."""

    by_class: tuple[int, ...]
    within: tuple[int, ...]
    total: int
    seconds: float


class OwnCounts:
    """The counts of this process, in memory that is a file."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(folder / str(os.getpid()), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.ftruncate(descriptor, _SIZE)
            self._memory = mmap.mmap(descriptor, _SIZE)
        finally:
            os.close(descriptor)
        self._one_at_a_time = threading.Lock()

    def add(self, *, status: int, seconds: float) -> None:
        within = [len(CLASSES) + at for at, bound in enumerate(BOUNDS) if seconds <= bound]
        counted = [min(max(status // 100, 1), len(CLASSES)) - 1, *within, _CELLS - 2]
        with self._one_at_a_time:
            for cell in counted:
                self._grow(cell, 1.0)
            self._grow(_CELLS - 1, seconds)

    def _grow(self, cell: int, by: float) -> None:
        [before] = struct.unpack_from("<d", self._memory, 8 * cell)
        struct.pack_into("<d", self._memory, 8 * cell, before + by)


@cache
def own_counts(folder: Path, _process: int) -> OwnCounts:
    """Of this process: one that was forked off another begins its own."""
    return OwnCounts(folder)


def count(folder: Path, *, status: int, seconds: float) -> None:
    own_counts(folder, os.getpid()).add(status=status, seconds=seconds)


def counted(folder: Path) -> Requests:
    """Of all processes since the server was started."""
    summed = [sum(cells) for cells in zip(*_kept(folder), strict=True)] or [0.0] * _CELLS
    whole = [int(each) for each in summed[:-1]]
    classes = len(CLASSES)
    return Requests(tuple(whole[:classes]), tuple(whole[classes : classes + len(BOUNDS)]), whole[-1], summed[-1])


def begin_anew(folder: Path) -> None:
    """Before the processes of a new start are there."""
    for each in folder.glob("*"):
        each.unlink(missing_ok=True)


def _kept(folder: Path) -> Iterator[tuple[float, ...]]:
    for each in folder.glob("*"):
        content = each.read_bytes()
        if len(content) == _SIZE:
            yield struct.unpack(f"<{_CELLS}d", content)
