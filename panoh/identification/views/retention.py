"""Names whose time is over: who decides sees which cases, keeps them for a reason, or has them erased by two officers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms.retention import EraseNamesForm, KeepNamesForm
from panoh.identification.queries.list_retention import lists_page
from panoh.identification.queries.retention import asked_of, closed_for, retention_page
from panoh.registry.access import Act
from panoh.registry.models import Case
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried

LIST, FORM = "identification:retention", "identification/retention_form.html"
KEPT = gettext_lazy("The names are kept until that day.")
ASKED = gettext_lazy("A second officer is asked to sign. Until then nothing is erased.")
ERASED = gettext_lazy("The names are erased. What figures need stays, and tells nobody who it was.")
NOT_ERASED = gettext_lazy("The names stay.")


@open_to(Act.KEEP_OR_ERASE)
def retention(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    context = {"page": retention_page(request.user, now=now), "lists": lists_page(request.user, now=now)}
    return render(request, "identification/retention.html", context)


@open_to(Act.KEEP_OR_ERASE)
def keep_names(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = get_object_or_404(closed_for(request.user), pk=case_id), KeepNamesForm(request.POST or None)
    done, refusal = tried(
        form, lambda: actions.keep_names(case=case, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, KEPT, LIST)
    return form_page(request, FORM, form, refusal, **_of_case(case))


@open_to(Act.KEEP_OR_ERASE)
def ask_to_erase(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = get_object_or_404(closed_for(request.user), pk=case_id), EraseNamesForm(request.POST or None)
    done, refusal = tried(
        form, lambda: actions.ask_to_erase(case=case, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if done:
        return led_on(request, ASKED, LIST)
    return form_page(request, FORM, form, refusal, **_of_case(case))


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def erase_names(request: OfficerRequest, retention_id: int) -> HttpResponse:
    asked = get_object_or_404(asked_of(request.user), pk=retention_id)
    actions.erase_names(asked=asked, by=request.user, at=timezone.now())
    return led_on(request, ERASED, LIST)


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def refuse_to_erase(request: OfficerRequest, retention_id: int) -> HttpResponse:
    asked = get_object_or_404(asked_of(request.user), pk=retention_id)
    actions.refuse_to_erase(asked=asked, by=request.user, at=timezone.now())
    return led_on(request, NOT_ERASED, LIST)


def _of_case(case: Case) -> dict[str, object]:
    return {"title": _("Names in case %(reference)s") % {"reference": case.reference}, "closed_at": case.state_since}
