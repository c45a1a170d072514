"""Pages about money of a criminal case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from panoh.justice import actions
from panoh.justice.forms.money import AssetForm, PaymentForm, RestitutionForm, SettleForm
from panoh.justice.models import Asset, Restitution
from panoh.justice.queries.cases import criminal_case_for
from panoh.justice.queries.inside import part_for
from panoh.justice.views.acting import act_page
from panoh.registry.pages import OfficerRequest, signed_in


@signed_in
def restitution(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    case = criminal_case_for(request.user, criminal_case_id)
    return act_page(
        request,
        case,
        RestitutionForm(request.POST or None),
        _("Restitution ordered"),
        lambda given: actions.order_restitution(criminal_case=case, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def payment(request: OfficerRequest, restitution_id: int) -> HttpResponse:
    row = part_for(request.user, Restitution, restitution_id)
    return act_page(
        request,
        row.criminal_case,
        PaymentForm(request.POST or None),
        _("Restitution paid"),
        lambda given: actions.record_payment(restitution=row, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def asset(request: OfficerRequest, criminal_case_id: UUID) -> HttpResponse:
    case = criminal_case_for(request.user, criminal_case_id)
    return act_page(
        request,
        case,
        AssetForm(request.POST or None),
        _("Something was frozen"),
        lambda given: actions.freeze_asset(criminal_case=case, **given, by=request.user, at=timezone.now()),
    )


@signed_in
def settle(request: OfficerRequest, asset_id: int) -> HttpResponse:
    row = part_for(request.user, Asset, asset_id)
    return act_page(
        request,
        row.criminal_case,
        SettleForm(request.POST or None),
        _("What became of it"),
        lambda given: actions.settle_asset(asset=row, **given, by=request.user, at=timezone.now()),
    )
