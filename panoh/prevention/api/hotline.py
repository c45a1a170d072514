"""API of the hotline: contacts without a name, passing one on as a signal, and a number to call back."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.prevention import actions
from panoh.prevention.api.router import Year, router
from panoh.prevention.models import HotlineContact
from panoh.prevention.queries.hotline import SHOWN, call_back_for, contact_for, contacts_for, read_number
from panoh.prevention.queries.hotline_figures import Line, hotline_page
from panoh.registry.pages import officer_of


class HotlineContactIn(Schema):
    """There is no place for a name or a number in it."""

    topic: HotlineContact.Topic
    language: str
    division: str = ""
    abroad: bool = False
    in_danger: bool = False
    child_possible: bool = False


class HotlineContactOut(HotlineContactIn):
    """`signal`: what was told went on, because the caller agreed. `call_until`: somebody waits to be called back."""

    id: int
    at: datetime
    signal: UUID | None
    call_until: date | None

    @staticmethod
    def of(row: HotlineContact) -> HotlineContactOut:
        columns = {key: getattr(row, key) for key in ("id", "at", *HotlineContactIn.model_fields)}
        call = getattr(row, "call_back", None)
        return HotlineContactOut(
            **columns, signal=row.signal_id, call_until=call.until if call and call.sealed else None
        )


class PassedOn(Schema):
    """Nothing goes on that the caller did not agree to."""

    words: str = Field(max_length=3000)
    agreed: bool


class SignalOut(Schema):
    signal: UUID


class CallIn(Schema):
    number: str = Field(max_length=30)
    safe_time: str = Field("", max_length=200)
    until: date


class CallOut(Schema):
    until: date
    called_at: datetime | None


class NumberOut(Schema):
    """That it was read is on record."""

    number: str
    safe_time: str
    until: date


class ContactCountOut(Schema):
    key: str
    contacts: int
    signals: int


class HotlineFiguresOut(Schema):
    """`percent`: of the contacts that went on as signals; none where there was no contact."""

    year: int
    contacts: int
    signals: int
    percent: int | None
    months: list[ContactCountOut]
    topics: list[ContactCountOut]
    languages: list[ContactCountOut]


@router.get("/hotline/contacts", response=list[HotlineContactOut])
def read_contacts(request: HttpRequest) -> list[HotlineContactOut]:
    """The latest of one's own desk."""
    return [HotlineContactOut.of(each) for each in contacts_for(officer_of(request))[:SHOWN]]


@router.post("/hotline/contacts", response={201: HotlineContactOut})
def record_contact(request: HttpRequest, given: HotlineContactIn) -> Status[HotlineContactOut]:
    made = actions.record_contact(**given.dict(), by=officer_of(request), at=timezone.now())
    return Status(201, HotlineContactOut.of(made))


@router.get("/hotline/figures", response=HotlineFiguresOut)
def figures(request: HttpRequest, year: Year) -> HotlineFiguresOut:
    """Numbers only, of all desks together."""
    page = hotline_page(officer_of(request), year=year)
    return HotlineFiguresOut(
        year=year,
        contacts=page.contacts,
        signals=page.signals,
        percent=page.percent,
        months=_lines(page.months),
        topics=_lines(page.topics),
        languages=_lines(page.languages),
    )


@router.get("/hotline/contacts/{contact_id}", response=HotlineContactOut)
def read_contact(request: HttpRequest, contact_id: int) -> HotlineContactOut:
    return HotlineContactOut.of(contact_for(officer_of(request), contact_id))


@router.post("/hotline/contacts/{contact_id}/signal", response={201: SignalOut})
def pass_on(request: HttpRequest, contact_id: int, given: PassedOn) -> Status[SignalOut]:
    by = officer_of(request)
    made = actions.pass_on(contact=contact_for(by, contact_id), **given.dict(), by=by, at=timezone.now())
    return Status(201, SignalOut(signal=made.pk))


@router.post("/hotline/contacts/{contact_id}/call-back", response={201: CallOut})
def ask_to_call_back(request: HttpRequest, contact_id: int, given: CallIn) -> Status[CallOut]:
    by = officer_of(request)
    made = actions.ask_to_call_back(contact=contact_for(by, contact_id), **given.dict(), by=by, at=timezone.now())
    return Status(201, CallOut.from_orm(made))


@router.post("/hotline/contacts/{contact_id}/number", response=NumberOut)
def number(request: HttpRequest, contact_id: int) -> NumberOut:
    """Until its last day, and while the call was not made."""
    shown = read_number(officer_of(request), contact_id, at=timezone.now())
    return NumberOut(number=shown.number, safe_time=shown.safe_time, until=shown.call_back.until)


@router.post("/hotline/contacts/{contact_id}/called", response=CallOut)
def called_back(request: HttpRequest, contact_id: int) -> CallOut:
    """The number is destroyed."""
    by = officer_of(request)
    held = call_back_for(by, contact_id)
    return CallOut.from_orm(actions.called_back(call_back=held, by=by, at=timezone.now()))


def _lines(lines: tuple[Line, ...]) -> list[ContactCountOut]:
    return [ContactCountOut(key=each.key, contacts=each.contacts, signals=each.signals) for each in lines]
