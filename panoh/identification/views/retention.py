"""Names whose time is over: who decides sees which cases, keeps them for a reason, or has them erased by two officers."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms.retention import EraseNamesForm, KeepNamesForm
from panoh.identification.queries.list_retention import lists_page
from panoh.identification.queries.retention import asked_of, closed_for, retention_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused

CASE_PAGE = "identification/retention_form.html"


@open_to(Act.KEEP_OR_ERASE)
def retention(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    context = {"page": retention_page(request.user, now=now), "lists": lists_page(request.user, now=now)}
    return render(request, "identification/retention.html", context)


@open_to(Act.KEEP_OR_ERASE)
def keep_names(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = get_object_or_404(closed_for(request.user), pk=case_id), KeepNamesForm(request.POST or None)
    return sent_form(
        request,
        CASE_PAGE,
        {"case": case},
        form,
        lambda: actions.keep_names(case=case, **form.cleaned_data, by=request.user, at=timezone.now()),
        _("The names are kept until that day."),
    )


@open_to(Act.KEEP_OR_ERASE)
def ask_to_erase(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = get_object_or_404(closed_for(request.user), pk=case_id), EraseNamesForm(request.POST or None)
    return sent_form(
        request,
        CASE_PAGE,
        {"case": case},
        form,
        lambda: actions.ask_to_erase(case=case, **form.cleaned_data, by=request.user, at=timezone.now()),
        _("A second officer is asked to sign. Until then nothing is erased."),
    )


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def erase_names(request: OfficerRequest, retention_id: int) -> HttpResponse:
    asked = get_object_or_404(asked_of(request.user), pk=retention_id)
    actions.erase_names(asked=asked, by=request.user, at=timezone.now())
    messages.success(request, _("The names are erased. What figures need stays, and tells nobody who it was."))
    return redirect("identification:retention")


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def refuse_to_erase(request: OfficerRequest, retention_id: int) -> HttpResponse:
    asked = get_object_or_404(asked_of(request.user), pk=retention_id)
    actions.refuse_to_erase(asked=asked, by=request.user, at=timezone.now())
    messages.success(request, _("The names stay."))
    return redirect("identification:retention")


def sent_form(
    request: OfficerRequest,
    page: str,
    about: dict[str, object],
    form: Form,
    done: Callable[[], object],
    said: str | Promise,
) -> HttpResponse:
    """Sent in full it is done and leads back to the list; refused, everything chosen stands in it. `about`: the case or the
    list the page is about."""
    refusal = None
    if form.is_valid():
        try:
            done()
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, str(said))
            return redirect("identification:retention")
    status = refusal.status if refusal else 200
    return render(request, page, {**about, "form": form, "refusal": refusal}, status=status)
