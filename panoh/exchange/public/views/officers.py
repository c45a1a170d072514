"""Pages of the officers who publish: the list, what would be shown and what stays inside, proposing and answering."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.exchange.public import actions
from panoh.exchange.public.forms import AnswerForm
from panoh.exchange.public.queries import proposed_for, publication_for, publications_for
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused
from panoh.registry.tried import led_on, pressed, status_of, tried_within
from panoh.statistics.queries.editions import edition_for


@open_to(Act.SEE_FIGURES)
def publications(request: OfficerRequest) -> HttpResponse:
    return _list(request)


@require_POST
@open_to(Act.PUBLISH_FIGURES)
def propose(request: OfficerRequest, edition_id: int) -> HttpResponse:
    edition = edition_for(request.user, edition_id)
    done, refusal = pressed(
        request, lambda: actions.propose_publication(edition=edition, by=request.user, at=timezone.now())
    )
    if done:
        said = _("Proposed. Nothing is public before another officer agrees.")
        return led_on(request, said, "exchange:publication", done.made.pk)
    return _list(request, refusal)


@open_to(Act.SEE_FIGURES)
def publication(request: OfficerRequest, publication_id: int) -> HttpResponse:
    return _page(request, publication_id)


@require_POST
@open_to(Act.PUBLISH_FIGURES)
def answer(request: OfficerRequest, publication_id: int) -> HttpResponse:
    form, found = AnswerForm(request.POST), publication_for(request.user, publication_id)
    done = tried_within(
        form, lambda: actions.answer_publication(publication=found, **form.answer, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, _("It is recorded."), "exchange:publication", publication_id)
    return _page(request, publication_id, form)


def _list(request: OfficerRequest, refused: Refused | None = None) -> HttpResponse:
    shown = {"page": publications_for(request.user), "refused": refused}
    return render(request, "exchange/publications.html", shown, status=status_of(None, refused))


def _page(request: OfficerRequest, publication_id: int, form: AnswerForm | None = None) -> HttpResponse:
    shown = {"page": proposed_for(request.user, publication_id), "form": form or AnswerForm()}
    return render(request, "exchange/publication.html", shown, status=status_of(form))
