"""The page of one order by which people were called up, with its documents."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from panoh.prevention import actions
from panoh.prevention.forms.order_papers import OrderPaperForm, PaperAsideForm
from panoh.prevention.queries.mobilisations import order_for, order_page, paper_for, read_order_paper
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, download, open_to, too_large_to_be_read


@require_GET
@open_to(Act.WATCH_SITES)
def order(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    page = order_page(request.user, order_id, at=timezone.now())
    return render(request, "prevention/order.html", {"page": page})


@open_to(Act.WATCH_SITES)
def add_paper(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    found, back = order_for(request.user, order_id), reverse("prevention:order", args=[order_id])
    sent = request.method == "POST"
    form = (
        OrderPaperForm(request.POST, request.FILES, too_large=too_large_to_be_read(request))
        if sent
        else OrderPaperForm()
    )
    lead = _("Where and when a photograph was taken is taken out of it before it is kept, sealed.")
    return one_act(
        request,
        form,
        lambda: actions.add_order_paper(order=found, content=form.content(), by=request.user, at=timezone.now()),
        title=_("Add the document of the order"),
        back=back,
        lead=lead,
    )


@require_GET
@open_to(Act.WATCH_SITES)
def paper(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    """Always as a download: what somebody else made is never shown inside a page of ours."""
    content, kind, name = read_order_paper(request.user, paper_id, at=timezone.now())
    return download(content, kind=kind, name=name)


@open_to(Act.WATCH_SITES)
def set_paper_aside(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    found = paper_for(request.user, paper_id)
    back = reverse("prevention:order", args=[found.order_id])
    form = PaperAsideForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.set_order_paper_aside(paper=found, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Set the document aside"),
        back=back,
    )


@require_POST
@open_to(Act.WATCH_SITES)
def put_paper_back(request: OfficerRequest, paper_id: UUID) -> HttpResponse:
    found = paper_for(request.user, paper_id)
    actions.put_order_paper_back(paper=found, by=request.user, at=timezone.now())
    return redirect("prevention:order", found.order_id)
