"""A person was made to pay for what is free: recorded by any desk with the case, answered by the intake desk, never closed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.protection.models import ChargeAnswer, ChargeComplaint
from panoh.protection.rules.money import is_money
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Refused


@act
def complain_of_charge(
    *,
    case: Case,
    service: str,
    words: str,
    amount: Decimal | None = None,
    currency: str = "",
    by_person: bool,
    by: Officer,
    at: datetime,
) -> ChargeComplaint:
    """`by_person`: the person complains through this desk. An amount that is not known stays empty; it is never zero."""
    access.require(by, access.Act.RECORD_NEED, case)
    subject = f"case:{case.pk}"
    if service not in {each.key for each in services()} or not words.strip():
        raise Refused(
            _("A complaint says for which service was paid, and who took the money."),
            _("Choose the service, and write what the person says of it."),
            subject=subject,
        )
    require_money(case, amount, currency)
    made = ChargeComplaint(
        case=case, service=service, amount=amount, currency=currency, by_person=by_person, made_at=at, made_by=by
    )
    vault.seal(made, {"words": words.strip()})
    made.save(force_insert=True)
    ledger.write(act="complain_of_charge", by=by, at=at, subject=subject, complaint=str(made.pk), service=service)
    return made


@act
def answer_charge(*, complaint: ChargeComplaint, outcome: str, words: str, by: Officer, at: datetime) -> ChargeAnswer:
    """An answer is added to those before; none closes the complaint."""
    access.require(by, access.Act.ANSWER_CHARGE, complaint.case)
    subject = f"case:{complaint.case_id}"
    if outcome not in ChargeAnswer.Found.values or not words.strip():
        raise Refused(
            _("An answer says what was found and what was done."),
            _("Choose how it stands and write in a sentence what was done."),
            subject=subject,
        )
    made = ChargeAnswer(complaint=complaint, outcome=outcome, at=at, by=by)
    vault.seal(made, {"words": words.strip()})
    made.save(force_insert=True)
    ledger.write(act="answer_charge", by=by, at=at, subject=subject, complaint=str(complaint.pk), outcome=outcome)
    return made


def require_money(case: Case, amount: Decimal | None, currency: str) -> None:
    if not is_money(amount, currency):
        raise Refused(
            _("An amount is more than nothing and has its currency; one without the other is not kept."),
            _("Fill in both, or leave both empty where the amount is not known."),
            subject=f"case:{case.pk}",
        )
