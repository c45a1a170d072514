"""Taking out the papers of a decision. What is opened for it and the taking out stand in the ledger together."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision
from panoh.identification.queries.panels import votes_on
from panoh.identification.queries.papers import certificate_paper, decision_paper
from panoh.identification.queries.reading import read_reasons
from panoh.identification.queries.reviews import standing_decision
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.paper import as_pdf
from panoh.registry.queries import read_identity
from panoh.registry.refusals import OutOfOrder


@act
def print_decision(*, decision: Decision, by: Officer, at: datetime) -> bytes:
    """The decision as PDF in the active language, with its reasons, dissent, and how to ask for reconsideration."""
    access.require(by, access.Act.READ_SCREENING, decision.case)
    if decision.status != Decision.Status.FINAL:
        raise OutOfOrder(
            _("This is a proposal and no decision: there is no paper of it."),
            _("A colleague signs it or sends it back first."),
            subject=f"case:{decision.case_id}",
        )
    paper = decision_paper(read_reasons(decision, by, at=at), votes_on(decision, by, at=at))
    made = as_pdf(paper, by=by, at=at)
    ledger.write(act="print_decision", by=by, at=at, subject=f"case:{decision.case_id}", decision=str(decision.pk))
    return made


@act
def print_certificate(*, decision: Decision, by: Officer, at: datetime) -> bytes:
    """That the person has the status, for an office to see. Not for whoever opened the case in an
    emergency; it says no more than that."""
    access.require(by, access.Act.PRINT_CERTIFICATE, decision.case)
    if standing_decision(decision.case) != decision or decision.outcome != Decision.Outcome.POSITIVE:
        raise OutOfOrder(
            _("No status was given by this decision, or another one took its place."),
            _("Protection holds without a certificate from the first sign on; look at the decision in effect."),
            subject=f"case:{decision.case_id}",
        )
    identity = read_identity(case=decision.case, viewer=by, purpose="certificate", at=at)
    made = as_pdf(certificate_paper(decision, identity), by=by, at=at)
    ledger.write(act="print_certificate", by=by, at=at, subject=f"case:{decision.case_id}", decision=str(decision.pk))
    return made
