"""Certificates: given only for a session that was attended long enough, and taken back with a reason."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions.training import held_session, subject, version_of
from panoh.prevention.rules.training import Came, Hindrance, hinders, months_after
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Attendance, Certificate, Officer, TrainingSession
from panoh.registry.refusals import Conflict, NotPermitted, Refused

WORDS: dict[Hindrance, tuple[Promise, Promise]] = {
    Hindrance.NOT_THERE: (
        _("%(name)s did not attend this session."),
        _("A certificate is given only to who came. If they did come, put them down and record their hours first."),
    ),
    Hindrance.NOT_SAID: (
        _("It is not on record how long %(name)s was there."),
        _("Record the hours first; then the certificate can be given."),
    ),
    Hindrance.TOO_FEW_HOURS: (
        _("%(name)s was there for %(hours)s hours, and %(needed)s are needed."),
        _("They can attend the next session of this curriculum."),
    ),
    Hindrance.NOT_OVER: (
        _("The session is not over yet."),
        _("Give certificates from %(last)s on."),
    ),
    Hindrance.TOO_LONG_AGO: (
        _("A certificate of this session would have ended on %(until)s."),
        _("The officer needs a newer session of this curriculum."),
    ),
}


@act
def certify(*, session: TrainingSession, officer: Officer, by: Officer, at: datetime) -> Certificate:
    """It counts from today, and ends so many months after the session's last day as its version says."""
    access.require(by, access.Act.KEEP_TRAINING)
    held, version, today = held_session(session), version_of(session), timezone.localdate(at)
    if by.pk == officer.pk:
        raise NotPermitted(
            _("Nobody gives themselves a certificate."), _("Ask a colleague of the intake desk."), subject=subject(held)
        )
    seat = held.attendances.filter(officer=officer).first()
    until = months_after(held.last_day, version.valid_months)
    came = Came(seat is not None, seat.hours if seat else None)
    why = hinders(came, needed=version.hours_needed, last_day=held.last_day, until=until, today=today)
    if seat is None or why is not None:
        reason, way = WORDS[why or Hindrance.NOT_THERE]
        said = {"name": officer.name, "hours": came.hours, "needed": version.hours_needed}
        said |= {"last": held.last_day.isoformat(), "until": until.isoformat()}
        raise Refused(str(reason) % said, str(way) % said, subject=subject(held))
    return _given(seat, version.version, until, by=by, at=at)


@act
def take_back_certificate(*, certificate: Certificate, because: str, by: Officer, at: datetime) -> Certificate:
    """It does not count from now on. What was done while it counted stands."""
    access.require(by, access.Act.KEEP_TRAINING)
    held = Certificate.objects.select_for_update(no_key=True).get(pk=certificate.pk)
    about = f"certificate:{held.pk}"
    if held.taken_back_at is not None:
        raise Conflict(_("This certificate was taken back already."), _("Nothing has to be done."), subject=about)
    if not because.strip():
        raise Refused(_("It is not said why."), _("Write why the certificate is taken back."), subject=about)
    held.taken_back_at, held.taken_back_because = at, because.strip()
    held.save(update_fields=["taken_back_at", "taken_back_because"])
    ledger.write(act="take_back_certificate", by=by, at=at, subject=about, officer=held.officer_id)
    return held


def _given(seat: Attendance, version: str, until: date, *, by: Officer, at: datetime) -> Certificate:
    if seat.certificates.filter(taken_back_at=None).exists():
        raise Conflict(
            _("A certificate was given for this session already."),
            _("Nothing has to be done."),
            subject=subject(seat.session),
        )
    given = Certificate.objects.create(
        attendance=seat,
        officer=seat.officer,
        curriculum=seat.session.curriculum,
        version=version,
        given_on=timezone.localdate(at),
        until=until,
        given_by=by,
        given_at=at,
    )
    ledger.write(act="certify", by=by, at=at, subject=subject(seat.session), officer=seat.officer_id)
    return given
