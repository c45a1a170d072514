"""Lists whose time is over: the names of people who led to no case are kept for a reason, or erased by two officers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms.retention import KeepListNamesForm
from panoh.identification.queries.list_retention import closed_operations_for, lists_asked_of
from panoh.identification.views.retention import ASKED, ERASED, FORM, KEPT, LIST, NOT_ERASED
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried


@open_to(Act.KEEP_OR_ERASE)
def keep_list_names(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    operation = get_object_or_404(closed_operations_for(request.user), pk=operation_id)
    form = KeepListNamesForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: actions.keep_list_names(operation=operation, **form.cleaned_data, by=request.user, at=timezone.now()),
    )
    if done:
        return led_on(request, KEPT, LIST)
    title = _("Names on the list %(title)s") % {"title": operation.title}
    return form_page(request, FORM, form, refusal, title=title, closed_at=operation.closed_at)


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def ask_to_erase_list(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    operation = get_object_or_404(closed_operations_for(request.user), pk=operation_id)
    actions.ask_to_erase_list(operation=operation, by=request.user, at=timezone.now())
    return led_on(request, ASKED, LIST)


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def erase_list_names(request: OfficerRequest, list_retention_id: int) -> HttpResponse:
    asked = get_object_or_404(lists_asked_of(request.user), pk=list_retention_id)
    actions.erase_list_names(asked=asked, by=request.user, at=timezone.now())
    return led_on(request, ERASED, LIST)


@require_POST
@open_to(Act.KEEP_OR_ERASE)
def refuse_to_erase_list(request: OfficerRequest, list_retention_id: int) -> HttpResponse:
    asked = get_object_or_404(lists_asked_of(request.user), pk=list_retention_id)
    actions.refuse_to_erase_list(asked=asked, by=request.user, at=timezone.now())
    return led_on(request, NOT_ERASED, LIST)
