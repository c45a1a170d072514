"""A person was made to pay for what is free: recorded by any desk with the case, answered by the intake desk, never closed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.protection.models import ChargeAnswer, ChargeComplaint
from panoh.protection.rules.money import is_money
from panoh.registry import access, ledger, vault
from panoh.registry.actions import keep_still
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
    """`by_person`: the person complains through this desk. An amount that is not known stays empty; it is never zero.

    Sent twice it is one complaint: the one this officer wrote on the same day in the very same words."""
    access.require(by, access.Act.RECORD_NEED, case)
    subject = f"case:{case.pk}"
    if service not in {each.key for each in services()} or not words.strip():
        raise Refused(
            _("A complaint says for which service was paid, and who took the money."),
            _("Choose the service, and write what the person says of it."),
            subject=subject,
        )
    require_money(case, amount, currency)
    keep_still(case.pk)
    told = {"service": service, "amount": amount, "currency": currency, "by_person": by_person, "made_by": by}
    stands = _written_today(ChargeComplaint.objects.filter(case=case, **told), words.strip(), at)
    made = stands or ChargeComplaint(case=case, **told, made_at=at)
    if stands is None:
        vault.seal(made, {"words": words.strip()})
        made.save(force_insert=True)
    ledger.write(
        act="complain_of_charge",
        by=by,
        at=at,
        subject=subject,
        complaint=str(made.pk),
        service=service,
        stood_already=stands is not None,
    )
    return made


def _written_today(alike: QuerySet[ChargeComplaint], words: str, at: datetime) -> ChargeComplaint | None:
    """Another day may bring the same charge again; then it is another one."""
    day = timezone.localdate(at)
    same_day = (each for each in alike.order_by("made_at", "pk") if timezone.localdate(each.made_at) == day)
    return next((each for each in same_day if vault.unseal(each).get("words", "") == words), None)


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
