"""Pages of operations: the list, opening one, its roster by urgency, closing it and opening it again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page, led_on, tried
from panoh.screening import actions
from panoh.screening.forms.operations import CloseForm, ExpectForm, OperationForm
from panoh.screening.forms.roster import UnnamedForm
from panoh.screening.queries.operations import offered_to, operation_for, operations
from panoh.screening.queries.roster import Show, roster_page
from panoh.screening.queries.sheets import closing_page


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def all_operations(request: OfficerRequest) -> HttpResponse:
    lines = operations(request.user, now=timezone.now())
    return render(request, "screening/operations.html", {"lines": lines, "offers": offered_to(request.user)})


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def new_operation(request: OfficerRequest) -> HttpResponse:
    """A second one of the same title on one day is refused, and what was typed stays."""
    form = OperationForm(request.POST or None, initial={"on": timezone.localdate()})
    done, refusal = tried(form, lambda: actions.open_operation(**form.cleaned_data, by=request.user, at=timezone.now()))
    if done:
        return redirect("screening:operation", done.made.pk)
    return form_page(request, "screening/operation_new.html", form, refusal)


@require_GET
@open_to(Act.RUN_OPERATION)
def operation(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    show, number = request.GET.get("show", ""), request.GET.get("page", "1")
    chosen = Show(show) if show in set(Show) else Show.QUEUE
    found = roster_page(request.user, operation_id, show=chosen, page=number, at=timezone.now())
    return render(request, "screening/operation.html", {"found": found, "unnamed": UnnamedForm()})


@require_POST
@open_to(Act.RUN_OPERATION)
def expected(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    form = ExpectForm(request.POST)
    if form.is_valid():
        number, held = form.cleaned_data["expected"], operation_for(request.user, operation_id)
        actions.expect(operation=held, expected=number, by=request.user, at=timezone.now())
    else:
        messages.error(request, _("The number expected is a whole number up to 100,000, or empty."))
    return redirect("screening:operation", operation_id)


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def close(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    """Shows who is not accounted for; a refused closing keeps what was typed."""
    form = CloseForm(request.POST or None)
    found = closing_page(operation_id=operation_id, by=request.user, at=timezone.now())
    done, refusal = tried(
        form,
        lambda: actions.close_operation(
            operation=found.operation, **form.cleaned_data, by=request.user, at=timezone.now()
        ),
    )
    if done:
        said = _("The operation is closed. It can be opened again at any time.")
        return led_on(request, said, "screening:operation", operation_id)
    return form_page(request, "screening/operation_close.html", form, refusal, found=found)


@require_POST
@open_to(Act.RUN_OPERATION)
def reopen(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held = operation_for(request.user, operation_id)
    actions.reopen_operation(operation=held, by=request.user, at=timezone.now())
    return redirect("screening:operation", operation_id)
