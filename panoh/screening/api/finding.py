"""API of the finding: finish, read it with everything the page shows, all findings on one person, paper."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema

from panoh.registry.access import Act
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening import actions
from panoh.screening.api.held import router
from panoh.screening.api.schemas import FindingOut, PersonFindingsOut
from panoh.screening.api.telling import finding_out, person_findings_out
from panoh.screening.queries import finding_page, person_findings, screening_for
from panoh.screening.queries.reading import what_for


class FinishIn(Schema):
    on_judgement: bool = False


@router.post("/{uuid:screening_id}/finish", response={200: FindingOut})
def finish(request: HttpRequest, screening_id: UUID, given: FinishIn) -> FindingOut:
    """Assess; the officer may presume on their own judgement whatever the score says. What it came to is read at once, so it is
    asked first what for, where the law asks."""
    officer, now = officer_of(request), timezone.now()
    screening = screening_for(officer, screening_id)
    what_for(screening, officer)
    actions.finish(screening=screening, on_judgement=given.on_judgement, by=officer, at=now)
    return finding(request, screening_id)


@router.get("/{uuid:screening_id}/finding", response={200: FindingOut})
def finding(request: HttpRequest, screening_id: UUID) -> FindingOut:
    """The latest finding: reasons, act–means–purpose, labels, what to ask next. The read stands in the ledger."""
    return finding_out(finding_page(officer_of(request), screening_id, at=timezone.now()))


@router.post("/{uuid:screening_id}/finding/paper", response={200: FindingOut})
def paper(request: HttpRequest, screening_id: UUID) -> FindingOut:
    """What goes on paper for the case file, without what could be used against the person. The taking out is on record."""
    officer, now = officer_of(request), timezone.now()
    screening = screening_for(officer, screening_id, Act.READ_SCREENING)
    what_for(screening, officer)
    actions.print_finding(screening=screening, by=officer, at=now)
    return finding_out(finding_page(officer, screening_id, at=now, for_paper=True))


@router.get("/cases/{uuid:case_id}/findings", response={200: PersonFindingsOut})
def findings(request: HttpRequest, case_id: UUID) -> PersonFindingsOut:
    """Every finding on the person of a case side by side. Each read stands in the ledger."""
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.READ_SCREENING)
    return person_findings_out(person_findings(officer, case, at=timezone.now()))
