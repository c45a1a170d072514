"""What lists of open work ask of a case and a need stands on the rows they list, so that each is read along an index."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Exists, OuterRef, Subquery


def say_again(apps, schema_editor):
    """Checked at once, as the tables are altered next: PostgreSQL alters none with references still to be checked."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    case, need, referral = (apps.get_model("panoh", kind) for kind in ("Case", "Need", "Referral"))
    of_case, of_need = case.objects.filter(pk=OuterRef("case")), need.objects.filter(pk=OuterRef("need"))
    need.objects.update(**{each: Subquery(of_case.values(each)[:1]) for each in ("desk", "manager")})
    said = {each: Subquery(of_need.values(each)[:1]) for each in ("desk", "manager")}
    referral.objects.update(**said, needed=Exists(of_need.filter(met_at=None)))


def let_the_planner_know(apps, schema_editor):
    """Nearly every question that is sent is still needed, and nearly every clock of some kinds runs: without this
    PostgreSQL expects few of them, and sorts them all."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE STATISTICS referrals_open (mcv) ON status, needed FROM panoh_referral")
        schema_editor.execute("CREATE STATISTICS clocks_running (mcv) ON clock, stopped_at FROM panoh_caseclock")


def let_the_planner_forget(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP STATISTICS IF EXISTS clocks_running")


class Migration(migrations.Migration):
    dependencies = [
        ("panoh", "0010_places"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="referral",
            name="referrals_to_answer",
        ),
        migrations.RemoveIndex(
            model_name="referral",
            name="referrals_unanswered",
        ),
        migrations.RemoveIndex(
            model_name="referral",
            name="referrals_to_report",
        ),
        migrations.AddField(
            "need",
            "desk",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panoh.desk"
            ),
        ),
        migrations.AddField(
            "referral",
            "desk",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panoh.desk"
            ),
        ),
        *(
            migrations.AddField(
                kind,
                "manager",
                models.ForeignKey(
                    db_index=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            )
            for kind in ("need", "referral")
        ),
        migrations.AddField(
            model_name="referral",
            name="needed",
            field=models.BooleanField(default=True),
        ),
        migrations.RunPython(say_again, migrations.RunPython.noop),
        *(
            migrations.AlterField(
                kind,
                "desk",
                models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panoh.desk"),
            )
            for kind in ("need", "referral")
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(
                models.F("desk"),
                models.Case(models.When(then=0, urgency="now"), models.When(then=1, urgency="soon"), default=2),
                models.F("recorded_at"),
                models.F("id"),
                condition=models.Q(("met_at", None)),
                name="open_needs_of_desk",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "sent")),
                fields=["to_desk", "answer_due", "id"],
                name="referrals_to_answer",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "sent")),
                fields=["answer_due", "id"],
                name="referrals_unanswered",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "sent")),
                fields=["desk", "answer_due", "id"],
                name="referrals_of_desk",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "accepted")),
                fields=["to_desk", "report_due"],
                name="referrals_being_met",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "accepted")),
                fields=["report_due"],
                name="referrals_to_report",
            ),
        ),
        migrations.AddIndex(
            model_name="caseclock",
            index=models.Index(condition=models.Q(("stopped_at", None)), fields=["due_at", "id"], name="clocks_by_due"),
        ),
        migrations.AddIndex(
            model_name="casestep",
            index=models.Index(fields=["by", "to_state", "case"], name="steps_by_officer"),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(
                models.F("manager"),
                models.Case(models.When(then=0, urgency="now"), models.When(then=1, urgency="soon"), default=2),
                models.F("recorded_at"),
                models.F("id"),
                condition=models.Q(("manager__isnull", False), ("met_at", None)),
                name="open_needs_of_manager",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "sent")),
                fields=["manager", "answer_due", "id"],
                name="referrals_of_manager",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "accepted")),
                fields=["manager", "report_due", "id"],
                name="referrals_they_manage",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("needed", True), ("status", "accepted")),
                fields=["desk", "report_due", "id"],
                name="referrals_they_made",
            ),
        ),
        migrations.AddIndex(
            model_name="screening",
            index=models.Index(
                condition=models.Q(("case__isnull", False)), fields=["instrument", "case"], name="screenings_by_form"
            ),
        ),
        migrations.RemoveIndex(
            model_name='case',
            name='cases_by_desk',
        ),
        migrations.RemoveIndex(
            model_name='caseclock',
            name='running_clocks',
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['desk', 'state', 'state_since', 'id'], name='cases_by_desk'),
        ),
        migrations.AddIndex(
            model_name='caseclock',
            index=models.Index(condition=models.Q(('stopped_at', None)), fields=['clock', 'due_at', 'id'], name='running_clocks'),
        ),
        migrations.AddIndex(
            model_name='consent',
            index=models.Index(condition=models.Q(('given', True), ('withdrawn_at', None)), fields=['purpose', 'case'], name='consents_in_force'),
        ),
        migrations.RunPython(let_the_planner_know, let_the_planner_forget),
    ]
