"""Opening what is sealed in a decision, and what is laid before whoever decides. Every read is in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision, PanelSeat
from panoh.identification.queries.facts import open_proposal
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, Officer, shown_now
from panoh.registry.queries import cases_for
from panoh.registry.queries.purposes import of_reading
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder
from panoh.screening.models import Finding
from panoh.screening.queries.finding import FindingPage, finding_page

FIELDS = ("reasons", "elements", "votes")


@dataclass(frozen=True)
class Reasons:
    """Why a decision was proposed: the reasons, notes on act, means and purpose, and why it was sent back, if it was."""

    decision: Decision
    reasons: str
    elements: dict[str, str]
    returned_because: str


def decision_for(viewer: Officer, decision_id: UUID, act: access.Act = access.Act.READ_SCREENING) -> Decision:
    """One decision in a case the viewer may see, or NotPermitted without telling whether it exists."""
    visible = cases_for(viewer, act)
    found = Decision.objects.select_related("case__person", "proposed_by__post__desk__agency").filter(
        pk=decision_id, case__in=visible
    )
    decision = found.first()
    if decision is None:
        raise NotPermitted(
            _("There is no such decision, or your post may not read it."),
            _("Ask the desk that works on the case."),
        )
    return decision


def proposal_in(case: Case) -> Decision:
    """The proposal waiting in a case; Conflict where a colleague answered it meanwhile."""
    waiting = open_proposal(case)
    if waiting is None:
        raise Conflict(
            _("No proposal waits in this case any more: a colleague answered it."),
            _("Look at where the case stands now."),
            subject=f"case:{case.pk}",
        )
    return waiting


def read_reasons(decision: Decision, viewer: Officer, *, at: datetime) -> Reasons:
    access.require(viewer, access.Act.READ_SCREENING, decision.case)
    return _opened(decision, viewer, at=at)


def read_reasons_shared(decision: Decision, viewer: Officer, *, at: datetime) -> Reasons:
    """For a desk to which the person shows the reasons by name, such as their advocate's."""
    named = decision.case.disclosures.filter(shown_now(), to_desk=viewer.desk, to_answer=False)
    if not any("reasons" in fields for fields in named.values_list("fields", flat=True)):
        raise NotPermitted(
            _("The person does not show your desk the reasons."),
            _("Ask the person; whoever works on the case can tell you what was decided."),
            subject=f"case:{decision.case_id}",
        )
    return _opened(decision, viewer, at=at)


def _opened(decision: Decision, viewer: Officer, *, at: datetime) -> Reasons:
    subject = f"case:{decision.case_id}"
    if decision.sealed is None:
        raise OutOfOrder(
            _("The words of this decision were erased, because the person declined or asked for it."),
            _("That it was decided, when and by whom stays on record."),
            subject=subject,
        )
    kept_for = {} if _theirs(decision, viewer) else of_reading(viewer, access.Act.READ_SCREENING, decision.case)
    with ledger.reading():
        which = {"decision": str(decision.pk), **kept_for}
        ledger.write(act="read_reasons", by=viewer, at=at, subject=subject, fields=FIELDS, **which)
        kept = vault.unseal(decision)
    return Reasons(decision, kept["reasons"], kept["elements"], kept.get("returned", {}).get("reason", ""))


def _theirs(decision: Decision, viewer: Officer) -> bool:
    """Their own words or signature, or a decision of the panel they sat on: nobody is asked what for."""
    sat = PanelSeat.objects.filter(panel__decision=decision, officer=viewer, status=PanelSeat.Status.SITS)
    return viewer.pk in {decision.proposed_by_id, decision.signed_by_id} or sat.exists()


def latest_finding(case: Case, viewer: Officer, *, at: datetime) -> FindingPage | None:
    """The last result of screening, as an aid: it decides nothing (nrm-procedure T07). None where the person declined since."""
    rows = Finding.objects.filter(screening__case=case).exclude(screening__case__state=Case.DECLINED)
    found = rows.order_by("-at", "-pk").first()
    return finding_page(viewer, found.screening_id, at=at) if found else None


def as_seen(case: Case, state: str) -> Case:
    """The case, if it still stands where the page showed it; Conflict otherwise, before anything is done."""
    if case.state != state:
        raise Conflict(
            _("This case moved on since you opened the page."),
            _("Look at where it stands now. What you typed is still here, so that you can copy it."),
            subject=f"case:{case.pk}",
        )
    return case
