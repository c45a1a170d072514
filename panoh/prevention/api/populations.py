"""API of populations at risk: counts for every post that sees figures."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.router import router
from panoh.prevention.queries.populations import PopulationShown, populations_for
from panoh.registry.pages import officer_of
from panoh.screening.queries.operations import operation_for


class SizeIn(Schema):
    """`size`: left out where the source does not know. `mark`: official, secondary or provisional."""

    population: str
    as_of: date
    source: str = Field(max_length=200)
    mark: str
    size: int | None = Field(None, ge=0, le=100_000_000)
    low: int | None = Field(None, ge=0, le=100_000_000)
    high: int | None = Field(None, ge=0, le=100_000_000)


class OfWhomIn(Schema):
    population: str
    operation_id: UUID


class PopulationOut(Schema):
    """`screened`: empty where no record tells; zero was counted. `coverage`: in a hundred, where the size is known."""

    key: str
    size: int | None
    source: str
    as_of: date | None
    mark: str
    screened: int | None
    coverage: float | None

    @classmethod
    def of(cls, shown: PopulationShown) -> PopulationOut:
        said = shown.size
        return cls(
            key=shown.population.key,
            size=said.size if said else None,
            source=said.source if said else "",
            as_of=said.as_of if said else None,
            mark=said.mark if said else "",
            screened=shown.screened,
            coverage=shown.coverage,
        )


@router.get("/populations", response=list[PopulationOut])
def read_populations(request: HttpRequest, start: date, end: date) -> list[PopulationOut]:
    """Screened from `start` to `end`, both within."""
    return [PopulationOut.of(each) for each in populations_for(officer_of(request), start=start, end=end)]


@router.post("/populations/sizes", response={204: None})
def record_size(request: HttpRequest, given: SizeIn) -> Status[None]:
    actions.record_size(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(204, None)


@router.post("/populations/operations", response={204: None})
def say_of_whom(request: HttpRequest, given: OfWhomIn) -> Status[None]:
    officer = officer_of(request)
    operation = operation_for(officer, given.operation_id)
    actions.say_of_whom(operation=operation, population=given.population, by=officer, at=timezone.now())
    return Status(204, None)
