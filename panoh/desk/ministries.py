"""Signing in through a ministry's own OpenID Connect provider: it says who somebody is, and only an invited officer comes in.

An invitation's link binds the provider's number of a person to the officer, once. Nothing else is taken from the provider:
no name, no post, no mail address, and nobody is added by it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.actions.factors import stands_by_itself
from panoh.registry.actions.officers import waits_for_vetting
from panoh.registry.acts import act
from panoh.registry.models import MinistryIdentity, Officer
from panoh.registry.refusals import NotPermitted, Refused
from panoh.registry.rules.ministries import Ministry

_log = logging.getLogger("panoh.door")
PATIENCE = 10  # seconds for an answer of the provider


@dataclass(frozen=True)
class Said:
    """What the provider vouches for: its number of the person, and whether they took a second step there."""

    subject: str
    second_step: bool


def ministry(key: str) -> Ministry:
    found = next((each for each in settings.MINISTRIES if each.id == key), None)
    if found is None:
        raise NotPermitted(_("No such ministry is connected here."), _("Sign in with your name and password."))
    return found


def connected() -> list[tuple[str, str]]:
    """For the page that signs in: key and name of each."""
    return [(each.id, each.called(get_language() or "en")) for each in settings.MINISTRIES]


def to_provider(request: HttpRequest, given: Ministry, *, back: str) -> HttpResponse:
    """Off to the ministry's page, with a state, a nonce and a proof key of this very browser's session."""
    with _reached(given):
        return _client(given).authorize_redirect(request, back)  # type: ignore[no-any-return]  # authlib has no types


def said_by_provider(request: HttpRequest, given: Ministry) -> Said:
    """What came back, once it is proven: state, proof key, signature, issuer, client, nonce, time. Refused otherwise."""
    client, issuer = _client(given), {"iss": {"essential": True, "value": given.issuer}, "sub": {"essential": True}}
    with _reached(given):
        token = client.authorize_access_token(request, claims_options=issuer, leeway=60)
    claims = token.get("userinfo")
    if not claims or client.server_metadata.get("issuer", "").rstrip("/") != given.issuer:
        raise _not_proven(given)
    took = set(claims.get("amr") or ())
    return Said(str(claims["sub"]), bool(took & set(given.second_step_when)))


def officer_known_as(given: Ministry, said: Said) -> Officer | None:
    """The invited officer bound to this number; nobody is added."""
    known = MinistryIdentity.objects.filter(provider=given.id, mark__in=_marks(given, said))
    officer = Officer.objects.select_related("post__desk__agency").filter(identities__in=known, is_active=True).first()
    return None if officer is None or waits_for_vetting(officer) else officer


@act
def bind(*, ministry: Ministry, said: Said, by: Officer, at: datetime) -> None:
    """By the officer's invitation, which is used up with it."""
    marks = _marks(ministry, said)
    if MinistryIdentity.objects.filter(provider=ministry.id, mark__in=marks).exclude(officer=by).exists():
        raise Refused(
            _("The ministry knows you as another officer."), _("Ask your administrator: one person holds one post.")
        )
    if stands_by_itself(by):
        raise NotPermitted(
            _("You sign in with something of your own already; a link does not put another in its place."),
            _("If you lost it, two officers who know you take it away first: ask your administrator."),
            subject=f"officer:{by.pk}",
        )
    MinistryIdentity.objects.create(officer=by, provider=ministry.id, mark=marks[-1], bound_at=at)
    by.set_unusable_password()
    by.save(update_fields=["password"])
    ledger.write(act="bind_ministry", by=by, at=at, subject=f"officer:{by.pk}", provider=ministry.id)


def _marks(given: Ministry, said: Said) -> tuple[str, ...]:
    return vault.blind_forms("ministry identity", f"{given.issuer} {said.subject}")


def _client(given: Ministry) -> Any:
    """authlib is read only where a ministry is connected, and when somebody comes that way."""
    from authlib.integrations.django_client import OAuth

    known = {"client_id": given.client_id, "client_secret": given.secret}
    asked = {"scope": "openid", "code_challenge_method": "S256", "timeout": PATIENCE}
    where = f"{given.issuer}/.well-known/openid-configuration"
    return OAuth().register(given.id, server_metadata_url=where, client_kwargs=asked, **known)


@contextmanager
def _reached(given: Ministry) -> Iterator[None]:
    """Whatever the provider or somebody in between does wrong ends in one plain refusal; the log has the kind of fault."""
    try:
        yield
    except Exception as fault:  # a provider elsewhere may fail in every way there is
        _log.warning("sign-in: ministry %s: %s", given.id, type(fault).__name__)
        raise _not_proven(given) from None


def _not_proven(given: Ministry) -> NotPermitted:
    return NotPermitted(
        _("The sign-in of %(ministry)s was not proven.") % {"ministry": given.called(get_language() or "en")},
        _("Begin again on the page for signing in; if it happens again, tell whoever runs the server."),
    )
