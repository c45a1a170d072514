"""Database triggers that refuse to change or remove ledger lines: a second wall behind the seals, on both engines."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "panoh_ledgerentry"

_SQLITE_ON = (
    f"CREATE TRIGGER IF NOT EXISTS ledger_no_update BEFORE UPDATE ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    f"CREATE TRIGGER IF NOT EXISTS ledger_no_delete BEFORE DELETE ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
)
_SQLITE_OFF = ("DROP TRIGGER IF EXISTS ledger_no_update", "DROP TRIGGER IF EXISTS ledger_no_delete")
_POSTGRES_ON = (
    "CREATE OR REPLACE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$",
    f"CREATE OR REPLACE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON {TABLE} "
    "FOR EACH ROW EXECUTE FUNCTION ledger_refuses()",
    f"CREATE OR REPLACE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON {TABLE} "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()",
)
_POSTGRES_OFF = (
    f"DROP TRIGGER IF EXISTS ledger_no_change ON {TABLE}",
    f"DROP TRIGGER IF EXISTS ledger_no_truncate ON {TABLE}",
)


def raise_guard(connection: BaseDatabaseWrapper) -> None:
    _run(connection, _SQLITE_ON if connection.vendor == "sqlite" else _POSTGRES_ON)


def lower_guard(connection: BaseDatabaseWrapper) -> None:
    """For tests that attack or empty the ledger; the running product never calls this."""
    _run(connection, _SQLITE_OFF if connection.vendor == "sqlite" else _POSTGRES_OFF)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def on_migrate(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    raise_guard(editor.connection)


def on_unmigrate(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    lower_guard(editor.connection)
