"""Campaigns: what was told to whom, and how many it reached."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Desk, Officer


class Campaign(models.Model):
    """What was told to whom, in which languages, by which ways, where and when. What it cost stands in the spending of a
    budget line, once."""

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        PUPILS = "pupils", _("pupils and students")
        PARENTS = "parents", _("parents")
        MIGRANTS = "migrants", _("people who go abroad to work")
        RETURNEES = "returnees", _("people who came back")
        FOREIGNERS = "foreigners", _("foreign workers and refugees")
        EMPLOYERS = "employers", _("employers and recruiters")
        BUYERS = "buyers", _("those who pay for sex or for forced labour")
        OFFICIALS = "officials", _("officials")

    class Channel(models.TextChoices):
        TELEVISION = "television", _("television")
        RADIO = "radio", _("radio")
        PRESS = "press", _("press and leaflets")
        INTERNET = "internet", _("internet and messengers")
        SCHOOLS = "schools", _("lessons in schools")
        MEETINGS = "meetings", _("meetings in person")
        POSTERS = "posters", _("posters at airports, stations, borders")

    title = models.CharField(max_length=200)
    aim = models.CharField(max_length=500)
    audiences = models.JSONField()
    languages = models.JSONField()
    channels = models.JSONField()
    divisions = models.JSONField()
    first_day = models.DateField()
    last_day = models.DateField()
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="campaigns")
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="a_campaign_ends_after_it_begins")
        ]
        indexes = [models.Index(fields=["first_day"], name="campaigns_by_day")]

    def __str__(self) -> str:
        return self.title


class CampaignReach(models.Model):
    """How many a campaign reached, up to a day, and how that is known. The latest stands, the earlier are kept."""

    class How(models.TextChoices):
        COUNTED = "counted", _("counted, one by one")
        ESTIMATED = "estimated", _("estimated")

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="reached")
    people = models.PositiveIntegerField()
    how = models.CharField(max_length=9, choices=How)
    method = models.CharField(max_length=300)
    on = models.DateField()
    recorded_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
