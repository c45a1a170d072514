"""One-time codes: those of an app, by time (RFC 6238), and those of a printed sheet."""

from __future__ import annotations

import base64
import secrets
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECONDS, DIGITS = 30, 6
EITHER_SIDE = 1
"""Steps by which a telephone's clock may be wrong."""
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of a printed code: none that is taken for another."""
LENGTH = 10


def new_secret() -> str:
    """160 bits, as every app takes them."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def step_of(code: str, secret: str, *, at: datetime, after: int) -> int | None:
    """The step whose code this is, later than the last one taken; None where it fits none."""
    made, now = _totp(secret), int(at.timestamp()) // SECONDS
    for step in range(now - EITHER_SIDE, now + EITHER_SIDE + 1):
        if step > after and _fits(made, code, step):
            return step
    return None


def code_at(secret: str, at: datetime) -> str:
    """What the app shows then."""
    return _totp(secret).generate(int(at.timestamp())).decode()


def address_for_app(secret: str, *, name: str, issuer: str) -> str:
    """What stands in the square picture an app reads."""
    return _totp(secret).get_provisioning_uri(name, issuer)


def new_sheet(length: int) -> tuple[str, ...]:
    return tuple(_printed("".join(secrets.choice(SIGNS) for _ in range(LENGTH))) for _ in range(length))


def plain(code: str) -> str:
    """A code as it is compared: however it was typed."""
    return "".join(code.split()).replace("-", "").upper()


def _printed(code: str) -> str:
    return f"{code[:5]}-{code[5:]}"


def _totp(secret: str) -> TOTP:
    return TOTP(base64.b32decode(secret), DIGITS, SHA1(), SECONDS)  # noqa: S303 # what every app knows; RFC 6238


def _fits(made: TOTP, code: str, step: int) -> bool:
    try:
        made.verify(code.encode(), step * SECONDS)
    except InvalidToken:
        return False
    return True
