"""Where an item of an answer file stands: counted, to be written, to be checked, checked, or a gap; and what a gap means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from panoh.assessment.rules.answers.counts import Cell, Count, known
from panoh.assessment.rules.answers.said import Kind, Said
from panoh.instruments.kinds.questionnaire import ItemAsked
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.comparison import Change, compare
from panoh.statistics.rules.values import counted

WRITTEN = "written"
"""The number a person wrote, beside the counts by their sources, where a file is held against the one before."""


class State(StrEnum):
    COUNTED = "counted"
    OPEN = "open"
    TO_CHECK = "to_check"
    CHECKED = "checked"


STATES: Mapping[State, Words] = {
    State.COUNTED: Words("counted from records", "посчитано по записям", "аз сабтҳо ҳисоб шуд"),
    State.OPEN: Words("not answered yet", "ответа ещё нет", "ҳанӯз ҷавоб нест"),
    State.TO_CHECK: Words("waits for a check", "ждёт проверки", "санҷишро интизор аст"),
    State.CHECKED: Words("checked", "проверено", "санҷида шуд"),
}


@dataclass(frozen=True)
class Line:
    """One item with its answer. `counts` as they may leave the house. `said_by`, `checked_by`: posts, never names.
    `before`: what the approved file of the report before says, by source."""

    id: str
    asks: Words
    mode: str
    basis: tuple[Words, ...]
    presumed: bool
    written: bool
    unit: Words | None
    owner: Words
    counts: tuple[Count, ...] = ()
    said: Said | None = None
    said_by: Words | None = None
    checked_by: Words | None = None
    before: Mapping[str, Cell] = field(default_factory=dict)

    def answered(self, said: Said, *, by: Words, checked_by: Words | None) -> Line:
        return replace(self, said=said, said_by=by, checked_by=checked_by)

    @property
    def group(self) -> str:
        return self.id[0]

    @property
    def state(self) -> State:
        if self.said is not None:
            return State.CHECKED if self.checked_by else State.TO_CHECK
        return State.OPEN if self.written else State.COUNTED

    @property
    def state_words(self) -> Words:
        return STATES[self.state]

    @property
    def gap(self) -> Words | None:
        """Why there is nothing to show, or None where there is."""
        if self.said is not None and self.said.kind is not Kind.NOT_AVAILABLE:
            return None
        if self.said is not None:
            return Words(self.said.because)
        if self.state is State.OPEN:
            return _UNCOMPLETED if self.partly else _UNANSWERED
        return _NOT_COUNTED if self.counts and all(each.missing for each in self.counts) else None

    @property
    def partly(self) -> bool:
        """Whether records say something for it, whatever a person still has to add."""
        return any(not each.missing for each in self.counts)

    @property
    def presumed_not_done(self) -> bool:
        """Only where there are no data at all: what is counted in part was done, or counted as none."""
        return self.presumed and self.gap is not None and not self.partly

    @property
    def changes(self) -> tuple[tuple[Words, Cell, Change], ...]:
        """Each count, and the number written, beside that of the file before: what it was, and the difference."""
        found = [(each.name, each.source, known(each.value)) for each in self.counts]
        if self.said is not None and self.said.number is not None:
            found.append((self.unit or self.asks, WRITTEN, counted(self.said.number)))
        told = []
        for name, source, value in found:
            then = self.before.get(source)
            past = None if then is None else known(then)
            if value is not None and then is not None and past is not None:
                told.append((name, then, compare(value, past)))
        return tuple(told)


def line_of(item: ItemAsked, owner: Words, counts: Sequence[Count], before: Mapping[str, Cell]) -> Line:
    """The item before anybody wrote something."""
    return Line(
        id=item.id,
        asks=item.asks,
        mode=item.mode.value,
        basis=tuple(each.name for each in item.basis),
        presumed=item.presumed,
        written=item.written,
        unit=item.unit,
        owner=owner,
        counts=tuple(counts),
        before=before,
    )


_UNANSWERED = Words("nobody answered it", "никто не ответил", "ҳеҷ кас ҷавоб надод")
_UNCOMPLETED = Words(
    "counted in part; nobody completed it",
    "посчитано частично; никто не дополнил",
    "қисман ҳисоб шуд; касе пурра накард",
)
_NOT_COUNTED = Words(
    "nothing can be counted for the period", "за период ничего нельзя посчитать", "барои давра ҳеҷ чиз ҳисоб намешавад"
)
