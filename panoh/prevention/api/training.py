"""API of training: sessions, seats, certificates, shares of each post, and what is kept for the trained."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Schema, Status

from panoh.instruments.prevention import training
from panoh.prevention import actions
from panoh.prevention.api.router import router
from panoh.prevention.queries.shares import ShareLine, ending_page, shares_page
from panoh.prevention.queries.training import (
    SessionLine,
    certificate_for,
    officer_named,
    session_for,
    session_page,
    training_page,
)
from panoh.prevention.rules.training import MOST_SEATS
from panoh.protection.models import ServiceGiven
from panoh.registry import access
from panoh.registry.models import Attendance, Certificate, TrainingSession
from panoh.registry.pages import officer_of


class TrainingSessionIn(Schema):
    """`teacher`: a body or a post; no name of a person. `payer` is never who is helped."""

    curriculum: str
    first_day: date
    last_day: date
    place: str = Field(max_length=200)
    division: str = ""
    teacher: str = Field(max_length=200)
    payer: ServiceGiven.Payer
    seats: int = Field(ge=1, le=MOST_SEATS)


class TrainingSessionOut(Schema):
    id: int
    curriculum: str
    version: str
    first_day: date
    last_day: date
    place: str
    division: str
    teacher: str
    payer: str
    seats: int
    others: int | None
    called_off: bool

    @staticmethod
    def of(row: TrainingSession) -> TrainingSessionOut:
        columns = {key: getattr(row, key) for key in TrainingSessionOut.model_fields if key != "called_off"}
        return TrainingSessionOut(**columns, called_off=row.called_off_at is not None)


class CertificateOut(Schema):
    id: int
    officer: str
    curriculum: str
    version: str
    given_on: date
    until: date

    @staticmethod
    def of(row: Certificate) -> CertificateOut:
        columns = {key: getattr(row, key) for key in ("id", "curriculum", "version", "given_on", "until")}
        return CertificateOut(officer=row.officer.username, **columns)


class SeatOut(Schema):
    """`hours` is none while nobody said how long the officer was there, and 0 where they stayed away."""

    officer: str
    hours: int | None
    certificate: int | None


class WholeTrainingSessionOut(Schema):
    """`seats`: everybody's for who keeps training, one's own otherwise."""

    session: TrainingSessionOut
    taken: int
    seats: list[SeatOut]


class CurriculumOut(Schema):
    key: str
    name: dict[str, str]
    roles: list[str]
    hours: int
    hours_needed: int
    valid_months: int
    version: str


class TrainingOut(Schema):
    """`wanted`: what is taught to the signed-in post and its officer holds no certificate of."""

    curricula: list[CurriculumOut]
    ahead: list[TrainingSessionOut]
    past: list[TrainingSessionOut]
    held: list[CertificateOut]
    wanted: list[str]


class OfficerIn(Schema):
    """`officer`: the name they sign in with; empty for oneself."""

    officer: str = ""


class HoursIn(Schema):
    officer: str
    hours: int = Field(ge=0, le=400)


class OthersIn(Schema):
    others: int = Field(ge=0, le=10_000)


class TrainingWhyIn(Schema):
    because: str = Field(max_length=300)


class ShareOut(Schema):
    """`percent` is none where nobody held the post on that day: no share, and not nothing."""

    curriculum: str
    role: str
    who: str
    holders: int
    trained: int
    percent: int | None

    @staticmethod
    def of(line: ShareLine) -> ShareOut:
        share = line.share
        return ShareOut(
            curriculum=line.curriculum.key,
            role=line.role,
            who=line.who,
            holders=share.holders,
            trained=share.trained,
            percent=share.percent,
        )


class SharesOut(Schema):
    on: date
    roles: list[ShareOut]
    posts: list[ShareOut]


@router.get("/training", response=TrainingOut)
def read_training(request: HttpRequest) -> TrainingOut:
    today = timezone.localdate()
    page = training_page(officer_of(request), today=today)
    return TrainingOut(
        curricula=_curricula(today),
        ahead=_sessions(page.ahead),
        past=_sessions(page.past),
        held=[CertificateOut.of(each.row) for each in page.held],
        wanted=[each.key for each in page.wanted],
    )


@router.post("/training/sessions", response={201: TrainingSessionOut})
def plan_session(request: HttpRequest, given: TrainingSessionIn) -> Status[TrainingSessionOut]:
    return Status(
        201, TrainingSessionOut.of(actions.plan_session(**given.dict(), by=officer_of(request), at=timezone.now()))
    )


@router.get("/training/sessions/{session_id}", response=WholeTrainingSessionOut)
def read_session(request: HttpRequest, session_id: int) -> WholeTrainingSessionOut:
    page = session_page(officer_of(request), session_id, today=timezone.localdate())
    return WholeTrainingSessionOut(
        session=TrainingSessionOut.of(page.line.session),
        taken=page.line.taken,
        seats=[_seat(each, page.given.get(each.pk)) for each in page.seats],
    )


@router.post("/training/sessions/{session_id}/seat", response={201: SeatOut})
def take_seat(request: HttpRequest, session_id: int, given: OfficerIn) -> Status[SeatOut]:
    by = officer_of(request)
    officer = officer_named(given.officer) if given.officer else by
    made = actions.take_seat(session=session_for(session_id), officer=officer, by=by, at=timezone.now())
    return Status(201, _seat(made, None))


@router.post("/training/sessions/{session_id}/seat/give-up", response={204: None})
def give_up_seat(request: HttpRequest, session_id: int, given: OfficerIn) -> Status[None]:
    by = officer_of(request)
    officer = officer_named(given.officer) if given.officer else by
    actions.give_up_seat(session=session_for(session_id), officer=officer, by=by, at=timezone.now())
    return Status(204, None)


@router.post("/training/sessions/{session_id}/hours", response=SeatOut)
def record_hours(request: HttpRequest, session_id: int, given: HoursIn) -> SeatOut:
    access.require(officer_of(request), access.Act.KEEP_TRAINING)
    held, officer = session_for(session_id), officer_named(given.officer)
    kept = actions.record_hours(
        session=held, officer=officer, hours=given.hours, by=officer_of(request), at=timezone.now()
    )
    return _seat(kept, None)


@router.post("/training/sessions/{session_id}/others", response=TrainingSessionOut)
def count_others(request: HttpRequest, session_id: int, given: OthersIn) -> TrainingSessionOut:
    held, by = session_for(session_id), officer_of(request)
    return TrainingSessionOut.of(actions.count_others(session=held, others=given.others, by=by, at=timezone.now()))


@router.post("/training/sessions/{session_id}/certificates", response={201: CertificateOut})
def certify(request: HttpRequest, session_id: int, given: OfficerIn) -> Status[CertificateOut]:
    """Refused where the officer did not attend, or not for long enough."""
    access.require(officer_of(request), access.Act.KEEP_TRAINING)
    held, officer = session_for(session_id), officer_named(given.officer)
    made = actions.certify(session=held, officer=officer, by=officer_of(request), at=timezone.now())
    return Status(201, CertificateOut.of(made))


@router.post("/training/sessions/{session_id}/call-off", response=TrainingSessionOut)
def call_off(request: HttpRequest, session_id: int, given: TrainingWhyIn) -> TrainingSessionOut:
    held, by = session_for(session_id), officer_of(request)
    return TrainingSessionOut.of(
        actions.call_off_session(session=held, because=given.because, by=by, at=timezone.now())
    )


@router.post("/training/certificates/{certificate_id}/take-back", response=CertificateOut)
def take_back(request: HttpRequest, certificate_id: int, given: TrainingWhyIn) -> CertificateOut:
    by = officer_of(request)
    held = certificate_for(by, certificate_id)
    kept = actions.take_back_certificate(certificate=held, because=given.because, by=by, at=timezone.now())
    return CertificateOut.of(kept)


@router.get("/training/ending", response=list[CertificateOut])
def ending(request: HttpRequest) -> list[CertificateOut]:
    """Certificates that end soon or ended lately, of one's agency; all for who keeps training."""
    return [CertificateOut.of(each.row) for each in ending_page(officer_of(request), today=timezone.localdate())]


@router.get("/training/shares", response=SharesOut)
def shares(request: HttpRequest, on: date | None = None) -> SharesOut:
    """Numbers only, of the officers who held each post on that day."""
    page = shares_page(on=on or timezone.localdate())
    return SharesOut(on=page.on, roles=list(map(ShareOut.of, page.roles)), posts=list(map(ShareOut.of, page.posts)))


def _sessions(lines: tuple[SessionLine, ...]) -> list[TrainingSessionOut]:
    return [TrainingSessionOut.of(each.session) for each in lines]


def _seat(row: Attendance, given: Certificate | None) -> SeatOut:
    return SeatOut(officer=row.officer.username, hours=row.hours, certificate=given.pk if given else None)


def _curricula(today: date) -> list[CurriculumOut]:
    """As they are taught today."""
    return [
        CurriculumOut(
            key=each.key,
            name=vars(each.name),
            roles=list(each.roles),
            hours=version.hours,
            hours_needed=version.hours_needed,
            valid_months=version.valid_months,
            version=version.version,
        )
        for each in training.curricula()
        if (version := each.on(today))
    ]
