"""Pages of numbers: an operation as it goes on, all operations of a period, and the same as files without names."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.tried import form_page
from panoh.screening.forms.operations import PeriodForm
from panoh.screening.queries.coverage import coverage_of, places
from panoh.screening.queries.operations import operation_for
from panoh.screening.queries.periods import in_numbers, numbers_file, period, period_file

LAST = timedelta(days=30)


@require_GET
@open_to(Act.RUN_OPERATION)
def now(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    """The bar and its numbers alone, asked for again and again by an open page."""
    held = operation_for(request.user, operation_id)
    coverage = coverage_of(held, now=timezone.now())
    shown = {"coverage": coverage, "places": places(coverage), "operation": held}
    return render(request, "screening/operation_coverage.html", shown)


@require_GET
@open_to(Act.RUN_OPERATION)
def numbers(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    found = in_numbers(request.user, operation_id, now=timezone.now())
    return render(request, "screening/operation_numbers.html", {"found": found})


@require_GET
@open_to(Act.RUN_OPERATION)
def numbers_csv(request: OfficerRequest, operation_id: UUID) -> HttpResponse:
    held = operation_for(request.user, operation_id)
    return _file(numbers_file(operation=held, by=request.user, at=timezone.now()), "operation.csv")


@require_GET
@open_to(Act.RUN_OPERATION)
def all_of_a_period(request: OfficerRequest) -> HttpResponse:
    form = _period_form(request)
    found = period(request.user, **form.cleaned_data, now=timezone.now()) if form.is_valid() else None
    return form_page(request, "screening/operations_numbers.html", form, found=found)


@require_GET
@open_to(Act.RUN_OPERATION)
def period_csv(request: OfficerRequest) -> HttpResponse:
    form = _period_form(request)
    if not form.is_valid():
        return render(request, "screening/operations_numbers.html", {"form": form}, status=422)
    days = form.cleaned_data
    rows = period_file(**days, by=request.user, at=timezone.now())
    return _file(rows, f"operations-{days['start']}-{days['end']}.csv")


def _period_form(request: OfficerRequest) -> PeriodForm:
    today = timezone.localdate()
    return PeriodForm(request.GET if "start" in request.GET else {"start": today - LAST, "end": today})


def _file(rows: Iterable[tuple[object, ...]], name: str) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")  # the mark by which Excel knows UTF-8
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    csv.writer(response).writerows(rows)
    return response
