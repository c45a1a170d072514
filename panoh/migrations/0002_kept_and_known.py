"""The database itself refuses to change or remove what is kept for ever, and knows which rows are few."""

from django.core.management import CommandError
from django.db import migrations
from django.db.migrations.recorder import MigrationRecorder

from panoh.registry.ledger_guard import on_migrate, on_unmigrate


def refuse_what_is_older(apps, schema_editor):
    """Django itself would go on with what it takes for tables: those of an installation on its way to 0025 are not these."""
    done = {name for app, name in MigrationRecorder(schema_editor.connection).applied_migrations() if app == "panoh"}
    if "0001_tables" not in done and "0025_inside" not in done:
        raise CommandError(
            f"The records here stand at {max(done)}, and this release begins where 0025_inside ended. Nothing was changed. "
            "Start the release of 26 November 2026 (commit ae59c61) on them once, and then this one."
        )


def let_the_planner_know(apps, schema_editor):
    """Nearly every question that is sent is still needed, and nearly every clock of some kinds runs: without this
    PostgreSQL expects few of them, and sorts them all."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE STATISTICS IF NOT EXISTS referrals_open (mcv) ON status, needed FROM panoh_referral"
        )
        schema_editor.execute(
            "CREATE STATISTICS IF NOT EXISTS clocks_running (mcv) ON clock, stopped_at FROM panoh_caseclock"
        )


def let_the_planner_forget(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP STATISTICS IF EXISTS referrals_open, clocks_running")


class Migration(migrations.Migration):
    dependencies = [("panoh", "0001_tables")]
    operations = [
        migrations.RunPython(refuse_what_is_older, migrations.RunPython.noop),
        migrations.RunPython(on_migrate, on_unmigrate),
        migrations.RunPython(let_the_planner_know, let_the_planner_forget),
    ]
