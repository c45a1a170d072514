"""Pages of operations: the list, opening one, its roster by urgency, and what became of each person."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.screening.actions import open_operation, set_roster_status
from panoh.screening.forms.operations import OperationForm, StatusForm
from panoh.screening.queries.operations import operations
from panoh.screening.queries.roster import Show, entry_for, roster_page


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def all_operations(request: OfficerRequest) -> HttpResponse:
    return render(request, "screening/operations.html", {"lines": operations(request.user)})


@require_http_methods(["GET", "POST"])
@open_to(Act.RUN_OPERATION)
def new_operation(request: OfficerRequest) -> HttpResponse:
    form = OperationForm(request.POST or None, initial={"on": timezone.localdate()})
    if form.is_valid():
        operation = open_operation(**form.cleaned_data, by=request.user, at=timezone.now())
        return redirect("screening:operation", operation.pk)
    return render(request, "screening/operation_new.html", {"form": form})


@require_GET
@open_to(Act.RUN_OPERATION)
def operation(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    show, number = request.GET.get("show", ""), request.GET.get("page", "1")
    chosen = Show(show) if show in set(Show) else Show.QUEUE
    found = roster_page(request.user, operation_id, show=chosen, page=number, at=timezone.now())
    return render(request, "screening/operation.html", {"found": found})


@require_POST
@open_to(Act.RUN_OPERATION)
def set_status(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry, form = entry_for(request.user, entry_id), StatusForm(request.POST)
    if form.is_valid():
        entry.status = form.cleaned_data["seen_as"]
        set_roster_status(entry=entry, status=form.cleaned_data["status"], by=request.user, at=timezone.now())
    return redirect(reverse("screening:operation", args=[entry.operation_id]))
