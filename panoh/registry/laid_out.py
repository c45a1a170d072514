"""Rows of a kept wording put together to records, as a query set does it: the records beside them, and those that lead back.

No record is made by way of its constructor, and no manager is asked: for one page both cost more than the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ForeignKey, ManyToOneRel, Model, Prefetch, QuerySet, prefetch_related_objects
from django.db.models.base import ModelState
from django.db.models.sql.compiler import SQLCompiler

from panoh.registry.prepared import Left, Prepared, Row, prepared

AT_ONCE = (4, 20, 101)
"""How many keys a wording has places for."""


@dataclass(frozen=True)
class Keys:
    """What the places of a wording are filled from where nobody asks: by their keys."""

    keys: Sequence[Any] = ()

    def of(self, keys: Sequence[Any]) -> Keys:
        return Keys(keys)


@dataclass(frozen=True)
class Shape:
    """Where in a row the columns of one model stand, and those of the records that it leads to."""

    model: type[Model]
    columns: slice
    names: tuple[str, ...]
    key: int
    keep: Callable[[Any, Any], None]
    keep_back: Callable[[Any, Any], None]
    beside: tuple[Shape, ...]

    def made(self, row: Row) -> Model | None:
        """None where the row leads to none."""
        values = row[self.columns]
        if values[self.key] is None:
            return None
        record = self.model.__new__(self.model)
        known = record.__dict__
        known.update(zip(self.names, values, strict=True))
        known["_state"] = state = ModelState()
        state.adding, state.db = False, DEFAULT_DB_ALIAS
        for each in self.beside:
            other = each.made(row)
            each.keep(record, other)
            if other is not None:
                each.keep_back(other, record)
        return record


@dataclass(frozen=True)
class Records:
    """A wording, and how its rows become records."""

    worded: Prepared
    shape: Shape
    added: tuple[tuple[str, int], ...]
    leading: tuple[Leading, ...]
    others: tuple[str | Prefetch[Any], ...]
    """What Django is left to read."""

    def read(self, asked: Any) -> list[Any]:
        """`asked`: what the places left open are filled from."""
        found = [self._made(row) for row in self.worded.rows(asked)]
        if found:
            for each in self.leading:
                each.attach(found, asked)
            if self.others:
                prefetch_related_objects(found, *self.others)
        return found

    def _made(self, row: Row) -> Any:
        record = self.shape.made(row)
        for name, place in self.added:
            setattr(record, name, row[place])
        return record


@dataclass(frozen=True)
class Leading:
    """Records that lead back to those that were read, or to those that these lead `through` to: what a query set would prefetch
    under `name`."""

    through: tuple[str, ...]
    name: str
    way: ForeignKey[Any, Any]
    rows: QuerySet[Any]
    _worded: dict[int, Records | None] = field(default_factory=dict)

    def attach(self, found: Sequence[Any], asked: Any) -> None:
        for step in self.through:
            found = [beside for each in found if (beside := each._state.fields_cache[step]) is not None]
        of: dict[Any, tuple[Any, list[Any]]] = {each.pk: (each, []) for each in found}
        for some in at_once(list(of)):
            for row in self._records(len(some)).read(asked.of(some)):
                back, rows = of[getattr(row, self.way.attname)]
                self.way.set_cached_value(row, back)
                rows.append(row)
        for each in found:
            kept = each.__dict__.setdefault("_prefetched_objects_cache", {})
            kept[self.name] = self._answered(each, of[each.pk][1])

    def _answered(self, back: Any, rows: list[Any]) -> QuerySet[Any]:
        """As if it had been asked; what is asked of it further is asked of the record's own rows, as a manager has it."""
        answer: Any = QuerySet(self.rows.model)
        answer._result_cache, answer._prefetch_done = rows, True
        answer._deferred_filter = (False, (), {self.way.name: back})
        return answer  # type: ignore[no-any-return]

    def _records(self, places: int) -> Records:
        if places not in self._worded:
            kept_as = self.way.target_field
            self._worded[places] = laid_out(
                self.rows.filter(**{f"{self.way.name}__pk__in": places_for(kept_as, places)})
            )
        worded = self._worded[places]
        assert worded, "there are places, so something can be found"
        return worded


def laid_out(rows: QuerySet[Any]) -> Records | None:
    """None where nothing can ever be found."""
    worded = prepared(rows)
    if worded is None:
        return None
    compiler = worded[1]
    leading, others = _led(rows)
    added = tuple(compiler.annotation_col_map.items())
    return Records(worded[0], _shape(compiler.klass_info, compiler), added, leading, others)


def at_once(keys: Sequence[Any]) -> Iterator[list[Any]]:
    """As many as a wording has places for; places left over repeat the last key."""
    for start in range(0, len(keys), AT_ONCE[-1]):
        some = list(keys[start : start + AT_ONCE[-1]])
        yield [*some, *[some[-1]] * (next(each for each in AT_ONCE if each >= len(some)) - len(some))]


def places_for(kept_as: Any, number: int) -> list[Left]:
    return [_place(place, kept_as) for place in range(number)]


def _place(place: int, kept_as: Any) -> Left:
    return Left(lambda asked: asked.keys[place], kept_as)


def _shape(info: Any, compiler: SQLCompiler) -> Shape:
    assert not info.get("from_parent"), "no model of the house is made of two tables"
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = tuple(each[0].target.attname for each in compiler.select[first:last])
    beside = tuple(_shape(each, compiler) for each in info.get("related_klass_infos", ()))
    keep, back = info.get("local_setter", _nowhere), info.get("remote_setter", _nowhere)
    key = names.index(info["model"]._meta.pk.attname)
    return Shape(info["model"], slice(first, last), names, key, keep, back, beside)


def _nowhere(_record: Any, _other: Any) -> None:
    """A record that is read itself is kept beside none."""


def _led(rows: Any) -> tuple[tuple[Leading, ...], tuple[str | Prefetch[Any], ...]]:
    """What is prefetched, as far as it leads back in one step; the rest is left to Django."""
    leading, others = [], []
    for each in rows._prefetch_related_lookups:
        way, asked = (each.prefetch_to, each.queryset) if isinstance(each, Prefetch) else (each, None)
        *through, name = way.split("__")
        to = _back(rows, through, name)
        if type(to) is ManyToOneRel and not getattr(each, "to_attr", None):
            wanted = to.related_model._default_manager.all() if asked is None else asked
            leading.append(Leading(tuple(through), name, to.field, wanted))
        else:
            others.append(each)
    return tuple(leading), tuple(others)


def _back(rows: Any, through: Sequence[str], name: str) -> Any:
    """What leads back under this name to the records read, or to those that are selected beside them; None where nothing does."""
    model, selected = rows.model, rows.query.select_related
    for step in through:
        if not isinstance(selected, dict) or step not in selected:
            return None
        model, selected = model._meta.get_field(step).related_model, selected[step]
    return next((each for each in model._meta.related_objects if each.get_accessor_name() == name), None)
