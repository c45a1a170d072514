"""Seats in a session, and for how many hours each officer was there."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions.training import held_session, subject, version_of
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Attendance, Officer, TrainingSession
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused


@act
def take_seat(*, session: TrainingSession, officer: Officer, by: Officer, at: datetime) -> Attendance:
    """For oneself before the session begins; whoever keeps training puts others down, and later also who came unannounced."""
    held = held_session(session)
    keeps = access.may(by, access.Act.KEEP_TRAINING)
    begun = held.first_day <= timezone.localdate(at)
    if not officer.is_active or (not keeps and (begun or officer.pk != by.pk)):
        raise NotPermitted(
            _("A seat is taken for oneself, and before the session begins."),
            _("Ask the intake desk, which keeps the list, to put the officer down."),
            subject=subject(held),
        )
    if held.attendances.filter(officer=officer).exists():
        raise Conflict(
            _("This officer has a seat in this session already."), _("Nothing has to be done."), subject=subject(held)
        )
    if not begun and held.attendances.count() >= held.seats:
        raise Refused(
            _("All %(n)s seats of this session are taken.") % {"n": held.seats},
            _("Take the next session of the same curriculum, or ask the intake desk for more seats."),
            subject=subject(held),
        )
    seat = Attendance.objects.create(session=held, officer=officer, seat_by=by, seat_at=at)
    ledger.write(act="take_seat", by=by, at=at, subject=subject(held), officer=officer.pk)
    return seat


@act
def give_up_seat(*, session: TrainingSession, officer: Officer, by: Officer, at: datetime) -> None:
    """While it was not said how long they were there."""
    held = held_session(session)
    if officer.pk != by.pk:
        access.require(by, access.Act.KEEP_TRAINING)
    gone, _rows = held.attendances.filter(officer=officer, hours=None).delete()
    if not gone:
        raise OutOfOrder(
            _("There is no seat to give up: it is on record that this officer came, or they have none."),
            _("If the hours are wrong, put them right: 0 where the officer stayed away."),
            subject=subject(held),
        )
    ledger.write(act="give_up_seat", by=by, at=at, subject=subject(held), officer=officer.pk)


@act
def record_hours(*, session: TrainingSession, officer: Officer, hours: int, by: Officer, at: datetime) -> Attendance:
    """How long the officer was there; 0 if they stayed away. Said again it replaces what stood, while no certificate does."""
    access.require(by, access.Act.KEEP_TRAINING)
    held, most = held_session(session), version_of(session).hours
    if by.pk == officer.pk:
        raise NotPermitted(
            _("Nobody records their own hours."), _("Ask a colleague who was there."), subject=subject(held)
        )
    if held.first_day > timezone.localdate(at) or not 0 <= hours <= most:
        raise Refused(
            _("Hours are recorded once the session has begun, and it has %(n)s of them.") % {"n": most},
            _("Correct the hours, or come back when the session has begun."),
            subject=subject(held),
        )
    seat = held.attendances.filter(officer=officer).first()
    if seat is None:
        raise Refused(
            _("%(name)s was not put down for this session.") % {"name": officer.name},
            _("If they came all the same, put them down first."),
            subject=subject(held),
        )
    if seat.certificates.filter(taken_back_at=None).exists():
        raise Conflict(
            _("A certificate rests on these hours."),
            _("Take the certificate back first, with the reason."),
            subject=subject(held),
        )
    seat.hours, seat.recorded_by, seat.recorded_at = hours, by, at
    seat.save(update_fields=["hours", "recorded_by", "recorded_at"])
    ledger.write(act="record_hours", by=by, at=at, subject=subject(held), officer=officer.pk, hours=hours)
    return seat
