"""From presumed to taken in: telling the guardianship authority, lodging, recording a no, the intake desk's check; and
who manages the case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from panoh.identification import actions
from panoh.identification.forms import (
    DuplicatesForm,
    EndGuardianshipForm,
    GuardianForm,
    ManagerForm,
    RefusalForm,
    SeenForm,
)
from panoh.identification.queries import possible_duplicates
from panoh.identification.queries.guardians import read_guardian
from panoh.identification.views.act_page import act_page
from panoh.registry.access import Act
from panoh.registry.pages import OfficerRequest, signed_in
from panoh.registry.queries import case_for


@signed_in
def lodge(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.LODGE), timezone.now()
    return act_page(
        request,
        case,
        SeenForm(request.POST or None, initial={"seen": case.state}),
        page="lodge",
        do=lambda seen, _given: actions.lodge(case=seen, by=request.user, at=at),
        said=_("The referral is lodged. The intake desk sees it now; help goes on meanwhile."),
        at=at,
    )


@signed_in
def refusal(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.LODGE), timezone.now()
    return act_page(
        request,
        case,
        RefusalForm(request.POST or None, initial={"seen": case.state}),
        page="refusal",
        do=lambda seen, given: actions.record_refusal(
            case=seen, reason=given["reason"], hotline_given=given["hotline_given"], by=request.user, at=at
        ),
        said=_("It is recorded without a name. The person may come back at any time."),
        at=at,
    )


@require_POST
@signed_in
def tell_guardianship(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.LODGE), timezone.now()
    return act_page(
        request,
        case,
        SeenForm(request.POST),
        page="case",
        do=lambda seen, _given: actions.tell_guardianship(case=seen, by=request.user, at=at),
        said=_("The guardianship desk of the region sees the case now. The referral does not wait for its answer."),
        at=at,
    )


@signed_in
def appoint_guardian(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.APPOINT_GUARDIAN), timezone.now()
    return act_page(
        request,
        case,
        GuardianForm(request.POST or None, initial={"seen": case.state, "appointed_on": timezone.localdate(at)}),
        page="appoint_guardian",
        do=lambda seen, given: actions.appoint_guardian(case=seen, **_told(given), by=request.user, at=at),
        said=_("It is recorded who stands by the child."),
        at=at,
    )


@signed_in
def end_guardianship(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.APPOINT_GUARDIAN), timezone.now()
    return act_page(
        request,
        case,
        EndGuardianshipForm(request.POST or None, initial={"seen": case.state}),
        page="end_guardianship",
        do=lambda seen, given: actions.end_guardianship(case=seen, **_told(given), by=request.user, at=at),
        said=_("It is recorded. Another guardian is waited for."),
        at=at,
    )


@require_POST
@signed_in
def guardian(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Opened by a button, so that the name stands on no screen by chance."""
    case = case_for(request.user, case_id, Act.READ_GUARDIAN)
    context = {"case": case, "guardian": read_guardian(request.user, case, at=timezone.now())}
    return render(request, "identification/guardian.html", context)


def _told(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key != "seen"}


@signed_in
def take_in(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.TAKE_IN), timezone.now()
    return act_page(
        request,
        case,
        DuplicatesForm(request.POST or None, initial={"seen": case.state}),
        page="take_in",
        do=lambda seen, _given: actions.take_in(case=seen, by=request.user, at=at),
        said=_("The referral is taken in. The clock of the preliminary decision runs."),
        at=at,
        more=lambda: {"candidates": possible_duplicates(case, request.user)},
    )


@signed_in
def manager(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    case, at = case_for(request.user, case_id, Act.NAME_MANAGER), timezone.now()
    return act_page(
        request,
        case,
        ManagerForm(request.POST or None, initial={"seen": case.state}),
        page="manager",
        do=lambda seen, given: actions.name_manager(case=seen, manager=given["manager"], by=request.user, at=at),
        said=_("The case has its manager, who sees it now."),
        at=at,
    )
