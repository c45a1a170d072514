"""Holding a case still while an act works on it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Case
from panoh.registry.refusals import Conflict


def hold(case: Case) -> None:
    """Lock the case until the act ends, and raise Conflict if it moved since the officer saw it.

    A lock, not only a conditional update: a proposal changes no state, so two officers deciding at once would
    otherwise both succeed. On SQLite the write transaction is exclusive already.
    """
    standing = Case.objects.select_for_update(no_key=True).values_list("state", flat=True).get(pk=case.pk)
    if standing != case.state:
        raise Conflict(
            _("Someone else moved this case since you opened the page."),
            _("Look at where the case stands now. What you typed was not saved, but it is still on your page."),
            subject=f"case:{case.pk}",
        )
