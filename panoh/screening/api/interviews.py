"""The interview through the API, in the order of its pages. Without agreement nothing personal is taken."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.registry.actions import PersonGiven
from panoh.registry.pages import officer_of
from panoh.registry.queries import case_for
from panoh.screening import actions
from panoh.screening.models import Screening
from panoh.screening.queries import go_on, read_answers, screening_for
from panoh.screening.queries.person import said_on_list
from panoh.screening.queries.roster import entry_for

router = Router()


AnswerIn: TypeAlias = Literal["yes", "no", "unknown"]
SexIn: TypeAlias = Literal["female", "male", "other", "unknown"]


class ScreeningOut(Schema):
    id: UUID
    case: UUID | None = Field(None, alias="case_id")
    instrument: str
    instrument_version: str
    track: str
    outcome: str
    agreed_at: datetime | None
    go_on: str

    @staticmethod
    def resolve_go_on(screening: Screening) -> str:
        return go_on(screening)[0].value


class BeginIn(Schema):
    in_danger: bool | None = None
    case: UUID | None = None
    roster_entry: UUID | None = None


class ConditionsIn(Schema):
    private_place: bool
    language: str = Field(min_length=2, max_length=12)
    interpreter: bool
    track: Literal["adult", "child"]


class AgreementIn(Schema):
    agreed: bool


class DeclineIn(Schema):
    sex: SexIn = "unknown"
    nationality: str = Field("", pattern="^([A-Z]{2})?$")
    reason: str


class PersonIn(Schema):
    """Everything may be missing. `names` are (text, source), `documents` (kind, number)."""

    names: tuple[tuple[str, str], ...] = ()
    sex: SexIn = "unknown"
    birth_date: str = ""
    born_from: int | None = None
    born_to: int | None = None
    age_in_doubt: bool = False
    nationality: str = Field("", pattern="^([A-Z]{2})?$")
    documents: tuple[tuple[str, str], ...] = ()
    contact: str = ""


class InstrumentIn(Schema):
    instrument: str


class AnswersIn(Schema):
    """`seen`: the answers shown before. Where a colleague answered otherwise since, nothing is saved (409)."""

    answers: dict[str, AnswerIn]
    seen: dict[str, str] | None = None


class WordsIn(Schema):
    text: str = Field(max_length=20_000)


@router.post("/", response={201: ScreeningOut})
def begin(request: HttpRequest, given: BeginIn) -> Status[Screening]:
    """Begin with the question about danger; with `case` a person on record is screened again."""
    officer = officer_of(request)
    case = case_for(officer, given.case) if given.case else None
    entry = entry_for(officer, given.roster_entry) if given.roster_entry else None
    danger, now = given.in_danger, timezone.now()
    return Status(201, actions.begin_screening(in_danger=danger, case=case, roster_entry=entry, by=officer, at=now))


@router.get("/{uuid:screening_id}", response={200: ScreeningOut})
def one(request: HttpRequest, screening_id: UUID) -> Screening:
    return screening_for(officer_of(request), screening_id)


@router.post("/{uuid:screening_id}/conditions", response={200: ScreeningOut})
def conditions(request: HttpRequest, screening_id: UUID, given: ConditionsIn) -> Screening:
    """Where and how the talk is held. Doubt about age is the child's track."""
    return actions.tell_conditions(**given.dict(), **_by(request, screening_id))


@router.post("/{uuid:screening_id}/agreement", response={200: ScreeningOut})
def agreement(request: HttpRequest, screening_id: UUID, given: AgreementIn) -> Screening:
    """The person's yes, or a child's answer; from here on there is a case."""
    held = _by(request, screening_id)
    said = said_on_list(held["screening"], viewer=held["by"], at=held["at"])
    actions.record_agreement(agreed=given.agreed, given=said, **held)
    return screening_for(officer_of(request), screening_id)


@router.post("/{uuid:screening_id}/decline", response={200: ScreeningOut})
def decline(request: HttpRequest, screening_id: UUID, given: DeclineIn) -> Screening:
    """An adult's no: sex, nationality and reason stay, and nothing else."""
    return actions.decline(**given.dict(), **_by(request, screening_id))


@router.post("/{uuid:screening_id}/person", response={200: ScreeningOut})
def person(request: HttpRequest, screening_id: UUID, given: PersonIn) -> Screening:
    actions.describe_person(given=PersonGiven(**given.dict()), **_by(request, screening_id))
    return screening_for(officer_of(request), screening_id)


@router.post("/{uuid:screening_id}/instrument", response={200: ScreeningOut})
def instrument(request: HttpRequest, screening_id: UUID, given: InstrumentIn) -> Screening:
    return actions.choose_instrument(instrument=given.instrument, **_by(request, screening_id))


@router.post("/{uuid:screening_id}/answers", response={200: ScreeningOut})
def answer(request: HttpRequest, screening_id: UUID, given: AnswersIn) -> Screening:
    """One answer per question; a correction keeps the earlier one."""
    return actions.record_answers(answers=given.answers, seen=given.seen, **_by(request, screening_id))


@router.get("/{uuid:screening_id}/answers", response={200: dict[str, AnswerIn]})
def answers(request: HttpRequest, screening_id: UUID) -> dict[str, str]:
    """Current answers by question. The read stands in the ledger."""
    held = _by(request, screening_id)
    reading = read_answers(held["screening"], held["by"], at=held["at"], fields=("answers",))
    return {item: value.value for item, value in reading.answers.items()}


@router.post("/{uuid:screening_id}/words", response={200: ScreeningOut})
def words(request: HttpRequest, screening_id: UUID, given: WordsIn) -> Screening:
    return actions.record_words(text=given.text, **_by(request, screening_id))


@router.post("/{uuid:screening_id}/also", response={201: ScreeningOut})
def also(request: HttpRequest, screening_id: UUID, given: InstrumentIn) -> Status[Screening]:
    """Go on with another set of questions in the same talk."""
    return Status(201, actions.screen_also(instrument=given.instrument, **_by(request, screening_id)))


def _by(request: HttpRequest, screening_id: UUID) -> dict[str, Any]:
    """What every act on a screening takes."""
    officer = officer_of(request)
    return {"screening": screening_for(officer, screening_id), "by": officer, "at": timezone.now()}
