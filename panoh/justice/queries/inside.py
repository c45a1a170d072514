"""One record inside a criminal case the viewer keeps, or NotPermitted without telling whether it exists."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from panoh.justice.queries.cases import criminal_cases_for
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted

M = TypeVar("M", bound=Model)


def part_for(viewer: Officer, kind: type[M], key: Any) -> M:
    """`kind` has a foreign key `criminal_case`."""
    rows = kind._default_manager.select_related("criminal_case__desk")
    found = rows.filter(pk=key, criminal_case__in=criminal_cases_for(viewer)).first()
    if found is None:
        raise NotPermitted(
            _("There is no such thing in a criminal case of your desk."),
            _("Ask the desk that holds the criminal case."),
        )
    return found
