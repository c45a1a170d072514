"""The second step of signing in: half in after the password, in after a code or a passkey; who still has to add one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase
from django.utils.translation import gettext_lazy as _

from panoh.desk import brakes
from panoh.desk.brakes import Counted
from panoh.registry import ledger
from panoh.registry.actions.factors import codes_left, held_by, prove_code
from panoh.registry.acts import act
from panoh.registry.models import Factor, FactorHelp, Officer, sign_in_rule
from panoh.registry.refusals import NotPermitted
from panoh.registry.sessions import PROVEN, SECOND_STEP

_HALF_IN, _SINCE = "half_in", "half_in_since"
LASTS = timedelta(minutes=10)
FEW = 3


def be_half_in(session: SessionBase, officer: Officer, *, at: datetime) -> None:
    """The password was right; nothing is open yet."""
    session.flush()
    session[_HALF_IN], session[_SINCE] = officer.pk, at.timestamp()


def half_in(session: SessionBase, *, at: datetime) -> Officer | None:
    """Who gave their password a short while ago in this browser."""
    since = datetime.fromtimestamp(session.get(_SINCE, 0), tz=at.tzinfo)
    if at - since > LASTS:
        return None
    found = Officer.objects.select_related("post__desk__agency").filter(pk=session[_HALF_IN], is_active=True)
    return found.first()


def takes_code(officer: Officer, code: str, *, sides: Sequence[Counted], at: datetime) -> bool:
    """Whether the code is theirs and not used yet. A wrong one is counted and stands in the ledger."""
    if brakes.must_wait(sides, at=at):
        return False
    if kind := prove_code(officer, code, at=at):
        passed(kind=kind, by=officer, at=at)
        brakes.forget_failures(sides)
        return True
    brakes.count_failure(sides, at=at)
    failed(by=officer, at=at)
    return False


@act
def passed(*, kind: str, by: Officer, at: datetime) -> None:
    ledger.write(act="second_step", by=by, at=at, subject=f"officer:{by.pk}", kind=kind)


@act
def failed(*, by: Officer, at: datetime) -> None:
    """Somebody who knows the password did not get further: the officer and the data-protection officer can see it."""
    ledger.write(act="second_step_failed", by=by, at=at, subject=f"officer:{by.pk}")


def is_asked_of(officer: Officer) -> bool:
    """Whoever holds something to prove is asked for it, whatever their post."""
    return held_by(officer).exists()


def must_add_one(officer: Officer, session: SessionBase) -> bool:
    """The post asks for a second step and this session was begun without. A demonstration only shows that it asks."""
    return sign_in_rule(officer).second_step and not is_proven(session)


def is_proven(session: SessionBase) -> bool:
    """Whether a second step was taken in this session."""
    return bool(session.get(PROVEN) == SECOND_STEP)


def take_it_first() -> NotPermitted:
    return NotPermitted(
        _("You have a second step, and this session was begun without it."),
        _("Open a page and give it, then send again."),
    )


def add_one_first() -> NotPermitted:
    return NotPermitted(
        _("Your post asks for a second step at sign-in, and you have none yet."),
        _("Add one under “How I sign in”, then send it again."),
    )


def has_passkey(officer: Officer) -> bool:
    return held_by(officer).filter(kind=Factor.Kind.PASSKEY).exists()


def few_codes_left(officer: Officer) -> int | None:
    """How many codes of the sheet are left, where it is time for a new one."""
    has_sheet = held_by(officer).filter(kind=Factor.Kind.SHEET).exists()
    return left if has_sheet and (left := codes_left(officer)) <= FEW else None


def help_not_noted(officer: Officer) -> list[FactorHelp]:
    """What was done to the officer's second step by others, and they have not read yet."""
    done = FactorHelp.objects.filter(officer=officer, confirmed_at__isnull=False, noted_at=None)
    return list(done.select_related("asked_by", "confirmed_by").order_by("confirmed_at"))
