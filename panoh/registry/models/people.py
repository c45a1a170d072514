"""People in the mechanism. What figures need stands open and coarse; who they are is sealed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.sealed import SealedRecord


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Person(SealedRecord):
    """A person. Sealed: names as written (text, script, source), birth date as given, documents, contacts.

    The birth years are a range because papers disagree; an empty range is an unknown age.
    """

    reference = models.CharField(max_length=12, unique=True)
    sex = models.CharField(max_length=8, choices=Sex, default=Sex.UNKNOWN)
    born_from = models.PositiveSmallIntegerField(null=True)
    born_to = models.PositiveSmallIntegerField(null=True)
    age_in_doubt = models.BooleanField(default=False)
    nationality = models.CharField(max_length=2, blank=True)
    invented = models.BooleanField(default=False)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(born_from__isnull=True, born_to__isnull=True)
                | models.Q(born_from__lte=models.F("born_to")),
                name="person_birth_years_in_order",
            ),
        ]


class KeyKind(models.TextChoices):
    DOCUMENT = "document", _("document number")
    NAME = "name", _("name")
    BORN = "born", _("name with birth date")


class PersonKey(models.Model):
    """A blind index entry: finds a person by a paper or a spelling without storing either."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=8, choices=KeyKind)
    digest = models.CharField(max_length=32)
    under = models.CharField(max_length=7, default="")
    """Which index key made it: two stand side by side while one is turned."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "digest"], name="one_key_per_person")]
        indexes = [models.Index(fields=["kind", "digest", "person"], name="find_person_by_key")]
