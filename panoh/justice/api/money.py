"""API of restitution and assets of criminal cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.justice import actions
from panoh.justice.api.router import router
from panoh.justice.models import Asset, Restitution, RestitutionPayment
from panoh.justice.queries.cases import criminal_case_for
from panoh.justice.queries.inside import part_for
from panoh.registry.pages import officer_of


class RestitutionIn(Schema):
    on: date
    amount: Decimal = Field(max_digits=14, decimal_places=2)
    currency: str = Field(max_length=3)


class PaymentIn(Schema):
    """In the currency of the order."""

    on: date
    amount: Decimal = Field(max_digits=14, decimal_places=2)


class AssetIn(Schema):
    """`kind`: money, account, vehicle, property, business or other. Value and currency: both, or neither
    where they are not known."""

    kind: str
    on: date
    value: Decimal | None = Field(None, max_digits=14, decimal_places=2)
    currency: str = Field("", max_length=3)


class SettledIn(Schema):
    became: Asset.Became
    on: date


class MoneyMade(Schema):
    id: int


@router.post("/criminal-cases/{criminal_case_id}/restitutions", response={201: MoneyMade})
def order_restitution(request: HttpRequest, criminal_case_id: UUID, given: RestitutionIn) -> Status[Restitution]:
    officer = officer_of(request)
    case = criminal_case_for(officer, criminal_case_id)
    return Status(201, actions.order_restitution(criminal_case=case, **given.dict(), by=officer, at=timezone.now()))


@router.post("/restitutions/{restitution_id}/payments", response={201: MoneyMade})
def record_payment(request: HttpRequest, restitution_id: int, given: PaymentIn) -> Status[RestitutionPayment]:
    officer = officer_of(request)
    row = part_for(officer, Restitution, restitution_id)
    return Status(201, actions.record_payment(restitution=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/criminal-cases/{criminal_case_id}/assets", response={201: MoneyMade})
def freeze_asset(request: HttpRequest, criminal_case_id: UUID, given: AssetIn) -> Status[Asset]:
    officer = officer_of(request)
    case = criminal_case_for(officer, criminal_case_id)
    return Status(201, actions.freeze_asset(criminal_case=case, **given.dict(), by=officer, at=timezone.now()))


@router.post("/assets/{asset_id}/settle", response={204: None})
def settle_asset(request: HttpRequest, asset_id: int, given: SettledIn) -> Status[None]:
    officer = officer_of(request)
    row = part_for(officer, Asset, asset_id)
    actions.settle_asset(asset=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)
