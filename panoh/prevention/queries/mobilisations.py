"""Orders by which people were called up for work, for those who watch; never for the agency that gave them."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q, QuerySet

from panoh.prevention.models import MobilisationOrder
from panoh.prevention.queries.interests import parents
from panoh.prevention.queries.sites import WATCH, sites_for
from panoh.prevention.rules.interests import tied
from panoh.registry import access
from panoh.registry.models import Officer


def orders_for(viewer: Officer) -> QuerySet[MobilisationOrder]:
    """Those at sites the viewer sees, and those of their region that name no site."""
    reach, rows = access.scope(viewer, WATCH), MobilisationOrder.objects.select_related("site", "ordered_by")
    if reach is access.Scope.NONE:
        return rows.none()
    ours = tied(viewer.desk.agency.code, parents(settings.COUNTRY))
    rows = rows.filter(Q(ordered_by=None) | ~Q(ordered_by__code__in=ours))
    at_sites, region = Q(site__in=sites_for(viewer)), viewer.desk.region
    if reach is access.Scope.ALL:
        return rows.filter(at_sites | Q(site=None))
    return rows.filter(at_sites | Q(site=None, by__post__desk=viewer.desk) | Q(site=None, division__startswith=region))
