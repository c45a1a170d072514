"""API of a consulate's files: the same acts as their pages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.protection import actions
from panoh.protection.actions import FileGiven
from panoh.protection.api.house import router
from panoh.protection.models import ConsularFile, HostReferral, TravelDocument
from panoh.protection.queries.consular import (
    FilePage,
    document_for,
    file_for,
    file_page,
    files_of,
    host_referral_for,
)
from panoh.protection.rules.abroad import Standing
from panoh.registry.access import Act
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Sex
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening.queries.reading import mark_of


class FileIn(Schema):
    """`needs`: codes of what is needed at once."""

    met: ConsularFile.HowMet
    wish: ConsularFile.WishAbroad
    needs: list[str] = []
    situation: str = Field("", max_length=3000)
    where: str = Field("", max_length=3000)

    def given(self) -> FileGiven:
        return FileGiven(self.met, self.wish, tuple(self.needs), self.situation, self.where)


class FileChangedIn(FileIn):
    """`after`: the `mark` of the file as the caller read it; otherwise it is refused with 409."""

    after: str


class MeetIn(FileIn):
    """Somebody new. Without agreement an adult leaves no name."""

    agreed: bool
    explained: bool
    language: str = Field(min_length=2, max_length=12)
    name: str = Field("", max_length=120)
    sex: Sex = Sex.UNKNOWN
    born_from: int | None = Field(None, ge=1900, le=2100)
    born_to: int | None = Field(None, ge=1900, le=2100)
    age_in_doubt: bool = False
    nationality: str = Field("", max_length=2)
    contact: str = Field("", max_length=200)

    def person(self) -> PersonGiven:
        names = ((self.name, "said"),) if self.name.strip() else ()
        kept = ("sex", "born_from", "born_to", "age_in_doubt", "nationality", "contact")
        return PersonGiven(names=names, **{name: getattr(self, name) for name in kept})


class FileMade(Schema):
    id: UUID


class FileListed(Schema):
    id: UUID
    case: UUID
    opened_at: datetime
    wish: ConsularFile.WishAbroad
    closed_because: str


class DocumentOut(Schema):
    id: UUID
    kind: TravelDocument.Paper
    asked_on: date
    issued_on: date | None
    number: str


class HostOut(Schema):
    id: UUID
    body: str
    transfer: Standing
    """What the data-protection officer says of it; empty where the body is told nothing of the person."""
    accepted: bool | None


class FileOut(FileListed):
    name: str
    situation: str
    where: str
    needs: list[str]
    documents: list[DocumentOut]
    host: list[HostOut]
    mark: str


class AskDocumentIn(Schema):
    kind: TravelDocument.Paper
    asked_on: date


class IssueDocumentIn(Schema):
    issued_on: date
    number: str = Field(min_length=1, max_length=40)


class HostIn(Schema):
    """`fields`: what the body is told of the person, and no more."""

    body: str = Field(min_length=1, max_length=200)
    words: str = Field("", max_length=3000)
    fields: list[str] = []


class HostAnswerIn(Schema):
    accepted: bool
    answered_on: date


class CloseFileIn(Schema):
    because: ConsularFile.Closed


@router.get("/consular-files", response=list[FileListed])
def read_files(request: HttpRequest) -> list[FileListed]:
    return [FileListed(**_listed(each)) for each in files_of(officer_of(request))[:200]]


@router.post("/consular-files", response={201: FileMade})
def meet_abroad(request: HttpRequest, given: MeetIn) -> Status[ConsularFile]:
    made = actions.meet_abroad(
        given=given.person(),
        file=given.given(),
        agreed=given.agreed,
        language=given.language,
        explained=given.explained,
        by=officer_of(request),
        at=timezone.now(),
    )
    return Status(201, made)


@router.post("/cases/{case_id}/consular-file", response={201: FileMade})
def open_consular_file(request: HttpRequest, case_id: UUID, given: FileIn) -> Status[ConsularFile]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.KEEP_CONSULAR_FILE)
    return Status(201, actions.open_consular_file(case=case, given=given.given(), by=officer, at=timezone.now()))


@router.get("/consular-files/{file_id}", response=FileOut)
def read_file(request: HttpRequest, file_id: UUID) -> FileOut:
    return _out(file_page(officer_of(request), file_id, at=timezone.now()))


@router.post("/consular-files/{file_id}/change", response={204: None})
def change_consular_file(request: HttpRequest, file_id: UUID, given: FileChangedIn) -> Status[None]:
    officer = officer_of(request)
    row = file_for(officer, file_id)
    actions.change_consular_file(file=row, given=given.given(), after=given.after, by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/consular-files/{file_id}/documents", response={201: FileMade})
def ask_document(request: HttpRequest, file_id: UUID, given: AskDocumentIn) -> Status[TravelDocument]:
    officer = officer_of(request)
    row = file_for(officer, file_id)
    return Status(201, actions.ask_document(file=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/travel-documents/{document_id}/issue", response={204: None})
def issue_document(request: HttpRequest, document_id: UUID, given: IssueDocumentIn) -> Status[None]:
    officer = officer_of(request)
    row = document_for(officer, document_id)
    actions.issue_document(document=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/consular-files/{file_id}/host", response={201: FileMade})
def refer_to_host(request: HttpRequest, file_id: UUID, given: HostIn) -> Status[HostReferral]:
    officer = officer_of(request)
    row = file_for(officer, file_id)
    made = actions.refer_to_host(
        file=row, body=given.body, words=given.words, fields=tuple(given.fields), by=officer, at=timezone.now()
    )
    return Status(201, made)


@router.post("/host-referrals/{host_id}/answer", response={204: None})
def answer_of_host(request: HttpRequest, host_id: UUID, given: HostAnswerIn) -> Status[None]:
    officer = officer_of(request)
    row = host_referral_for(officer, host_id)
    actions.answer_of_host(referral=row, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


@router.post("/consular-files/{file_id}/close", response={204: None})
def close_consular_file(request: HttpRequest, file_id: UUID, given: CloseFileIn) -> Status[None]:
    officer = officer_of(request)
    row = file_for(officer, file_id)
    actions.close_consular_file(file=row, because=given.because, by=officer, at=timezone.now())
    return Status(204, None)


def _listed(row: ConsularFile) -> dict[str, Any]:
    wish = ConsularFile.WishAbroad(row.wish)
    return {
        "id": row.pk,
        "case": row.case_id,
        "opened_at": row.opened_at,
        "wish": wish,
        "closed_because": row.closed_because,
    }


def _out(page: FilePage) -> FileOut:
    return FileOut(
        **_listed(page.row),
        name=page.name,
        situation=page.situation,
        where=page.where,
        needs=page.row.needs,
        mark=mark_of(page.row),
        documents=[
            DocumentOut(
                id=each.row.pk,
                kind=TravelDocument.Paper(each.row.kind),
                asked_on=each.row.asked_on,
                issued_on=each.row.issued_on,
                number=each.number,
            )
            for each in page.documents
        ],
        host=[
            HostOut(id=each.row.pk, body=each.body, transfer=each.word.stands, accepted=each.row.accepted)
            for each in page.host
        ],
    )
