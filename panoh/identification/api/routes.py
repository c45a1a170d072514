"""Addresses of the API. A refusal becomes JSON with reason and way forward (web/middleware.py)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Router, Schema

from panoh.identification import actions
from panoh.identification.api.schemas import (
    CandidateShown,
    DecisionGiven,
    DecisionShown,
    FormalGiven,
    GuardianEnded,
    GuardianGiven,
    GuardianOut,
    Lines,
    ManagerGiven,
    ReasonsShown,
    RefusalGiven,
    Seen,
    SentBack,
    SignatureGiven,
    Standing,
    shown,
)
from panoh.identification.forms.calendar import asked_year
from panoh.identification.queries import (
    DECIDES,
    as_seen,
    calendar_page,
    case_block,
    decision_for,
    possible_duplicates,
    procedure_page,
    proposal_in,
    read_reasons,
    stage_of,
    worklist,
)
from panoh.identification.queries.guardians import read_guardian
from panoh.registry.access import Act
from panoh.registry.models import Case
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.registry.queries.officers import officers_named
from panoh.registry.wording import spoken

router = Router()


@router.get("/worklist", response=Lines)
def open_work(request: HttpRequest) -> Lines:
    return Lines.of(worklist(officer_of(request), now=timezone.now()))


class DayOffShown(Schema):
    """`works`: worked on by decision although it is a weekend; else free. `on_weekend`: free anyhow."""

    on: date
    name: str
    works: bool
    on_weekend: bool
    source: str
    mark: str


@router.get("/calendar", response=list[DayOffShown])
def calendar(request: HttpRequest, year: str = "") -> list[DayOffShown]:
    """The days of a year that do not count as their weekday says, each with its source."""
    page = calendar_page(asked_year(year, this_year=timezone.localdate().year))
    return [DayOffShown(**vars(each) | {"name": spoken(each.name)}) for each in page.days_off]


@router.get("/procedure.svg")
def procedure_drawing(request: HttpRequest) -> HttpResponse:
    drawing = procedure_page(language=get_language() or "en").drawing
    return HttpResponse(drawing, content_type="image/svg+xml; charset=utf-8")


@router.get("/cases/{case_id}", response=Standing)
def standing(request: HttpRequest, case_id: UUID) -> Standing:
    return _standing(request, case_for(officer_of(request), case_id))


@router.post("/cases/{case_id}/guardianship", response=Standing)
def tell_guardianship(request: HttpRequest, case_id: UUID, given: Seen) -> Standing:
    case = _case(request, case_id, Act.LODGE, given)
    return _standing(request, actions.tell_guardianship(case=case, by=officer_of(request), at=timezone.now()))


@router.get("/cases/{case_id}/guardian", response=GuardianOut)
def read_who_the_guardian_is(request: HttpRequest, case_id: UUID) -> GuardianOut:
    case = case_for(officer_of(request), case_id, Act.READ_GUARDIAN)
    return GuardianOut.of(read_guardian(officer_of(request), case, at=timezone.now()))


@router.post("/cases/{case_id}/guardian", response=Standing)
def appoint_guardian(request: HttpRequest, case_id: UUID, given: GuardianGiven) -> Standing:
    case, told = _case(request, case_id, Act.APPOINT_GUARDIAN, given), given.dict(exclude={"seen"})
    return _standing(request, actions.appoint_guardian(case=case, **told, by=officer_of(request), at=timezone.now()))


@router.post("/cases/{case_id}/guardian/end", response=Standing)
def end_guardianship(request: HttpRequest, case_id: UUID, given: GuardianEnded) -> Standing:
    case = _case(request, case_id, Act.APPOINT_GUARDIAN, given)
    return _standing(
        request,
        actions.end_guardianship(case=case, ended_on=given.ended_on, by=officer_of(request), at=timezone.now()),
    )


@router.post("/cases/{case_id}/lodge", response=Standing)
def lodge(request: HttpRequest, case_id: UUID, given: Seen) -> Standing:
    case = _case(request, case_id, Act.LODGE, given)
    return _standing(request, actions.lodge(case=case, by=officer_of(request), at=timezone.now()))


@router.post("/cases/{case_id}/refusal", response=Standing)
def record_refusal(request: HttpRequest, case_id: UUID, given: RefusalGiven) -> Standing:
    case = actions.record_refusal(
        case=_case(request, case_id, Act.LODGE, given),
        reason=given.reason,
        hotline_given=given.hotline_given,
        by=officer_of(request),
        at=timezone.now(),
    )
    return _standing(request, case)


@router.get("/cases/{case_id}/duplicates", response=list[CandidateShown])
def duplicates(request: HttpRequest, case_id: UUID) -> list[CandidateShown]:
    officer = officer_of(request)
    found = possible_duplicates(case_for(officer, case_id, Act.TAKE_IN), officer)
    return [CandidateShown.of(each) for each in found]


@router.post("/cases/{case_id}/take-in", response=Standing)
def take_in(request: HttpRequest, case_id: UUID, given: Seen) -> Standing:
    case = _case(request, case_id, Act.TAKE_IN, given)
    return _standing(request, actions.take_in(case=case, by=officer_of(request), at=timezone.now()))


@router.post("/cases/{case_id}/manager", response=Standing)
def name_manager(request: HttpRequest, case_id: UUID, given: ManagerGiven) -> Standing:
    case, (manager,) = _case(request, case_id, Act.NAME_MANAGER, given), officers_named([given.manager])
    return _standing(
        request, actions.name_manager(case=case, manager=manager, by=officer_of(request), at=timezone.now())
    )


@router.post("/cases/{case_id}/decisions", response=DecisionShown)
def decide(request: HttpRequest, case_id: UUID, given: DecisionGiven) -> DecisionShown:
    stage = stage_of(officer_of(request))
    decision = actions.decide(
        case=_case(request, case_id, DECIDES[stage], given),
        stage=stage,
        outcome=given.outcome,
        form=given.form,
        reasons=given.reasons,
        elements={"act": given.act, "means": given.means, "purpose": given.purpose},
        conflict_of_interest=given.conflict_of_interest,
        by=officer_of(request),
        at=timezone.now(),
    )
    return shown(decision)


@router.get("/decisions/{decision_id}/reasons", response=ReasonsShown)
def reasons(request: HttpRequest, decision_id: UUID) -> ReasonsShown:
    officer = officer_of(request)
    read = read_reasons(decision_for(officer, decision_id), officer, at=timezone.now())
    return ReasonsShown(reasons=read.reasons, elements=read.elements, returned_because=read.returned_because)


@router.post("/cases/{case_id}/proposal/signature", response=DecisionShown)
def sign(request: HttpRequest, case_id: UUID, given: SignatureGiven) -> DecisionShown:
    officer = officer_of(request)
    case = _case(request, case_id, DECIDES[stage_of(officer)], given)
    conflict = given.conflict_of_interest
    decision = proposal_in(case)
    return shown(actions.sign(decision=decision, conflict_of_interest=conflict, by=officer, at=timezone.now()))


@router.post("/cases/{case_id}/proposal/return", response=DecisionShown)
def send_back(request: HttpRequest, case_id: UUID, given: SentBack) -> DecisionShown:
    officer = officer_of(request)
    case = _case(request, case_id, DECIDES[stage_of(officer)], given)
    decision = proposal_in(case)
    return shown(actions.send_back(decision=decision, reason=given.reason, by=officer, at=timezone.now()))


@router.post("/cases/{case_id}/formal-decision", response=Standing)
def open_formal_decision(request: HttpRequest, case_id: UUID, given: FormalGiven) -> Standing:
    case = actions.open_formal_decision(
        case=_case(request, case_id, Act.DECIDE_FORMALLY, given),
        asked_by_person=given.asked_by_person,
        agencies_asked=given.agencies_asked,
        by=officer_of(request),
        at=timezone.now(),
    )
    return _standing(request, case)


def _case(request: HttpRequest, case_id: UUID, act: Act, given: Seen) -> Case:
    return as_seen(case_for(officer_of(request), case_id, act), given.seen)


def _standing(request: HttpRequest, case: Case) -> Standing:
    return Standing.of(case_block(officer_of(request), case, now=timezone.now()))
