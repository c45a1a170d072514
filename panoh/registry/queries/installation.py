"""What this installation is: every page and paper of a demonstration says so, and its people are marked as invented."""

from __future__ import annotations

from django.db.models import QuerySet

from panoh.registry.models import Installation
from panoh.registry.records import everything


def is_demonstration() -> bool:
    return bool(everything(_demonstrations))


def _demonstrations() -> QuerySet[Installation]:
    return Installation.objects.filter(kind=Installation.Kind.DEMO)
