"""Orders by which people were called up for work, for those who watch; never for the agency that gave them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import MobilisationOrder, OrderPaper
from panoh.prevention.queries.interests import parents
from panoh.prevention.queries.sites import WATCH, sites_for
from panoh.prevention.rules.interests import tied
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer
from panoh.registry.refusals import NotPermitted, OutOfOrder
from panoh.registry.rules.attachments.media import Media


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


@dataclass(frozen=True)
class OrderPage:
    """One order with what is sealed of it. `papers`: its documents, without the files."""

    row: MobilisationOrder
    orderer: str
    document: str
    words: str
    papers: tuple[OrderPaper, ...]


def order_for(viewer: Officer, order_id: UUID) -> MobilisationOrder:
    """One of them, or NotPermitted without telling whether it exists."""
    found = orders_for(viewer).filter(pk=order_id).first()
    if found is None:
        raise NotPermitted(
            _("There is no such order, or your desk does not watch where it was given."),
            _("Ask the TIP Centre, which sees all orders."),
        )
    return found


def order_page(viewer: Officer, order_id: UUID, *, at: datetime) -> OrderPage:
    """What is sealed is opened, and that is on record."""
    row = order_for(viewer, order_id)
    with ledger.reading():
        fields = ("orderer", "document", "words")
        ledger.write(act="read_order", by=viewer, at=at, subject=f"order:{row.pk}", fields=fields)
        kept = vault.unseal(row)
        papers = row.papers.defer("sealed").select_related("added_by__post__desk").order_by("number")
        return OrderPage(row, kept["orderer"], kept["document"], kept["words"], tuple(papers))


def paper_for(viewer: Officer, paper_id: UUID) -> OrderPaper:
    found = OrderPaper.objects.select_related("order").filter(pk=paper_id, order__in=orders_for(viewer)).first()
    if found is None:
        raise NotPermitted(
            _("There is no such document, or your desk does not watch where the order was given."),
            _("Ask the TIP Centre, which sees all orders."),
        )
    return found


def read_order_paper(viewer: Officer, paper_id: UUID, *, at: datetime) -> tuple[bytes, str, str]:
    """The file, what it is, and a name that tells nothing. Opening it is on record; what is set aside opens for nobody."""
    paper = paper_for(viewer, paper_id)
    subject = f"order:{paper.order_id}"
    if paper.set_aside_at is not None:
        raise OutOfOrder(
            _("This document is set aside."), _("Ask another officer to look at it and put it back."), subject=subject
        )
    with ledger.reading():
        ledger.write(act="read_order_paper", by=viewer, at=at, subject=subject, number=paper.number)
        content = vault.unseal_file(paper, belongs_to=paper.bound_to) or b""
    return content, paper.media, f"{paper.order.reference}-{paper.number}.{Media(paper.media).ending}"
