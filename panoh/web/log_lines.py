"""How a line of the server's log is written: the moment in universal time first, and one line for one event."""

from __future__ import annotations

import logging
import time


class InUniversalTime(logging.Formatter):
    """`2026-11-16T07:00:00Z WARNING panoh.door …`. What a visitor sent cannot begin a line of its own."""

    converter = time.gmtime  # type: ignore[assignment]  # built in, so it never becomes a method

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")
