"""Pages of criminal cases: counts for every post, the list and one of them for whoever keeps them, stages and transfers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.justice import actions
from panoh.justice.forms.cases import OpenForm, StageForm, TransferForm
from panoh.justice.models import CriminalStage
from panoh.justice.queries.cases import (
    criminal_case_for,
    criminal_case_page,
    criminal_cases_for,
    keeping_desks,
    transfer_for,
)
from panoh.justice.queries.counts import counts_for
from panoh.justice.queries.inside import part_for
from panoh.justice.views.acting import act_page
from panoh.registry.access import Act, may
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.tried import led_on

SHOWN = 200


@open_to(Act.SEE_FIGURES)
def home(request: OfficerRequest) -> HttpResponse:
    """How many stand at which stage: no case and nobody in one."""
    context = {
        "counts": counts_for(request.user),
        "keeps": may(request.user, Act.KEEP_CRIMINAL_CASE),
        "lists": may(request.user, Act.RUN_OPERATION),
    }
    return render(request, "justice/home.html", context)


@open_to(Act.KEEP_CRIMINAL_CASE)
def criminal_cases(request: OfficerRequest) -> HttpResponse:
    rows = criminal_cases_for(request.user).order_by("-stage_on", "pk")[:SHOWN]
    return render(request, "justice/criminal_cases.html", {"rows": rows, "shown": SHOWN})


@signed_in
def criminal_case(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    page = criminal_case_page(request.user, criminal_case_id, at=timezone.now())
    return render(request, "justice/criminal_case.html", {"page": page})


@open_to(Act.KEEP_CRIMINAL_CASE)
def open_criminal_case(request: OfficerRequest) -> HttpResponse:
    return act_page(
        request,
        None,
        OpenForm(request.POST or None),
        _("Open a criminal case"),
        lambda given: actions.open_criminal_case(**given, by=request.user, at=timezone.now()),
    )


@signed_in
def stage(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    case = criminal_case_for(request.user, criminal_case_id)
    return act_page(
        request,
        case,
        StageForm(request.POST or None),
        _("Record a stage"),
        lambda given: actions.record_stage(criminal_case=case, **given, by=request.user, at=timezone.now()),
    )


@require_POST
@signed_in
def take_back(request: OfficerRequest, stage_id: int) -> HttpResponse:
    row = part_for(request.user, CriminalStage, stage_id)
    actions.take_back_stage(stage=row, by=request.user, at=timezone.now())
    said = _("The stage is taken back. It stays on record.")
    return led_on(request, said, "justice:criminal_case", row.criminal_case_id)


@signed_in
def transfer(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    case = criminal_case_for(request.user, criminal_case_id)
    return act_page(
        request,
        case,
        TransferForm(request.POST or None, desks=keeping_desks(case.desk)),
        _("Send to another agency"),
        lambda given: actions.transfer_criminal_case(criminal_case=case, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def receive(request: OfficerRequest, transfer_id: int) -> HttpResponse:
    """Before it is received the desk sees where it comes from and why, and nobody in it."""
    row = transfer_for(request.user, transfer_id)
    if request.method != "POST":
        return render(request, "justice/receive.html", {"transfer": row})
    actions.receive_criminal_case(transfer=row, by=request.user, at=timezone.now())
    return led_on(request, _("The criminal case is with your desk now."), "justice:criminal_case", row.criminal_case_id)
