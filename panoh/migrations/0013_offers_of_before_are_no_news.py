"""Places offered before their senders were told of them are no news: whoever sent the person has long learned it elsewhere."""

from django.db import migrations
from django.db.models import F
from django.db.models.functions import Coalesce, Now


def note_what_is_over(apps, schema_editor):
    offers = apps.get_model("panoh", "PlaceOffer").objects.filter(noted_at=None)
    offers.filter(ended_at__isnull=False).update(noted_at=Coalesce("ended_at", "until_at"), noted_by=F("by"))
    offers.filter(ended_at=None, until_at__lte=Now()).update(noted_at=Now(), noted_by=F("by"))


class Migration(migrations.Migration):
    dependencies = [("panoh", "0012_justice")]
    operations = [migrations.RunPython(note_what_is_over, migrations.RunPython.noop)]
