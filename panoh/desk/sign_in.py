"""Who may come in: passwords with a brake on guessing, the demonstration's open posts, the first administrator's link."""

from __future__ import annotations

import hmac
import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.tokens import default_token_generator
from django.core.cache import cache
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger
from panoh.registry.actions.set_up import add_first_administrator, set_up_installation
from panoh.registry.acts import act
from panoh.registry.models import Installation, Officer
from panoh.registry.refusals import NotPermitted

TRIES = 10
PAUSE = timedelta(minutes=1)
_log = logging.getLogger("panoh.door")


def admit(*, username: str, password: str, at: datetime) -> Officer | None:
    """The officer, or None."""
    officer = _proven(username=username, password=password)
    if officer is not None:
        _record(by=officer, at=at)
    return officer


def _proven(*, username: str, password: str) -> Officer | None:
    """Whose password this is. After ten failures in a row a name waits a minute; it is never locked for good,
    so that nobody can shut a shelter out by guessing. The log names the name by a keyed digest: it may be a password."""
    name = salted_hmac("sign-in", username, algorithm="sha256").hexdigest()
    failures = f"sign-in:{name}"
    if cache.get(failures, 0) >= TRIES:
        _log.warning("sign-in: name %s waits after %s failures", name[:12], TRIES)
        return None
    officer = authenticate(username=username, password=password)
    if isinstance(officer, Officer):
        cache.delete(failures)
        return officer
    cache.set(failures, cache.get(failures, 0) + 1, PAUSE.total_seconds())
    _log.warning("sign-in: name %s and password do not fit", name[:12])
    return None


@act
def _record(*, by: Officer, at: datetime) -> None:
    ledger.write(act="sign_in", by=by, at=at, subject=f"officer:{by.pk}")


def is_demo() -> bool:
    return Installation.objects.filter(kind=Installation.Kind.DEMO).exists()


def demo_posts() -> QuerySet[Officer]:
    """The posts one can sign in as by a click; none outside a demonstration."""
    officers = Officer.objects.filter(is_active=True).select_related("post__desk__agency").order_by("pk")
    return officers if is_demo() else officers.none()


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
    if officer is None or not default_token_generator.check_token(officer, token):
        raise NotPermitted(_("This invitation is used up or too old."), _("Ask your administrator for a new one."))
    return officer


def change_own_password(*, current: str, password: str, by: Officer, at: datetime) -> bool:
    """False where the password until now does not fit. Every other session of the officer ends with it."""
    if _proven(username=by.username, password=current) is None:
        return False
    _set_password(password=password, by=by, at=at)
    return True


def choose_password(*, officer: Officer, password: str, at: datetime) -> None:
    _set_password(password=password, by=officer, at=at)


@act
def _set_password(*, password: str, by: Officer, at: datetime) -> None:
    by.set_password(password)
    by.save(update_fields=["password"])
    ledger.write(act="choose_password", by=by, at=at, subject=f"officer:{by.pk}")
