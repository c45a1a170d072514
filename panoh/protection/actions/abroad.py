"""The data-protection officer says whether a body abroad may be told of a person: approved, or refused with the reason."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.protection.models import HostReferral, Return, TransferAbroad
from panoh.registry import access, ledger, vault
from panoh.registry.actions.cases import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, Purpose
from panoh.registry.queries.consents import consent_to
from panoh.registry.refusals import Conflict, OutOfOrder, Refused


@act
def answer_transfer(
    *, transfer: TransferAbroad, approved: bool, because: str = "", words: str = "", by: Officer, at: datetime
) -> TransferAbroad:
    """About exactly this body and these fields. A refusal has its reason and says what would have to be otherwise."""
    access.require(by, access.Act.APPROVE_TRANSFER, transfer.case)
    keep_still(transfer.case_id)
    rows = TransferAbroad.objects.select_for_update(no_key=True, of=("self",)).select_related("case")
    held, subject = rows.get(pk=transfer.pk), f"case:{transfer.case_id}"
    if held.approved is not None or held.ended_at is not None:
        raise Conflict(
            _("This transfer was answered already, or nobody waits for it any more."),
            _("Go back to the list to see what waits."),
            subject=subject,
        )
    _check(held, approved, because, words)
    held.approved, held.answered_at, held.answered_by = approved, at, by
    held.refused_because = "" if approved else because
    vault.seal(held, {**vault.unseal(held), "answer": words.strip()})
    held.save()
    ledger.write(act="answer_transfer", by=by, at=at, subject=subject, approved=approved, because=held.refused_because)
    return held


def ask_transfer(
    case: Case,
    *,
    country: str,
    fields: tuple[str, ...],
    told: dict[str, str],
    of_return: Return | None = None,
    host: HostReferral | None = None,
    by: Officer,
    at: datetime,
) -> None:
    """Part of an act: the data-protection officer is asked, unless nothing of the person is told."""
    if not fields:
        return
    made = TransferAbroad(case=case, of_return=of_return, host=host, country=country, fields=list(fields))
    made.asked_at, made.asked_by = at, by
    vault.seal(made, {key: told[key].strip() for key in ("body", "purpose")})
    made.save(force_insert=True)


def end_transfers(of_return: Return, *, at: datetime) -> None:
    """Part of an act: what was asked for this return does not stand any more."""
    of_return.transfers.filter(ended_at=None).update(ended_at=at)


def require_told(referral: HostReferral) -> None:
    """Part of an act: a body has nothing to answer to before it may be told of the person."""
    transfer = TransferAbroad.objects.filter(host=referral).first()
    if transfer is None or transfer.approved:
        return
    subject = f"case:{transfer.case_id}"
    if transfer.approved is None:
        raise OutOfOrder(
            _("The data-protection officer has not said yet that this body may be told of the person."),
            _("Wait for the answer, which comes to your work; in danger ask the body for help without any name."),
            subject=subject,
        )
    raise OutOfOrder(
        _("The data-protection officer refused that this body is told of the person."),
        _("Read the reason in the file, and ask anew with what is amended."),
        subject=subject,
    )


def _check(held: TransferAbroad, approved: bool, because: str, words: str) -> None:
    subject = f"case:{held.case_id}"
    if not approved and (because not in TransferAbroad.Refused.values or not words.strip()):
        raise Refused(
            _("A refusal has a reason, and says what would have to be otherwise."),
            _("Choose the reason, and write what the desk can do."),
            subject=subject,
        )
    adult = held.case.track == Case.Track.ADULT
    if approved and adult and consent_to(held.case, Purpose.FOREIGN) is None:
        raise OutOfOrder(
            _("The person does not agree, or no longer, to a body abroad being told of them."),
            _("Refuse it for this reason; the desk asks the person again."),
            subject=subject,
        )
