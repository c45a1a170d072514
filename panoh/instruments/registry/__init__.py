"""What the registry watches for: which reading of people's names is put before the data-protection officer."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from panoh.instruments import library
from panoh.instruments.kinds.reading import ReadingWatch, watch_from
from panoh.instruments.kinds.source_file import hold_to_sources
from panoh.instruments.reader import read

NAME = "unusual_reading.yaml"


@lru_cache
def reading_watch() -> ReadingWatch:
    """The kinds of unusual reading with their numbers; all of them provisional."""
    built = watch_from(read(Path(__file__).parent / NAME, schema="unusual_reading"))
    hold_to_sources((built,), library.sources(), name=NAME)
    return built
