"""Training as an officer sees it: what is offered, what they hold, one session, and which acts are kept for the trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.training import Curriculum, CurriculumVersion, KeptForTrained
from panoh.instruments.prevention import training
from panoh.protection.models import ServiceGiven
from panoh.registry import access
from panoh.registry.models import Attendance, Certificate, Officer, TrainedOnly, TrainingSession
from panoh.registry.queries.training import counting, to_come
from panoh.registry.refusals import NotPermitted, Refused
from panoh.registry.wording import spoken

PAST_SHOWN = 30


@dataclass(frozen=True)
class SessionLine:
    """One session of a list. `taken`: seats. `mine`: the viewer has one."""

    session: TrainingSession
    curriculum: Curriculum
    taken: int
    mine: bool

    @property
    def name(self) -> str:
        return spoken(self.curriculum.name)

    @property
    def free(self) -> int:
        return max(self.session.seats - self.taken, 0)


@dataclass(frozen=True)
class Held:
    """One certificate of an officer and whether it counts today."""

    row: Certificate
    counts: bool

    @property
    def name(self) -> str:
        return spoken(training.curriculum(self.row.curriculum).name)


@dataclass(frozen=True)
class TrainingPage:
    """`wanted`: curricula made for the viewer's post of which they hold no certificate that counts."""

    ahead: tuple[SessionLine, ...]
    past: tuple[SessionLine, ...]
    held: tuple[Held, ...]
    wanted: tuple[Curriculum, ...]
    keeps: bool


@dataclass(frozen=True)
class SessionPage:
    """`seats` are shown to who keeps training; others see their own only."""

    line: SessionLine
    version: CurriculumVersion
    seats: tuple[Attendance, ...]
    given: dict[int, Certificate]
    keeps: bool
    begun: bool
    payer: str
    division: str


def training_page(viewer: Officer, *, today: date) -> TrainingPage:
    held = viewer.certificates.filter(taken_back_at=None).order_by("-until", "-pk")
    counts = {row.curriculum for row in held if row.given_on <= today <= row.until}
    past = TrainingSession.objects.filter(first_day__lt=today, called_off_at=None).order_by("-first_day", "-pk")
    return TrainingPage(
        ahead=session_lines(viewer, to_come(today)),
        past=session_lines(viewer, past)[:PAST_SHOWN],
        held=tuple(Held(row, row.given_on <= today <= row.until) for row in held),
        wanted=tuple(each for each in training.curricula() if viewer.role in each.roles and each.key not in counts),
        keeps=access.may(viewer, access.Act.KEEP_TRAINING),
    )


def session_lines(viewer: Officer, sessions: QuerySet[TrainingSession]) -> tuple[SessionLine, ...]:
    seats = Count("attendances")
    mine = Count("attendances", filter=Q(attendances__officer=viewer))
    rows = sessions.annotate(taken=seats, mine=mine)[: 4 * PAST_SHOWN]
    return tuple(SessionLine(each, training.curriculum(each.curriculum), each.taken, bool(each.mine)) for each in rows)


def session_for(session_id: int) -> TrainingSession:
    """Sessions are open to every post; what is in one is not."""
    found = TrainingSession.objects.filter(pk=session_id).first()
    if found is None:
        raise NotPermitted(_("There is no such session."), _("Choose one of the list."))
    return found


def session_page(viewer: Officer, session_id: int, *, today: date) -> SessionPage:
    session, keeps = session_for(session_id), access.may(viewer, access.Act.KEEP_TRAINING)
    line = session_lines(viewer, TrainingSession.objects.filter(pk=session.pk))[0]
    seats = session.attendances.select_related("officer__post__desk__agency").order_by("officer__name", "pk")
    if not keeps:
        seats = seats.filter(officer=viewer)
    given = Certificate.objects.filter(attendance__in=seats, taken_back_at=None)
    return SessionPage(
        line=line,
        version=line.curriculum.version(session.version),
        seats=tuple(seats),
        given={each.attendance_id: each for each in given},
        keeps=keeps,
        begun=session.first_day <= today,
        payer=str(ServiceGiven.Payer(session.payer).label),
        division=division_name(session.division),
    )


def officer_named(username: str) -> Officer:
    """Whom a keeper puts down: by the name they sign in with."""
    found = Officer.objects.named(username.strip())
    if found is None or not found.is_active:
        raise Refused(
            _("No officer signs in as “%(name)s”.") % {"name": username.strip()},
            _("Check the letters; whoever has no place here is counted as a number only."),
        )
    return found


def certificate_for(viewer: Officer, certificate_id: int) -> Certificate:
    """A certificate the viewer may take back."""
    access.require(viewer, access.Act.KEEP_TRAINING)
    found = Certificate.objects.filter(pk=certificate_id).select_related("officer", "attendance").first()
    if found is None:
        raise NotPermitted(_("There is no such certificate."), _("Look at the session anew."))
    return found


@dataclass(frozen=True)
class KeptLine:
    """One act that may be kept for the trained, and how it stands. `lacking`: officers in posts that do it, of them without
    a certificate today; they would be refused."""

    listed: KeptForTrained
    row: TrainedOnly | None
    taught: str
    holders: int
    lacking: int

    @property
    def name(self) -> str:
        return spoken(self.listed.name)


@dataclass(frozen=True)
class TrainedOnlyPage:
    lines: tuple[KeptLine, ...]
    notice_days: int
    earliest: date
    may_adopt: bool


def trained_only_page(viewer: Officer, *, today: date) -> TrainedOnlyPage:
    rule = training.trained_only()
    standing = {
        row.act: row for row in TrainedOnly.objects.filter(ended_at=None).select_related("proposed_by__post__desk")
    }
    return TrainedOnlyPage(
        lines=tuple(_kept_line(each, standing.get(each.act), today) for each in rule.acts),
        notice_days=rule.notice_days,
        earliest=today + timedelta(days=rule.notice_days),
        may_adopt=access.may(viewer, access.Act.ADOPT_PROCEDURE),
    )


def proposal_for(viewer: Officer, proposal_id: int) -> TrainedOnly:
    access.require(viewer, access.Act.ADOPT_PROCEDURE)
    found = TrainedOnly.objects.filter(pk=proposal_id).select_related("proposed_by__post__desk").first()
    if found is None:
        raise NotPermitted(_("There is no such proposal."), _("Look at the list anew."))
    return found


def division_name(code: str) -> str:
    """A region or district in the reader's words; empty where none was said."""
    names = {each.code: each.name for each in countries.divisions(settings.COUNTRY)}
    return spoken(names[code]) if code in names else code


def _kept_line(listed: KeptForTrained, row: TrainedOnly | None, today: date) -> KeptLine:
    taught = training.curriculum(listed.curriculum)
    holders = Officer.objects.filter(is_active=True, post__role__in=taught.roles)
    trained = counting(today).filter(curriculum=listed.curriculum, officer__in=holders)
    there = holders.count()
    return KeptLine(listed, row, spoken(taught.name), there, there - trained.values("officer").distinct().count())
