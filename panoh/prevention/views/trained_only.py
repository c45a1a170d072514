"""Pages of what is kept for the trained: how each act stands, a proposal, its adoption and its end."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.prevention import actions
from panoh.prevention.forms.training import BecauseForm, TrainedOnlyForm
from panoh.prevention.queries.training import proposal_for, trained_only_page
from panoh.prevention.views.button import button
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.refusals import Refused
from panoh.registry.tried import status_of


@signed_in
def trained_only(request: OfficerRequest) -> HttpResponse:
    return _shown(request)


@open_to(Act.ADOPT_PROCEDURE)
def propose(request: OfficerRequest) -> HttpResponse:
    back = reverse("prevention:trained_only")
    form = TrainedOnlyForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.propose_trained_only(**form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Keep an act for the trained"),
        back=back,
    )


@require_POST
@open_to(Act.ADOPT_PROCEDURE)
def adopt(request: OfficerRequest, proposal_id: int) -> HttpResponse:
    def done() -> object:
        proposal = proposal_for(request.user, proposal_id)
        return actions.adopt_trained_only(proposal=proposal, by=request.user, at=timezone.now())

    return button(request, done, lambda refusal: _shown(request, refusal), onward=reverse("prevention:trained_only"))


@open_to(Act.ADOPT_PROCEDURE)
def end(request: OfficerRequest, proposal_id: int) -> HttpResponse:
    held, back = proposal_for(request.user, proposal_id), reverse("prevention:trained_only")
    title, lead = _("Open it to everybody again"), _("From then on nothing asks for a certificate here.")
    form = BecauseForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.end_trained_only(proposal=held, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=title,
        back=back,
        lead=lead,
    )


def _shown(request: OfficerRequest, refusal: Refused | None = None) -> HttpResponse:
    page = trained_only_page(request.user, today=timezone.localdate())
    context = {"page": page, "refusal": refusal, "today": timezone.localdate()}
    return render(request, "prevention/trained_only.html", context, status=status_of(None, refusal))
