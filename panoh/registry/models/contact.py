"""How the person may be contacted: what they said of it, asked by everything that tells anybody to reach them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.registry.models.agencies import Officer
from panoh.registry.models.cases import Case
from panoh.registry.models.sealed import SealedRecord


class ContactRules(SealedRecord):
    """The person's rules; the newest stand. Sealed: how, when and by whom, and the numbers never to be called.

    Nothing here says where the person is. A way to reach them is kept elsewhere, and shown only through these rules
    (`registry.queries.contact.may_contact`).
    """

    ABOUT_CASE = "case"

    class Allowed(models.TextChoices):
        LIKE_THIS = "like_this", _("yes, but only as said below")
        NEVER = "never", _("no, the person comes by themselves")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contact_rules")
    allowed = models.CharField(max_length=9, choices=Allowed)
    no_message = models.BooleanField()
    said_at = models.DateTimeField()
    said_to = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(replaced_at=None), name="contact_rules_that_stand")
        ]
