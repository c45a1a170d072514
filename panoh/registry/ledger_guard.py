"""Database triggers that refuse to change or remove what is kept for ever: ledger lines, frozen figures, and answer files,
with their signatures. A second wall behind seals and hashes, on both engines."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LEDGER = {"ledger": "panoh_ledgerentry"}
EDITIONS = {"editions": "panoh_edition", "edition_signatures": "panoh_editionsignature"}
ANSWERS = {
    "answer_files": "panoh_answerfile",
    "answers": "panoh_itemanswer",
    "answer_checks": "panoh_itemcheck",
    "answer_texts": "panoh_answertext",
    "answer_signatures": "panoh_answersignature",
}
PUBLICATIONS = {"publications": "panoh_publication", "publication_answers": "panoh_publicationanswer"}
KEPT = {**LEDGER, **EDITIONS, **ANSWERS, **PUBLICATIONS}
"""What is only ever added to, by the name its triggers go by, and its table."""


def raise_guard(connection: BaseDatabaseWrapper, kept: dict[str, str] = KEPT) -> None:
    made = _sqlite_on if connection.vendor == "sqlite" else _postgres_on
    _run(connection, (statement for name, table in kept.items() for statement in made(name, table)))


def lower_guard(connection: BaseDatabaseWrapper, kept: dict[str, str] = KEPT) -> None:
    """For tests that attack or empty what is kept; the running product never calls this."""
    made = _sqlite_off if connection.vendor == "sqlite" else _postgres_off
    _run(connection, (statement for name, table in kept.items() for statement in made(name, table)))


def on_migrate(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    raise_guard(editor.connection)


def on_unmigrate(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    lower_guard(editor.connection)


def _says(name: str) -> str:
    return f"{name.replace('_', ' ')} {'is' if name == 'ledger' else 'are'} append-only"


def _sqlite_on(name: str, table: str) -> Iterable[str]:
    for change in ("update", "delete"):
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {name}_no_{change} BEFORE {change.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the {_says(name)}'); END"
        )


def _sqlite_off(name: str, table: str) -> Iterable[str]:
    return (f"DROP TRIGGER IF EXISTS {name}_no_update", f"DROP TRIGGER IF EXISTS {name}_no_delete")


def _postgres_on(name: str, table: str) -> Iterable[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {name}_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'the {_says(name)}'; END $$"
    )
    for trigger, change, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
        yield (
            f"CREATE OR REPLACE TRIGGER {name}_no_{trigger} BEFORE {change} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION {name}_refuses()"
        )


def _postgres_off(name: str, table: str) -> Iterable[str]:
    return (
        f"DROP TRIGGER IF EXISTS {name}_no_change ON {table}",
        f"DROP TRIGGER IF EXISTS {name}_no_truncate ON {table}",
    )


def _run(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
