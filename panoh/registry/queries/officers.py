"""Officers by the name they sign in with, for acts that name a colleague; and who can manage a case."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry.access import Role
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused


def officers_named(usernames: Sequence[str]) -> list[Officer]:
    """In the order given; Refused for a name nobody signs in with."""
    rows = Officer.objects.select_related("post__desk__agency").filter(username__in=usernames)
    found = {each.username: each for each in rows}
    for name in usernames:
        if name not in found:
            raise Refused(
                _("Nobody signs in as “%(name)s”.") % {"name": name},
                _("Look up who may be invited, and send the names as they stand there."),
            )
    return [found[name] for name in dict.fromkeys(usernames)]


def case_managers() -> QuerySet[Officer]:
    """Everyone whose post manages cases, and who still holds it."""
    managers = Officer.objects.filter(post__role=Role.CASE_MANAGER, is_active=True)
    return managers.select_related("post__desk__agency").order_by("post__desk", "name")
