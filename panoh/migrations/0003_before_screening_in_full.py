"""What the new constraints could not hold: lists still waiting are sent again, and whoever moved on is looked for.

Where a person went was never asked before; nobody may stand as accounted for by a place that was made up here.
"""

from django.db import migrations


def make_ready(apps, schema_editor):
    apps.get_model(
        "panoh", "ListSent"
    ).objects.all().delete()  # kept for a day only; another form is sealed from now on
    apps.get_model("panoh", "RosterEntry").objects.filter(status="moved_on").update(status="to_screen")


class Migration(migrations.Migration):
    dependencies = [("panoh", "0002_guard_the_ledger")]
    operations = [migrations.RunPython(make_ready, migrations.RunPython.noop)]
