"""`field__any_of=values`: one of many values, sent to the database as one parameter.

`field__in` writes a placeholder for each; where thousands of people are looked up at once, writing and reading the
statement then costs more than running it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Lookup, UUIDField
from django.db.models.sql.compiler import SQLCompiler

from panoh.registry.prepared import Left

if TYPE_CHECKING:
    Base = Lookup[Any]
else:
    Base = Lookup


@CharField.register_lookup
@UUIDField.register_lookup
class AnyOf(Base):
    """Takes a list of texts, or of UUIDs; in a question that is being worded, a place left open for one."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        field, params = self.process_lhs(compiler, connection)
        return f"{field} IN (SELECT value FROM json_each(%s))", (*params, self._rhs(connection))  # noqa: S608 - a column

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        field, params = self.process_lhs(compiler, connection)
        return f"{field} = ANY(%s)", (*params, self._rhs(connection))

    def _rhs(self, connection: BaseDatabaseWrapper) -> Any:
        return self.rhs if isinstance(self.rhs, Left) else self.given(self.rhs, connection)

    @staticmethod
    def given(values: Iterable[str | UUID], connection: BaseDatabaseWrapper) -> Any:
        """The values as the one parameter that is sent."""
        if connection.vendor == "postgresql":
            return list(values)
        return json.dumps([each.hex if isinstance(each, UUID) else each for each in values])
