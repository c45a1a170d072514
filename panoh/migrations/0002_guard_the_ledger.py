"""The database itself refuses to change or remove a ledger line."""

from django.db import migrations

from panoh.registry.ledger_guard import on_migrate, on_unmigrate


class Migration(migrations.Migration):
    dependencies = [("panoh", "0001_initial")]
    operations = [migrations.RunPython(on_migrate, on_unmigrate)]
