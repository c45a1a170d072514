"""The budget of one data set: a file beside it, in which every release stands before its noise is drawn.

Costs add up (epsilon to epsilon, delta to delta), so whatever is released together costs no more than the sum. Lines are
chained by their hashes; a line that was changed or taken out is noticed.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from panoh.exchange.release.refusal import NotReleased

_HAIR = 1e-9


@dataclass(frozen=True)
class Spending:
    """One line."""

    at: str
    data: str
    """The fingerprint of the records."""
    epsilon: float
    delta: float
    budget: float
    """What may be spent in all; the first line settles it."""
    before: str = ""
    """The hash of the line before."""

    @property
    def hash(self) -> str:
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Standing:
    budget: float
    spent: float
    releases: int

    @property
    def left(self) -> float:
        return max(0.0, self.budget - self.spent)

    def with_one_more(self, epsilon: float) -> Standing:
        return Standing(self.budget, self.spent + epsilon, self.releases + 1)


def account_beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.budget.jsonl")


def spend(account: Path, *, at: str, data: str, epsilon: float, delta: float, budget: float | None) -> Standing:
    """Writes the spending down for good, or raises NotReleased. Two at once wait for each other."""
    with _locked(account) as file:
        lines = _read(file, account)
        standing = allowed(lines, epsilon, budget, account.name)
        line = Spending(at, data, epsilon, delta, standing.budget, lines[-1].hash if lines else "")
        file.seek(0, os.SEEK_END)
        file.write((json.dumps({**asdict(line), "hash": line.hash}, sort_keys=True) + "\n").encode())
        file.flush()
        os.fsync(file.fileno())
    return standing.with_one_more(epsilon)


def allowed(lines: Sequence[Spending], epsilon: float, budget: float | None, kept_in: str) -> Standing:
    """How the budget stands before this spending. Raises NotReleased where it would be overspent."""
    standing = _standing(lines, epsilon, budget)
    if standing.spent + epsilon > standing.budget + _HAIR:
        raise NotReleased(
            f"The budget of these records is spent: {standing.spent:g} of {standing.budget:g} in {standing.releases} "
            f"release(s), and epsilon {epsilon:g} more was asked. At most {standing.left:g} is left. Use what was released "
            f"before; it can be copied and reworked freely. ({kept_in})"
        )
    return standing


def _standing(lines: Sequence[Spending], epsilon: float, budget: float | None) -> Standing:
    settled = lines[0].budget if lines else (budget if budget is not None else epsilon)
    if lines and budget is not None and budget > settled + _HAIR:
        raise NotReleased(
            f"The budget of these records was settled at {settled:g} by their first release and cannot be raised to "
            f"{budget:g}: what is out cannot be called back."
        )
    return Standing(
        min(settled, budget) if budget is not None else settled, sum(line.epsilon for line in lines), len(lines)
    )


@contextmanager
def _locked(account: Path) -> Iterator[BinaryIO]:
    descriptor = os.open(account, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _read(file: BinaryIO, account: Path) -> list[Spending]:
    lines: list[Spending] = []
    for number, text in enumerate(file.read().splitlines(), start=1):
        try:
            value = json.loads(text)
            stated = value.pop("hash")
            line = Spending(**value)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise _broken(account, number) from None
        if line.hash != stated or line.before != (lines[-1].hash if lines else ""):
            raise _broken(account, number)
        lines.append(line)
    return lines


def _broken(account: Path, number: int) -> NotReleased:
    return NotReleased(
        f"{account.name}, line {number}: the account of the budget was changed or is damaged. Nothing is released until it is "
        "put back as it was: how much is left cannot be known otherwise."
    )
