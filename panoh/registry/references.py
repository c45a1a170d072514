"""References people can read out on the phone: short, without look-alike letters, telling nothing about the person."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ACDEFHJKMNPQRTVWXY"


def new_reference() -> str:
    """Eight letters and digits in two groups, for example 7F3K-92QD; about 2·10¹¹ of them."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def reference_from(typed: str) -> str:
    """The reference somebody typed or heard: small letters, without the dash, or with spaces."""
    plain = "".join(each for each in typed.upper() if each.isalnum())
    return f"{plain[:4]}-{plain[4:]}" if len(plain) == 8 else typed.strip().upper()
