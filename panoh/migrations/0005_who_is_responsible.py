"""Operations of before have an officer responsible from now on: whoever opened them, until they hand over."""

from django.db import migrations


def name_who_opened(apps, schema_editor):
    operations = apps.get_model("panoh", "Operation").objects.filter(duties=None)
    duty = apps.get_model("panoh", "Duty")
    duty.objects.bulk_create(
        duty(operation_id=each.pk, officer_id=each.opened_by_id, desk_id=each.desk_id, from_at=each.opened_at)
        for each in operations.iterator()
    )


class Migration(migrations.Migration):
    dependencies = [("panoh", "0004_screening_in_full")]
    operations = [migrations.RunPython(name_who_opened, migrations.RunPython.noop)]
