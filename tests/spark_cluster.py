"""A real standalone Spark cluster on loopback: one master and workers of one core each, in folders of their own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_STARTS = 180.0
SHORT_LIVED = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""These machines live for seconds: what a long life would repay, compiling to the last and collecting beside, they do not
begin. The workers hand it on to their executors."""


@dataclass(frozen=True)
class Cluster:
    master: str
    folders: tuple[Path, ...]
    """The work folder of each worker."""

    def tasks_done(self) -> list[int]:
        """How many tasks each worker's executors finished, by their own logs."""
        logs = [[log.read_text(encoding="utf-8", errors="replace") for log in each.glob("app-*/*/stderr")]
                for each in self.folders]  # fmt: skip
        return [sum(len(re.findall(r"Finished task", log)) for log in of_one) for of_one in logs]


@contextmanager
def cluster(folder: Path, *, workers: int = 2, memory: str = "1g") -> Iterator[Cluster]:
    port, page = free_port(), free_port()
    folders = tuple(folder / f"worker-{number}" for number in range(workers))
    running: list[subprocess.Popen[bytes]] = []
    try:
        running.append(_start(folder / "master", "master.Master", "--port", str(port), "--webui-port", str(page)))
        master = f"spark://127.0.0.1:{port}"
        _wait_for(folder / "master" / "log", "I have been elected leader", running)
        for each in folders:
            of_worker = ("--cores", "1", "--memory", memory, "--webui-port", str(free_port()), "--work-dir", str(each))
            running.append(_start(each, "worker.Worker", *of_worker, master))
        for each in folders:
            _wait_for(each / "log", "Successfully registered with master", running)
        yield Cluster(master, folders)
    finally:
        for process in reversed(running):
            _stop(process)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _start(folder: Path, what: str, *arguments: str) -> subprocess.Popen[bytes]:
    import pyspark

    home = Path(pyspark.__file__).parent
    folder.mkdir(parents=True)
    environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(folder),
                   "PYSPARK_PYTHON": sys.executable, "SPARK_NO_DAEMONIZE": "1", **SHORT_LIVED}  # fmt: skip
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}", "--host", "127.0.0.1", *arguments]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder, start_new_session=True)


def _wait_for(log: Path, words: str, running: list[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + _STARTS
    while words not in log.read_text(encoding="utf-8", errors="replace"):
        if time.monotonic() > until or any(process.poll() is not None for process in running):
            raise TimeoutError(f"Spark did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
        time.sleep(0.1)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """The process and its executors, which are its own session."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(10)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
    process.wait(10)
