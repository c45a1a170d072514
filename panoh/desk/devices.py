"""Where an officer is signed in and with which devices: known ones are counted apart, old sessions end, one sees them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import KnownDevice, Officer, OpenSession, sign_in_name, sign_in_rule
from panoh.registry.moment import moment
from panoh.registry.refusals import Refused
from panoh.registry.sessions import DESCRIBED, DEVICE, IDLE, LONGEST, SessionStore


def mark_of(secret: str) -> str:
    """What is kept of the secret a browser keeps, as it is written now."""
    return vault.blind("known device", secret) if secret else ""


def _devices(secret: str) -> QuerySet[KnownDevice]:
    return KnownDevice.objects.filter(mark__in=vault.blind_forms("known device", secret))


def known_mark(*, name: str, secret: str) -> str:
    """The mark, where the officer of this sign-in name came in with the device before; empty for every other one."""
    mark = mark_of(secret)
    known = _devices(secret).values_list("officer__username", flat=True) if mark else ()
    return mark if name in map(sign_in_name, known) else ""


@act
def recognise(*, secret: str, described: str, by: Officer, at: datetime) -> None:
    """The officer came in with the device that keeps this secret; a new one is on record."""
    seen, new = _devices(secret).get_or_create(
        officer=by, defaults={"mark": mark_of(secret), "described": described, "first_at": at, "last_at": at}
    )
    if new:
        ledger.write(act="new_device", by=by, at=at, subject=f"officer:{by.pk}", device=described)
    else:
        KnownDevice.objects.filter(pk=seen.pk).update(last_at=at, described=described)


def begin_session(session: SessionStore, *, officer: Officer, mark: str, described: str, asked_when_idle: bool) -> None:
    """Give the session the lengths of the officer's post; where they are signed in too often, the longest unused ends."""
    rule = sign_in_rule(officer)
    session[LONGEST] = int(rule.longest.total_seconds())
    session[IDLE] = int(rule.idle.total_seconds()) if asked_when_idle else 0
    session[DEVICE], session[DESCRIBED] = mark, described
    session.save()
    others = OpenSession.objects.filter(officer=officer).exclude(pk=session.session_key)
    unused = others.order_by("-seen_at").values_list("pk", flat=True)[rule.devices - 1 :]
    OpenSession.objects.filter(pk__in=list(unused)).delete()


@dataclass(frozen=True)
class Lengths:
    """What the officer is told of their post's rule."""

    longest_hours: int
    idle_minutes: int
    devices: int


def lengths_of(officer: Officer) -> Lengths:
    rule = sign_in_rule(officer)
    return Lengths(rule.longest // timedelta(hours=1), rule.idle // timedelta(minutes=1), rule.devices)


def open_sessions(officer: Officer) -> QuerySet[OpenSession]:
    """Where the officer is signed in now, the latest work first."""
    return OpenSession.objects.filter(officer=officer, expire_date__gt=moment()).order_by("-seen_at")


@act
def end_session(*, number: UUID, by: Officer, at: datetime) -> None:
    """End one of one's own sessions. It is out at its next request."""
    ended, _rows = OpenSession.objects.filter(officer=by, number=number).delete()
    if not ended:
        raise Refused(_("You are not signed in there any more."), _("Look at the list anew."))
    ledger.write(act="end_session", by=by, at=at, subject=f"officer:{by.pk}")


@act
def end_other_sessions(*, here: str | None, by: Officer, at: datetime) -> int:
    """End all of one's own sessions but the one this is asked from, and forget every other device."""
    mine = OpenSession.objects.filter(officer=by).exclude(pk=here)
    kept = OpenSession.objects.filter(pk=here).values_list("device", flat=True).first() or ""
    KnownDevice.objects.filter(officer=by).exclude(mark__in=vault.forms_from(kept)).delete()
    ended, _rows = mine.delete()
    ledger.write(act="end_other_sessions", by=by, at=at, subject=f"officer:{by.pk}", ended=ended)
    return ended
