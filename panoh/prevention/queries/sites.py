"""Sites and employers for whoever watches them. Whoever runs or mobilises at a site reads nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import Employer, MobilisationOrder, Site, Visit
from panoh.prevention.queries.findings import YearFound, over_years
from panoh.prevention.queries.interests import of_others
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted

WATCH = access.Act.WATCH_SITES


@dataclass(frozen=True)
class OrderShown:
    """An order with what is sealed of it."""

    row: MobilisationOrder
    orderer: str
    document: str
    words: str


@dataclass(frozen=True)
class SitePage:
    """A site with what is sealed of it."""

    site: Site
    name: str
    employer: str
    address: str
    because: str
    orders: tuple[OrderShown, ...]
    visits: tuple[Visit, ...]
    years: tuple[YearFound, ...]


def sites_for(viewer: Officer) -> QuerySet[Site]:
    """All for the TIP Centre and analysts; for whoever visits those of their desk, of its region, and those they are sent to.
    Of a site in which their own agency has a hand, nothing."""
    reach, rows = access.scope(viewer, WATCH), Site.objects.select_related("employer__agency", "desk")
    if reach is access.Scope.NONE:
        return rows.none()
    if reach is not access.Scope.ALL:
        region = viewer.desk.region
        near = Q(desk=viewer.desk) | Q(pk__in=Visit.objects.filter(desk=viewer.desk).values("site"))
        rows = rows.filter(near | Q(division__startswith=region) if region else near)
    return rows.filter(of_others(viewer.desk.agency))


def employers_for(viewer: Officer) -> QuerySet[Employer]:
    """Whoever may put a site on the register chooses from all; a name that is a person's shows as its reference."""
    rows = Employer.objects.order_by("name", "reference")
    return rows if access.may(viewer, WATCH) else rows.none()


def site_for(viewer: Officer, site_id: UUID) -> Site:
    """One of them, or NotPermitted without telling whether it exists."""
    found = sites_for(viewer).filter(pk=site_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such site, or your desk does not watch it."), _("Ask the TIP Centre, which sees all sites.")
        )
    return found


def site_page(viewer: Officer, site_id: UUID, *, at: datetime) -> SitePage:
    """What is sealed is opened, and that is on record."""
    site = site_for(viewer, site_id)
    with ledger.reading():
        ledger.write(
            act="read_site",
            by=viewer,
            at=at,
            subject=f"site:{site.pk}",
            fields=("name", "address", "because", "orders"),
        )
        kept, employer = vault.unseal(site), site.employer
        named = (employer.name or vault.unseal(employer).get("name", "")) if employer else ""
        return SitePage(
            site=site,
            name=site.name or kept["name"],
            employer=named,
            address=kept["address"],
            because=kept["because"],
            orders=tuple(map(_order, _orders(site))),
            visits=tuple(Visit.objects.filter(site=site).select_related("desk").order_by("-planned_on", "pk")),
            years=over_years(site),
        )


def _orders(site: Site) -> QuerySet[MobilisationOrder]:
    return MobilisationOrder.objects.filter(site=site).select_related("ordered_by").order_by("-on", "pk")


def _order(row: MobilisationOrder) -> OrderShown:
    kept = vault.unseal(row)
    return OrderShown(row, kept["orderer"], kept["document"], kept["words"])
