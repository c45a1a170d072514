"""From nothing to a served demonstration: a fresh copy of the code, no environment, pip's cache warm. Only when asked by name."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench.tables import table
from tests.served import HOUSE, free_port

PATIENCE = 600


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="panoh-start-"))
    try:
        copy(folder)
        port = free_port()
        started = time.perf_counter()
        with (folder / "printed.txt").open("wb") as output:
            process = subprocess.Popen(
                ["make", "run", f"ARGS=--port {port}"],
                cwd=folder,
                env={name: value for name, value in os.environ.items() if not name.startswith("PANOH_")},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            ready = reach(f"http://127.0.0.1:{port}/sign-in/", process, started)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
        table(("from nothing to", "seconds"), [("a served demonstration", ready)])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copy(folder: Path) -> None:
    """The files git tracks, as they are now."""
    listed = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        if (HOUSE / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HOUSE / name, folder / name)


def reach(address: str, process: subprocess.Popen[bytes], started: float) -> float:
    while time.perf_counter() - started < PATIENCE and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return time.perf_counter() - started
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("the demonstration was not served; see `make run`")
