"""Adding the document of an order, looked through as every attachment is; setting one aside, and putting it back."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import MobilisationOrder, OrderPaper
from panoh.prevention.queries.mobilisations import order_for
from panoh.registry import ledger, vault
from panoh.registry.actions.attachments.unfit import UnfitFile
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.rules.attachments import Unfit, cleaned

MOST_OF_AN_ORDER = 30_000_000  # bytes; an order has some pages, not a file of its own


@act
def add_order_paper(*, order: MobilisationOrder, content: bytes, by: Officer, at: datetime) -> OrderPaper:
    """A PDF, JPEG or PNG without what a camera wrote into it. It belongs to the order and to nobody's case."""
    order_for(by, order.pk)
    try:
        media, kept = cleaned(content)
    except Unfit as unfit:
        raise UnfitFile.of(unfit, subject=f"order:{order.pk}") from None
    held = MobilisationOrder.objects.select_for_update(no_key=True).get(pk=order.pk)  # each gets a number of its own
    forms = vault.blind_forms(f"paper of {held.pk}", hashlib.sha256(kept).hexdigest())
    _require_room(held, forms, len(kept))
    number = (held.papers.aggregate(last=Max("number"))["last"] or 0) + 1
    made = OrderPaper(order=held, number=number, media=media, size=len(kept), fingerprint=forms[-1])
    made.added_at, made.added_by = at, by
    vault.seal_file(made, kept, belongs_to=made.bound_to)
    made.save(force_insert=True)
    ledger.write(act="add_order_paper", by=by, at=at, subject=f"order:{held.pk}", number=number)
    return made


@act
def set_order_paper_aside(*, paper: OrderPaper, because: str, by: Officer, at: datetime) -> OrderPaper:
    """Shut for everybody at once; nothing is lost by it."""
    order_for(by, paper.order_id)
    if because not in OrderPaper.PaperSetAside.values:
        raise Refused(_("Setting something aside needs its reason."), _("Choose the reason from the list."))
    standing = OrderPaper.objects.filter(pk=paper.pk, set_aside_at=None)
    if not standing.update(set_aside_at=at, set_aside_by=by, set_aside_because=because):
        raise Conflict(_("It is set aside already."), _("Go back to the order to see how it stands."))
    ledger.write(
        act="set_order_paper_aside", by=by, at=at, subject=f"order:{paper.order_id}", number=paper.number, why=because
    )
    paper.refresh_from_db()
    return paper


@act
def put_order_paper_back(*, paper: OrderPaper, by: Officer, at: datetime) -> OrderPaper:
    """By another officer than the one who set it aside."""
    order_for(by, paper.order_id)
    aside = OrderPaper.objects.filter(pk=paper.pk, set_aside_at__isnull=False)
    if aside.filter(set_aside_by=by).exists():
        raise Refused(
            _("You set this aside yourself; another officer puts it back."),
            _("Ask a colleague who watches this site, or the TIP Centre."),
        )
    if not aside.update(set_aside_at=None, set_aside_by=None, set_aside_because=""):
        raise Conflict(_("It stands in the order already."), _("Go back to the order to see how it stands."))
    ledger.write(act="put_order_paper_back", by=by, at=at, subject=f"order:{paper.order_id}", number=paper.number)
    paper.refresh_from_db()
    return paper


def _require_room(order: MobilisationOrder, forms: tuple[str, ...], size: int) -> None:
    same = order.papers.filter(fingerprint__in=forms).first()
    if same is not None:
        raise Conflict(
            _("This file is with the order already, as number %(number)s.") % {"number": same.number},
            _("Open that one. If this should be another file, check which one you chose."),
        )
    if (order.papers.aggregate(together=Sum("size"))["together"] or 0) + size > MOST_OF_AN_ORDER:
        raise Refused(
            _("With this file the order would hold more than %(megabytes)s MB.")
            % {"megabytes": MOST_OF_AN_ORDER // 1_000_000},
            _("Add it smaller: the pages with the order itself are enough."),
        )
