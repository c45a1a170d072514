"""Pages of sites to watch: the register, one of them, and putting one on it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.prevention import actions
from panoh.prevention.forms.sites import EmployerForm, SiteForm, StopForm
from panoh.prevention.queries.sites import site_for, site_page, sites_for
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in

SHOWN = 200


@open_to(Act.WATCH_SITES)
def sites(request: OfficerRequest) -> HttpResponse:
    rows = sites_for(request.user).order_by("division", "kind", "pk")[:SHOWN]
    return render(request, "prevention/sites.html", {"rows": rows, "shown": SHOWN})


@signed_in
def site(request: OfficerRequest, site_id: UUID) -> HttpResponse:
    return render(request, "prevention/site.html", {"page": site_page(request.user, site_id, at=timezone.now())})


@open_to(Act.WATCH_SITES)
def register_site(request: OfficerRequest) -> HttpResponse:
    form, back = SiteForm(request.POST or None, by=request.user), reverse("prevention:sites")
    return one_act(
        request,
        form,
        lambda: actions.register_site(given=form.given(), by=request.user, at=timezone.now()),
        title=_("Put a site on the register"),
        back=back,
        then=lambda made: reverse("prevention:site", args=[made.pk]),
    )


@open_to(Act.WATCH_SITES)
def register_employer(request: OfficerRequest) -> HttpResponse:
    form, back = EmployerForm(request.POST or None), reverse("prevention:sites")
    return one_act(
        request,
        form,
        lambda: actions.register_employer(given=form.given(), by=request.user, at=timezone.now()),
        title=_("Put an employer on the register"),
        back=back,
        then=lambda _made: reverse("prevention:register_site"),
    )


@signed_in
def stop_watching(request: OfficerRequest, site_id: UUID) -> HttpResponse:
    row, back = site_for(request.user, site_id), reverse("prevention:site", args=[site_id])
    lead = _("It leaves the lists a sample is drawn from. What was found stays.")
    form = StopForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.stop_watching(site=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Watch it no more"),
        back=back,
        lead=lead,
    )
