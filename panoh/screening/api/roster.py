"""API of rosters: people added by hand, corrections, what became of each, who is called next, and second looks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening import actions
from panoh.screening.api.operations import OperationOut, by, operation_out
from panoh.screening.models import RosterEntry
from panoh.screening.queries.lines import joining_for, line_page
from panoh.screening.queries.looks import again_page
from panoh.screening.queries.roster import entry_for
from panoh.screening.queries.sheets import print_roster
from panoh.screening.queries.withheld import as_seen
from panoh.screening.rules.answers import Answer
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import WEIGHTS

router = Router()
SeenIn = Literal["in_danger", "injured", "alone", "detained"]


class LineIn(Schema):
    """Everything may be missing. `another`: somebody else with the same name; `seen`: the mark of what was shown."""

    name: str = Field("", max_length=120)
    description: str = Field("", max_length=120)
    sex: Literal["female", "male", "other", "unknown"] = "unknown"
    birth_date: str = Field("", max_length=40)
    born_from: int | None = Field(None, ge=1900, le=2100)
    born_to: int | None = Field(None, ge=1900, le=2100)
    nationality: str = Field("", pattern="^([A-Z]{2})?$")
    document: str = Field("", max_length=40)
    contact: str = Field("", max_length=200)
    marks: list[SeenIn] = []
    removal_on: date | None = None
    another: bool = False
    seen: str = ""

    def line(self) -> actions.Line:
        plain = self.dict(exclude={"marks", "removal_on", "another", "seen"})
        marks = tuple((each, Answer.YES) for each in self.marks)
        return actions.Line(RosterRow(row=0, answers=marks, **plain), self.removal_on)


class UnnamedIn(Schema):
    number: int
    sex: Literal["female", "male", "other", "unknown"] = "unknown"
    children: bool = False


class RosterLineOut(Schema):
    """A line without anything that names the person. `urgency` is what the reasons told weigh: the queue may know more
    of somebody recognised (decision 13), and nobody else does."""

    id: UUID
    number: int = Field(alias="row")
    status: str
    urgency: int
    because: list[str]
    again_on: date | None

    @staticmethod
    def resolve_urgency(line: RosterEntry | dict[str, Any]) -> int:
        because = line["because"] if isinstance(line, dict) else line.because
        return sum(WEIGHTS.get(reason, 0) for reason in because)


class LineRead(RosterLineOut):
    """With what the line says; the read stands in the ledger. `seen` is sent back with a correction."""

    said: dict[str, str]
    seen: str
    with_officer: str


class StatusIn(Schema):
    """`seen_as`: the status that was shown. Whoever moved on needs `moved_to` and `said_by`."""

    seen_as: str
    status: Literal["to_screen", "moved_on", "again", "not_met"]
    moved_to: str = ""
    said_by: str = ""
    again_on: date | None = None
    contact_agreed: bool | None = None


class ReceptionIn(Schema):
    rest_until: datetime | None = None
    family: int | None = Field(None, ge=1, le=9999)


class JoinIn(Schema):
    other: UUID


class JoiningOut(Schema):
    id: int
    kept: UUID = Field(alias="kept_id")
    other: UUID = Field(alias="other_id")


class AttemptIn(Schema):
    outcome: Literal["called", "no_answer", "wrong_number", "seen", "refused"]
    again_on: date | None = None


class AgainOut(Schema):
    """Whom to see again within a week, with name and safe contact. The read stands in the ledger."""

    total: int
    people: list[dict[str, Any]]
    cases: list[UUID]


@router.post("/operations/{uuid:operation_id}/people", response={201: RosterLineOut})
def add_person(request: HttpRequest, operation_id: UUID, given: LineIn) -> Status[RosterEntry]:
    """Refused with the number of the line where the person stands already."""
    made = actions.add_person(line=given.line(), another=given.another, **by(request, operation_id))
    return Status(201, made)


@router.post("/operations/{uuid:operation_id}/unnamed", response={201: list[RosterLineOut]})
def add_unnamed(request: HttpRequest, operation_id: UUID, given: UnnamedIn) -> Status[list[RosterEntry]]:
    return Status(201, actions.add_unnamed(**given.dict(), **by(request, operation_id)))


@router.post("/operations/{uuid:operation_id}/next", response={200: RosterLineOut, 204: None})
def call_next(request: HttpRequest, operation_id: UUID) -> Status[RosterEntry | None]:
    """The most urgent person nobody is with, for this officer alone; 204 when nobody waits."""
    entry = actions.call_next(**by(request, operation_id))
    return Status(200, _shown(entry, request)) if entry else Status(204, None)


@router.get("/operations/{uuid:operation_id}/sheet", response=list[dict[str, Any]])
def sheet(request: HttpRequest, operation_id: UUID) -> list[dict[str, Any]]:
    """The sheet for paper: number, name, sex, birth years. It stands in the ledger."""
    found = print_roster(operation_id=operation_id, by=officer_of(request), at=timezone.now())
    return [{"number": e.number, "name": e.name, "sex": e.sex, "born": e.born} for e in found.lines]


@router.get("/roster/{uuid:entry_id}", response=LineRead)
def one_line(request: HttpRequest, entry_id: UUID) -> dict[str, Any]:
    page = line_page(entry_id=entry_id, by=officer_of(request), at=timezone.now())
    plain = RosterLineOut.from_orm(page.entry).dict()
    said = {key: str(value) for key, value in page.said.items()}
    return {**plain, "row": page.entry.row, "said": said, "seen": page.seen, "with_officer": page.with_officer}


@router.post("/roster/{uuid:entry_id}/correct", response=RosterLineOut)
def correct(request: HttpRequest, entry_id: UUID, given: LineIn) -> RosterEntry:
    """What stood there before is kept."""
    asked: dict[str, Any] = {"another": given.another, "seen": given.seen}
    return _shown(actions.correct_line(line=given.line(), **asked, **_by(request, entry_id)), request)


@router.post("/roster/{uuid:entry_id}/status", response=OperationOut)
def set_status(request: HttpRequest, entry_id: UUID, given: StatusIn) -> OperationOut:
    held = _by(request, entry_id)
    held["entry"].status = given.seen_as
    told = actions.Told(**given.dict(exclude={"seen_as", "status"}))
    return operation_out(actions.set_roster_status(status=given.status, told=told, **held).operation)


@router.post("/roster/{uuid:entry_id}/reception", response=RosterLineOut)
def receive_line(request: HttpRequest, entry_id: UUID, given: ReceptionIn) -> RosterEntry:
    """No moment: the person wishes to talk now. `family`: the same number for all who came together."""
    return _shown(actions.receive_line(**given.dict(), **_by(request, entry_id)), request)


@router.post("/roster/{uuid:entry_id}/release", response=RosterLineOut)
def release(request: HttpRequest, entry_id: UUID) -> RosterEntry:
    return _shown(actions.release_line(**_by(request, entry_id)), request)


@router.post("/roster/{uuid:entry_id}/join", response={201: JoiningOut})
def join(request: HttpRequest, entry_id: UUID, given: JoinIn) -> Status[Any]:
    """`other` is the same person as this line and counts no more."""
    officer = officer_of(request)
    kept, other = entry_for(officer, entry_id), entry_for(officer, given.other)
    return Status(201, actions.join_lines(kept=kept, other=other, by=officer, at=timezone.now()))


@router.post("/joinings/{int:joining_id}/part", response=RosterLineOut)
def part(request: HttpRequest, joining_id: int) -> RosterEntry:
    officer = officer_of(request)
    parted = actions.part_lines(joining=joining_for(officer, joining_id), by=officer, at=timezone.now())
    return _shown(parted, request)


@router.get("/again", response=AgainOut)
def to_see_again(request: HttpRequest) -> dict[str, Any]:
    page = again_page(by=officer_of(request), at=timezone.now())
    people = [{"line": each.entry.pk, "name": each.name, "contact": each.contact} for each in page.people]
    return {"total": page.total + page.cases_total, "people": people, "cases": [each.case.pk for each in page.cases]}


@router.post("/roster/{uuid:entry_id}/attempts", response=RosterLineOut)
def attempt(request: HttpRequest, entry_id: UUID, given: AttemptIn) -> RosterEntry:
    """Every try is kept, after the operation was closed too."""
    return _shown(actions.record_attempt(**given.dict(), **_by(request, entry_id)), request)


@router.post("/cases/{uuid:case_id}/attempts", response={204: None})
def case_attempt(request: HttpRequest, case_id: UUID, given: AttemptIn) -> Status[None]:
    officer = officer_of(request)
    case = case_for(officer, case_id)
    actions.record_case_attempt(case=case, outcome=given.outcome, by=officer, at=timezone.now())
    return Status(204, None)


def _shown(entry: RosterEntry, request: HttpRequest) -> RosterEntry:
    """No answer to an act says more of a line than the line does."""
    [seen] = as_seen([entry], officer_of(request))
    return seen


def _by(request: HttpRequest, entry_id: UUID) -> dict[str, Any]:
    """What every act on a line takes."""
    officer = officer_of(request)
    return {"entry": entry_for(officer, entry_id), "by": officer, "at": timezone.now()}
