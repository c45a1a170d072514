"""Ways through a procedure: which states can be reached, by which shortest path, by whom."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from panoh.instruments.kinds.procedure import ChildRule, ForWhom, Procedure, Step

Serves = Callable[[Step], bool]
Path = tuple[str, ...]


def everyone(step: Step) -> bool:
    return bool(step.id)


def serves_child(step: Step) -> bool:
    """Whether a child (or someone whose age is in doubt) can be taken through this step."""
    return step.for_whom is not ForWhom.ADULT and step.child is not ChildRule.UNAVAILABLE


def paths(procedure: Procedure, serves: Serves = everyone) -> dict[str, Path]:
    """The shortest path from a start to every state that can be reached, by state code.

    Coming back from a pause is left out: it leads where the case stood before, never to somewhere new.
    """
    starts = [state.code for state in procedure.states if state.kind == "start"]
    found: dict[str, Path] = {code: (code,) for code in starts}
    waiting = deque(starts)
    while waiting:
        here = waiting.popleft()
        for after in _next(procedure, here, serves):
            if after not in found:
                found[after] = (*found[here], after)
                waiting.append(after)
    return found


def _next(procedure: Procedure, state: str, serves: Serves) -> Iterator[str]:
    for step in procedure.steps:
        if state in step.from_states and not step.resumes and serves(step):
            yield from step.to
