"""One release from beginning to end: read, held to its budget, made, and written as one folder, whole or not at all."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from panoh.exchange.release.account import Standing, account_beside, spend
from panoh.exchange.release.attack import ranges, require_highs
from panoh.exchange.release.describing import Described, describe
from panoh.exchange.release.files import new_folder, write_private, write_safe
from panoh.exchange.release.noise import Purse, epsilon_of, require_opendp, rho_for
from panoh.exchange.release.reading import Microdata, read_microdata
from panoh.exchange.release.refusal import NotReleased
from panoh.instruments.kinds.codebook import Codebook
from panoh.statistics.rules.release.private import PrivateRelease, private_release
from panoh.statistics.rules.release.safe import SafeTables, safe_tables
from panoh.statistics.rules.release.utility import Utility, utility

_MOST_EPSILON = 20.0


@dataclass(frozen=True)
class Asked:
    file: Path
    book: Codebook
    out: Path
    epsilon: float
    delta: float | None = None
    budget: float | None = None
    account: Path | None = None
    safe: bool = True
    private: bool = True
    by: str = ""
    """The column the safe tables are crossed by; nothing: the codebook's."""
    pay: Callable[..., Standing] | None = None
    """Where the budget is kept, if not in a file beside the records."""


@dataclass(frozen=True)
class Made:
    safe: SafeTables | None
    private: PrivateRelease | None
    utility: Utility | None
    cost: float
    """Epsilon as composed, never above what was asked."""
    standing: Standing | None
    notes: tuple[str, ...]


def make_release(asked: Asked, *, at: str, say: Callable[[str], None] = lambda _: None) -> Made:
    """Raises NotReleased. Everything that can be refused is refused before any budget is spent."""
    _hold_to_sense(asked)
    if asked.private:
        require_opendp()
    if asked.safe:
        require_highs()
    by = _crossing(asked)
    with new_folder(asked.out) as folder:
        data = read_microdata(asked.file, asked.book)
        for note in data.notes:
            say(note)
        delta = _delta(asked.delta, data.records.persons) if asked.private else 0.0
        safe = safe_tables(data.records, data.columns, by, ranges) if asked.safe else None
        made = _private(asked, data, delta, at) if asked.private else Made(None, None, None, 0.0, None, ())
        made = Made(safe, made.private, made.utility, made.cost, made.standing, data.notes)
        try:
            _write(folder, asked, made, data, delta, at)
        except OSError as error:
            why = f"{error.filename or asked.out}: {error.strerror}. Nothing was released."
            raise NotReleased(why, paid=asked.private) from None
    return made


def _hold_to_sense(asked: Asked) -> None:
    if not (math.isfinite(asked.epsilon) and asked.epsilon > 0):
        raise NotReleased(
            f"Epsilon must be above 0, not {asked.epsilon:g}: at 0 nothing of the records could be told. From 0.5 to 4 is usual."
        )
    if asked.epsilon > _MOST_EPSILON:
        raise NotReleased(
            f"An epsilon of {asked.epsilon:g} protects nobody. Ask for {_MOST_EPSILON:g} at most; up to 4 is usual."
        )
    if asked.budget is not None and not (math.isfinite(asked.budget) and asked.budget > 0):
        raise NotReleased(f"The budget must be above 0, not {asked.budget:g}.")


def _delta(asked: float | None, persons: int) -> float:
    """The chance that the protection is weaker than epsilon says: by default 1/(n ln n), as others take it. It tells about
    how many records there are, which is taken for public."""
    usual = 1 / (persons * math.log(persons)) if persons > 1 else 0.5
    delta = usual if asked is None else asked
    if not 0 < delta < 1 / max(persons, 2):
        raise NotReleased(
            f"Delta must lie between 0 and 1 in {persons:,} (one over the number of records), not {delta:g}."
        )
    return delta


def _crossing(asked: Asked) -> int:
    names = [column.name for column in asked.book.columns]
    if asked.by and asked.by not in names:
        raise NotReleased(f"The codebook has no column {asked.by!r} to cross by; it has {', '.join(names)}.")
    return names.index(asked.by or asked.book.crossed_by)


def _private(asked: Asked, data: Microdata, delta: float, at: str) -> Made:
    rho = rho_for(asked.epsilon, delta)
    pay = asked.pay or partial(spend, asked.account or account_beside(asked.file))
    standing = pay(at=at, data=data.fingerprint, epsilon=asked.epsilon, delta=delta, budget=asked.budget)
    purse = Purse(rho)
    try:
        found = private_release(data.records, data.columns, rho, purse.noisy, np.random.default_rng())
    except Exception as error:
        raise NotReleased(f"The release failed after its budget was written down: {error!r}", paid=True) from error
    told = utility(found, data.columns)
    return Made(None, found, told, epsilon_of(purse.spent, delta), standing, ())


def _write(folder: Path, asked: Asked, made: Made, data: Microdata, delta: float, at: str) -> None:
    if made.safe:
        write_safe(folder / "safe", made.safe, data.book)
    if made.private:
        write_private(folder / "private", made.private, data.book)
    describe(
        folder,
        Described(data.book, at, asked.epsilon, delta, made.cost, made.safe, made.private, made.utility, made.notes),
    )
