"""From an Arrow column to planes of yes and no. Whatever cannot be read is an error with its column and row, never a no."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from panoh.screening.rules.answers import WRITTEN, AgeGroup, Answer
from panoh.screening.rules.columns.planes import Plane, everybody, flags_of, nobody, plane_in, plane_of

AGE = "age"
"""The column with the age at the time of the act: adult, child, unknown, or doubtful."""
DOUBTFUL = "doubtful"
"""The papers leave open whether the person is a child: as unknown, and among the children in the queue (promise 3)."""
AGES: dict[str, str] = {
    "adult": AgeGroup.ADULT, "взрослый": AgeGroup.ADULT, "взрослая": AgeGroup.ADULT, "калонсол": AgeGroup.ADULT,
    "child": AgeGroup.CHILD, "ребенок": AgeGroup.CHILD, "ребёнок": AgeGroup.CHILD, "кӯдак": AgeGroup.CHILD,
    "unknown": AgeGroup.UNKNOWN, "?": AgeGroup.UNKNOWN, "неизвестно": AgeGroup.UNKNOWN, "номаълум": AgeGroup.UNKNOWN,
    DOUBTFUL: DOUBTFUL, "сомнительно": DOUBTFUL, "шубҳаовар": DOUBTFUL,
}  # fmt: skip


class UnknownAnswer(ValueError):
    """A value that is no answer. `row` counts from 0 in the batch; the whole file's row is known to whoever reads it."""

    def __init__(self, column: str, row: int, written: str) -> None:
        super().__init__(column, row, written)
        self.column, self.row, self.written = column, row, written


class UnusableColumn(ValueError):
    """A column of a kind that holds no answers, such as dates or fractions."""

    def __init__(self, column: str, kind: str) -> None:
        super().__init__(column, kind)
        self.column, self.kind = column, kind


@dataclass(frozen=True, slots=True)
class Answers:
    """Who answered yes and who no; everybody else is unknown."""

    yes: Plane
    no: Plane


def answers_in(column: pa.Array[Any], *, name: str) -> Answers:
    """Whole numbers (1 yes, 0 no, -1 unknown), true and false, or words; what is missing is unknown."""
    people, kind = len(column), column.type
    if pa.types.is_null(kind) or not people:
        return Answers(nobody(people), nobody(people))
    if pa.types.is_boolean(kind):
        known, yes = _known(column), plane_in(_data(column), column.offset, people)
        return Answers(yes & known, ~yes & known)
    if pa.types.is_integer(kind):
        return _numbers(column, name)
    planes = _words(column, name, WRITTEN.get)
    return Answers(planes.get(Answer.YES, nobody(people)), planes.get(Answer.NO, nobody(people)))


def ages_in(column: pa.Array[Any]) -> tuple[Plane, Plane]:
    """Who is an adult for certain, and who is a child or may be one by the papers. Of everybody else nothing is known."""
    people = len(column)
    if pa.types.is_null(column.type) or not people:
        return nobody(people), nobody(people)
    planes = _words(column, AGE, AGES.get)
    none = nobody(people)
    return planes.get(AgeGroup.ADULT, none), planes.get(AgeGroup.CHILD, none) | planes.get(DOUBTFUL, none)


def _known(column: pa.Array[Any]) -> Plane:
    """Who has a value at all. What lies under a missing value is chance and must not be read."""
    bitmap = column.buffers()[0]
    return everybody(len(column)) if bitmap is None else plane_in(bitmap, column.offset, len(column))


def _numbers(column: pa.Array[Any], name: str) -> Answers:
    values = _values(column)
    known = _known(column)
    if values.min() >= 0 and values.max() <= 1:
        yes = plane_of(values.astype(np.int8, copy=False))
        return Answers(yes & known, ~yes & known)
    yes, no, unknown = (plane_of(values == number) for number in (1, 0, -1))
    _refuse(column, name, known & ~(yes | no | unknown))
    return Answers(yes & known, no & known)


def _values(column: pa.Array[Any]) -> npt.NDArray[Any]:
    kind: np.dtype[Any] = np.dtype(column.type.to_pandas_dtype())
    start = column.offset * kind.itemsize
    values: npt.NDArray[Any] = np.frombuffer(memoryview(_data(column)), kind, count=len(column), offset=start)
    return values


def _data(column: pa.Array[Any]) -> pa.Buffer:
    buffer = column.buffers()[1]
    assert buffer is not None
    return buffer


def _words(column: pa.Array[Any], name: str, meaning: Callable[[str], str | None]) -> Mapping[str, Plane]:
    """The plane of each meaning. A word nobody uses may stand in the dictionary; one that somebody uses must be known."""
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise UnusableColumn(name, str(column.type))
    coded = column if isinstance(column, pa.DictionaryArray) else _coded(column)
    places, known = _values(coded.indices), _known(coded.indices)
    planes: dict[str, Plane] = {}
    read = nobody(len(column))
    for place, word in enumerate(coded.dictionary.to_pylist()):
        found = _meaning(word, meaning)
        if found is not None:
            plane = plane_of(places == place) & known
            planes[found] = planes[found] | plane if found in planes else plane
            read = read | plane
    _refuse(column, name, known & ~read)
    return planes


def _coded(column: pa.Array[Any]) -> pa.DictionaryArray[Any, Any]:
    return column.cast(pa.large_string()).dictionary_encode()


def _meaning(word: str | None, meaning: Callable[[str], str | None]) -> str | None:
    written = " ".join((word or "").split()).casefold()
    return meaning(written) if written.strip("-") else Answer.UNKNOWN


def _refuse(column: pa.Array[Any], name: str, plane: Plane) -> None:
    if plane.any() and (wrong := flags_of(plane, len(column))).any():
        row = int(wrong.argmax())
        raise UnknownAnswer(name, row, str(column[row].as_py()))
