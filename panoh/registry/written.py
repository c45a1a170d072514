"""Records written in words that are kept: to word them anew costs many times what the database needs to take them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from django.db import connections, models
from django.db.models import Field, Model
from django.db.models.sql.compiler import SQLInsertCompiler
from django.db.models.sql.subqueries import InsertQuery, UpdateQuery

from panoh.registry.prepared import Given, Left, Prepared, sent

Fields = tuple["Field[Any, Any]", ...]


class Written(models.Model):
    """A record acts write at every turn. Created, saved and changed as any other; these are Django's own steps of `save`."""

    class Meta:
        abstract = True

    def _do_insert(
        self, manager: Any, using: str, fields: Sequence[Any], returning_fields: Sequence[Any], raw: bool
    ) -> list[Any]:
        values = [getattr(self, each.attname) if raw else each.pre_save(self, True) for each in fields]
        if any(hasattr(value, "resolve_expression") for value in values):
            return list(super()._do_insert(manager, using, fields, returning_fields, raw))  # type: ignore[misc]  # not in the stubs
        worded = _insertion(type(self), tuple(fields), tuple(returning_fields), 1, connections[using].vendor)
        with sent(worded, values, connections[using], binary=False) as cursor:
            return [cursor.fetchone()] if returning_fields else []

    def _do_update(  # type: ignore[override]  # the stubs know the next Django, whose step returns rows
        self, base_qs: Any, using: str, pk_val: Any, values: Any, *how: Any
    ) -> bool:
        if not values or any(hasattr(value, "resolve_expression") for _, _, value in values):
            return bool(super()._do_update(base_qs, using, pk_val, values, *how))
        worded = _change(type(self), tuple(field for field, _, _ in values), connections[using].vendor)
        with sent(worded, [*(value for _, _, value in values), pk_val], connections[using], binary=False) as cursor:
            return bool(cursor.rowcount > 0)


def write_all(records: Sequence[Model]) -> None:
    """New records of one model in one statement: what `bulk_create` does, in words that are kept. A key the database gives is not
    read back."""
    if not records:
        return
    model, connection = type(records[0]), connections["default"]
    fields = _all_but_given(model)
    values = [each.pre_save(record, True) for record in records for each in fields]
    sent(_insertion(model, fields, (), len(records), connection.vendor), values, connection, binary=False).close()


def change(record: Model, *names: str) -> None:
    """These columns of a record whose row is locked, in words that are kept. Whether it is there is not asked again."""
    connection, fields = connections["default"], tuple(record._meta.get_field(each) for each in names)
    values = [*(getattr(record, each) for each in names), record.pk]
    sent(_change(type(record), cast(Fields, fields), connection.vendor), values, connection, binary=False).close()


@cache
def _all_but_given(model: type[Model]) -> Fields:
    """Its columns, but for a key the database gives."""
    return tuple(each for each in model._meta.concrete_fields if not isinstance(each, models.AutoField))


class Column(Left):
    """One of the values sent, as the field saves it."""

    def __init__(self, place: int, field: Field[Any, Any]) -> None:
        super().__init__(lambda values: values[place], field)

    def sent(self, value: Any, connection: Any) -> Any:
        return self.output_field.get_db_prep_save(value, connection)


@cache
def _insertion(model: type[Model], fields: Fields, returning: Fields, records: int, vendor: str) -> Prepared:
    connection = _of(vendor)
    query = InsertQuery(model)
    query.insert_values(fields, [_places(model, fields, each * len(fields)) for each in range(records)], raw=True)
    compiler = cast(SQLInsertCompiler, query.get_compiler(connection=connection))
    compiler.returning_fields = returning or None
    [(sql, given)] = compiler.as_sql()
    return _kept(sql, given)


def _places(model: type[Model], fields: Fields, first: int) -> Model:
    """A record with a place left open for each value, the first of them as many places on."""
    record = model.__new__(model)
    record.__dict__.update({each.attname: Column(place, each) for place, each in enumerate(fields, first)})
    return record


@cache
def _change(model: type[Model], fields: Fields, vendor: str) -> Prepared:
    key = Column(len(fields), model._meta.pk)
    query = cast(UpdateQuery, model._base_manager.filter(pk=key).query.chain(UpdateQuery))
    columns: list[Any] = [(each, model, Column(place, each)) for place, each in enumerate(fields)]
    query.add_update_fields(columns)
    return _kept(*query.get_compiler(connection=_of(vendor)).as_sql())


def _kept(sql: str, given: Sequence[Any]) -> Prepared:
    return Prepared(sql, Given(given), anew=False, binary=False, form=(), converters={})


def _of(vendor: str) -> Any:
    connection = connections["default"]
    assert connection.vendor == vendor
    return connection
