"""Pages of the officers who publish: the list, what would be shown and what stays inside, proposing and answering."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.exchange.public import actions
from panoh.exchange.public.forms import AnswerForm
from panoh.exchange.public.queries import proposed_for, publication_for, publications_for
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused
from panoh.statistics.queries.editions import edition_for


@open_to(Act.SEE_FIGURES)
def publications(request: OfficerRequest) -> HttpResponse:
    return _list(request)


@require_POST
@open_to(Act.PUBLISH_FIGURES)
def propose(request: OfficerRequest, edition_id: int) -> HttpResponse:
    edition = edition_for(request.user, edition_id)
    try:
        made = actions.propose_publication(edition=edition, by=request.user, at=timezone.now())
    except Refused as refused:
        return _list(request, refused)
    messages.success(request, _("Proposed. Nothing is public before another officer agrees."))
    return redirect("exchange:publication", made.pk)


@open_to(Act.SEE_FIGURES)
def publication(request: OfficerRequest, publication_id: int) -> HttpResponse:
    return _page(request, publication_id)


@require_POST
@open_to(Act.PUBLISH_FIGURES)
def answer(request: OfficerRequest, publication_id: int) -> HttpResponse:
    form, found = AnswerForm(request.POST), publication_for(request.user, publication_id)
    if form.is_valid():
        try:
            actions.answer_publication(publication=found, **form.answer, by=request.user, at=timezone.now())
        except Refused as refused:
            form.add_error(None, f"{refused.reason} {refused.way_forward}")
        else:
            messages.success(request, _("It is recorded."))
            return redirect("exchange:publication", publication_id)
    return _page(request, publication_id, form)


def _list(request: OfficerRequest, refused: Refused | None = None) -> HttpResponse:
    shown = {"page": publications_for(request.user), "refused": refused}
    return render(request, "exchange/publications.html", shown, status=refused.status if refused else 200)


def _page(request: OfficerRequest, publication_id: int, form: AnswerForm | None = None) -> HttpResponse:
    shown = {"page": proposed_for(request.user, publication_id), "form": form or AnswerForm()}
    return render(request, "exchange/publication.html", shown, status=422 if form else 200)
