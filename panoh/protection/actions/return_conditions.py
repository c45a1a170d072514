"""What a return waits for: its risks assessed for this person, their wish heard in private, and the receiver named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.source import Words
from panoh.protection.actions.abroad import ask_transfer, end_transfers
from panoh.protection.actions.returns import end_return, held_return, stop_risk_clock, take_back
from panoh.protection.models import Return, ReturnRisk, ReturnWish
from panoh.protection.queries.returns import SHARED_FIELDS, abroad, agreed_to_tell, factors
from panoh.protection.rules.returns import faults_of
from panoh.referral.rules.agreement import shared_for
from panoh.registry import ledger, vault
from panoh.registry.actions import disclose
from panoh.registry.actions.clocks import on_event
from panoh.registry.acts import act
from panoh.registry.models import Case, Consent, Desk, Officer
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import Refused
from panoh.registry.wording import spoken, spoken_languages

EVENT = "return_risk_assessed"


@act
def assess_return_risk(
    *,
    of_return: Return,
    answers: Mapping[str, str],
    conclusion: str,
    danger: str,
    own_view: str = "",
    measures: str = "",
    after: str,
    by: Officer,
    at: datetime,
) -> ReturnRisk:
    """For this person and this return, factor by factor. It counts as long as the procedure says, and can be renewed."""
    held = held_return(of_return, by, after=after)
    subject = f"case:{held.case_id}"
    if conclusion not in ReturnRisk.Conclusion.values or not danger.strip():
        raise Refused(
            _("An assessment says what the person would meet there, and what follows from it."),
            _("Write it for this person, and choose what follows."),
            subject=subject,
        )
    fault = faults_of(answers, conclusion, measures, factors())
    if fault is not None:
        named = fault if isinstance(fault, Words) else fault.name
        raise Refused(
            _("The assessment is not whole: %(what)s") % {"what": spoken(named)},
            _("Answer every question with yes, no or not known; where it is grave, write what is done against it."),
            subject=subject,
        )
    ReturnRisk.objects.filter(of_return=held, replaced_at=None).update(replaced_at=at)
    made = ReturnRisk(of_return=held, factors=dict(answers), conclusion=conclusion, assessed_at=at, assessed_by=by)
    vault.seal(made, {"danger": danger.strip(), "own_view": own_view.strip(), "measures": measures.strip()})
    made.save(force_insert=True)
    stop_risk_clock(held.case, at=at)
    if EVENT in {clock.starts_when for clock in procedure_of(held.case).clocks}:
        on_event(case=held.case, event=EVENT, at=at)
    ledger.write(act="assess_return_risk", by=by, at=at, subject=subject, conclusion=conclusion)
    return made


@act
def record_return_wish(
    *,
    of_return: Return,
    wished: bool,
    present: str,
    language: str,
    told_free: bool,
    words: str,
    after: str,
    by: Officer,
    at: datetime,
) -> ReturnWish:
    """What the person said when asked. A no ends the return at once, and changes nothing else for them."""
    held = held_return(of_return, by, after=after)
    if present not in ReturnWish.Present.values or language not in dict(spoken_languages()) or not words.strip():
        raise Refused(
            _("The word of the person says who was there, in which language, and what they said."),
            _("Choose both from the lists, and write down their own words."),
            subject=f"case:{held.case_id}",
        )
    made = ReturnWish(
        of_return=held, wished=wished, present=present, language=language, told_free=told_free, said_at=at, said_to=by
    )
    vault.seal(made, {"words": words.strip()})
    made.save(force_insert=True)
    if not wished:
        end_return(held, Return.CalledOff.NOT_WISHED, by=by, at=at)
    ledger.write(act="record_return_wish", by=by, at=at, subject=f"case:{held.case_id}", wished=wished)
    return made


@act
def name_receiver(
    *,
    of_return: Return,
    desk: Desk | None,
    body: str,
    agreed_with: str,
    fields: tuple[str, ...],
    after: str,
    by: Officer,
    at: datetime,
) -> Return:
    """Who receives the person, and exactly what they are told, by the person's consent to that and nothing wider.

    In the country a desk, which sees those fields from now on; abroad a body, whose name stays sealed, and
    which is told nothing before the data-protection officer has said so.
    """
    held = held_return(of_return, by, after=after)
    consent = _check_receiver(held, desk, body, agreed_with, fields)
    take_back(held, by=by, at=at)
    end_transfers(held, at=at)
    held.receiver_desk, held.fields, held.receiver_named_at = desk, list(fields), at
    held.consent, held.disclosure = consent, None
    if desk is not None and desk.pk != held.case.desk_id:
        purpose = consent.purpose if consent else shared_for(desk.agency.kind)
        held.disclosure = disclose(
            case=held.case, to_desk=desk, purpose=purpose, fields=fields, consent=consent, by=by, at=at
        )
    vault.seal(held, {**vault.unseal(held), "body": body.strip(), "agreed_with": agreed_with.strip()})
    held.save()
    if desk is None:
        told = {"body": body, "purpose": ""}
        ask_transfer(held.case, country=held.to_country, fields=fields, told=told, of_return=held, by=by, at=at)
    subject, to_desk = f"case:{held.case_id}", desk.code if desk else ""
    ledger.write(act="name_receiver", by=by, at=at, subject=subject, fields=fields, to_desk=to_desk)
    return held


def _check_receiver(
    held: Return, desk: Desk | None, body: str, agreed_with: str, fields: tuple[str, ...]
) -> Consent | None:
    subject = f"case:{held.case_id}"
    if (desk is None) != abroad(held.to_country) or not agreed_with.strip() or (desk is None and not body.strip()):
        raise Refused(
            _("The receiver is a desk within the country, or a body of the country returned to, that agreed to it."),
            _("Choose the desk or write the name of the body, and with whom it was agreed on which day."),
            subject=subject,
        )
    if set(fields) - set(SHARED_FIELDS):
        raise Refused(
            _("The receiver would be told something that is not on the list."),
            _("Tick what they need to receive the person; what happened stays here."),
            subject=subject,
        )
    consent = agreed_to_tell(held.case, desk)
    if consent is None and held.case.track == Case.Track.ADULT:
        raise Refused(
            _("The person has not agreed to the receiver being told of them."),
            _("Ask the person for consent to this purpose first: sharing abroad, or with such a desk."),
            subject=subject,
        )
    return consent if held.case.track == Case.Track.ADULT else None
