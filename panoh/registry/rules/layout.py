"""Where each state of a procedure stands in its drawing: columns by distance from the start, rows by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from panoh.instruments.kinds.procedure import Means, Procedure, State, Step
from panoh.registry.rules.paths import paths

WIDTH, HEIGHT = 184, 76
COLUMN_GAP, ROW_GAP = 84, 42
MARGIN = 24
TOP = 76

# From top to bottom in a column: the way through stands above the ways out.
ROWS = (
    Means.CONTACT,
    Means.PROTECTION,
    Means.PENDING,
    Means.POSITIVE,
    Means.SUPPORT,
    Means.RETURN,
    Means.REVIEW,
    Means.NEGATIVE,
    Means.CLOSED,
    Means.OWN_CHOICE,
    Means.PAUSE,
)


@dataclass(frozen=True)
class Box:
    state: State
    column: int
    row: int

    @property
    def x(self) -> int:
        return MARGIN + self.column * (WIDTH + COLUMN_GAP)

    @property
    def y(self) -> int:
        return TOP + self.row * (HEIGHT + ROW_GAP)


@dataclass(frozen=True)
class Arrow:
    """All steps that lead from one box to another."""

    start: Box
    end: Box
    steps: tuple[Step, ...]


def boxes(procedure: Procedure) -> dict[str, Box]:
    """A box for every state; what cannot be reached stands in the first column, and ends stand in the last."""
    columns = {state.code: _column(procedure, state) for state in procedure.states}
    last = max(columns.values())
    placed: dict[str, Box] = {}
    for column in range(last + 1):
        here = [s for s in procedure.states if (last if s.kind == "end" else columns[s.code]) == column]
        for row, state in enumerate(sorted(here, key=lambda state: ROWS.index(state.means))):
            placed[state.code] = Box(state, column, row)
    return placed


def arrows(procedure: Procedure) -> tuple[Arrow, ...]:
    """Arrows between near boxes. Steps that start in many states, or lead far back, stand in the list below instead."""
    placed = boxes(procedure)
    joined: dict[tuple[str, str], list[Step]] = {}
    for step in procedure.steps:
        if not listed_below(step, placed):
            for pair in _pairs(step):
                joined.setdefault(pair, []).append(step)
    return tuple(Arrow(placed[start], placed[end], tuple(steps)) for (start, end), steps in joined.items())


def listed_below(step: Step, placed: dict[str, Box]) -> bool:
    """Whether an arrow for this step would cross half the drawing."""
    many = len(step.from_states) > 3 or len(step.to) > 3
    far = any(abs(placed[end].column - placed[start].column) > 2 for start, end in _pairs(step))
    back = any(placed[end].column - placed[start].column < -1 for start, end in _pairs(step))
    return not step.stays and (many or far or back)


def _column(procedure: Procedure, state: State) -> int:
    return len(paths(procedure).get(state.code, (state.code,))) - 1


def _pairs(step: Step) -> Iterator[tuple[str, str]]:
    for start in step.from_states:
        for end in step.to:
            if start != end:
                yield start, end
