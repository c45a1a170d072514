"""The real product as a process of its own, for the browser tests and the benchmarks: own data folder, database and port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.migrated import HOUSE, migrated_database, migrated_file

PATIENCE = 300  # seconds until a start counts as failed; with all migrations, on a machine that does other things


@dataclass(frozen=True)
class Served:
    """One running installation. `printed` is everything it wrote: its greeting, its log."""

    address: str
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def printed(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def run(self, *arguments: str, patience: int = 600) -> str:
        """Run a module beside the server, on the same data. Returns what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=HOUSE,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
        if done.returncode:
            raise AssertionError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout


@contextmanager
def served(*command: str, migrated: bool = True, **settings: str) -> Iterator[Served]:
    """Start `panoh serve` (or another command) on a free port, wait until it answers, and end it afterwards.

    Its tables are there already, unless the start from nothing is what somebody wants to see.
    """
    folder = Path(tempfile.mkdtemp(prefix="panoh-served-"))
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = (
        os.environ | {"PANOH_DATA": str(folder), "PYTHONUNBUFFERED": "1", "PANOH_PAGES_COUNTED": "no"} | settings
    )
    with fresh_database(environment, migrated=migrated):
        output = folder / "printed.txt"
        with output.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", "panoh", *(command or ("serve",)), "--port", str(port)],
                cwd=HOUSE,
                env=environment,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        made = Served(address, environment, process, output)
        try:
            wait_until_it_answers(made)
            yield made
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def fresh_database(environment: dict[str, str], *, migrated: bool) -> Iterator[None]:
    """On PostgreSQL a database of its own inside the server PANOH_DATABASE names; on SQLite a file in the data folder."""
    server = environment.get("PANOH_DATABASE")
    if not server:
        if migrated:
            shutil.copyfile(migrated_file(), Path(environment["PANOH_DATA"]) / "panoh.sqlite3")
        yield
        return
    name, template = f"served_{os.urandom(4).hex()}", migrated_database(server) if migrated else "template1"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    environment["PANOH_DATABASE"] = urlsplit(server)._replace(path=f"/{name}").geturl()
    try:
        yield
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def wait_until_it_answers(server: Served) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{server.address}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise AssertionError(f"Panoh did not start:\n{server.printed}")
