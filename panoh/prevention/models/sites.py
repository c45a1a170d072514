"""Where people may be made to work: sites to monitor, and who employs there. A name that could be a person's is sealed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Agency, Desk, Officer, SealedRecord


class Employer(SealedRecord):
    """Whoever people work for at a site. Sealed: the name where it is a person's, as of many a farm; `name` is empty then."""

    class Kind(models.TextChoices):
        STATE = "state", _("a body of the state")
        COMPANY = "company", _("a company of the country")
        FOREIGN = "foreign", _("a foreign company")
        FARM = "farm", _("a farm")
        PERSON = "person", _("a person")
        OTHER = "other", _("somebody else")

    reference = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name or self.reference


class Site(SealedRecord):
    """A place that is watched because people may be made to work there. `division`: of the country's list.

    Sealed: why it is watched, the address, and the name where it is a person's. `people`: empty where nobody knows.
    """

    FORGOTTEN_WITH: ClassVar = {"name": ""}

    class Kind(models.TextChoices):
        FARM = "farm", _("a farm or field")
        CONSTRUCTION = "construction", _("a construction site")
        SCHOOL = "school", _("a school or university")
        DRAFT = "draft", _("a draft board or garrison")
        FACTORY = "factory", _("a factory or workshop")
        PUBLIC_WORKS = "public_works", _("public works")
        MARKET = "market", _("a market, café or hotel")
        HOUSEHOLD = "household", _("homes where people work")
        OTHER = "other", _("another place")

    class Concern(models.TextChoices):
        """Where the concern came from."""

        SIGNAL = "signal", _("a signal or complaint")
        INSPECTION = "inspection", _("an inspection")
        REPORT = "report", _("a published report")
        NGO = "ngo", _("an NGO or trade union")
        SEASON = "season", _("a season with a known risk")
        DRAWN = "drawn", _("the list a sample is drawn from")

    reference = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=120, blank=True)
    division = models.CharField(max_length=12)
    sector = models.CharField(max_length=40)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, null=True, related_name="sites")
    season = models.CharField(max_length=40, blank=True)
    people = models.PositiveIntegerField(null=True)
    concern = models.CharField(max_length=10, choices=Concern)
    watched_since = models.DateField()
    watched_until = models.DateField(null=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(watched_until=None) | Q(watched_until__gte=F("watched_since")),
                name="a_site_is_watched_before_it_no_longer_is",
            )
        ]
        indexes = [models.Index(fields=["division", "kind"], name="sites_by_division")]

    def __str__(self) -> str:
        return self.name or self.reference
