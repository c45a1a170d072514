"""What a proof about a procedure is: a promise, and every place where it is broken with the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from panoh.instruments.kinds.procedure import Procedure
from panoh.registry.rules.paths import Path, paths


@dataclass(frozen=True)
class Breach:
    """One place where a promise is broken: the way there (state codes) and what is wrong, in a sentence."""

    path: Path
    sentence: str


@dataclass(frozen=True)
class Proof:
    """One promise held against one procedure. `breaches` is empty exactly when it holds."""

    key: str
    promise: str
    breaches: tuple[Breach, ...]

    @property
    def holds(self) -> bool:
        return not self.breaches

    @property
    def counter_example(self) -> Path:
        return self.breaches[0].path if self.breaches else ()


Search = Callable[[Procedure], Iterator[Breach]]


def prove(key: str, promise: str, search: Search, procedure: Procedure) -> Proof:
    return Proof(key, promise, tuple(search(procedure)))


def way_to(procedure: Procedure, state: str) -> Path:
    """The shortest way to a state, or the state alone where there is none."""
    return paths(procedure).get(state, (state,))


def titled(procedure: Procedure, code: str) -> str:
    """A state as it is called in a sentence: S07 (Preliminary decision: not shown)."""
    return f"{code} ({procedure.state(code).name.en})"
