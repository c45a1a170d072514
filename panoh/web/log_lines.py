"""How a line of the server's log is written: one line for one event, for a machine as JSON, for a console as text."""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict
from types import TracebackType

from panoh.web.log_facts import asked, troubles, words


class InUniversalTime(logging.Formatter):
    """`2026-11-16T07:00:00Z WARNING panoh.door …`. What a visitor sent cannot begin a line of its own. Where something failed
    its type follows, and where it happened, without its words."""

    converter = time.gmtime  # type: ignore[assignment]  # built in, so it never becomes a method
    default_time_format = "%Y-%m-%dT%H:%M:%SZ"
    default_msec_format = None

    def format(self, record: logging.LogRecord) -> str:
        about = " ".join(f"{name}={each}" for name, each in asked(record).items())
        said = words(record).replace("\r", "\\r").replace("\n", "\\n")
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {said}{about and f' ({about})'}"
        return "\n".join([line, *self._failed(record)])

    def _failed(self, record: logging.LogRecord) -> list[str]:
        lines = []
        for each in troubles(record.exc_info[1] if record.exc_info else None):
            lines += [f"  {each.type} {each.code}".rstrip(), *(f"    {frame}" for frame in each.frames)]
        return lines


class AsJson(InUniversalTime):
    """One object a line: `time`, `level`, `logger`, `message`; of a request `method`, `page`, `status`, `officer`; of an error
    `errors`, the first cause first, each with `type`, `code` and `frames`."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": words(record),
            **asked(record),
        }
        failed = troubles(record.exc_info[1] if record.exc_info else None)
        return json.dumps(told | ({"errors": [asdict(each) for each in failed]} if failed else {}))


def as_asked() -> logging.Formatter:
    """PANOH_LOG=json or plain; without it text on a console, and JSON wherever a machine keeps the lines."""
    wanted = os.environ.get("PANOH_LOG", "") or ("plain" if sys.stderr.isatty() else "json")
    return InUniversalTime() if wanted == "plain" else AsJson()


class ToTheLog(logging.StreamHandler):  # type: ignore[type-arg]  # standard error, whatever that is
    """Standard error. A line that cannot be written is said to be lost; Python would print all that was to stand in it. No act
    fails because its line could not be written."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        with suppress(OSError, ValueError):  # whoever closed the log hears nothing more from it
            sys.stderr.write(f"panoh: a line of {record.name} could not be written\n")


def crashes_as_lines(formatter: logging.Formatter) -> None:
    """Also what nobody caught, in a command or a thread, is told without its words."""
    log = ToTheLog()
    log.setFormatter(formatter)

    def crashed(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        said = (kind, error, trace) if error else None
        log.emit(logging.LogRecord("panoh.crash", logging.CRITICAL, "", 0, "stopped by an error", None, said))

    sys.excepthook = crashed
    threading.excepthook = lambda given: crashed(given.exc_type, given.exc_value, given.exc_traceback)
