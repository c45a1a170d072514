from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('panoh', '0009_signals_closed'),
    ]

    operations = [
        migrations.AddField(
            model_name='evidencedocument',
            name='issued_by',
            field=models.CharField(blank=True, max_length=200, default=''),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='evidencedocument',
            name='issuer',
            field=models.CharField(blank=True, choices=[('state', 'an authority of this state'), ('international', 'an international organization or another state'), ('other', 'somebody else: an organization, the press, a university')], max_length=13, default=''),
            preserve_default=False,
        ),
    ]
