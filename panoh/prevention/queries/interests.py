"""Whose hand is in a site, by the agencies as they stand in the country's file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from panoh.instruments import countries
from panoh.prevention.models import MobilisationOrder, Site
from panoh.prevention.rules.interests import has_a_hand, tied
from panoh.registry.models import Agency


@lru_cache
def parents(country: str) -> dict[str, str]:
    return {each.key: each.parent for each in countries.agencies(country)}


def of_others(agency: Agency) -> Q:
    """Sites in which neither the agency nor anyone above or below it has a hand."""
    ours = tied(agency.code, parents(settings.COUNTRY))
    orders = MobilisationOrder.objects.filter(site=OuterRef("pk"), ordered_by__code__in=ours)
    return ~Q(Exists(orders)) & (Q(employer=None) | Q(employer__agency=None) | ~Q(employer__agency__code__in=ours))


def parties(site: Site) -> Iterable[str]:
    if site.employer and site.employer.agency:
        yield site.employer.agency.code
    yield from MobilisationOrder.objects.filter(site=site, ordered_by__isnull=False).values_list(
        "ordered_by__code", flat=True
    )


def may_visit(agency: Agency, site: Site) -> bool:
    return not has_a_hand(agency.code, parties(site), parents(settings.COUNTRY))
