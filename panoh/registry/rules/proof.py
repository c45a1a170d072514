"""What a proof about a procedure is: a promise, and every place where it is broken with the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from panoh.instruments.kinds.procedure import Procedure, Step
from panoh.instruments.kinds.source import Words
from panoh.registry.rules.paths import Path, paths


@dataclass(frozen=True)
class Breach:
    """One place where a promise is broken: the way there (state codes, and in words) and what is wrong, in a sentence."""

    path: Path
    sentence: Words
    way: Words = field(default=Words(""))
    """Filled in by the proof; nothing where there is no way to speak of."""


@dataclass(frozen=True)
class Proof:
    """One promise held against one procedure. `breaches` is empty exactly when it holds."""

    key: str
    promise: Words
    breaches: tuple[Breach, ...]

    @property
    def holds(self) -> bool:
        return not self.breaches

    @property
    def counter_example(self) -> Path:
        return self.breaches[0].path if self.breaches else ()


Search = Callable[[Procedure], Iterator[Breach]]


def prove(key: str, promise: Words, search: Search, procedure: Procedure) -> Proof:
    found = (replace(breach, way=_way(procedure, breach.path)) for breach in search(procedure))
    return Proof(key, promise, tuple(found))


def _way(procedure: Procedure, path: Path) -> Words:
    """One state alone is no way."""
    states = [titled(procedure, code) for code in path] if len(path) > 1 else []
    return Words(*(" → ".join(each.in_language(language) for each in states) for language in ("en", "ru", "tg")))


def way_to(procedure: Procedure, state: str) -> Path:
    """The shortest way to a state, or the state alone where there is none."""
    return paths(procedure).get(state, (state,))


_CODED = Words("{code} ({name})")


def titled(procedure: Procedure, code: str) -> Words:
    """A state as it is called in a sentence: S07 (Preliminary decision: not shown)."""
    return _CODED.fill(code=code, name=procedure.state(code).name)


def called(step: Step) -> Words:
    """A step as it is called in a sentence: T08 (Find no reasonable grounds)."""
    return _CODED.fill(code=step.id, name=step.name)


def role_name(procedure: Procedure, key: str) -> Words:
    """A role by its name; one that is not among the roles by what stands in the file."""
    return next((role.name for role in procedure.roles if role.key == key), Words(key or "–"))
