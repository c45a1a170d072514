"""A process of its own that acts until it is killed: it says what it begins, and what it has acknowledged."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from django.db import connection, connections

from panoh.registry.models import LedgerHead
from tests.proof.stories import drawn, tries, turned
from tests.proof.world import Records, World, founded

LONG = 400
A_FEW_MILLISECONDS = 0.012


@dataclass(frozen=True)
class Acknowledged:
    """How the records and the ledger stood when the last act was acknowledged, and what was begun after it."""

    seq: int
    seal: str
    records: str
    now: datetime
    acts: int
    begun: str


def acts_until_killed(seed: int, *, at: datetime, dice: Random) -> Acknowledged:
    """Fork, let it act, kill it in the middle of some act, and read what it had acknowledged until then."""
    standing = _stands(founded(at=at), at, acts=0)
    _let_go_of_the_database()
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        _act(seed, at=at, pipe=writes)
    os.close(writes)
    with os.fdopen(reads) as said:
        lines = _read_until_killed(said, child, dice)
    os.waitpid(child, 0)
    _wait_for_the_database()
    return _last(lines, standing)


def _act(seed: int, *, at: datetime, pipe: int) -> None:
    """In the child. It never returns: what it acknowledged stands on the pipe."""
    try:
        world = founded(at=at)
        for move in drawn(seed, moves=LONG):
            turn = turned(world, move)
            if turn is not None:
                _say(pipe, begins=turn[0])
                tries(world, *turn)
                _say(pipe, **vars(_stands(world, world.now, acts=1)))
    except BaseException as failure:  # whatever it is, the parent is told and the child ends here
        _say(pipe, failed=repr(failure))
    os._exit(0)


def _stands(world: World, now: datetime, *, acts: int) -> Acknowledged:
    head = LedgerHead.objects.get(pk=1)
    return Acknowledged(head.seq, head.seal, Records.taken().digest(), now, acts, "")


def _say(pipe: int, **what: object) -> None:
    os.write(pipe, json.dumps(what, default=str).encode() + b"\n")


def _read_until_killed(said: Iterator[str], child: int, dice: Random) -> list[dict[str, str]]:
    """Killed a few milliseconds after it said that it begins some act; what it said meanwhile is read to the end."""
    lines, acts = [], dice.randrange(1, 9)
    for line in said:
        lines.append(json.loads(line))
        acts -= "begins" in lines[-1]
        if acts == 0:
            time.sleep(dice.uniform(0, A_FEW_MILLISECONDS))
            os.kill(child, signal.SIGKILL)
            acts = -1
    return lines


def _last(lines: list[dict[str, str]], standing: Acknowledged) -> Acknowledged:
    failed = [line["failed"] for line in lines if "failed" in line]
    assert not failed, failed[0]
    done = [line for line in lines if "seq" in line]
    begun = lines[-1].get("begins", "") if lines else ""
    if not done:
        return Acknowledged(standing.seq, standing.seal, standing.records, standing.now, 0, begun)
    last = done[-1]
    now = datetime.fromisoformat(last["now"])
    return Acknowledged(int(last["seq"]), last["seal"], last["records"], now, len(done), begun)


def _let_go_of_the_database() -> None:
    """Also of the connections that PostgreSQL's pool keeps: parent and child on one socket would read each other's rows."""
    connections.close_all()
    close_pool = getattr(connection, "close_pool", None)
    if close_pool is not None:
        close_pool()


def _wait_for_the_database() -> None:
    """PostgreSQL may still be ending what the killed process had sent."""
    if connection.vendor != "postgresql":
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND state <> 'idle'"
    )
    for _ in range(2000):
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.005)
    raise AssertionError("the killed process still holds the database")
