"""A need remembers that a desk said no to it, so that needs nobody is left for are found along an index; so are the questions
a desk sent, and late clocks are told apart in the index itself, as most of them are others' to answer."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef


def remember(apps, schema_editor):
    """Checked at once, as the table is altered next: PostgreSQL alters none with references still to be checked."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    need, referral = (apps.get_model("panoh", kind) for kind in ("Need", "Referral"))
    said_no = referral.objects.filter(need=OuterRef("pk"), status__in=("declined", "failed"))
    need.objects.filter(Exists(said_no)).update(refused=True)


class Migration(migrations.Migration):
    dependencies = [
        ("panoh", "0014_doubts"),
    ]

    operations = [
        migrations.AddField(
            model_name="need",
            name="refused",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(
                models.Case(models.When(then=0, urgency="now"), models.When(then=1, urgency="soon"), default=2),
                models.F("recorded_at"),
                models.F("id"),
                condition=models.Q(("met_at", None), ("refused", True)),
                name="open_needs_refused",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "sent")),
                fields=["sent_by", "answer_due", "id"],
                name="referrals_they_sent",
            ),
        ),
        migrations.RemoveIndex(model_name="caseclock", name="clocks_by_due"),
        migrations.AddIndex(
            model_name="caseclock",
            index=models.Index(
                condition=models.Q(("stopped_at", None)),
                fields=["due_at", "id"],
                include=["clock", "case"],
                name="clocks_by_due",
            ),
        ),
    ]
