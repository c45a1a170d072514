"""Planning a session, calling it off, and counting who came from outside."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.training import CurriculumVersion
from panoh.instruments.prevention import training
from panoh.prevention.rules.training import session_can_be
from panoh.protection.models import ServiceGiven
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer, TrainingSession
from panoh.registry.refusals import Conflict, OutOfOrder, Refused

PAYERS = frozenset(ServiceGiven.Payer.values) - {ServiceGiven.Payer.VICTIM.value}


@act
def plan_session(
    *,
    curriculum: str,
    first_day: date,
    last_day: date,
    place: str,
    teacher: str,
    payer: str,
    seats: int,
    division: str = "",
    by: Officer,
    at: datetime,
) -> TrainingSession:
    """A session of the version that is taught on its first day. One that was held already is written down the same way."""
    access.require(by, access.Act.KEEP_TRAINING)
    version = _version(curriculum, first_day)
    if not session_can_be(first_day=first_day, last_day=last_day, seats=seats, today=timezone.localdate(at)):
        raise Refused(
            _("These days or seats cannot be: a session ends after it begins, and has at least one seat."),
            _(
                "Take a first day of the last year or of the two ahead, a last day within two months of it, and the seats."
            ),
        )
    if not place.strip() or not teacher.strip() or payer not in PAYERS:
        raise Refused(
            _("It is not said where the session is, who teaches, or who pays."),
            _("Write the place and the body that teaches, and choose who pays; those who are helped never pay."),
        )
    if division and division not in {each.code for each in countries.divisions(settings.COUNTRY)}:
        raise Refused(_("There is no such region."), _("Choose one of the list, or none."))
    session = TrainingSession.objects.create(
        curriculum=curriculum,
        version=version.version,
        first_day=first_day,
        last_day=last_day,
        place=place.strip(),
        division=division,
        teacher=teacher.strip(),
        payer=payer,
        seats=seats,
        desk=by.desk,
        planned_by=by,
        planned_at=at,
    )
    ledger.write(act="plan_session", by=by, at=at, subject=subject(session), curriculum=curriculum)
    return session


@act
def call_off_session(*, session: TrainingSession, because: str, by: Officer, at: datetime) -> TrainingSession:
    """It does not take place. Its seats stay on record; nobody gets a certificate for it."""
    access.require(by, access.Act.KEEP_TRAINING)
    held = held_session(session)
    if held.attendances.exclude(hours=None).exists():
        raise OutOfOrder(
            _("It is on record who came to this session, so it did take place."),
            _("If that is wrong, put the hours right first."),
            subject=subject(held),
        )
    if not because.strip():
        raise Refused(_("It is not said why."), _("Write why the session is called off."), subject=subject(held))
    held.called_off_at, held.called_off_because = at, because.strip()
    held.save(update_fields=["called_off_at", "called_off_because"])
    ledger.write(act="call_off_session", by=by, at=at, subject=subject(held))
    return held


@act
def count_others(*, session: TrainingSession, others: int, by: Officer, at: datetime) -> TrainingSession:
    """How many came who have no place here: judges, teachers, staff of an NGO. A number, and no names."""
    access.require(by, access.Act.KEEP_TRAINING)
    held = held_session(session)
    if not 0 <= others <= 10_000 or held.first_day > timezone.localdate(at):
        raise Refused(
            _("Who came is counted once the session has begun, in a number from 0."),
            _("Correct the number, or come back when the session has begun."),
            subject=subject(held),
        )
    held.others = others
    held.save(update_fields=["others"])
    ledger.write(act="count_others", by=by, at=at, subject=subject(held), others=others)
    return held


def held_session(session: TrainingSession) -> TrainingSession:
    """The session's row, locked: of two who take the last seat one gets it. Refused once it was called off."""
    held = TrainingSession.objects.select_for_update(no_key=True).get(pk=session.pk)
    if held.called_off_at is not None:
        raise Conflict(
            _("This session was called off: %(why)s") % {"why": held.called_off_because},
            _("Choose another session of the list."),
            subject=subject(held),
        )
    return held


def version_of(session: TrainingSession) -> CurriculumVersion:
    """What the session teaches, as the text says it."""
    return training.curriculum(session.curriculum).version(session.version)


def subject(session: TrainingSession) -> str:
    """How the ledger names a session."""
    return f"session:{session.pk}"


def _version(curriculum: str, day: date) -> CurriculumVersion:
    try:
        found = training.curriculum(curriculum).on(day)
    except KeyError:
        found = None
    if found is None:
        raise Refused(
            _("There is no such curriculum, or it was not taught yet on that day."),
            _("Choose a curriculum of the list; if the day is right, have a version added to the text first."),
        )
    return found
