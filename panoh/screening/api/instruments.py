"""The sets of questions through the API: what they ask and by which text, what a short form tells, who confirmed them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Schema, Status

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.registry.access import Act, require
from panoh.registry.models import Officer
from panoh.registry.pages import officer_of
from panoh.screening import actions
from panoh.screening.api.held import router
from panoh.screening.models import TextConfirmation
from panoh.screening.queries.instruments import (
    InstrumentPage,
    ItemShown,
    confirmation_called,
    instrument_called,
    instrument_page,
    instruments_here,
    standing_of,
)
from panoh.screening.queries.meaning import meaning_of
from panoh.screening.rules.predictive import Predicted, Share


class SetOut(Schema):
    id: str
    version: str
    title: str
    population: str
    form: str
    step: str
    status: str
    country: str
    digest: str


class ItemOut(Schema):
    id: str
    dimension: str
    strength: str | None
    strength_seen: bool
    question: str
    verification: str
    sources: list[str]
    ask_if: list[str]


class ConfirmationOut(Schema):
    id: int
    instrument: str
    instrument_version: str
    item: str
    document: str
    place: str
    differs: str
    by: str
    at: datetime
    second_by: str | None
    second_answer: str
    standing: str

    @classmethod
    def of(cls, row: TextConfirmation) -> ConfirmationOut:
        names = ("instrument", "instrument_version", "item", "document", "place", "differs", "second_answer")
        return cls(
            id=row.pk,
            by=row.by.name,
            at=row.at,
            second_by=row.second_by.name if row.second_by else None,
            standing=standing_of(row, instrument_called(row.instrument)).value,
            **{name: getattr(row, name) for name in names},
        )


class WholeSetOut(SetOut):
    items: list[ItemOut]
    rule: list[str]
    outcomes: dict[str, list[dict[str, Any]]]
    confirmations: list[ConfirmationOut]

    @classmethod
    def of(cls, page: InstrumentPage) -> WholeSetOut:
        one = page.instrument
        return cls(
            **_row(one),
            items=[_item(shown) for _, items in page.dimensions for shown in items],
            rule=[each.words.en for each in one.rule.positive_if_any],
            outcomes={
                whom: [{"code": line.code, "presumed": line.presumed, "label": line.label.en} for line, _ in lines]
                for whom, lines in page.tables
            },
            confirmations=[ConfirmationOut.of(each.row) for each in page.held],
        )


class HoldIn(Schema):
    document: str = Field(max_length=200)
    place: str = Field(max_length=80)
    item: str = ""
    differs: str = Field("", max_length=2000)


class SecondIn(Schema):
    agrees: bool
    words: str = Field("", max_length=2000)


class WithdrawIn(Schema):
    because: str = Field(max_length=300)


class MeaningIn(Schema):
    """Rates in per cent."""

    people: int = Field(1000, ge=1, le=10_000_000)
    sensitivity: float = Field(86.7, ge=0, le=100)
    specificity: float = Field(76.5, ge=0, le=100)


class MeaningOut(Schema):
    """Counts for a list of `people`. `here` is empty where too few people were seen to say anything."""

    people: int
    lines: list[dict[str, float | None]]
    here: dict[str, list[float] | None]


@router.get("/instruments", response=list[SetOut])
def sets(request: HttpRequest) -> list[dict[str, Any]]:
    _reader(request)
    return [_row(each) for each in instruments_here()]


@router.get("/instruments/{slug:instrument_id}", response=WholeSetOut)
def one_set(request: HttpRequest, instrument_id: str) -> WholeSetOut:
    return WholeSetOut.of(instrument_page(_reader(request), instrument_id))


@router.get("/instruments/{slug:instrument_id}/meaning", response=MeaningOut)
def meaning(request: HttpRequest, instrument_id: str, given: Query[MeaningIn]) -> MeaningOut:
    """What a sign and no sign mean from a base rate of 30 down to 1 per cent."""
    _reader(request)
    found = meaning_of(instrument_id, given.dict())
    here = {name: getattr(found.here, name) for name in ("of_a_sign", "of_no_sign", "sensitivity", "specificity")}
    return MeaningOut(
        people=found.people,
        lines=[_line(each) for each in found.lines],
        here={name: _share(share) for name, share in here.items()},
    )


@router.post("/instruments/{slug:instrument_id}/confirmations", response={201: ConfirmationOut})
def hold(request: HttpRequest, instrument_id: str, given: HoldIn) -> Status[ConfirmationOut]:
    """Say which official text the set, or one item, was held against. A second officer is to look."""
    officer = officer_of(request)
    require(officer, Act.CONFIRM_TEXT)
    one, now = instrument_called(instrument_id), timezone.now()
    return Status(201, ConfirmationOut.of(actions.hold_against(instrument=one, **given.dict(), by=officer, at=now)))


@router.post("/confirmations/{int:confirmation_id}/second", response={200: ConfirmationOut})
def second(request: HttpRequest, confirmation_id: int, given: SecondIn) -> ConfirmationOut:
    """Another officer agrees or objects."""
    officer = officer_of(request)
    require(officer, Act.CONFIRM_TEXT)
    row = confirmation_called(confirmation_id)
    return ConfirmationOut.of(actions.answer_second(confirmation=row, **given.dict(), by=officer, at=timezone.now()))


@router.post("/confirmations/{int:confirmation_id}/withdraw", response={200: ConfirmationOut})
def withdraw(request: HttpRequest, confirmation_id: int, given: WithdrawIn) -> ConfirmationOut:
    officer = officer_of(request)
    require(officer, Act.CONFIRM_TEXT)
    row = confirmation_called(confirmation_id)
    return ConfirmationOut.of(
        actions.withdraw_confirmation(confirmation=row, because=given.because, by=officer, at=timezone.now())
    )


def _row(one: ScreeningInstrument) -> dict[str, Any]:
    names = ("id", "version", "population", "form", "step", "status", "country", "digest")
    return {"title": one.title.en, **{name: str(getattr(one, name)) for name in names}}


def _reader(request: HttpRequest) -> Officer:
    officer = officer_of(request)
    require(officer, Act.SEE_FIGURES)
    return officer


def _item(shown: ItemShown) -> ItemOut:
    item = shown.item
    return ItemOut(
        id=item.id,
        dimension=item.dimension,
        strength=item.strength,
        strength_seen=not item.strength_provisional,
        question=item.question.en,
        verification=item.verification,
        sources=[f"{each.title}, {each.citation.place}" for each in shown.cited],
        ask_if=list(shown.only_if),
    )


def _line(each: Predicted) -> dict[str, float | None]:
    names = ("base_rate", "flagged", "found", "missed", "not_meant", "of_a_sign", "of_no_sign")
    return {name: getattr(each, name) for name in names}


def _share(share: Share | None) -> list[float] | None:
    return [share.value, *share.interval] if share and share.shown else None
