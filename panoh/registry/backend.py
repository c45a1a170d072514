"""How Django finds the officer of a request: together with post, desk and agency, which every check asks for."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from panoh.registry.models import Officer


class OfficerBackend(ModelBackend):
    """Officers by name and password; one query brings everything the access table needs."""

    def get_user(self, user_id: Any) -> Officer | None:
        officer = Officer.objects.select_related("post__desk__agency").filter(pk=user_id).first()
        return officer if officer is not None and self.user_can_authenticate(officer) else None
