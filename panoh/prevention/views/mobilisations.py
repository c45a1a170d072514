"""Pages of orders by which people were called up."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.mobilisations import OrderForm
from panoh.prevention.queries.mobilisations import orders_for
from panoh.prevention.queries.sites import site_for
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in

SHOWN = 200


@open_to(Act.WATCH_SITES)
def orders(request: OfficerRequest) -> HttpResponse:
    rows = orders_for(request.user).order_by("-on", "pk")[:SHOWN]
    return render(request, "prevention/orders.html", {"rows": rows, "shown": SHOWN})


@open_to(Act.WATCH_SITES)
def record_order(request: OfficerRequest) -> HttpResponse:
    return _recorded(request, OrderForm(request.POST or None, site=None), back=reverse("prevention:orders"))


@signed_in
def site_order(request: OfficerRequest, site_id: UUID) -> HttpResponse:
    site, back = site_for(request.user, site_id), reverse("prevention:site", args=[site_id])
    return _recorded(request, OrderForm(request.POST or None, site=site), back=back)


def _recorded(request: OfficerRequest, form: OrderForm, *, back: str) -> HttpResponse:
    return one_act(
        request,
        form,
        lambda: actions.record_order(given=form.given(), by=request.user, at=timezone.now()),
        title=_("People were called up"),
        back=back,
    )
