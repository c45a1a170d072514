"""API of operations: opening, numbers, closing. No name leaves here."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from panoh.registry.access import Act, require
from panoh.registry.pages import officer_of
from panoh.screening import actions
from panoh.screening.models import Operation
from panoh.screening.queries.coverage import Breakdown, coverage_of, places
from panoh.screening.queries.operations import closing_of, operation_for, operations, responsible
from panoh.screening.queries.periods import in_numbers, period
from panoh.screening.queries.reached import Reached
from panoh.screening.rules.coverage import Coverage

router = Router()
KindIn = Literal["raid", "inspection", "border", "flight", "convoy", "camp", "detention", "stranded"]


class OperationIn(Schema):
    kind: KindIn
    title: str = Field(max_length=80)
    on: date
    region: str = ""
    place: str = Field("", max_length=80)
    sector: str = ""
    expected: int | None = Field(None, ge=0, le=100_000)


class ExpectIn(Schema):
    expected: int | None = Field(None, ge=0, le=100_000)


class RestIn(Schema):
    rest_until: datetime


class RestingOut(Schema):
    people: int


class CloseOperationIn(Schema):
    """`reason`: why somebody is not accounted for; needed only then."""

    reason: str = Field("", max_length=2000)


class OperationOut(Schema):
    """An operation and where everybody on its roster stands. The places of `coverage` add up to `total`."""

    id: UUID
    kind: str
    title: str
    on: date
    expected: int | None
    coverage: dict[str, int]
    total: int
    unaccounted: int
    missing: int
    closed: bool
    responsible: str

    @classmethod
    def of(cls, operation: Operation, coverage: Coverage) -> OperationOut:
        duty = responsible(operation)
        return cls(
            id=operation.pk,
            kind=operation.kind,
            title=operation.title,
            on=operation.on,
            expected=operation.expected,
            coverage={each.key: each.number for each in places(coverage)},
            total=coverage.total,
            unaccounted=coverage.unaccounted,
            missing=coverage.missing(operation.expected),
            closed=closing_of(operation) is not None,
            responsible=duty.desk.code if duty else "",
        )


class GroupOut(Schema):
    group: str
    total: int
    by_place: list[int]

    @classmethod
    def all_of(cls, part: tuple[Breakdown, ...]) -> list[GroupOut]:
        return [cls(group=each.label, total=each.total, by_place=list(each.numbers)) for each in part]


class InterviewsOut(Schema):
    officer: str
    when: str
    number: int


class DayOut(Schema):
    day: date
    number: int
    so_far: int


class SecondLooksOut(Schema):
    days: int
    seen: int
    refused: int
    open: int
    late: int


class ReachedOut(Schema):
    """Persons of a roster, each once, by their first finished interview: by when, by whom; and the second looks."""

    total: int
    by_day: list[DayOut]
    by_desk: dict[str, int]
    looks: list[SecondLooksOut]

    @classmethod
    def of(cls, found: Reached) -> ReachedOut:
        return cls(
            total=found.total,
            by_day=[DayOut(**asdict(each)) for each in found.by_day],
            by_desk={each.desk: each.number for each in found.by_desk},
            looks=[SecondLooksOut(**asdict(each)) for each in found.looks],
        )


class NumbersOut(Schema):
    """One operation in numbers; `places` names the columns of `by_place`."""

    places: list[str]
    by_sex_and_age: list[GroupOut]
    by_nationality: list[GroupOut]
    interviews: list[InterviewsOut]
    reached: ReachedOut


class PeriodOut(Schema):
    """All operations of a period, both days included."""

    operations: int
    expected: int
    total: int
    coverage: dict[str, int]
    places: list[str]
    by_kind: list[GroupOut]
    by_desk: list[GroupOut]
    by_day: list[GroupOut]
    interviews: list[InterviewsOut]
    reached: ReachedOut


@router.get("/operations", response=list[OperationOut])
def all_operations(request: HttpRequest) -> list[OperationOut]:
    require(officer_of(request), Act.RUN_OPERATION)
    lines = operations(officer_of(request), now=timezone.now())
    return [OperationOut.of(line.operation, line.coverage) for line in lines]


@router.post("/operations", response={201: OperationOut})
def new_operation(request: HttpRequest, given: OperationIn) -> Status[OperationOut]:
    made = actions.open_operation(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, operation_out(made))


@router.get("/operations/{uuid:operation_id}", response=OperationOut)
def one_operation(request: HttpRequest, operation_id: UUID) -> OperationOut:
    return operation_out(operation_for(officer_of(request), operation_id))


@router.post("/operations/{uuid:operation_id}/expected", response=OperationOut)
def expected(request: HttpRequest, operation_id: UUID, given: ExpectIn) -> OperationOut:
    return operation_out(actions.expect(expected=given.expected, **by(request, operation_id)))


@router.post("/operations/{uuid:operation_id}/close", response=OperationOut)
def close(request: HttpRequest, operation_id: UUID, given: CloseOperationIn) -> OperationOut:
    """Refused while somebody is not accounted for and no reason is given."""
    return operation_out(actions.close_operation(reason=given.reason, **by(request, operation_id)).operation)


@router.post("/operations/{uuid:operation_id}/reopen", response=OperationOut)
def reopen(request: HttpRequest, operation_id: UUID) -> OperationOut:
    return operation_out(actions.reopen_operation(**by(request, operation_id)))


@router.post("/operations/{uuid:operation_id}/reception", response=RestingOut)
def receive_all(request: HttpRequest, operation_id: UUID, given: RestIn) -> RestingOut:
    """Everybody who waits rests until then; whose removal is planned is asked at once."""
    return RestingOut(people=actions.receive_all(rest_until=given.rest_until, **by(request, operation_id)))


@router.get("/operations/{uuid:operation_id}/numbers", response=NumbersOut)
def numbers(request: HttpRequest, operation_id: UUID) -> dict[str, Any]:
    found = in_numbers(officer_of(request), operation_id, now=timezone.now())
    groups = {"by_sex_and_age": found.by_sex_and_age, "by_nationality": found.by_nationality}
    return {
        "places": [each.key for each in found.places],
        "interviews": _interviews(found),
        "reached": ReachedOut.of(found.reached),
        **{name: GroupOut.all_of(part) for name, part in groups.items()},
    }


@router.get("/numbers", response=PeriodOut)
def of_a_period(request: HttpRequest, start: date, end: date) -> dict[str, Any]:
    """How many people of all operations were announced, met and screened."""
    found = period(officer_of(request), start=start, end=end, now=timezone.now())
    groups = {"by_kind": found.by_kind, "by_desk": found.by_desk, "by_day": found.by_day}
    return {
        "operations": found.operations,
        "expected": found.expected,
        "total": found.coverage.total,
        "coverage": {each.key: each.number for each in found.places},
        "places": [each.key for each in found.places],
        "interviews": _interviews(found),
        "reached": ReachedOut.of(found.reached),
        **{name: GroupOut.all_of(part) for name, part in groups.items()},
    }


def operation_out(operation: Operation) -> OperationOut:
    return OperationOut.of(operation, coverage_of(operation, now=timezone.now()))


def by(request: HttpRequest, operation_id: UUID) -> dict[str, Any]:
    """What every act on an operation takes."""
    officer = officer_of(request)
    return {"operation": operation_for(officer, operation_id), "by": officer, "at": timezone.now()}


def _interviews(found: Any) -> list[InterviewsOut]:
    held = found.interviews
    return [InterviewsOut(officer=each.officer, when=each.when.isoformat(), number=each.number) for each in held]
