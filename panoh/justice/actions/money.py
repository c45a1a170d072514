"""Restitution ordered and paid, and what is frozen until a court confiscates it or gives it back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.justice.actions.held import held, not_ahead, refuse, subject
from panoh.justice.models import Asset, CriminalCase, Restitution, RestitutionPayment
from panoh.justice.queries.cases import standing
from panoh.justice.rules.stages import Reached, may_be_judged
from panoh.protection.rules.money import is_money
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused


@act
def order_restitution(
    *, criminal_case: CriminalCase, on: date, amount: Decimal, currency: str, by: Officer, at: datetime
) -> Restitution:
    case = held(criminal_case, by)
    reached = [Reached(each.kind, each.on) for each in standing(case)]
    refuse(may_be_judged(reached, on=on, today=timezone.localdate(at)), case)
    _require_money(amount, currency, case)
    made = Restitution.objects.create(criminal_case=case, on=on, amount=amount, currency=currency, at=at, by=by)
    ledger.write(act="order_restitution", by=by, at=at, subject=subject(case), amount=str(amount), currency=currency)
    return made


@act
def record_payment(
    *, restitution: Restitution, on: date, amount: Decimal, by: Officer, at: datetime
) -> RestitutionPayment:
    """In the currency of the order, after it, and in all not more than was ordered."""
    case = held(restitution.criminal_case, by)
    not_ahead(on, timezone.localdate(at), case)
    _require_money(amount, restitution.currency, case)
    paid = restitution.payments.aggregate(all=Sum("amount"))["all"] or Decimal(0)
    if on < restitution.on or paid + amount > restitution.amount:
        raise Refused(
            _("It would be paid before it was ordered, or more than was ordered (%(left)s %(currency)s are left).")
            % {"left": restitution.amount - paid, "currency": restitution.currency},
            _("Correct the day or the amount."),
            subject=subject(case),
        )
    made = RestitutionPayment.objects.create(restitution=restitution, on=on, amount=amount, at=at, by=by)
    ledger.write(act="record_payment", by=by, at=at, subject=subject(case), amount=str(amount))
    return made


@act
def freeze_asset(
    *,
    criminal_case: CriminalCase,
    kind: str,
    on: date,
    value: Decimal | None = None,
    currency: str = "",
    by: Officer,
    at: datetime,
) -> Asset:
    """A value that is not known stays empty; it is never zero."""
    case = held(criminal_case, by)
    not_ahead(on, timezone.localdate(at), case)
    if kind not in Asset.Kind.values:
        raise Refused(_("It is one of the list."), _("Choose what was frozen."), subject=subject(case))
    if value is not None or currency:
        _require_money(value, currency, case)
    made = Asset.objects.create(
        criminal_case=case, kind=kind, value=value, currency=currency, frozen_on=on, at=at, by=by
    )
    ledger.write(act="freeze_asset", by=by, at=at, subject=subject(case), kind=kind)
    return made


@act
def settle_asset(*, asset: Asset, became: str, on: date, by: Officer, at: datetime) -> Asset:
    case = held(asset.criminal_case, by)
    not_ahead(on, timezone.localdate(at), case)
    if became not in Asset.Became.values or on < asset.frozen_on:
        raise Refused(
            _("It is confiscated or given back, on a day after it was frozen."),
            _("Choose which, and correct the day."),
            subject=subject(case),
        )
    if not Asset.objects.filter(pk=asset.pk, became="").update(became=became, settled_on=on):
        raise Conflict(_("This is settled already."), _("Look at the criminal case again."), subject=subject(case))
    asset.refresh_from_db()
    ledger.write(act="settle_asset", by=by, at=at, subject=subject(case), became=became)
    return asset


def _require_money(amount: Decimal | None, currency: str, case: CriminalCase) -> None:
    if amount is None or not is_money(amount, currency):
        raise Refused(
            _("An amount is more than nothing and has its currency."),
            _("Fill in both."),
            subject=subject(case),
        )
