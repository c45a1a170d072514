"""Who may come in: passwords with a brake on guessing, the demonstration's open posts, the first administrator's link."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.tokens import default_token_generator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from panoh.desk import brakes
from panoh.desk.brakes import Counted
from panoh.registry import ledger
from panoh.registry.actions.officers import waits_for_vetting
from panoh.registry.actions.set_up import add_first_administrator, set_up_installation
from panoh.registry.acts import act
from panoh.registry.models import Installation, MinistryIdentity, Officer, OpenSession, sign_in_name
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.refusals import NotPermitted, Refused

_log = logging.getLogger("panoh.door")
A_MOMENT = timedelta(minutes=10)


def admit(*, username: str, password: str, sides: Sequence[Counted], at: datetime) -> Officer | None:
    """The officer whose name and password these are, or None. They are not in yet: see `come_in`."""
    return _proven(username=username, password=password, sides=sides, at=at)


def _proven(*, username: str, password: str, sides: Sequence[Counted], at: datetime) -> Officer | None:
    """Whose password this is. Nobody is locked out for good, and nobody waits for what others do to their name from
    elsewhere. The log names the name by a keyed digest: it may be a password."""
    name = salted_hmac("sign-in", sign_in_name(username), algorithm="sha256").hexdigest()
    if brakes.must_wait(sides, at=at):
        _log.warning("sign-in: name %s waits (%s)", name[:12], sides[0].side.name)
        return None
    officer = authenticate(username=username, password=password)
    if isinstance(officer, Officer):
        brakes.forget_failures(sides)
        return officer
    brakes.count_failure(sides, at=at)
    _log.warning("sign-in: name %s and password do not fit", name[:12])
    return None


def is_still_there(*, password: str, sides: Sequence[Counted], by: Officer, at: datetime) -> bool:
    """Whether the officer whose session was left alone is back."""
    return _proven(username=by.username, password=password, sides=sides, at=at) == by


def require_password(
    *, password: str, session: str | None, sides: Sequence[Counted], by: Officer, at: datetime
) -> None:
    """Before one changes how one signs in. Whoever has no password came through a ministry, and did so a moment ago: whoever sits
    down at a session that was left open adds nothing to it."""
    if not by.has_usable_password():
        if OpenSession.objects.filter(pk=session, officer=by, opened_at__gt=at - A_MOMENT).exists():
            return
        raise Refused(
            _("You come in through your ministry, and have no password here."),
            _("Sign out and come in anew; then you have ten minutes for it."),
        )
    if not is_still_there(password=password, sides=sides, by=by, at=at):
        raise Refused(
            _("This is not your password, or there were too many tries."), _("Wait a minute and give it again.")
        )


def left_alone() -> NotPermitted:
    return NotPermitted(
        _("Nobody worked with this session for a while."), _("Open a page, give your password, and send it again.")
    )


@act
def come_in(*, by: Officer, at: datetime) -> None:
    ledger.write(act="sign_in", by=by, at=at, subject=f"officer:{by.pk}")


def demo_posts() -> QuerySet[Officer]:
    """The posts one can sign in as by a click; none outside a demonstration."""
    officers = Officer.objects.filter(is_active=True).select_related("post__desk__agency").order_by("pk")
    return officers if is_demonstration() else officers.none()


def demo_officer(*, post: str) -> Officer:
    officer = demo_posts().filter(username=post).first()
    if officer is None:
        raise NotPermitted(_("There is no such demonstration post."), _("Sign in with your name and password."))
    return officer


def first_link_token() -> str:
    """The secret part of the first administrator's link: known to whoever can read this installation's secret."""
    return salted_hmac("first-administrator", str(settings.DATA), algorithm="sha256").hexdigest()[:32]


def check_first_link(token: str) -> None:
    if Officer.objects.exists() or not hmac.compare_digest(token, first_link_token()):
        raise NotPermitted(
            _("This link is used up or wrong."), _("Sign in, or look at the link `panoh serve` printed.")
        )


def set_up(*, username: str, name: str, password: str, at: datetime) -> Officer:
    """The country's agencies and posts, and the first administrator among them."""
    if not Installation.objects.exists():
        set_up_installation(kind=Installation.Kind.REAL, at=at)
    return add_first_administrator(username=username, name=name, password=password, at=at)


def invitation_path(officer: Officer) -> str:
    """A link that lets the officer choose a password, once; it expires with the first use or after three days."""
    return reverse("invitation", args=[officer.pk, default_token_generator.make_token(officer)])


def invited(officer_id: int, token: str) -> Officer:
    officer = Officer.objects.filter(pk=officer_id, is_active=True).first()
    if officer is None or waits_for_vetting(officer) or not default_token_generator.check_token(officer, token):
        raise NotPermitted(_("This invitation is used up or too old."), _("Ask your administrator for a new one."))
    return officer


def change_own_password(*, current: str, password: str, sides: Sequence[Counted], by: Officer, at: datetime) -> bool:
    """False where the password until now does not fit. Every other session of the officer ends with it."""
    if _proven(username=by.username, password=current, sides=sides, at=at) is None:
        return False
    _set_password(password=password, by=by, at=at)
    return True


def choose_password(*, officer: Officer, password: str, at: datetime) -> None:
    """By the officer's invitation. Whoever comes in through a ministry has none: a link would lead past what it asks."""
    _set_password(password=password, by=officer, at=at)


@act
def _set_password(*, password: str, by: Officer, at: datetime) -> None:
    if MinistryIdentity.objects.filter(officer=by).exists():
        raise NotPermitted(
            _("You sign in through your ministry."),
            _("If you cannot any more, two officers who know you take that away first: ask your administrator."),
            subject=f"officer:{by.pk}",
        )
    by.set_password(password)
    by.save(update_fields=["password"])
    ledger.write(act="choose_password", by=by, at=at, subject=f"officer:{by.pk}")
