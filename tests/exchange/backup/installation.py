"""A whole installation of its own, worked on by the real commands in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.served import HOUSE, fresh_database


@dataclass(frozen=True)
class House:
    """A data folder and a database. `panoh` and `module` run in a process of their own, as the server's operator would."""

    data: Path
    environment: dict[str, str]

    def panoh(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return self.module("panoh", *arguments)

    def module(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", *map(str, arguments)]
        return subprocess.run(
            command, cwd=HOUSE, env=self.environment, capture_output=True, text=True, timeout=300, check=False
        )

    def begin(self, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", *map(str, arguments)]
        return subprocess.Popen(
            command, cwd=HOUSE, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )


@contextmanager
def house(data: Path, *, migrated: bool = False) -> Iterator[House]:
    """An empty installation in this folder, with a database of its own where the tests run on PostgreSQL; `migrated`: with
    its tables, else without."""
    environment = os.environ | {"PANOH_DATA": str(data), "PYTHONUNBUFFERED": "1"}
    with fresh_database(environment, migrated=migrated):
        yield House(data, environment)
