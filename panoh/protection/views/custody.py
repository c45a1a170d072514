"""Pages of children held by the state: all of them in numbers, one child, and each act as a form of its own."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from panoh.protection import actions
from panoh.protection.forms.custody import (
    AccessAnsweredForm,
    AccessAskedForm,
    CustodyForm,
    CustodyReviewForm,
    EndCustodyForm,
)
from panoh.protection.queries.custody import access_asked, custodies_now, custody_for, custody_page
from panoh.registry.access import Act
from panoh.registry.one_act import one_act
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.queries import case_for
from panoh.screening.queries.roster import entry_for


@require_GET
@open_to(Act.KEEP_CUSTODY)
def custodies(request: OfficerRequest) -> HttpResponse:
    today = timezone.localdate()
    found = custodies_now(request.user, today=today)
    return render(request, "protection/custodies.html", {"found": found, "today": today})


@signed_in
def open_custody(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, form = case_for(request.user, case_id, Act.KEEP_CUSTODY), CustodyForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.open_custody(case=case, given=form.given(), by=request.user, at=timezone.now()),
        title=_("A child is held by the state"),
        back=reverse("case", args=[case.pk]),
        then=lambda made: reverse("protection:custody", args=[made.pk]),
    )


@open_to(Act.KEEP_CUSTODY)
def line_custody(request: OfficerRequest, entry_id: UUID) -> HttpResponse:
    entry, form = entry_for(request.user, entry_id), CustodyForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.open_custody_of_line(entry=entry, given=form.given(), by=request.user, at=timezone.now()),
        title=_("A child is held by the state"),
        back=reverse("screening:line", args=[entry.pk]),
        then=lambda made: reverse("protection:custody", args=[made.pk]),
        lead=_("Whoever may be a child on this list is counted from the first day, with a case or without."),
    )


@require_GET
@open_to(Act.KEEP_CUSTODY)
def custody(request: OfficerRequest, custody_id: UUID) -> HttpResponse:
    page = custody_page(request.user, custody_id, at=timezone.now())
    return render(request, "protection/custody.html", {"page": page, "today": timezone.localdate()})


@open_to(Act.KEEP_CUSTODY)
def review_custody(request: OfficerRequest, custody_id: UUID) -> HttpResponse:
    row, form = custody_for(request.user, custody_id), CustodyReviewForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.review_custody(custody=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Does the child still have to be held there?"),
        back=_page(custody_id),
    )


@open_to(Act.KEEP_CUSTODY)
def ask_access(request: OfficerRequest, custody_id: UUID) -> HttpResponse:
    row, form = custody_for(request.user, custody_id), AccessAskedForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.ask_custody_access(custody=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Somebody independent asks to see the child"),
        back=_page(custody_id),
    )


@open_to(Act.KEEP_CUSTODY)
def answer_access(request: OfficerRequest, access_id: UUID) -> HttpResponse:
    row, form = access_asked(request.user, access_id), AccessAnsweredForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.answer_custody_access(asked=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("Were they let in to the child?"),
        back=_page(row.custody_id),
        lead=row.get_monitor_display(),
    )


@open_to(Act.KEEP_CUSTODY)
def end_custody(request: OfficerRequest, custody_id: UUID) -> HttpResponse:
    row, form = custody_for(request.user, custody_id), EndCustodyForm(request.POST or None)
    return one_act(
        request,
        form,
        lambda: actions.end_custody(custody=row, **form.cleaned_data, by=request.user, at=timezone.now()),
        title=_("The child is held no more"),
        back=_page(custody_id),
    )


def _page(custody_id: UUID) -> str:
    return reverse("protection:custody", args=[custody_id])
