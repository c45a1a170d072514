"""Passkeys (WebAuthn) as a second step: a key on the device or in the hand answers a question only it can, for this host only."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Factor, Officer
from panoh.registry.refusals import Refused

Question = tuple[dict[str, Any], dict[str, Any]]
"""What the browser is asked, and what we keep until it answers."""


def question_to_add(officer: Officer, *, origin: str, host: str) -> Question:
    """Asks for a new key; one that is known already is not taken twice. The officer is named by a digest."""
    user = PublicKeyCredentialUserEntity(
        id=vault.blind("passkey", str(officer.pk)).encode(), name=officer.username, display_name=officer.name
    )
    asked, kept = _server(origin, host).register_begin(
        user, credentials=_credentials(officer), user_verification=UserVerificationRequirement.PREFERRED
    )
    return dict(asked)["publicKey"], kept


@act
def add_passkey(
    *, answer: Mapping[str, Any], kept: dict[str, Any], name: str, origin: str, host: str, by: Officer, at: datetime
) -> Factor:
    try:
        proven = _server(origin, host).register_complete(kept, answer)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise Refused(_("This passkey was not taken."), _("Begin again on the page “How I sign in”.")) from wrong
    credential = proven.credential_data
    assert credential is not None  # the server refused an answer without one
    factor = Factor(officer=by, kind=Factor.Kind.PASSKEY, name=name, started_at=at, added_at=at)
    factor.last_step, factor.mark = proven.counter, _marks(credential.credential_id)[-1]
    vault.seal(factor, {"credential": base64.b64encode(credential).decode()})
    factor.save(force_insert=True)
    ledger.write(act="add_factor", by=by, at=at, subject=f"officer:{by.pk}", kind=factor.kind)
    return factor


def question_to_prove(officer: Officer, *, origin: str, host: str) -> Question:
    asked, kept = _server(origin, host).authenticate_begin(
        _credentials(officer), user_verification=UserVerificationRequirement.PREFERRED
    )
    return dict(asked)["publicKey"], kept


def proves(
    officer: Officer, *, answer: Mapping[str, Any], kept: dict[str, Any], origin: str, host: str, at: datetime
) -> bool:
    """Whether one of the officer's keys gave this answer. A key that counts may never count backwards: that is a copy."""
    try:
        credential = _server(origin, host).authenticate_complete(kept, _credentials(officer), answer)
        counted = AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    theirs = _of(officer).filter(mark__in=_marks(credential.credential_id))
    fresh = theirs.filter(last_step__lt=counted) if counted else theirs.filter(last_step=0)
    return fresh.update(last_step=counted, last_at=at) == 1


def _server(origin: str, host: str) -> Fido2Server:
    """Answers count for this very address only: a page that looks like ours elsewhere gets nothing from the key."""
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name="Panoh"), verify_origin=lambda given: given == origin)


def _of(officer: Officer) -> QuerySet[Factor]:
    return Factor.objects.filter(officer=officer, kind=Factor.Kind.PASSKEY)


def _credentials(officer: Officer) -> list[AttestedCredentialData]:
    sealed = (vault.unseal(factor)["credential"] for factor in _of(officer))
    return [AttestedCredentialData(base64.b64decode(each)) for each in sealed]


def _marks(credential_id: bytes) -> tuple[str, ...]:
    return vault.blind_forms("passkey credential", credential_id.hex())
