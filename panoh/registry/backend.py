"""How Django finds the officer of a request: together with post, desk and agency, which every check asks for."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet

from panoh.registry.models import Officer
from panoh.registry.records import by_key


class OfficerBackend(ModelBackend):
    """Officers by name and password; one query brings everything the access table needs."""

    def get_user(self, user_id: Any) -> Officer | None:
        officer = next(iter(by_key(_officers, [user_id]).values()), None)
        return officer if officer is not None and self.user_can_authenticate(officer) else None


def _officers() -> QuerySet[Officer]:
    return Officer.objects.select_related("post__desk__agency")
